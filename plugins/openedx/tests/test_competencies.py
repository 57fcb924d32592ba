"""The learner's map, by hand-counted figures; the journal's prompts; help lines."""

from __future__ import annotations

import math
from typing import Any

import pytest
from lxml import etree, html
from openedx_double import Platform, exported
from xblock_samples import CHART, competencies

from moocbuild_xblock.competencies import CompetenciesXBlock


def at(type: str, name: str) -> str:
    return f"block-v1:PAT+T1+r1+type@{type}+block@{name}"


def answered(earned: float, possible: float = 1, attempts: int = 1) -> dict[str, Any]:
    return {"attempts": attempts, "score": {"raw_earned": earned, "raw_possible": possible}}


def shown(states: dict[str, Any], *, chart: str = CHART, **more: Any) -> Any:
    platform = Platform(states=states, **more)
    return html.fromstring(
        platform.block(CompetenciesXBlock, competencies(chart)).student_view().content
    )


def rows(page: Any) -> dict[str, str]:
    return {
        row.get("data-item"): " ".join(row.find("td").text_content().split())
        for row in page.xpath("//tr[@data-item]")
    }


def test_nothing_yet() -> None:
    assert rows(shown({})) == {
        "VIII.2": "Not seen yet",
        "VIII.3": "Not seen yet",
        "IX.5": "Not seen yet",
    }


def test_counted_by_hand() -> None:
    page = shown(
        {
            at("problem", "silence"): answered(1),  # VIII.2: 1 of 1; IX.5: 0.5 of 0.5
            at("problem", "promise"): answered(1, 2),  # VIII.2: 1 of 2
            at("problem", "last"): answered(0),  # IX.5: 0 of 1.5
            at("moocbuild_scenario", "talk"): {"best": {"VIII.2": 1.0, "IX.5": 0.25}},
        }
    )
    # VIII.2: 3 of 4 is 0.75. IX.5: 0.75 of 3 is 0.25.
    assert rows(page) == {
        "VIII.2": "Developing questions: 2, simulations: 1",
        "VIII.3": "Not seen yet",
        "IX.5": "Emerging questions: 2, simulations: 1",
    }


def test_a_question_that_several_blocks_ask_counts_once() -> None:
    """The answer in a final, else the best one: `fire_end` is a final one, the others are not."""
    twice = {at("problem", "fire"): answered(1), at("problem", "fire_two"): answered(0)}
    assert rows(shown(twice, chart=POOLED))["A"] == "Not seen yet questions: 1"
    other = {at("problem", "water"): answered(1)}
    assert rows(shown(twice | other, chart=POOLED))["A"] == "Developing questions: 2"
    final = {at("problem", "fire_end"): answered(0)}
    assert rows(shown(twice | other | final, chart=POOLED))["A"] == "Emerging questions: 2"


POOLED = """\
<competencies language="en">
  <category code="A" title="A"><item code="A" label="A" asked="true"/></category>
  <question block="fire"><shows item="A"/></question>
  <question block="water"><shows item="A"/></question>
  <question block="fire_two" same-as="fire"><shows item="A"/></question>
  <question block="fire_end" same-as="fire" final="true"><shows item="A"/></question>
</competencies>
"""


def test_shown_wants_two_kinds() -> None:
    states = {
        at("problem", "silence"): answered(1),
        at("moocbuild_scenario", "talk"): {"best": {"VIII.2": 1.0}},
    }
    assert rows(shown(states))["VIII.2"] == "Shown questions: 1, simulations: 1"


def test_what_was_only_looked_at_is_no_evidence() -> None:
    assert rows(shown({at("problem", "silence"): answered(0, attempts=0)}))["VIII.2"] == (
        "Not seen yet"
    )


@pytest.mark.parametrize(
    "score",
    [(math.nan, 1), (math.inf, 1), (1e9, 1), (-1, 1), (1, 0), (1, math.nan), ("1", 1), (True, 1)],
    ids=str,
)
def test_g10_nonsense_costs_only_itself(score: tuple[Any, Any]) -> None:
    states = {
        at("problem", "silence"): answered(*score),
        at("problem", "promise"): answered(2, 2),
        at("moocbuild_scenario", "talk"): {
            "best": {"VIII.2": 1.0, "IX.5": score[0], "X": 1.0, "VIII.3": 1.0}
        },
    }
    found = rows(shown(states))
    assert found["VIII.2"] == "Shown questions: 1, simulations: 1"
    assert found["IX.5"] == "Not seen yet" or found["IX.5"] == "Not seen yet simulations: 1"
    assert found["VIII.3"] == "Not seen yet"


@pytest.mark.parametrize("state", [None, [], {"score": 3, "attempts": 1}, {"best": [1]}], ids=str)
def test_states_of_any_shape_are_survived(state: Any) -> None:
    states = {at("problem", "silence"): state, at("moocbuild_scenario", "talk"): state}
    assert set(rows(shown(states)).values()) == {"Not seen yet"}


def test_nobody_is_asked_about() -> None:
    platform = Platform("", states={at("problem", "silence"): answered(1)})
    page = html.fromstring(
        platform.block(CompetenciesXBlock, competencies()).student_view().content
    )
    assert set(rows(page).values()) == {"Not seen yet"} and platform.states.asked == []


def test_table_says_what_it_is() -> None:
    page = shown({})
    assert [" ".join(c.text_content().split()) for c in page.xpath("//caption")] == [
        "VIII Crisis",
        "IX Listening",
    ]
    assert (
        len(page.xpath("//th[@scope='col']")) == 4 and len(page.xpath("//th[@scope='row']")) == 3
    )
    words = " ".join(page.text_content().split())
    assert "2 more items are in the framework." in words
    practice = page.xpath("//h4[.='What needs people']/following-sibling::ul/li")
    assert [" ".join(li.text_content().split()) for li in practice] == [
        "Being there VIII.3",
        "In a group IX.9",
    ]


def test_help_lines_are_confirmed_and_always_visible() -> None:
    page = shown({})
    (box,) = page.xpath("//aside[@class='mb-help']")
    assert box.xpath(".//@href") == [
        "tel:112",
        "tel:080032123",
        "tel:107",
        "https://tele.example/x",
    ]
    assert "Not confirmed" not in page.text_content() and not box.xpath("ancestor::*[@hidden]")


def test_without_lines_learners_read_how_to_find_one() -> None:
    root = etree.fromstring(CHART)
    etree.strip_elements(root, "help")
    block = Platform().block(CompetenciesXBlock, competencies(etree.tostring(root).decode()))
    words = " ".join(html.fromstring(block.student_view().content).text_content().split())
    assert "In the European Union it is 112" in words and "help line of your area" in words


def test_the_journal_stays_on_the_device() -> None:
    block = Platform().block(CompetenciesXBlock, competencies())
    scopes = (field.scope for field in block.fields.values())
    assert not {"user_state", "preferences", "user_info"} & {str(scope.name) for scope in scopes}
    assert set(block.fields) >= {"content"} and not hasattr(block, "act")
    key = block.student_view().json_init_args["journal"]
    assert key.startswith("moocbuild:journal:") and "ana" not in key
    other = Platform("ben").block(CompetenciesXBlock, competencies())
    assert other.device_key() != key
    assert Platform("").block(CompetenciesXBlock, competencies()).device_key() == ""


def test_import_and_export_change_nothing() -> None:
    once = exported(Platform().block(CompetenciesXBlock, competencies()))
    assert exported(Platform().block(CompetenciesXBlock, once)) == once
    given = etree.fromstring(CHART, etree.XMLParser(remove_blank_text=True))
    held = etree.fromstring(once).find("competencies")
    assert etree.tostring(held, method="c14n") == etree.tostring(given, method="c14n")


def test_in_french() -> None:
    page = shown({}, language="fr")
    assert set(rows(page).values()) == {"Pas encore vue"}
    assert "2 autres compétences figurent" in page.text_content()


def test_what_apps_get_is_the_same_for_all() -> None:
    states = {at("problem", "silence"): answered(1)}
    block = Platform(states=states).block(CompetenciesXBlock, competencies())
    assert block.student_view_data() == {
        "display_name": "My map",
        "items": [
            {"code": "VIII.2", "label": "Asking about safety"},
            {"code": "VIII.3", "label": "Being there"},
            {"code": "IX.5", "label": "Staying"},
        ],
        "help": [
            {"country": "BE", "number": "112"},
            {"country": "BE", "number": "0800 32 123 (nl), 107 (fr)"},
        ],
    }
    assert block.runtime.states.asked == []


def test_data_that_cannot_be_read_is_said_so() -> None:
    block = Platform().block(CompetenciesXBlock, competencies("<competencies/>"))
    assert "cannot be shown" in block.student_view().content
    assert block.student_view_data()["items"] == []
    assert "language" in block.validate().messages[0].text
