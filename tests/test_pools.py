"""A pool of questions that several quizzes ask: what authors write, and what packages make of it.

The course is one on kitchens: two checks and a final ask two pools, one of which has no items.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from hostile.course import BASE, COURSE, write_course
from hostile.run import run as command
from moocbuild.build import BuildRequest, load, variants
from moocbuild.cache import keep
from moocbuild.cache.keep import Keep, keeping
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course, Quiz
from moocbuild.model.draw import draw_plans
from moocbuild.model.outline import quizzes
from moocbuild.package import Package
from moocbuild.player.html.data import evidence
from moocbuild.source.course import load_course
from moocbuild.source.files.tree import read_tree
from moocbuild.targets import targets
from moocbuild.verify import verify_whole
from moodle.reader import Mbz
from olx.opened import Opened
from player.node import run
from test_diagnostics import TODAY

FIRE, WATER = "quizzes/pools/01-fire.md", "quizzes/pools/Hot water.md"
ONE, TWO, END = "quizzes/01-one.md", "quizzes/02-two.md", "quizzes/03-end.md"
MATCH = """\
## Match
<!-- #match -->

What is it?

| | |
| --- | --- |
| one | steam |
| two | ice |
| three | water |
"""


def question(id: str, item: str = "") -> str:
    chip = f"\n`{item}`\n" if item else ""
    return (
        f"## Ask {id}\n<!-- #{id} -->\n{chip}\nWhich one is {id}?\n\n"
        f"- [ ] That is not.\n    > No.\n- [x] This is {id}.\n    > Yes.\n"
    )


def quiz(pools: str, *own: str, kind: str = "quiz", more: str = "") -> str:
    head = f"---\nkind: {kind}\npools: {pools}\n{more}---\n\n# A quiz of {kind}\n\n"
    return head + "\n".join(map(question, own))


FILES: Mapping[str, Any] = {
    **BASE,
    COURSE: f"{BASE[COURSE]}  - 02-two\n  - 03-end\n",
    FIRE: "# Fire\n\nFor authors alone.\n\n"
    + "\n".join(question(f"fire-{n}", item) for n, item in enumerate(("A.1", "A.1", "A.2"), 1)),
    WATER: "# Water\n\n" + "\n".join(question(f"water-{n}") for n in range(1, 5)) + MATCH,
    ONE: quiz("{fire: 2}", "own-one"),
    "course/02-two/index.md": "# Two\n\nThe second.\n",
    TWO: quiz("{hot-water: all, fire: [fire-3, fire-1]}"),
    "course/03-end/index.md": "# End\n\nThe last.\n",
    END: quiz("{hot-water: 2, fire: 2}", "own-a", "own-b", kind="final", more="draw: 1\n"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_course(tmp_path / "c", FILES)
    assert command("ids", "-C", str(tmp_path / "c"), "--write").status == 0
    return tmp_path / "c"


def read(root: Path) -> tuple[Course, Collector]:
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None, report.found
    return course, report


def warnings(report: Collector) -> set[str]:
    return {d.rule.slug for d in report.found if d.rule.severity.name != "NOTE"}


def asked(course: Course) -> dict[str, dict[str, int]]:
    """By quiz, each question's id and its number there."""
    return {quiz.id: {q.id: q.ordinal for q in quiz.questions} for quiz in quizzes(course)}


def package(course: Course, target: str) -> Package:
    (found,) = variants(course, BuildRequest((target,)), Collector())
    made = found.target.render(found.course)
    verify_whole(made, target)
    return made


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text, name
    (root / name).write_text(text.replace(old, new, 1), "utf-8")


# --- what authors write -------------------------------------------------------------------------


def test_what_authors_write(root: Path) -> None:
    course, report = read(root)
    assert warnings(report) <= {"unkeyed-question"}
    one, two, end = quizzes(course)
    assert [q.id for q in one.questions] == ["own-one", "fire-1", "fire-2", "fire-3"]
    water = [f"water-{n}" for n in range(1, 5)]
    assert [q.id for q in two.questions] == [*water, "match", "fire-1", "fire-3"]
    assert [q.id for q in end.questions][:2] == ["own-a", "own-b"]
    assert [len(q.questions) for q in (one, two, end)] == [4, 7, 10]
    assert [plan.size for plan in draw_plans(one)] == [1, 2]
    assert [plan.size for plan in draw_plans(two)] == [0, 5, 2]
    assert [(plan.pool, plan.size) for plan in draw_plans(end)] == [
        ("", 1),
        ("hot-water", 2),
        ("fire", 2),
    ]
    assert one.graded and two.graded and end.graded
    assert len(list(course.questions())) == len({q.id for q in course.questions()}) == 11


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("fire", ["fire-1", "fire-2", "fire-3"]),
        ("[fire]", ["fire-1", "fire-2", "fire-3"]),
        ("{fire: all}", ["fire-1", "fire-2", "fire-3"]),
        ("{01-fire: [fire-2]}", ["fire-2"]),
        ("{fire: ['#fire-2', fire-2]}", ["fire-2"]),
    ],
)
def test_ways_to_ask(written: str, wanted: list[str], tmp_path: Path) -> None:
    write_course(tmp_path / "c", {**FILES, ONE: quiz(written)})
    assert list(asked(read(tmp_path / "c")[0])["one/quiz"]) == wanted


@pytest.mark.parametrize("written", ["{fire: 0}", "{fire: some}", "{fire: []}", "{fire: {a: 1}}"])
def test_what_is_no_way_to_ask(written: str, tmp_path: Path) -> None:
    write_course(tmp_path / "c", {**FILES, ONE: quiz(written, "own-one")})
    found = [d for d in read(tmp_path / "c")[1].found if d.rule.code == "MB018"]
    assert [(d.span.path, d.span.line) for d in found] == [(ONE, 3)]


def test_a_pool_is_no_page(root: Path) -> None:
    edit(root, ONE, "## Ask", "[Pool](pools/01-fire.md)\n\n## Ask")
    assert warnings(read(root)[1]) - {"unkeyed-question"} == {"dead-link"}


def test_a_module_called_pools_keeps_its_folder(tmp_path: Path) -> None:
    course = {
        COURSE: f"{BASE[COURSE]}  - pools\n",
        "course/pools/index.md": "# On pools\n\nSwimming.\n",
        "quizzes/pools/01-swim.md": "---\nkind: quiz\n---\n\n# Swim\n\n" + question("swim"),
    }
    write_course(tmp_path / "c", {**BASE, **course})
    assert "pools/swim" in asked(read(tmp_path / "c")[0])


def test_a_draft_is_no_pool(root: Path) -> None:
    (root / "quizzes/pools/_later.md").write_text("# Later\n\n" + question("later"), "utf-8")
    course, report = read(root)
    assert "later" not in {q.id for q in course.questions()}
    assert warnings(report) == {"unkeyed-question"}


def test_a_limit_and_a_critical_question(tmp_path: Path) -> None:
    fire = str(FILES[FIRE]).replace("#fire-2", "#fire-2 critical")
    files = {**FILES, FIRE: fire, TWO: quiz("{hot-water: all, fire: 2}", more="attempts: 2\n")}
    write_course(tmp_path / "c", files)
    found = [d for d in read(tmp_path / "c")[1].found if d.rule.slug == "critical-within-limit"]
    assert [(d.span.path, d.span.line) for d in found] == [(TWO, 3)]


def test_a_draw_counts_the_quizs_own_questions(root: Path) -> None:
    edit(root, END, "draw: 1", "draw: 3")
    found = {d.rule.slug: d.help for d in read(root)[1].found}
    assert found["draw-larger-than-bank"] == "write 'draw: 2' or less"


def test_a_slip_in_a_pool_is_told_once(root: Path) -> None:
    edit(root, FIRE, "`A.1`", "`A.9`")
    found = [d for d in read(root)[1].found if d.rule.slug == "unknown-competency"]
    assert [(d.span.path, d.span.line) for d in found] == [(FIRE, 8)]


# --- ids ----------------------------------------------------------------------------------------


def test_each_asking_has_a_number_of_its_own(root: Path) -> None:
    course, _ = read(root)
    numbers = Counter(n for found in asked(course).values() for n in found.values())
    assert set(numbers.values()) == {1} and 0 not in numbers
    keys = [q.key for quiz in quizzes(course) for q in quiz.questions]
    assert len(set(keys)) == len(keys)
    assert {"fire-1", "fire-1@two/quiz", "fire-1@end/quiz"} < set(keys)


def test_a_question_that_moves_into_a_pool_keeps_its_records(root: Path) -> None:
    """Whichever quizzes ask it then: its number stays that of the quiz it came from."""
    before = asked(read(root)[0])
    text = (root / ONE).read_text("utf-8")
    own = text[text.index("## Ask own-one") :]
    edit(root, ONE, own, "")
    edit(root, FIRE, "# Fire\n", "# Fire\n\n" + own)
    edit(root, ONE, "{fire: 2}", "{fire: all}")
    edit(root, TWO, "[fire-3,", "[own-one, fire-3,")
    now = asked(read(root)[0])
    assert now["one/quiz"]["own-one"] == before["one/quiz"]["own-one"]
    assert all(now[quiz][id] == n for quiz in before for id, n in before[quiz].items())
    assert now["two/quiz"]["own-one"] not in {
        n for found in before.values() for n in found.values()
    }


def test_no_quiz_inherits_the_records_of_another(root: Path) -> None:
    """The home of a question gives it up; a quiz that asks it later begins anew."""
    was = asked(read(root)[0])
    edit(root, ONE, "{fire: 2}", "{fire: [fire-1, fire-2]}")
    assert command("ids", "-C", str(root), "--write").status == 0
    edit(root, "course/02-two/index.md", "The second.", "The second one.")
    (root / "quizzes/02-two").mkdir()
    (root / "quizzes/02-two/01-again.md").write_text(quiz("{fire: [fire-3]}"), "utf-8")
    now = asked(read(root)[0])
    taken = {number for found in was.values() for number in found.values()}
    assert now["two/again"]["fire-3"] not in taken
    edit(root, ONE, "[fire-1, fire-2]", "all")
    assert asked(read(root)[0])["one/quiz"] == was["one/quiz"]


def test_what_is_no_longer_asked_is_said(root: Path) -> None:
    edit(root, TWO, "fire: [fire-3, fire-1]", "fire: [fire-3]")
    found = [d for d in read(root)[1].found if d.rule.slug == "lost-id"]
    (message,) = (d.message for d in found)
    assert message.startswith("the question 'fire-1' is no longer asked in 'two/quiz', but")


def test_a_renamed_quiz_keeps_what_it_asks(root: Path) -> None:
    was = asked(read(root)[0])
    (root / TWO).rename(root / "course/02-two/05-check.md")
    lost = [d.message for d in read(root)[1].found if d.rule.slug == "lost-id"]
    assert len(lost) == 1 and "two/quiz" in lost[0], "its questions say nothing more"
    edit(root, "course/02-two/05-check.md", "kind: quiz\n", "kind: quiz\nid: quiz\n")
    assert asked(read(root)[0]) == was


def test_a_retired_quiz_comes_back_whole(root: Path) -> None:
    was, text = asked(read(root)[0]), (root / TWO).read_text("utf-8")
    (root / TWO).unlink()
    assert command("ids", "-C", str(root), "--write", "--retire").status == 0
    assert "fire-1@two/quiz" not in asked(read(root)[0])
    (root / TWO).write_text(text, "utf-8")
    assert command("ids", "-C", str(root), "--restore", "two/quiz").status == 0
    assert asked(read(root)[0]) == was


# --- packages -----------------------------------------------------------------------------------


def test_moodle_has_each_question_and_category_once(root: Path) -> None:
    course, _ = read(root)
    mbz = Mbz(package(course, "moodle"))
    assert mbz.problems() == []
    entries = mbz.bank.xpath("//question_bank_entry[idnumber != '$@NULL@$']/idnumber/text()")
    assert Counter(entries) == Counter({q.id: 1 for q in course.questions()})
    categories = {
        row.findtext("idnumber"): row.get("id") for row in mbz.bank.iter("question_category")
    }
    assert {"pools:", "pools:fire", "pools:fire/A.1", "pools:fire/A.2"} <= set(categories)
    drawn = {title: [c for c, _ in places if c] for title, places in _slots(mbz, categories)}
    assert drawn["one/quiz"] == ["pools:fire/A.1", "pools:fire/A.2"]
    assert drawn["end/quiz"][-2:] == drawn["one/quiz"]
    fixed = {title: [q for _, q in places if q] for title, places in _slots(mbz, categories)}
    assert fixed["two/quiz"][-2:] == ["fire-1", "fire-3"]
    told = json.loads(mbz.package.read("moocbuild.json"))["questions"]
    assert Counter(row["idnumber"] for row in told) == Counter(entries)


def _slots(mbz: Mbz, categories: Mapping[Any, Any]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """By quiz: the category that a place draws from, or the question that stands there."""
    named = {int(id): key for key, id in categories.items()}
    entries = {
        row.get("id"): str(row.findtext("idnumber"))
        for row in mbz.bank.iter("question_bank_entry")
    }
    for activity in mbz.activities:
        if activity.findtext("modulename") != "quiz":
            continue
        places = []
        for slot in mbz.body(activity).iter("question_instance"):
            text = slot.findtext(".//filtercondition")
            found = json.loads(text)["filter"]["category"]["values"] if text else [0]
            entry = slot.findtext(".//questionbankentryid")
            places.append((named.get(found[0], ""), entries.get(entry, "")))
        module = mbz.root(f"{activity.findtext('directory')}/module.xml")
        yield str(module.findtext("idnumber")), places


def test_moodle_xml_has_each_question_once(root: Path) -> None:
    file = etree.fromstring(package(read(root)[0], "moodle-xml").read("questions.xml"))
    rows = [each for each in file.iter("question") if each.get("type") != "category"]
    names = Counter(str(row.findtext("idnumber")) for row in rows)
    assert names == Counter({q.id: 1 for q in read(root)[0].questions()})
    paths = file.xpath("//category/text/text()")
    assert "$course$/top/Shared questions/Fire/A.1" in paths and len(set(paths)) == len(paths)


def test_the_category_of_pools_speaks_the_courses_language(root: Path) -> None:
    edit(root, COURSE, "language: en", "language: fr")
    file = etree.fromstring(package(read(root)[0], "moodle-xml").read("questions.xml"))
    assert "$course$/top/Questions partagées/Fire" in file.xpath("//category/text/text()")


def test_open_edx_has_a_block_for_each_asking(root: Path) -> None:
    opened = Opened(package(read(root)[0], "olx"))  # asserts that no block stands twice
    problems = opened.of("problem")
    assert {"fire-1", "fire-1_two__quiz", "fire-1_end__quiz"} <= set(problems)
    same = {problems[name].get("display_name") for name in problems if name.startswith("fire-1")}
    assert same == {"Ask fire-1"}
    banks = opened.of("library_content")
    assert {(name, len(bank)) for name, bank in banks.items() if "one__quiz" in name} == {
        ("one__quiz_bank_fire_A__1", 2)
    }


def test_cartridges_ask_it_in_each_quiz_by_one_ident(root: Path) -> None:
    made = package(read(root)[0], "cc-1.3")
    quizzes = [n for n in made.names() if n.endswith(".xml") and n != "imsmanifest.xml"]
    idents = [re.findall(rb'<item ident="([^"]+)"', made.read(name)) for name in quizzes]
    assert all(len(set(found)) == len(found) for found in idents)
    whole = Counter(ident for found in idents for ident in found)
    assert whole[b"Q_fire-1"] == 3
    rows = {ident: count for ident, count in whole.items() if ident.startswith(b"Q_match-")}
    assert len(rows) == 3 and set(rows.values()) == {2}, "what it becomes is the same in each"


@pytest.mark.parametrize("target", ["web", "scorm-1.2", "scorm-2004"])
def test_the_player_tells_askings_apart(target: str, root: Path) -> None:
    made = package(read(root)[0], target)
    pages = [html.fromstring(made.read(n)) for n in made.names() if n.endswith(".quiz.html")]
    forms = [form for page in pages for form in page.iter("form")]
    for name in ("data-question", "data-ordinal"):
        assert len({form.get(name) for form in forms}) == len(forms) == 21
    assert {form.get("id") for form in forms} > {"q-fire-1"}


def test_platforms_tell_interactions_apart(root: Path) -> None:
    """And know by how each begins which question it is."""
    keys = [q.key for quiz in quizzes(read(root)[0]) for q in quiz.questions]
    told = run(
        ("lms_values.js", "lms_scorm12.js", "lms_scorm.js"), "return given.map(identifier);", keys
    )
    assert len(set(told)) == len(keys)
    assert {"fire-1", "fire-1_two_quiz", "fire-1_end_quiz"} <= set(told)


def test_every_target_takes_it(root: Path) -> None:
    course, _ = read(root)
    for target in targets():
        package(course, target)


# --- drawing ------------------------------------------------------------------------------------


def test_every_attempt_has_what_each_pool_gives(root: Path) -> None:
    course, _ = read(root)
    page = html.fromstring(package(course, "web").read("end.quiz.html"))
    always, pools, rest, left = json.loads(page.find(".//section[@class='quiz']").get("data-draw"))
    bank = [int(form.get("data-ordinal")) for form in page.iter("form")]
    draws = run(
        ("draw.js",),
        "return Array.from({length: 300}, (_, seed) => drawn(given[0], given[1], seed + 1));",
        [{"always": always, "pools": pools, "rest": rest, "left": left}, bank],
    )
    end = asked(course)["end/quiz"]
    sort = {number: id.rpartition("-")[0] or "water" for id, number in end.items()}
    for draw in draws:
        assert len(set(draw)) == len(draw)
        assert Counter(sort[n] for n in draw) == {"own": 1, "water": 2, "fire": 2}
    assert {n for draw in draws for n in draw} == set(bank), "and in time everything is asked"


# --- evidence -----------------------------------------------------------------------------------


def shown(table: Any, best: Mapping[int, int]) -> dict[str, Any]:
    """What the player makes of best answers by number: 1 wrong, 15 right."""
    kept = [0] * 60
    for number, level in best.items():
        kept[number] = level
    scripts = ("dom.js", "score.js", "state.js", "evidence.js")
    code = "Object.assign(state, {best: given}); return evidence();"
    found: dict[str, Any] = run(scripts, code, kept, {"evidence": table})
    return found


def test_a_question_is_evidence_once(root: Path) -> None:
    course, _ = read(root)
    table, numbers = evidence(course), asked(course)
    one, two, end = (numbers[f"{name}/quiz"]["fire-1"] for name in ("one", "two", "end"))
    assert [row[:2] for row in table["shared"]] and shown(table, {}) == {}
    twice = shown(table, {one: 15, two: 15})["A.1"]
    assert (twice["questions"], twice["earned"], twice["state"]) == (1, 1, "unseen")
    everywhere = shown(table, {one: 15, two: 15, end: 15})["A.1"]
    assert (everywhere["questions"], everywhere["kinds"]) == (1, ["final"])
    better = shown(table, {one: 1, two: 15})["A.1"]
    assert better["share"] == 1, "the best answer of several quizzes"
    final = shown(table, {one: 15, end: 1})["A.1"]
    assert final["share"] == 0, "what was answered in a final is what counts"


def test_items_of_pools_in_finals_are_in_finals(root: Path) -> None:
    """Three answers in quizzes show an item only where no final asks for it."""
    course, _ = read(root)
    table, numbers = evidence(course), asked(course)["one/quiz"]
    best = dict.fromkeys((numbers["fire-1"], numbers["fire-2"]), 15)
    assert shown(table, best)["A.1"]["state"] == "developing"


# --- the cache ----------------------------------------------------------------------------------


def test_an_edited_pool_is_read_again_wherever_it_is_asked(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "cache"))
    keep.forget()

    def built() -> dict[str, Mapping[str, Any]]:
        with keeping(Keep(root, "program")):
            course, _ = read(root)
            chosen = variants(
                course, BuildRequest(("web", "olx", "moodle", "cc-1.3")), Collector()
            )
            made = {v.target.name: v.target.render(v.course) for v in chosen}
            return {n: {m: p.read(m) for m in p.names()} for n, p in made.items()}

    first = built()
    assert built() == first
    edit(root, FIRE, "Which one is fire-1?", "Which of them is fire-1?")
    kept = built()
    keep.forget()
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "other"))
    assert kept == built() and kept != first
    assert b"Which of them" in kept["web"]["one.quiz.html"] and (
        b"Which of them" in kept["web"]["two.quiz.html"]
    )


def test_a_course_without_pools_has_a_lock_without_homes(tmp_path: Path) -> None:
    write_course(tmp_path / "c", BASE)
    assert command("ids", "-C", str(tmp_path / "c"), "--write").status == 0
    assert "homes" not in (tmp_path / "c/course/course.lock").read_text("utf-8")
    _, ids = load_course(read_tree(tmp_path / "c", Collector()), Collector())
    assert ids.used.homes == {}
    assert not any(isinstance(p, Quiz) and p.pools for p in read(tmp_path / "c")[0].pages())
