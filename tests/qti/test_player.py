"""Items in a player that others made: converted to QTI 3, shown in a browser, answered, scored.

The converter and the player are Citolab's (npm, `make audit`). What they give for an answer is
what the course gives.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from common_cartridge import hand_made as make
from player.conftest import Server
from qti.scored import Answers, name, scored
from qti.test_qti import CHOICE, GAPS, MARKED, PAIRS, SCORES, TICKED, WORDS, made, scored_item
from whole.courses import COURSES, package

AUDIT = Path(__file__).parents[1] / "audit"
PLAYER = AUDIT / "node_modules" / "@citolab" / "qti-components" / "cdn" / "index.global.js"
pytestmark = [pytest.mark.browser, pytest.mark.audit]

_PAGE = b"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Items</title>
<link rel="icon" href="data:,"><script src="../player.js"></script><body><main></main></body>
</html>"""
_ANSWER = (Path(__file__).parent / "play.js").read_text("utf-8")


class Player:
    """A page with the player."""

    def __init__(self, page: Any, server: Server) -> None:
        self.page, self.server = page, server
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._said)

    def _said(self, said: Any) -> None:
        if said.type == "error":
            self.errors.append(said.text)

    def __call__(self, item: str, answers: Answers) -> dict[str, Any]:
        given = {id: list(values) for id, values in answers.items()}
        found: dict[str, Any] = self.page.evaluate(_ANSWER, [item, given])
        return found


@pytest.fixture(scope="module")
def player(shared_browser: Any) -> Iterator[Player]:
    if not PLAYER.is_file():
        pytest.skip("the player of QTI is not installed: make audit installs it")
    server = Server()
    server.files |= {"/course/items/index.html": _PAGE, "/course/player.js": PLAYER.read_bytes()}
    page = shared_browser.new_context().new_page()
    player = Player(page, server)
    page.goto(f"{server.url}/course/items/index.html")
    page.wait_for_function("() => customElements.get('qti-assessment-item')")
    yield player
    page.context.close()
    server.close()


def converted(items: Mapping[str, str]) -> dict[str, str]:
    """The same items in QTI 3, by name."""
    done = subprocess.run(
        ["node", "qti3.mjs"],
        cwd=AUDIT,
        input=json.dumps(items).encode(),
        capture_output=True,
        check=True,
        timeout=300,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def ways(item: etree._Element) -> Iterator[Answers]:
    """Answers to an item: all right, all wrong, and right in part."""
    right = {
        each.get("identifier"): [
            v.text or "" for v in each.iterfind("{*}correctResponse/{*}value")
        ]
        for each in item.iterfind("{*}responseDeclaration")
    }
    if not any(right.values()):
        return
    yield right
    yield {id: _wrong(item, id, values) for id, values in right.items()}
    yield {
        id: values if n == 0 and len(right) > 1 else _half(item, id, values)
        for n, (id, values) in enumerate(right.items())
    }


def _offered(item: etree._Element, id: str) -> list[str]:
    asked = next(e for e in item.iter("*") if e.get("responseIdentifier") == id)
    return [e.get("identifier") for e in asked.iter("*") if e.get("identifier")]


def _wrong(item: etree._Element, id: str, right: Sequence[str]) -> list[str]:
    asked = next(e for e in item.iter("*") if e.get("responseIdentifier") == id)
    match name(asked):
        case "textEntryInteraction":
            return ["-7777"]
        case "orderInteraction":
            return [*right[1:], right[0]]
        case "matchInteraction":
            lefts, rights = (
                [e.get("identifier") for e in side] for side in asked.iterfind("{*}simpleMatchSet")
            )
            return [
                f"{a} {b}"
                for a, b in zip(lefts, [*rights[1:], rights[0]], strict=False)
                if f"{a} {b}" not in right
            ]
    others = [each for each in _offered(item, id) if each not in right]
    return others[:1]


def _half(item: etree._Element, id: str, right: Sequence[str]) -> list[str]:
    asked = next(e for e in item.iter("*") if e.get("responseIdentifier") == id)
    if name(asked) == "orderInteraction":
        return [right[0], *reversed(right[1:])]
    if len(right) > 1:
        return list(right[:1])
    return _wrong(item, id, right)


def plays(player: Player, item: str, converted: str, answers: Answers) -> None:
    """The player shows all of it, gives what the standard gives, and tells the same."""
    root = etree.fromstring(item.encode())
    wanted = scored(root, answers)
    found = player(converted, answers)
    # It rounds each share to three decimals.
    assert found["score"] == pytest.approx(wanted.score, abs=0.01), (answers, found)
    outcomes = dict(found["told"])
    told = [
        " ".join("".join(each.itertext()).split())
        for each in root.iterfind("{*}modalFeedback")
        if each.get("identifier") in outcomes[each.get("outcomeIdentifier")]
    ]
    assert told == wanted.shown, (answers, found)
    body = root.find("{*}itemBody")
    assert body is not None
    words = " ".join(body.itertext()).split()
    assert set(words) <= set(found["words"].split()), found["words"]
    assert player.errors == []


@pytest.mark.parametrize("name_", COURSES)
def test_items_of_courses_score_there_as_here(player: Player, name_: str) -> None:
    found = package(name_, "qti-2.1")
    items = {n: found.read(n).decode() for n in found.names() if n.startswith("items/")}
    media = {n: found.read(n) for n in found.names() if n.startswith("media/")}
    player.server.files |= {f"/course/{n}": data for n, data in media.items()}
    played = 0
    for name_, item in converted(items).items():
        for answers in ways(etree.fromstring(items[name_].encode())):
            plays(player, items[name_], item, answers)
            played += 1
    assert played > len(items)


KINDS = {
    "single": CHOICE,
    "multiple": TICKED,
    "truefalse": make.true_false("*True", "False"),
    "match": PAIRS,
    "order": make.order("1", "2", "3", "4"),
    "numeric": make.number(2.5, 3.5),
    "text": WORDS,
    "hottext": MARKED,
    "journal": make.journal(),
    "survey": make.survey("often", "rarely"),
}


def test_items_of_each_kind_are_played(player: Player) -> None:
    asked = [make.question(id, asks, explanation=make.prose("Why")) for id, asks in KINDS.items()]
    asked.append(make.with_gaps("gaps", GAPS, points=2))
    found = made(make.quiz(*asked))
    items = {n: found.read(n).decode() for n in found.names() if n.startswith("items/")}
    assert len(items) == len(KINDS) + 1
    for name_, item in converted(items).items():
        # What is not scored is shown, too.
        for answers in [*ways(etree.fromstring(items[name_].encode()))] or [{}]:
            plays(player, items[name_], item, answers)


def test_each_kind_scores_there_as_the_course_does(player: Player) -> None:
    asked = {str(n): scored_item(asks) for n, (asks, *_) in enumerate(SCORES)}
    items = converted(asked)
    for n, (_, answers, score) in enumerate(SCORES):
        found = player(items[str(n)], answers)
        assert found["score"] == pytest.approx(score), (asked[str(n)], answers, found)
    assert player.errors == []
