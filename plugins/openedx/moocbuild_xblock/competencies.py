"""`moocbuild_competencies`: what a learner has shown so far, a journal on the device, help lines.

It keeps nothing of anybody: the map is counted anew from what the platform keeps of the course's
problems and simulations, and the journal never leaves the device.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from web_fragments.fragment import Fragment
from xblock.completable import XBlockCompletionMode
from xblock.core import XBlock
from xblock.fields import Scope, String

from moocbuild_xblock.chart import ROOT, Chart, Item, pieces, read_chart
from moocbuild_xblock.evidence import Evidence, evidence_of
from moocbuild_xblock.inline import N_, InlineData
from moocbuild_xblock.pages import render
from moocbuild_xblock.xmldata import BadDataError

_LEVELS = {
    "unseen": N_("Not seen yet"),
    "emerging": N_("Emerging"),
    "developing": N_("Developing"),
    "shown": N_("Shown"),
}


class CompetenciesXBlock(InlineData):
    """See the module."""

    DATA = ROOT
    SCRIPTS = ("journal.js", "competencies.js")

    completion_mode = XBlockCompletionMode.EXCLUDED

    display_name = String(
        display_name=N_("Display name"), default=N_("My competencies"), scope=Scope.settings
    )

    @XBlock.supports("multi_device")
    def student_view(self, context: object = None) -> Fragment:
        """The map of who looks at it: whole without a script, but for writing and files."""
        chart = self._chart()
        if chart is None:
            return Fragment(render("unreadable.html", self.speech(), title=self.display_name))
        html = render(
            "competencies.html",
            self.speech(),
            title=self.display_name,
            chart=chart,
            id=self.html_id(),
            groups=self._groups(chart),
        )
        return self.fragment(html, "MoocbuildCompetencies", self._told())

    def student_view_data(self, context: object = None) -> dict[str, Any]:
        """For apps: the items and the help lines. Kept by the platform for all learners alike."""
        chart = self._chart()
        if chart is None:
            return {"display_name": self.display_name, "items": [], "help": []}
        items = [item for category in chart.categories for item in category.items if item.asked]
        return {
            "display_name": self.display_name,
            "items": [{"code": item.code, "label": item.label} for item in items],
            "help": [{"country": each.country, "number": each.number} for each in chart.lines],
        }

    def _groups(self, chart: Chart) -> list[tuple[str, str, list[tuple[Item, str, str, str]]]]:
        """(code, title, rows) of each category; a row: item, level, its words, its evidence."""
        found = evidence_of(pieces(chart, self._state_of), chart.in_final())
        groups = []
        for category in chart.categories:
            rows = [self._row(item, found.get(item.code)) for item in category.items if item.asked]
            if rows:
                groups.append((category.code, category.title, rows))
        return groups

    def _row(self, item: Item, evidence: Evidence | None) -> tuple[Item, str, str, str]:
        say = self.speech().gettext
        level = evidence.state if evidence else "unseen"
        counts = []
        if evidence and evidence.questions:
            counts.append(say("questions: {n}").format(n=evidence.questions))
        if evidence and evidence.scenes:
            counts.append(say("simulations: {n}").format(n=evidence.scenes))
        return item, level, say(_LEVELS[level]), ", ".join(counts)

    def _state_of(self, type: str, name: str) -> Mapping[str, Any]:
        """What the platform keeps of this learner in another block of the course."""
        states = self.service("user_state")
        learner = self.learner().get("edx-platform.username")
        course = getattr(self.scope_ids.usage_id, "context_key", None)
        if states is None or not learner or course is None:
            return {}
        try:
            state = states.get_state_as_dict(learner, course.make_usage_key(type, name))
        except (TypeError, ValueError):  # a row of the platform's that holds no JSON
            return {}
        return state if isinstance(state, Mapping) else {}

    def _told(self) -> dict[str, Any]:
        say = self.speech().gettext
        return {
            "journal": self.device_key(),
            "words": {
                "saved": say("Kept on this device."),
                "notSaved": say("This device keeps nothing. Save or copy your words."),
                "eraseSure": say("Delete what you wrote here?"),
                "earlier": say("From an earlier version of the course"),
            },
        }

    def _chart(self) -> Chart | None:
        try:
            return read_chart(self.content)
        except BadDataError:
            return None
