"""Texts with gaps in the player: by keyboard, in each LMS, without scripts, and axe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import Course
from moocbuild.player.html.edition import NONE, SCORM_12, SCORM_2004_4TH
from moocbuild.player.html.sco import sco
from moocbuild.player.html.site import files
from moocbuild.words import words
from player.conftest import HERE, Lms, Server
from player.test_scorm import SAID, interaction

pytestmark = pytest.mark.browser
PICK = make.gaps(
    make.single("*room", "advice", "a plan", feedback="Note "), make.single("tea", "*time")
)
TYPE = make.gaps(
    make.single("*room", "advice"), make.typed("Écoute", wrong=["talk"], feedback="On ")
)
VERSIONS = {"1.2": SCORM_12, "2004": SCORM_2004_4TH}


def course(**more: Any) -> Course:
    told = make.prose("Because.")
    asked = make.quiz(
        make.with_gaps("pick", PICK, ordinal=1, explanation=told, competencies=make.refs("I.3")),
        make.with_gaps("type", TYPE, ordinal=2, explanation=told, hint=make.prose("A hint.")),
        ordinal=3,
    )
    return make.course(asked, make.lesson(make.prose("Text."), ordinal=2), **more)


@pytest.fixture(scope="module")
def packages() -> Mapping[str, Mapping[str, bytes]]:
    made = {name: sco(course(), edition).members for name, edition in VERSIONS.items()}
    made[""] = files(course(), NONE)
    made["fr"] = files(course(language="fr"), NONE)
    return {
        name: {path: data for path, data in members.items() if isinstance(data, bytes)}
        for name, members in made.items()
    }


@pytest.fixture
def lms(
    browser: Any,
    server: Server,
    packages: Mapping[str, Mapping[str, bytes]],
    request: pytest.FixtureRequest,
) -> Iterator[Lms]:
    version = getattr(request, "param", "")
    made = Lms(browser, server, "" if version == "fr" else version, packages[version])
    yield made
    made.context.close()


def form_of(lms: Lms, id: str) -> Any:
    return lms.frame.locator(f'[data-question="{id}"]')


def gap(form: Any, number: int, name: str = "Gap {} of 2") -> Any:
    """The control of a gap, by what it is called."""
    called = name.format(number)
    return form.get_by_role("combobox", name=called, exact=True).or_(
        form.get_by_role("textbox", name=called, exact=True)
    )


def press(lms: Lms, *keys: str) -> None:
    for key in keys:
        lms.page.keyboard.press(key)


def check(lms: Lms, form: Any) -> None:
    """By keyboard; a second press within 300 ms is the same press."""
    lms.page.wait_for_timeout(310)
    form.locator("[type=submit]").focus()
    press(lms, "Enter")


def test_by_keyboard(lms: Lms) -> None:
    frame = lms.open("m.check.html")
    form = form_of(lms, "pick")
    first, second = (gap(form, n) for n in (1, 2))
    assert (
        first.evaluate("one => one.tagName") == second.evaluate("one => one.tagName") == "SELECT"
    )
    # In the order of words, not of the author's list.
    assert first.locator("option").all_inner_texts() == ["Choose …", "a plan", "advice", "room"]
    first.focus()
    check(lms, form)
    assert form.locator(".verdict").inner_text() == "Fill every gap first."
    assert form.locator(".feedback.shown").count() == 0
    first.focus()
    press(lms, "ArrowDown", "ArrowDown", "ArrowDown", "Tab", "ArrowDown")
    assert first.input_value() == "a" and second.input_value() == "a"
    check(lms, form)
    assert form.get_attribute("data-result") == "part"
    shown = form.locator(".feedback.shown").all_inner_texts()
    assert [" ".join(text.split()) for text in shown] == [
        "Gap 1 of 2: Fits well Note a",
        "Gap 2 of 2: Not yet",
    ]
    assert not form.locator(".explanation").is_visible()
    form.locator(".show-answer").focus()
    press(lms, "Enter")
    assert form.locator(".explanation").is_visible()
    assert "Gap 2 of 2: Fits well: time" in form.inner_text().replace("\n", " ")
    second.focus()
    press(lms, "ArrowDown")  # another answer is a new try
    assert form.locator(".feedback.shown").count() == 0
    check(lms, form)
    assert form.get_attribute("data-result") == "good"
    assert form.locator(".explanation").is_visible()
    assert frame.locator(".quiz-result").inner_text().startswith("1 of 2")
    assert lms.errors == []


def test_words_to_type(lms: Lms) -> None:
    lms.open("m.check.html")
    form = form_of(lms, "type")
    gap(form, 1).select_option(label="room")
    field = gap(form, 2)
    said = []
    for given in ("talk", "something", "ecoute!"):
        field.fill(given)
        check(lms, form)
        notes = form.locator(".feedback.shown").all_inner_texts()
        said.append(" ".join(notes[-1].split()))
    assert said == [
        "Gap 2 of 2: Not yet On talk",
        "Gap 2 of 2: Not yet",
        "Gap 2 of 2: Fits well On Écoute",
    ]
    assert form.get_attribute("data-result") == "good"
    lms.page.reload()
    lms.frame.wait_for_selector(".quiz-result:not(:empty)")
    assert "1 of 2" in lms.frame.locator(".quiz-result").inner_text()
    assert "fits well" in form_of(lms, "type").locator(".verdict").inner_text()
    assert lms.errors == []


ANSWERED = {
    "1.2": {
        "pick": ("matching", "a.b,b.b", "a.a,b.b"),
        "type": ("fill-in", "advice; écoute", "room; Écoute"),
    },
    "2004": {
        "pick": ("matching", "a[.]b[,]b[.]b", "a[.]a[,]b[.]b"),
        "type": ("fill-in", "advice; écoute", "room; Écoute"),
    },
}


@pytest.mark.parametrize("lms", VERSIONS, indirect=True)
def test_what_the_platform_is_told(lms: Lms) -> None:
    lms.open("m.check.html")
    for id in ("pick", "type"):
        form = form_of(lms, id)
        gap(form, 1).select_option(label="advice")
        second = gap(form, 2)
        second.select_option(label="time") if id == "pick" else second.fill("écoute")
        check(lms, form)
        said = interaction(lms, id)
        type, response, pattern = ANSWERED[lms.version][id]
        assert (said["type"], said[SAID[lms.version]]) == (type, response)
        assert said["correct_responses.0.pattern"] == pattern
        assert said["result"] == "0.5"
    assert interaction(lms, "pick")["objectives.0.id"] == "I.3"
    lms.saved()
    assert lms.sets()["cmi.core.score.raw" if lms.version == "1.2" else "cmi.score.raw"] == "50"
    assert lms.leave() == []


def test_without_scripts_all_of_it_reads(lms: Lms, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{lms.server.url}/course/m.check.html")
    said = " ".join(page.locator('[data-question="pick"]').inner_text().split())
    context.close()
    assert "Give Gap 1 of 2 1____ and Gap 2 of 2 2____." in said
    for given in ("room Note a", "advice Note b", "a plan Note c"):
        verdict = "Fits well" if "room" in given else "Not yet"
        assert f"Gap 1 of 2: {verdict}: {given}" in said
    assert "Gap 2 of 2: Not yet: tea" in said and "Gap 2 of 2: Fits well: time" in said
    assert "Because." in said


@pytest.mark.parametrize("lms", ["fr"], indirect=True)
def test_in_french(lms: Lms) -> None:
    lms.open("m.check.html")
    form = form_of(lms, "type")
    assert form.locator("legend").inner_text() == "Complétez les blancs du texte"
    gap(form, 1, "Blanc {} sur 2").select_option(label="room")
    gap(form, 2, "Blanc {} sur 2").fill("x")
    check(lms, form)
    said = form.locator(".feedback.shown").last.inner_text()
    off = words("fr")("page.mark_off")
    assert re.sub(r"\s", " ", said) == f"Blanc 2 sur 2 : {off}"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(lms: Lms, scheme: Any, width: int) -> None:
    axe = (HERE / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    run = (
        "async () => (await axe.run({resultTypes: ['violations']})).violations.map("
        "v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))"
    )
    lms.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    lms.page.set_viewport_size({"width": width, "height": 800})
    lms.open("m.check.html")
    lms.page.evaluate(axe)
    found = {"opened": lms.page.evaluate(run)}
    form = form_of(lms, "type")
    check(lms, form)
    found["empty"] = lms.page.evaluate(run)
    for state, (option, given) in {
        "wrong": ("advice", "x"),
        "part": ("room", "talk"),
        "right": ("room", "ecoute"),
    }.items():
        gap(form, 1).select_option(label=option)
        gap(form, 2).fill(given)
        check(lms, form)
        found[state] = lms.page.evaluate(run)
        if state != "right":
            form.locator(".show-answer").click()
            found[f"{state}, explained"] = lms.page.evaluate(run)
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not lms.page.evaluate(wide), state
    assert {state: wrong for state, wrong in found.items() if wrong} == {}
    assert len(found) == 7


def test_a_page_without_gaps_loads_nothing_for_them(
    packages: Mapping[str, Mapping[str, bytes]],
) -> None:
    assert b"kinds.js" in packages[""]["m.check.html"]
    assert b"kinds.js" not in packages[""]["m.one.html"]


def test_a_drawn_quiz_counts_them(browser: Any, server: Server) -> None:
    made = course()
    (module, *others) = made.modules
    pages = tuple(replace(p, drawn=1) if p.id == "m/check" else p for p in module.activities)
    drawn = replace(made, modules=(replace(module, activities=pages), *others))
    visit = Lms(
        browser,
        server,
        "",
        {name: data for name, data in files(drawn, NONE).items() if isinstance(data, bytes)},
    )
    frame = visit.open("m.check.html")
    (form,) = [each for each in frame.locator("[data-question]").all() if each.is_visible()]
    gap(form, 1).select_option(label="room")
    second = gap(form, 2)
    picks = form.get_attribute("data-question") == "pick"
    second.select_option(label="time") if picks else second.fill("écoute")
    form.locator("[type=submit]").click()
    frame.get_by_text("100 of 100").wait_for()
    visit.context.close()
