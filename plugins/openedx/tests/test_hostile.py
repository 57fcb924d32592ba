"""Security: the cases of the catalogue (G02 to G18) that concern a block of Open edX."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from openedx_double import Platform, exported, post
from webob import Request
from xblock.core import XBlock
from xblock_samples import CHART, HOSTILE, STORY, competencies, scenario

from moocbuild_xblock import wire
from moocbuild_xblock.competencies import CompetenciesXBlock
from moocbuild_xblock.scenario import ScenarioXBlock

BLOCKS = [(ScenarioXBlock, scenario), (CompetenciesXBlock, competencies)]


def talk(**more: Any) -> Any:
    return Platform(**more).block(ScenarioXBlock, scenario())


def moves(block: Any, *choices: str) -> None:
    """Begins, and takes each choice where it is."""
    for number, (scene, choice) in enumerate(pair.split(":") for pair in choices):
        body = {"seq": block.seq + 1, "do": "take", "scene": scene, "choice": choice}
        assert post(block, "act", body).status_code == 200, number


def state(block: Any) -> tuple[Any, ...]:
    return block.seq, list(block.path), block.ended, dict(block.best), block.score


@pytest.mark.parametrize("cls,olx", BLOCKS)
@pytest.mark.parametrize("author", [None, False], ids=["in the LMS", "without the right"])
def test_g02_g13_only_authors_change_a_block(cls: type, olx: Any, author: bool | None) -> None:
    block = Platform(author=author).block(cls, olx())
    before = exported(block)
    response = post(block, "studio_submit", {"display_name": "Mine", "data": ""})
    assert response.status_code == 403 and exported(block) == before


@pytest.mark.parametrize("cls,olx", BLOCKS)
def test_authors_change_all_or_nothing(cls: type, olx: Any) -> None:
    block = Platform(author=True).block(cls, olx())
    before = exported(block)
    wrong = {"display_name": "New", "data": "<x>\n<y></x>"}
    response = post(block, "studio_submit", wrong)
    assert response.status_code == 400 and "Line 2" in response.json["problems"][0]
    assert exported(block) == before
    data = etree.tostring(etree.fromstring(block.content), pretty_print=True).decode()
    assert post(block, "studio_submit", {"display_name": "New", "data": data}).status_code == 200
    assert exported(block) == before.replace(
        'display_name="A talk"', 'display_name="New"'
    ).replace('display_name="My map"', 'display_name="New"')


@pytest.mark.parametrize(
    "wrong,said",
    [
        ('goes-to="door"', "goes-to"),
        ('item="IX.5" points="1"', "points"),
        ('by="-9"', "by"),
        ('<scene id="door" title="His hand on the door">', "id"),
    ],
)
def test_mistakes_in_data_are_named_with_their_line(wrong: str, said: str) -> None:
    broken = {
        'goes-to="door"': 'goes-to="nowhere"',
        'item="IX.5" points="1"': 'item="IX.5" points="3"',
        'by="-9"': 'by="1e9"',
        '<scene id="door" title="His hand on the door">': '<scene id="book" title="Twice">',
    }[wrong]
    assert wrong in STORY
    block = talk(author=True)
    response = post(block, "studio_submit", {"data": STORY.replace(wrong, broken, 1)})
    assert response.status_code == 400
    assert any(said in problem and "Line " in problem for problem in response.json["problems"])


_SHOWN = ("title", "label", "operator", "hours", "number", "page")


def hostile(olx: str, data: str) -> str:
    """The element of a block with every text and every shown attribute replaced."""
    root = etree.fromstring(data)
    for node in root.iter():
        node.attrib.update({name: HOSTILE for name in _SHOWN if name in node.attrib})
        if node.text and node.text.strip() and not len(node):
            node.text = HOSTILE
    holder = etree.fromstring(olx)
    holder.set("display_name", HOSTILE)
    holder.append(root)
    return etree.tostring(holder).decode()


def shows_but_runs_nothing(view: str) -> bool:
    page = html.fromstring(f"<div>{view}</div>")
    return "alert" in view and not page.xpath("//script | //@onerror | //iframe | //style")


def test_g04_hostile_words_of_a_simulation_are_escaped() -> None:
    block = Platform(author=True).block(ScenarioXBlock, hostile(scenario(""), STORY))
    assert shows_but_runs_nothing(block.student_view().content)
    assert shows_but_runs_nothing(block.studio_view().content)
    assert shows_but_runs_nothing(block.student_view_data()["reading"])
    for scene in ("book", "door"):  # its second answer is the ending, with the debrief
        body = {"seq": block.seq + 1, "do": "take", "scene": scene, "choice": "b"}
        assert shows_but_runs_nothing(post(block, "act", body).json["html"])
    assert block.ended


def test_g04_hostile_words_of_a_map_are_escaped() -> None:
    platform = Platform(author=True)
    block = platform.block(CompetenciesXBlock, hostile(competencies(""), CHART))
    assert shows_but_runs_nothing(block.student_view().content)
    assert shows_but_runs_nothing(block.studio_view().content)


@pytest.mark.parametrize(
    "name", ["block-v1:Other+C+r1+type@problem+block@silence", "a/b", "", "../silence", "a b"]
)
def test_g03_the_map_names_no_block_outside_its_course(name: str) -> None:
    chart = CHART.replace('block="silence"', f'block="{name}"')
    block = Platform(author=True).block(CompetenciesXBlock, competencies())
    response = post(block, "studio_submit", {"data": chart})
    assert response.status_code == 400 and "block" in response.json["problems"][0]
    imported = Platform().block(CompetenciesXBlock, competencies(chart))
    assert "cannot be shown" in imported.student_view().content
    assert imported.runtime.states.asked == []


def test_g07_nothing_runs_or_unpacks_what_it_is_given() -> None:
    words = re.compile(
        r"\b(eval|exec|pickle|marshal|__import__|subprocess|os\.system|mark_safe)\b"
    )
    for file in sorted(Path(wire.__file__).parent.rglob("*")):
        if file.suffix in (".py", ".html", ".js"):
            text = file.read_text("utf-8")
            assert not words.search(text) and "|safe" not in text.replace(" ", ""), file.name


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_g04_addresses_that_run_are_dropped(address: str) -> None:
    text = f"&lt;a href='{address}' onclick='x()'&gt;here&lt;/a&gt;"
    data = STORY.replace("&lt;p&gt;“I knew it.”&lt;/p&gt;", text)
    page = html.fromstring(Platform().block(ScenarioXBlock, scenario(data)).student_view().content)
    (link,) = page.xpath("//a[.='here']")
    assert not {"href", "onclick"} & set(link.attrib)
    line = 'url="https://tele.example/x"'
    block = Platform().block(
        CompetenciesXBlock, competencies(CHART.replace(line, f'url="{address}"'))
    )
    assert "cannot be shown" in block.student_view().content


@pytest.mark.parametrize(
    "uri",
    [
        "public/../inline.py",
        "../scenario.py",
        "/etc/passwd",
        "public/../../x",
        "schemas/scenario.xsd",
    ],
)
def test_g05_g14_only_public_files_are_served(uri: str) -> None:
    with pytest.raises(Exception, match=r"(?i)public|path|\.\."):
        ScenarioXBlock.open_local_resource(uri)
    for name in ("moocbuild.css", "scenario.js", "journal.js", "competencies.js", "studio.js"):
        with ScenarioXBlock.open_local_resource(f"public/{name}") as file:
            assert len(file.read()) > 500


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e9", "-1", "0", "1.0", '"1"', "true", "null"]
)
def test_g10_numbers_that_cannot_be_are_refused(number: str) -> None:
    block = talk()
    body = f'{{"do": "go", "seq": {number}}}'.encode()
    assert post(block, "act", body).status_code == 400 and state(block) == (0, [], False, {}, None)


@pytest.mark.parametrize("weight", ["NaN", "Infinity", "-1", "1e9", '"2"', "true", "null"])
def test_g10_weights_that_cannot_be_are_refused(weight: str) -> None:
    block = talk(author=True)
    body = f'{{"weight": {weight}}}'.encode()
    assert post(block, "studio_submit", body).status_code == 400 and block.weight == 2.0


def test_g11_huge_bodies_are_refused_unread() -> None:
    class Unreadable:
        def read(self, size: int = -1) -> bytes:
            raise AssertionError("it was read")

    block = talk(author=True)
    for handler in ("act", "studio_submit"):
        request = Request.blank("/", method="POST")
        request.environ["wsgi.input"] = Unreadable()
        request.content_length = 100_000_000
        assert block.handle(handler, request).status_code == 413
    assert post(block, "act", b'{"seq": 1, "do": "' + b"x" * 3000 + b'"}').status_code == 413
    long = STORY.replace("Mireia", "M" * 1_000_001)
    assert post(block, "studio_submit", {"data": long}).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        b'{"seq": 1, "do": "go", "__proto__": {"x": 1}}',
        b'{"seq": 1, "do": "go", "score": 1}',
        b'{"seq": 1, "do": "constructor"}',
        b'{"seq": 1, "do": ["go"]}',
        b'{"seq": 1, "do": "take", "scene": {}, "choice": "a"}',
        b"[1]",
        b"go",
        b"\xff\xfe",
        b"",
        b"[" * 1900,
    ],
)
def test_g12_unknown_names_and_shapes_are_refused(body: bytes) -> None:
    block = talk()
    assert post(block, "act", body).status_code == 400 and state(block) == (0, [], False, {}, None)


@pytest.mark.parametrize("choice", ["__proto__", "z", "", "constructor"])
def test_g12_choices_that_are_not_offered_change_nothing(choice: str) -> None:
    block = talk()
    body = {"seq": 1, "do": "take", "scene": "book", "choice": choice}
    response = post(block, "act", body)
    assert response.status_code == 409 and "mb-now" in response.json["html"]
    assert post(block, "act", body | {"scene": "door", "choice": "b"}).status_code == 409
    assert state(block) == (0, [], False, {}, None)


def test_only_posts() -> None:
    assert talk().handle("act", Request.blank("/")).status_code == 405


def test_g16_a_replay_after_the_end_is_ignored() -> None:
    block = talk()
    moves(block, "book:a", "yes:a")
    kept, published = state(block), list(block.runtime.published)
    for seq in (1, 2):
        body = {"seq": seq, "do": "take", "scene": "book", "choice": "b"}
        assert post(block, "act", body).json["stale"] is True
    assert state(block) == kept and block.runtime.published == published
    ending = {"seq": 3, "do": "take", "scene": "yes", "choice": "a"}  # it is no ending's choice
    assert post(block, "act", ending).status_code == 409
    assert block.runtime.published == published


def test_g17_the_newest_number_wins() -> None:
    block = talk()
    newer = {"seq": 6, "do": "take", "scene": "book", "choice": "b"}
    older = {"seq": 5, "do": "take", "scene": "book", "choice": "a"}
    assert post(block, "act", newer).json == post(block, "act", newer).json | {"stale": False}
    answer = post(block, "act", older).json
    assert answer["stale"] is True and answer["seq"] == 6 and 'data-scene="door"' in answer["html"]
    assert block.path == ["book/b"]


def test_a_move_sent_twice_is_made_once() -> None:
    block = talk()
    body = {"seq": 1, "do": "take", "scene": "book", "choice": "b"}
    post(block, "act", body)
    post(block, "act", body)
    assert block.path == ["book/b"]


def test_paths_do_not_grow_for_ever() -> None:
    block = talk()
    block.path = ["a", "b"] * 249 + ["a"]
    body = {"seq": 1, "do": "take", "scene": "yes", "choice": "b"}
    assert post(block, "act", body).json["seq"] == 1 and len(block.path) == 500
    assert post(block, "act", body | {"seq": 2, "scene": "book", "choice": "a"}).status_code == 409


@pytest.mark.parametrize("cls,olx", BLOCKS)
@pytest.mark.parametrize(
    "data",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><{0} language="en">&b;</{0}>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><{0} language="en"/>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><{0} language="&e;"/>',
        '<{0} language="en" xmlns:xi="http://www.w3.org/2001/XInclude">'
        '<xi:include href="/etc/passwd"/></{0}>',
        "<{0}>" * 300,
        "<!DOCTYPE x [<!ATTLIST x "
        + " ".join(f"a{n} CDATA '1'" for n in range(30_000))
        + ">]><x/>",
    ],
    ids=range(6),
)
def test_xml_reads_no_file_and_expands_nothing(cls: Any, olx: Any, data: str) -> None:
    block = Platform(author=True).block(cls, olx())
    before = exported(block)
    response = post(block, "studio_submit", {"data": data.replace("{0}", cls.DATA)})
    assert response.status_code == 400 and "root:" not in response.text
    assert exported(block) == before


def test_no_names_in_state_or_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    db: dict[str, Any] = {}
    block = Platform("zxqv", db=db).block(ScenarioXBlock, scenario())
    moves(block, "book:a", "yes:a")
    block.save()
    kept = {key: value for key, value in db.items() if key.endswith(".zxqv")}
    assert set(*kept.values()) == {"seq", "path", "ended", "best", "score"}
    assert "zxqv" not in json.dumps([*kept.values()]).lower()
    assert "zxqv" not in json.dumps(block.runtime.published).lower()
    assert "zxqv" not in caplog.text.lower() and "z@example.org" not in caplog.text


@pytest.mark.parametrize("cls,olx", BLOCKS)
def test_g18_a_view_is_readable_where_no_script_runs(cls: type, olx: Any) -> None:
    fragment = Platform().block(cls, olx()).student_view()
    assert {r.kind for r in fragment.resources} == {"url"}  # nothing inline: a strict CSP holds
    page = html.fromstring(fragment.content)
    assert not page.xpath("//script | //style | //@style | //@*[starts-with(name(), 'on')]")
    for part in page.xpath("//*[@hidden][not(contains(@class, 'mb-written'))]"):
        assert part.xpath("descendant-or-self::*[self::button or self::textarea or self::input]")


def test_services_are_asked_for_by_name() -> None:
    for cls in (ScenarioXBlock, CompetenciesXBlock):
        assert issubclass(cls, XBlock) and cls.service_declaration("i18n") == "need"
