"""A simulation is played, scored, resumed and read."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree, html
from openedx_double import Platform, exported, post
from xblock_samples import STORY, scenario

from moocbuild_xblock.scenario import ScenarioXBlock


def talk(platform: Platform | None = None, **more: Any) -> Any:
    return (platform or Platform()).block(ScenarioXBlock, scenario(**more))


class Player:
    """A browser: it knows the last number, and what is on the screen."""

    def __init__(self, block: Any) -> None:
        self.block = block
        self.seq = block.seq
        self.page = html.fromstring("<div></div>")

    def __call__(self, do: str, choice: str = "", *, seq: int = 0, status: int = 200) -> Any:
        body = {"seq": seq or self.seq + 1, "do": do}
        if choice:
            body |= {"scene": self.scene, "choice": choice}
        response = post(self.block, "act", body)
        assert response.status_code == status, response.text
        self.seq = response.json["seq"]
        self.page = html.fromstring(f"<div>{response.json['html']}</div>")
        return response.json

    @property
    def scene(self) -> str:
        return str(self.page.xpath("string(//@data-scene)"))

    def text(self, path: str = "//*") -> str:
        return " ".join(" ".join(node.text_content().split()) for node in self.page.xpath(path))


def test_the_way_through_is_the_servers() -> None:
    block = talk()
    player = Player(block)
    player("go")
    assert player.scene == "book"
    assert player.text("//*[@class='mb-mood']") == "Sami listens."
    player("take", "a")
    assert player.scene == "yes" and block.path == ["book/a"]
    assert player.text("//*[@class='mb-mood']") == "Sami leans back."
    assert "You: “What did you mean by that?”" in player.text("//*[@class='mb-said']")
    assert player.text("//*[@class='mb-feedback']") == "You asked."
    player("take", "b")
    player("take", "b")
    assert player.scene == "door"
    assert player.text("//*[@class='mb-mood']") == "Sami looks at the door."  # stays in its bounds


def test_back_stop_and_go_on() -> None:
    block = talk()
    player = Player(block)
    player("go")
    player("take", "a")
    player("back")
    assert player.scene == "book" and block.path == []
    player("take", "b")
    player("stop")
    assert "You stopped. That is always fine." in player.text()
    assert player.text("//button[@data-do='go']") == "Go on"
    player("go")
    assert player.scene == "door"
    player("again")
    assert player.scene == "book" and block.path == []


def test_an_ending_shows_what_was_met_and_looks_back() -> None:
    block = talk()
    player = Player(block)
    for do, choice in (("go", ""), ("take", "b"), ("take", "a"), ("take", "a")):
        player(do, choice)
    rows = [" ".join(n.text_content().split()) for n in player.page.xpath("//section//li")]
    assert rows == [
        "Asking about safety VIII.2. Fits well: 1, Not yet: 1.",
        "Staying IX.5. Fits well: 1, Workable: 1.",
    ]
    assert player.text("//*[@class='mb-debrief']/h4") == "After the scene"
    assert player.text("//*[@class='mb-asked']") == "Write it down."
    assert player.text("//*[@class='mb-ask']") == "Ways back"


def test_a_way_back_leads_to_the_moment_itself() -> None:
    block = talk()
    player = Player(block)
    for do, choice in (("go", ""), ("take", "a"), ("take", "a"), ("take", "a")):
        player(do, choice)
    assert player.scene == "yes" and block.path == ["book/a"]


@pytest.mark.parametrize(
    ("kept", "scene", "path"),
    [
        (["a"], "yes", ["book/a"]),  # as older versions kept it
        (["b", "gone", "a"], "door", ["book/b"]),
        (["book/b", "door/a"], "yes", ["book/b", "door/a"]),
        (["book/b", "yes/a"], "door", ["book/b"]),
        (["door/a"], "book", []),
        ([None, 3], "book", []),
    ],
)
def test_a_way_is_taken_up_as_far_as_it_was_chosen(
    kept: list[object], scene: str, path: list[str]
) -> None:
    """An edit may lead a choice elsewhere: what was chosen in other scenes is not said here."""
    block = talk()
    block.path = kept
    player = Player(block)
    player("go")
    assert player.scene == scene and block.path == path


def test_a_critical_moment_is_worked_through() -> None:
    player = Player(talk())
    for do, choice in (("go", ""), ("take", "b"), ("take", "b")):
        player(do, choice)
    note = player.text("//*[contains(@class, 'mb-critical')]/p[@class='mb-critical-note']")
    assert note == "Let us look at this moment before going on."


def run(player: Player, *choices: str) -> None:
    player("again")
    for choice in choices:
        player("take", choice)


def test_the_best_run_counts() -> None:
    platform = Platform()
    block = talk(platform)
    player = Player(block)
    run(player, "b", "a", "a")  # VIII.2: 0 and 2 of 4; IX.5: 1 and 2 of 4
    assert block.best == {"VIII.2": 0.5, "IX.5": 0.75}
    assert platform.of("grade") == [{"value": 0.625, "max_value": 1.0, "only_if_higher": None}]
    assert platform.of("completion") == [{"completion": 1.0}]
    run(player, "a", "a")
    assert block.best == {"VIII.2": 1.0, "IX.5": 1.0}
    run(player, "b", "b")  # worse: nothing changes
    assert block.best == {"VIII.2": 1.0, "IX.5": 1.0}
    assert [grade["value"] for grade in platform.of("grade")] == [0.625, 1.0]
    assert block.get_score() == (1.0, 1.0) and block.max_score() == 1.0 and block.has_score
    assert block.weight == 2.0 and block.has_submitted_answer()


def test_without_evidence_an_ending_is_all_points() -> None:
    root = etree.fromstring(STORY)
    etree.strip_elements(root, "shows", with_tail=False)
    platform = Platform()
    player = Player(platform.block(ScenarioXBlock, scenario(etree.tostring(root).decode())))
    run(player, "a", "a")
    assert [grade["value"] for grade in platform.of("grade")] == [1.0]


def test_staff_may_set_a_score_and_count_anew() -> None:
    platform = Platform()
    block = talk(platform)
    run(Player(block), "b", "b")
    block.set_score(block.get_score()._replace(raw_earned=0.75))
    block.publish_grade()
    assert platform.of("grade")[-1]["value"] == 0.75
    block.rescore(only_if_higher=False)
    assert platform.of("grade")[-1]["value"] == 0.25


def test_it_is_resumed() -> None:
    db: dict[str, Any] = {}
    first = Player(talk(Platform(db=db)))
    first("go")
    first("take", "b")
    first.block.save()
    block = talk(Platform(db=db))
    page = html.fromstring(block.student_view().content)
    assert page.xpath("string(//button[@data-do='go'])") == "Go on"
    assert page.xpath("string(//@data-seq)") == "2"
    player = Player(block)
    player("go")
    assert player.scene == "door"


def test_reading_counts_as_much_as_playing() -> None:
    platform = Platform()
    Player(talk(platform))("read")
    assert platform.of("completion") == [{"completion": 1.0}] and not platform.of("grade")


def test_all_of_it_can_be_read_without_a_script() -> None:
    page = html.fromstring(talk().student_view().content)
    reading = page.xpath("//details[@class='mb-reading']")[0]
    words = " ".join(reading.text_content().split())
    for said in (
        "Here. I won’t need it.",
        "Try the promise again.",
        "You asked.",
        "Write it down.",
    ):
        assert said in words
    ids = set(page.xpath("//@id"))
    assert {href[1:] for href in reading.xpath(".//@href")} <= ids
    assert page.xpath("//noscript") and not page.xpath("//script | //iframe | //style")
    assert all(node.get("hidden") is not None for node in page.xpath("//p[.//button]"))


def test_import_and_export_change_nothing() -> None:
    block = talk()
    once = exported(block)
    again = exported(Platform().block(ScenarioXBlock, once))
    assert once == again
    node = etree.fromstring(once)
    assert node.get("display_name") == "A talk" and node.get("weight") == "2.0"
    given = etree.fromstring(STORY, etree.XMLParser(remove_blank_text=True))
    held = etree.tostring(node.find("scenario"), method="c14n")
    assert held == etree.tostring(given, method="c14n")
    laid_out = etree.fromstring(once)
    etree.indent(laid_out)  # the platform's export does so
    assert exported(Platform().block(ScenarioXBlock, etree.tostring(laid_out))) == once


def test_words_come_in_the_platforms_language() -> None:
    player = Player(talk(Platform(language="fr")))
    player("go")
    assert player.text("//*[@class='mb-ask']") == "Que dites-vous ou que faites-vous ?"


def test_what_apps_get() -> None:
    block = talk()
    data = block.student_view_data()
    assert data["display_name"] == "A talk" and "I won’t need it" in data["reading"]
    assert block.has_support(block.student_view, "multi_device")


@pytest.mark.parametrize("data", ["", "<scenario language='en'/>", "<other/>"])
def test_data_that_cannot_be_read_is_said_so(data: str) -> None:
    block = talk(data=data)
    assert "cannot be shown" in block.student_view().content
    assert block.student_view_data()["reading"] == ""
    assert [m.type for m in block.validate().messages] == ["error"]
