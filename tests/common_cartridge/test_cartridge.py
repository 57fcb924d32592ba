"""Whole cartridges: schemas, what arrives of a course, hostile texts, the same bytes twice."""

from __future__ import annotations

import hashlib
import html
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from common_cartridge import hand_made as make
from formats.shared_schemas import SHARED, WHY_NOT, module
from lower.targets import CC
from moocbuild.formats import xml
from moocbuild.lower import lower
from moocbuild.model.course import Course
from moocbuild.model.question import Interaction
from moocbuild.package import Package
from moocbuild.package.zip import write_zip
from moocbuild.target import Target

JOINER = "\u2060"
needs_schemas = pytest.mark.skipif(not SHARED.exists(), reason=WHY_NOT)
each_target = pytest.mark.parametrize("target", CC.values(), ids=CC)

INTERACTIONS: dict[str, Interaction] = {
    "single": make.single("*a", "b", "0.5 c", feedback="f "),
    "two": make.single("*a", "b", feedback="f "),
    "many": make.multiple("*a", "*b", "c", "d", feedback="f "),
    "all right": make.multiple("*a", "*b"),
    "truefalse": make.true_false("True", "*False"),
    "yesno": make.true_false("*Yes", "No"),
    "text": make.typed("one", "two", wrong=["three"], feedback="f "),
    "exact": make.number(911, 911),
    "range": make.number(1.5, 2.5, feedback="f"),
    "match": make.match(("l1", "r1"), ("l2", "r2"), ("l3", "r1"), distractors=["r3"]),
    "order": make.order("first", "second", "third"),
    "hottext": make.hottext("*s1", "s2", "*s3", feedback="f "),
    "journal": make.journal(),
}


def built(course: Course, target: Target) -> Package:
    return target.render(lower(course, target, lambda found: None))


def zipped(package: Package) -> bytes:
    stream = io.BytesIO()
    write_zip(package, stream)
    return stream.getvalue()


def findings(package: Package, tmp_path: Path) -> list[str]:
    path = tmp_path / "made.imscc"
    path.write_bytes(zipped(package))
    found = module("oracle/conformance.py").check(str(path))
    assert found["kind"] in ("cc11", "cc13")
    return [f"{kind}: {text}" for kind in ("xsd", "sch", "inst", "cons") for text in found[kind]]


def texts(package: Package) -> str:
    """Everything a reader could see, with HTML inside XML unescaped once more."""
    seen = []
    for name in package.names():
        if name.endswith(".xml"):
            root = etree.fromstring(package.read(name))
            seen += [html.unescape(t) for t in root.itertext()]
            seen += [str(value) for e in root.iter() for value in e.attrib.values()]
        elif name.endswith(".html"):
            seen.append(html.unescape(package.read(name).decode()))
    return "\n".join(seen)


def full_course(questions: int = 21) -> Course:
    keys = list(INTERACTIONS) * 3
    asked = tuple(
        make.question(
            f"q{n}",
            INTERACTIONS[key],
            competencies=make.refs("IX.2", "I.3") if n % 2 else (),
            hint=make.text(f"hint {n}"),
            explanation=make.prose(f"because {n}"),
            points=1 + n % 3,
        )
        for n, key in enumerate(keys[:questions])
    )
    bench = make.asset("media/bench.svg")
    lesson = make.lesson(
        make.prose("Read me"),
        make.image("media/bench.svg", "a bench"),
        make.link("m/check", "the quiz"),
        make.question("inside", INTERACTIONS["match"]),
        competencies=make.refs("III.1"),
        content_notes=("distress",),
        minutes=12,
    )
    reading = make.lesson(make.prose("Sami, read"), key="m/sami-text", kind="page")
    quiz = make.quiz(*asked, intro=make.prose("No one fails."))
    return make.course(lesson, quiz, make.scenario(), reading, assets=[bench])


@needs_schemas
@each_target
def test_the_oracle_finds_nothing(target: Target, tmp_path: Path) -> None:
    assert findings(built(full_course(), target), tmp_path) == []


@needs_schemas
@each_target
@pytest.mark.parametrize("kind", INTERACTIONS)
def test_every_interaction_is_valid(target: Target, kind: str, tmp_path: Path) -> None:
    asked = (make.question(f"q{n}", INTERACTIONS[kind]) for n in range(4))
    assert findings(built(make.course(make.quiz(*asked)), target), tmp_path) == []


@needs_schemas
def test_moodles_own_gate_takes_the_manifest() -> None:
    loader = module("schemas/loader.py")
    gate, _ = loader.load("cc11", "cc11libxml2validator.xsd")
    package = built(full_course(), CC["cc-1.1"])
    manifest = etree.fromstring(package.read("imsmanifest.xml"))
    assert gate.validate(manifest), gate.error_log


HOSTILE = [
    "</script><script>alert(1)</script>",
    "]]> <![CDATA[ x ]]>",
    "Tom & \"Ann\" & 'Bo' &lt; &quot; &amp;lt;",
    "{{7*7}} ${7*7} {% raw %} {local_help}",
    "~={}#: C:\\x $IMS-CC-FILEBASE$/x %24 %3Cb%3E 100%",
    "שלום \u202eRTL\u202c عربي",
    "bell\x07 esc\x1b vt\x0b null\x00 nonchar\ufffe",
    "👩‍👩‍👧 é e\u0301 \U0001f600",
    "x" * 300,
    "   ",
    "-->",
]


def hostile_course(given: str) -> Course:
    choices = make.single(f"*{given}1", f"{given}2", f"{given}3", feedback=given)
    asked = (
        make.question(f"q{n}", choices, title=given, prompt=make.prose(f"{n}{given}"))
        for n in range(4)
    )
    return make.course(
        make.lesson(make.prose(given), title=given),
        make.quiz(*asked, title=given, intro=make.prose(given)),
        title=given,
        description=given,
    )


@each_target
@pytest.mark.parametrize("given", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_arrive_as_they_are(target: Target, given: str) -> None:
    package = built(hostile_course(given), target)
    expected = xml.text(given)
    quiz = next(n for n in package.names() if n.endswith(".xml") and n != "imsmanifest.xml")
    root = etree.fromstring(package.read(quiz))
    read = [html.unescape(e.text or "").replace(JOINER, "") for e in root.iter("{*}mattext")]
    assert read[1] == f"<p>0{expected}</p>"
    assert read[2:5] == [f"{expected}{n}" for n in (1, 2, 3)]
    assert f"{expected}a" in read
    page = package.read(next(n for n in package.names() if n.endswith("m.one.html"))).decode()
    assert html.unescape(page).replace(JOINER, "").count(f"<p>{given}</p>") == 1
    assert "<script" not in page


@needs_schemas
@each_target
@pytest.mark.parametrize("given", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_titles_stay_valid_and_short(target: Target, given: str, tmp_path: Path) -> None:
    package = built(hostile_course(given), target)
    assert findings(package, tmp_path) == []
    for name in package.names():
        if name.endswith(".xml"):
            root = etree.fromstring(package.read(name))
            titles = [e.text or "" for e in root.iter("{*}title") if not len(e)]
            titles += [e.get("title", "") for e in root.iter("{*}item", "{*}assessment")]
            kept = [html.unescape(html.unescape(title)) for title in titles]
            assert all(len(title) <= 240 for title in kept)


@each_target
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=30))
def test_no_text_is_refused(target: Target, given: str) -> None:
    for name, content in built(hostile_course(given), target).members.items():
        if name.endswith(".xml"):
            assert isinstance(content, bytes)
            etree.fromstring(content)


def sentinels() -> Iterator[str]:
    for n, key in enumerate(INTERACTIONS):
        yield from (f"Prompt q{n}?", f"hint {n}", f"because {n}")
        if key == "match":
            yield from ("l1", "r1", "r3", "fb l1", "fb l3")
        elif key == "order":
            yield from ("first", "fb first", "fb second", "fb third")
        elif key not in ("journal", "exact", "truefalse", "yesno", "all right"):
            yield "f"
    yield from ("f a", "f b", "f c", "f d", "f one", "f three", "s2", "911", "1.5", "2.5")
    yield from ("Read me", "a bench", "the quiz", "Sami, read", "No one fails.", "distress")
    yield from ("III.1: Statement of III.1", "One sentence.", "Welcome to m", "Stay", "IX.2, I.3")


@each_target
@pytest.mark.parametrize("count", [13, 21, 26])
def test_nothing_is_lost(target: Target, count: int) -> None:
    seen = texts(built(full_course(count), target))
    assert [s for s in sentinels() if s not in seen] == []


@each_target
def test_identifiers_are_made_of_ids_and_stay_when_others_come(target: Target) -> None:
    def identifiers(course: Course) -> dict[str, str]:
        root = etree.fromstring(built(course, target).read("imsmanifest.xml"))
        return {
            e.get("identifier", ""): e.findtext("{*}title") or "" for e in root.iter("{*}item")
        }

    one = make.lesson(make.prose("1"), key="m/one")
    before = identifiers(make.course(one))
    after = identifiers(make.course(make.lesson(make.prose("0"), key="m/zero"), one))
    assert before.items() <= after.items()
    assert "I_m.one" in before


@each_target
def test_a_question_is_never_without_text(target: Target) -> None:
    asked = (make.question(f"q{n}", make.typed("x"), prompt=make.EMPTY) for n in range(4))
    assert "<p>Title q0</p>" in texts(built(make.course(make.quiz(*asked)), target))


@each_target
def test_no_name_holds_what_moodle_takes_out_of_paths(target: Target) -> None:
    odd = make.asset("media/a..b/.../x...y.svg")
    lesson = make.lesson(make.image(odd.href, "x"), key="m/a..b")
    quiz = make.quiz(make.question("q", make.typed("x")), intro=make.prose("i"))
    package = built(make.course(lesson, quiz, assets=[odd]), target)
    assert not any(".." in name or "//" in name for name in package.names())


SCRIPT = """
import hashlib, sys
from common_cartridge.test_cartridge import built, full_course, zipped
from lower.targets import CC
for target in CC.values():
    print(hashlib.sha256(zipped(built(full_course(26), target))).hexdigest())
"""


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    tests = Path(__file__).parents[1]
    path = os.pathsep.join([str(tests), str(tests.parent / "src")])
    made = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1")
    }
    here = [hashlib.sha256(zipped(built(full_course(26), t))).hexdigest() for t in CC.values()]
    assert made == {"".join(f"{digest}\n" for digest in here).encode()}


def hrefs(package: Package) -> Iterator[tuple[str, str]]:
    for name in package.names():
        if name.endswith((".html", ".xml")):
            for found in re.findall(r'src="([^"]*)"', html.unescape(package.read(name).decode())):
                yield name, found


def test_moodle_finds_images_of_pages_and_questions() -> None:
    bench = make.asset("media/bench.svg")
    shown = make.image("media/bench.svg", 'say "hi"')
    asked = make.question("q", make.single("*a", "b", "c"), prompt=shown, explanation=shown)
    quiz = make.quiz(*(make.question(f"q{n}", make.typed("x")) for n in range(3)), asked)
    package = built(make.course(make.lesson(shown), quiz, assets=[bench]), CC["cc-1.1"])
    found = dict(hrefs(package))
    path = f"media/{bench.sha256[:16]}-bench.svg"
    assert path in package.names()
    assert found.pop("pages/p-m.one.html") == f"../{path}"
    assert found.pop("q-m.check.xml") == f"$IMS-CC-FILEBASE$/{path}"
    seen = html.unescape(package.read("q-m.check.xml").decode())
    assert '[say "hi"]</mattext>' in seen  # in feedback no path is resolved
    assert 'alt="say “hi”"' in seen


def test_open_edx_finds_images_under_web_resources() -> None:
    bench = make.asset("media/bench.svg")
    shown = make.image("media/bench.svg", "a bench")
    package = built(make.course(make.lesson(shown), assets=[bench]), CC["cc-1.3"])
    path = f"media/{bench.sha256[:16]}-bench.svg"
    assert f"web_resources/{path}" in package.names()
    assert dict(hrefs(package))["web_resources/pages/p-m.one.html"] == f"$IMS-CC-FILEBASE$/{path}"
    outside = [n for n in package.names() if not n.startswith("web_resources/")]
    assert outside == ["imsmanifest.xml"]


@each_target
def test_pages_are_named_not_linked(target: Target) -> None:
    package = built(make.course(make.lesson(make.link("m/other", "the other page"))), target)
    page = package.read(next(n for n in package.names() if n.endswith("m.one.html"))).decode()
    assert "See the other page." in page


def test_the_first_module_of_moodle_is_a_welcome() -> None:
    root = etree.fromstring(built(full_course(), CC["cc-1.1"]).read("imsmanifest.xml"))
    organization = root.find("{*}organizations/{*}organization")
    assert organization is not None
    level2 = organization.findall("{*}item/{*}item")
    assert organization.find("{*}title") is None
    assert organization.find("{*}item/{*}title") is None
    assert [item.findtext("{*}title") for item in level2] == ["A demonstration", "Module m"]
    assert all(item.get("identifierref") is None for item in level2)


def test_competencies_are_where_each_version_has_room() -> None:
    guid = str(make.framework().by_code["IX.2"].identifier)
    new = etree.fromstring(built(full_course(), CC["cc-1.3"]).read("imsmanifest.xml"))
    assert guid in [e.text for e in new.iter("{*}GUID")]
    parts = {e.get("resourcePartId") for e in new.iter("{*}curriculumStandardsMetadataSet")}
    assert "Q_q1" in parts
    assert new.find("{*}metadata/{*}curriculumStandardsMetadataSet") is not None
    old = etree.fromstring(built(full_course(), CC["cc-1.1"]).read("imsmanifest.xml"))
    assert old.find(".//{*}item/{*}metadata/{*}lom/{*}classification") is not None
    assert old.find(".//{*}curriculumStandardsMetadataSet") is None


@each_target
def test_right_to_left_courses_say_so_where_an_lms_keeps_it(target: Target) -> None:
    asked = (make.question(f"q{n}", make.single("*א", "ב", "ג")) for n in range(4))
    package = built(make.course(make.quiz(*asked), language="he"), target)
    quiz = next(n for n in package.names() if n.endswith(".xml") and n != "imsmanifest.xml")
    assert '<span lang="he" dir="rtl">א</span>' in html.unescape(package.read(quiz).decode())
    page = package.read(next(n for n in package.names() if n.endswith(".html"))).decode()
    assert '<div lang="he" dir="rtl" style="text-align: right">' in page


@each_target
def test_a_question_left_in_a_lesson_is_our_bug(target: Target) -> None:
    course = make.course(make.lesson(make.question("q", make.typed("x"))))
    with pytest.raises(TypeError, match="m/one"):
        target.render(course)
