"""`moocbuild_scenario`: a branching simulation, played on the server.

The browser says which choice was taken; the server knows the way, what it shows, and the score.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from web_fragments.fragment import Fragment
from webob import Request, Response
from xblock.completable import CompletableXBlockMixin
from xblock.core import XBlock
from xblock.fields import Boolean, Dict, Float, Integer, List, Scope, String
from xblock.scorable import ScorableXBlockMixin, Score

from moocbuild_xblock.evidence import mean, run_shares
from moocbuild_xblock.inline import N_, InlineData
from moocbuild_xblock.pages import render
from moocbuild_xblock.play import Step, kept, mood, moved, signs, walk
from moocbuild_xblock.story import ROOT, Story, read_story
from moocbuild_xblock.wire import RefusedError, answer, body_of, refusal
from moocbuild_xblock.xmldata import BadDataError

_LONGEST = 2000
"""Bytes of a move."""
_AHEAD = 1000
"""How far a sequence number may run ahead: windows that wait have sent less."""
_MARKS = (N_("Not yet"), N_("Workable"), N_("Fits well"))


@dataclass(frozen=True, slots=True)
class Move:
    """do: go, take, back, again, stop or read. scene, choice: what was taken, else ""."""

    seq: int
    do: str
    scene: str
    choice: str


class ScenarioXBlock(ScorableXBlockMixin, CompletableXBlockMixin, InlineData):
    """See the module."""

    DATA = ROOT
    SCRIPTS = ("journal.js", "scenario.js")
    SETTINGS = ("display_name", "weight")

    display_name = String(
        display_name=N_("Display name"), default=N_("Simulation"), scope=Scope.settings
    )
    weight = Float(
        display_name=N_("Weight"),
        help=N_("What the simulation is worth where its subsection is graded."),
        default=1.0,
        scope=Scope.settings,
    )

    seq = Integer(help="Number of the last move", default=0, scope=Scope.user_state)
    path = List(help="The choices taken", default=[], scope=Scope.user_state)
    ended = Boolean(help="Whether an ending was reached", default=False, scope=Scope.user_state)
    best = Dict(help="Shares by item of the best run", default={}, scope=Scope.user_state)
    score = Float(help="What the best run is worth", default=None, scope=Scope.user_state)

    # --- views ---------------------------------------------------------------------------

    @XBlock.supports("multi_device")
    def student_view(self, context: object = None) -> Fragment:
        """The start page, help, and the text version: whole without a script."""
        story = self._story()
        if story is None:
            return Fragment(render("unreadable.html", self.speech(), title=self.display_name))
        html = render(
            "scenario.html",
            self.speech(),
            title=self.display_name,
            story=story,
            id=self.html_id(),
            seq=self.seq,
            opening=self._opening(story, walk(story, self.path), stopped=False),
        )
        return self.fragment(html, "MoocbuildScenario", self._told())

    def student_view_data(self, context: object = None) -> dict[str, Any]:
        """For apps: what the simulation is, as text."""
        story = self._story()
        text = render("reading.html", self.speech(), story=story, id="") if story else ""
        return {"display_name": self.display_name, "reading": self.linked(text)}

    # --- moves ---------------------------------------------------------------------------

    @XBlock.handler
    def act(self, request: Request, suffix: str = "") -> Response:
        """One move of the learner. An old one, or one sent twice, changes nothing."""
        try:
            move = _move(body_of(request, _LONGEST, ("seq", "do", "scene", "choice")))
            story = self._story()
            if story is None:
                raise RefusedError(409, "the data of this block cannot be read")
            if move.seq > self.seq + _AHEAD:
                raise RefusedError(400, "a number that cannot be")
        except RefusedError as refused:
            return refusal(refused)
        steps = walk(story, self.path)
        if move.seq <= self.seq:
            return self._answer(self._talk(story, steps), stale=True)
        here = move.do != "take" or steps[-1].scene.id == move.scene
        path = moved(steps, move.do, move.choice) if here else None
        if path is None:
            return self._answer(self._talk(story, steps), status=409)
        return self._made(move, story, walk(story, path))

    def _made(self, move: Move, story: Story, steps: list[Step]) -> Response:
        """Keeps a move that can be made, with what follows from it."""
        self.seq = move.seq
        self.path = kept(steps)
        if move.do == "take" and steps[-1].scene.end:
            self._finish(story, steps)
        if move.do == "read":
            self.emit_completion(1.0)
        if move.do in ("stop", "read"):
            return self._answer(self._opening(story, steps, stopped=move.do == "stop"))
        return self._answer(self._talk(story, steps))

    def _finish(self, story: Story, steps: list[Step]) -> None:
        shares = run_shares(signs(steps))
        worth = mean(shares) if shares or _shows(story) else 1.0
        if self.score is None or worth >= self.score:
            self.best = shares
            self.score = worth
            self._publish_grade(self.get_score())
        self.ended = True
        self.emit_completion(1.0)

    # --- what a learner sees -------------------------------------------------------------

    def _opening(self, story: Story, steps: list[Step], stopped: bool) -> str:
        begun = len(steps) > 1 and not steps[-1].scene.end
        again = self.ended and not begun
        values = {"story": story, "begun": begun, "again": again, "stopped": stopped}
        return render("opening.html", self.speech(), **values)

    def _talk(self, story: Story, steps: list[Step]) -> str:
        now = steps[-1].scene
        return render(
            "talk.html",
            self.speech(),
            story=story,
            id=self.html_id(),
            past=steps[:-1],
            now=now,
            closed=[c.id for c in now.choices if moved(steps, "take", c.id) is None],
            mood=mood(story, steps),
            showed=self._showed(story, steps) if now.end else [],
        )

    def _showed(self, story: Story, steps: list[Step]) -> list[tuple[str, str, str]]:
        """(label, code, counts in words) of each item that this run showed, best marks first."""
        say = self.speech().gettext
        found = signs(steps)
        rows = []
        for code in run_shares(found):
            values = [value for item, value in found if item == code]
            counts = [
                f"{say(_MARKS[value])}: {values.count(value)}"
                for value in (2, 1, 0)
                if value in values
            ]
            rows.append((story.labels.get(code, code), code, ", ".join(counts)))
        return rows

    def _answer(self, html: str, *, stale: bool = False, status: int = 200) -> Response:
        value = {"seq": self.seq, "stale": stale, "html": self.linked(html)}
        return answer(value, status)

    def _told(self) -> dict[str, Any]:
        """What the script is told: nothing of the story."""
        say = self.speech().gettext
        return {
            "journal": self.device_key(),
            "words": {
                "offline": say("There is no connection at the moment. Your place is safe."),
                "back": say("The connection is back."),
                "signedOut": say(
                    "This did not work. Sign in again or reload this page: your place is safe."
                ),
                "otherTab": say("This page was open in another window, which was further on."),
                "saved": say("Kept on this device."),
                "notSaved": say("This device keeps nothing. Save or copy your words."),
                "erase": say("Delete my words"),
                "eraseSure": say("Delete what you wrote here?"),
            },
        }

    def _story(self) -> Story | None:
        try:
            return read_story(self.content)
        except BadDataError:
            return None

    # --- score ---------------------------------------------------------------------------

    def max_score(self) -> float:
        """A run is worth 1 at most; the platform weighs it."""
        return 1.0

    def has_submitted_answer(self) -> bool:
        """Whether an ending was ever reached."""
        return bool(self.ended)

    def get_score(self) -> Score:
        """Of the best run."""
        return Score(raw_earned=self.score or 0.0, raw_possible=self.max_score())

    def set_score(self, score: Score) -> None:
        """Staff of the course may set another."""
        self.score = score.raw_earned / score.raw_possible if score.raw_possible else 0.0

    def calculate_score(self) -> Score:
        """From what the best run showed."""
        worth = mean(self.best) if self.best else self.score or 0.0
        return Score(raw_earned=worth, raw_possible=self.max_score())

    def publish_grade(
        self, score: Score | None = None, only_if_higher: bool | None = None
    ) -> None:
        """Tells the gradebook."""
        self._publish_grade(score or self.get_score(), only_if_higher)


def _move(body: dict[str, Any]) -> Move:
    seq, do = body.get("seq"), body.get("do")
    if isinstance(seq, bool) or not isinstance(seq, int) or seq < 1:
        raise RefusedError(400, "seq is no whole number from 1")
    if do not in ("go", "take", "back", "again", "stop", "read"):
        raise RefusedError(400, "no such move")
    scene, choice = body.get("scene", ""), body.get("choice", "")
    if not isinstance(scene, str) or not isinstance(choice, str):
        raise RefusedError(400, "scene and choice are texts")
    return Move(seq, do, scene, choice)


def _shows(story: Story) -> bool:
    """Whether any choice is evidence for anything."""
    return any(choice.shows for scene in story.scenes.values() for choice in scene.choices)
