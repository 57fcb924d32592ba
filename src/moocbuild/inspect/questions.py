"""Questions as Common Cartridge profiles them from QTI 1.2.1."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from moocbuild.archive.refused import shown
from moocbuild.inspect.manifest import said, tag

Add = Callable[[str, etree._Element, str], None]
"""Key of a clause, element, message."""

PROFILES: Mapping[str, str] = {
    "cc.multiple_choice.v0p1": "Single",
    "cc.multiple_response.v0p1": "Multiple",
    "cc.true_false.v0p1": "Single",
    "cc.fib.v0p1": "",
    "cc.pattern_match.v0p1": "",
    "cc.essay.v0p1": "",
}
"""Profile → the rcardinality of its response."""
_LABELS = frozenset(
    {
        "cc_profile",
        "qmd_assessmenttype",
        "qmd_scoretype",
        "qmd_feedbackpermitted",
        "qmd_hintspermitted",
        "qmd_solutionspermitted",
        "qmd_timelimit",
        "cc_allow_late_submission",
        "cc_maxattempts",
    }
)
_FEW = 3
_ESSAY = "cc.essay.v0p1"


def check_questions(root: etree._Element, add: Add, *, is_bank: bool) -> None:
    """A `questestinterop`: one assessment with one section, or one bank."""
    wanted = "objectbank" if is_bank else "assessment"
    around = next(root.iterchildren(f"{{*}}{wanted}"), None)
    if tag(root)[1] != "questestinterop" or around is None:
        add("qti-root", root, f"the file has no '{wanted}' in a 'questestinterop'")
        return
    items = list(around.iter("{*}item"))
    if not is_bank:
        _assessment(around, add)
    if not items and not is_bank:
        add("qti-items", around, "the assessment has no question")
    seen: set[str] = set()
    for item in items:
        ident = str(item.get("ident", "")).strip()
        if not ident or ident in seen:
            add("qti-unique", item, f"a question has the ident '{shown(ident)}' of another one")
        seen.add(ident)
        _Question(item, add).check()


def _assessment(around: etree._Element, add: Add) -> None:
    sections = list(around.iterchildren("{*}section"))
    if len(sections) != 1 or next(sections[0].iterchildren("{*}section"), None) is not None:
        add("qti-section", around, "the assessment has not one section with questions")
    metadata = list(around.iterchildren("{*}qtimetadata"))
    profiles = [value for each in metadata for value in fields(each, "cc_profile")]
    if profiles != ["cc.exam.v0p1"]:
        said_ = shown(", ".join(profiles)) or "none"
        add("qti-exam", around, f"the cc_profile of the assessment is {said_}")
    for field in (each for one in metadata for each in one.iter("{*}fieldlabel")):
        if said(field) not in _LABELS:
            add("qti-labels", field, f"the assessment has the label '{shown(said(field))}'")


def fields(metadata: etree._Element, label: str) -> Iterator[str]:
    """Values of the `qtimetadatafield`s with this label."""
    for each in metadata.iter("{*}qtimetadatafield"):
        if said(each.find("{*}fieldlabel")) == label:
            yield said(each.find("{*}fieldentry"))


class _Question:
    def __init__(self, item: etree._Element, add: Add) -> None:
        self._item, self._add = item, add
        self._name = f"'{shown(str(item.get('title') or item.get('ident', '')))}'"
        metadata = item.find("{*}itemmetadata")
        found = [] if metadata is None else list(fields(metadata, "cc_profile"))
        self._profiles = found
        self._profile = found[0] if found else ""

    def check(self) -> None:
        """All that is asked of one question."""
        if len(self._profiles) != 1 or self._profile not in PROFILES:
            what = shown(", ".join(self._profiles)) or "none"
            self._add("qti-profile", self._item, f"the cc_profile of {self._name} is {what}")
        presentation = next(self._item.iter("{*}presentation"), None)
        if presentation is None:
            self._add("qti-presentation", self._item, f"{self._name} has no presentation")
            return
        self._choices(presentation)
        self._scoring(presentation)
        self._feedback()

    def _choices(self, presentation: etree._Element) -> None:
        for response in presentation.iter("{*}response_lid"):
            wanted = PROFILES.get(self._profile, "")
            cardinality = str(response.get("rcardinality", "Single"))
            if wanted and cardinality != wanted:
                message = f"{self._name} is {shown(cardinality)}, not {wanted}"
                self._add("qti-cardinality", response, message)
            count = sum(1 for _ in response.iter("{*}response_label"))
            exact = self._profile == "cc.true_false.v0p1"
            if wanted and (count != 2 if exact else count < 2):
                self._add("qti-choices", response, f"{self._name} has {count} choices")
            elif self._profile == "cc.multiple_choice.v0p1" and count < _FEW:
                self._add("qti-few", response, f"{self._name} has {count} choices")

    def _scoring(self, presentation: etree._Element) -> None:
        labels = {
            str(label.get("ident", "")).strip(): None
            for response in presentation.iter("{*}response_lid")
            for label in response.iter("{*}response_label")
        }
        conditions = list(self._item.iter("{*}respcondition"))
        if not conditions and self._profile in PROFILES and self._profile != _ESSAY:
            self._add("qti-scoring", self._item, f"nothing says how {self._name} is scored")
        for equal in self._item.iter("{*}varequal") if labels else ():
            if said(equal) not in labels:
                message = f"{self._name} has no choice '{shown(said(equal))}'"
                self._add("qti-answer", equal, message)

    def _feedback(self) -> None:
        known = {str(each.get("ident", "")) for each in self._item.iter("{*}itemfeedback")}
        for shown_ in self._item.iter("{*}displayfeedback"):
            wanted = str(shown_.get("linkrefid", ""))
            if wanted not in known:
                message = f"{self._name} has no feedback '{shown(wanted)}'"
                self._add("qti-feedback", shown_, message)
