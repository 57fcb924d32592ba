"""IMS Simple Sequencing with ADL's additions, as SCORM 2004 manifests have it (REQ_31, REQ_32)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from moocbuild.archive.refused import shown
from moocbuild.inspect.findings import Findings
from moocbuild.inspect.manifest import Manifest, said, tag
from moocbuild.inspect.structure import BOOLEANS

IMSSS = "http://www.imsglobal.org/xsd/imsss"
_ADL = "http://www.adlnet.org/xsd/adlseq_v1p3"
_CONDITIONS = frozenset(
    {
        "satisfied",
        "objectiveStatusKnown",
        "objectiveMeasureKnown",
        "completed",
        "activityProgressKnown",
        "attempted",
        "attemptLimitExceeded",
        "timeLimitExceeded",
        "outsideAvailableTimeRange",
    }
)
_TIMINGS = frozenset({"never", "once", "onEachNewAttempt"})
_REQUIRED = frozenset({"always", "ifAttempted", "ifNotSkipped", "ifNotSuspended"})
_TOKENS: Mapping[tuple[str, str], frozenset[str]] = {
    ("ruleConditions", "conditionCombination"): frozenset({"all", "any"}),
    ("rollupConditions", "conditionCombination"): frozenset({"all", "any"}),
    ("ruleCondition", "operator"): frozenset({"not", "noOp"}),
    ("rollupCondition", "operator"): frozenset({"not", "noOp"}),
    ("ruleCondition", "condition"): _CONDITIONS
    | {"objectiveMeasureGreaterThan", "objectiveMeasureLessThan", "always"},
    ("rollupCondition", "condition"): _CONDITIONS,
    ("rollupRule", "childActivitySet"): frozenset(
        {"all", "any", "none", "atLeastCount", "atLeastPercent"}
    ),
    ("rollupAction", "action"): frozenset(
        {"satisfied", "notSatisfied", "completed", "incomplete"}
    ),
    ("randomizationControls", "randomizationTiming"): _TIMINGS,
    ("randomizationControls", "selectionTiming"): _TIMINGS,
    ("rollupConsiderations", "requiredForSatisfied"): _REQUIRED,
    ("rollupConsiderations", "requiredForNotSatisfied"): _REQUIRED,
    ("rollupConsiderations", "requiredForCompleted"): _REQUIRED,
    ("rollupConsiderations", "requiredForIncomplete"): _REQUIRED,
}
_ACTIONS: Mapping[str, frozenset[str]] = {
    "preConditionRule": frozenset(
        {"skip", "disabled", "hiddenFromChoice", "stopForwardTraversal"}
    ),
    "exitConditionRule": frozenset({"exit"}),
    "postConditionRule": frozenset(
        {"exitParent", "exitAll", "retry", "retryAll", "continue", "previous"}
    ),
}
_BOOLEANS: Mapping[str, tuple[str, ...]] = {
    "controlMode": (
        "choice",
        "choiceExit",
        "flow",
        "forwardOnly",
        "useCurrentAttemptObjectiveInfo",
        "useCurrentAttemptProgressInfo",
    ),
    "rollupRules": ("rollupObjectiveSatisfied", "rollupProgressCompletion"),
    "deliveryControls": ("tracked", "completionSetByContent", "objectiveSetByContent"),
    "randomizationControls": ("reorderChildren",),
    "constrainedChoiceConsiderations": ("preventActivation", "constrainChoice"),
    "rollupConsiderations": ("measureSatisfactionIfActive",),
    "primaryObjective": ("satisfiedByMeasure",),
    "objective": ("satisfiedByMeasure",),
}
_MAPS = re.compile("(?:read|write)[A-Z]")
_NUMBERS: Mapping[tuple[str, str], tuple[float, float]] = {
    ("ruleCondition", "measureThreshold"): (-1, 1),
    ("rollupRule", "minimumPercent"): (0, 1),
    ("rollupRule", "minimumCount"): (0, 1e9),
    ("rollupRules", "objectiveMeasureWeight"): (0, 1),
    ("limitConditions", "attemptLimit"): (0, 1e9),
    ("randomizationControls", "selectCount"): (0, 1e9),
}
_DECIMAL = re.compile(r"[+-]?\d{1,9}(?:\.\d{0,20})?")
_PARTS = frozenset(
    {
        "controlMode",
        "sequencingRules",
        "limitConditions",
        "auxiliaryResources",
        "rollupRules",
        "objectives",
        "randomizationControls",
        "deliveryControls",
        "constrainedChoiceConsiderations",
        "rollupConsiderations",
    }
)
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "preConditionRule": ("ruleConditions", "ruleAction"),
    "exitConditionRule": ("ruleConditions", "ruleAction"),
    "postConditionRule": ("ruleConditions", "ruleAction"),
    "ruleConditions": ("ruleCondition",),
    "rollupRule": ("rollupConditions", "rollupAction"),
    "rollupConditions": ("rollupCondition",),
}
_ATTRIBUTES: Mapping[str, str] = {
    "ruleCondition": "condition",
    "rollupCondition": "condition",
    "ruleAction": "action",
    "rollupAction": "action",
    "mapInfo": "targetObjectiveID",
    "objective": "objectiveID",
}


def check_sequencing(manifest: Manifest, found: Findings) -> None:
    """Every `sequencing` of a manifest, where it stands and what is in it."""
    collections = manifest.root.findall(f"{{{IMSSS}}}sequencingCollection")
    for second in collections[1:]:
        found.add("collection", second, "a second sequencingCollection")
    shared = {
        str(each.get("ID", "")).strip(): each
        for collection in collections
        for each in collection.findall(f"{{{IMSSS}}}sequencing")
    }
    for sequencing in manifest.root.iter(f"{{{IMSSS}}}sequencing"):
        _place(sequencing, shared, found)
        _once(sequencing, found)
        _objectives(sequencing, shared, found)
        for element in sequencing.iterdescendants(etree.Element):
            namespace, name = tag(element)
            if namespace in (IMSSS, _ADL):
                _element(element, name, namespace, found)


def _place(
    sequencing: etree._Element, shared: Mapping[str, etree._Element], found: Findings
) -> None:
    parent = sequencing.getparent()
    where = "" if parent is None else tag(parent)[1]
    if where not in ("organization", "item", "sequencingCollection"):
        found.add("sequencing-place", sequencing, f"sequencing in '{shown(where)}'")
    in_collection = where == "sequencingCollection"
    if in_collection is not ("ID" in sequencing.attrib):
        has = "has no ID" if in_collection else "has an ID"
        found.add("sequencing-id", sequencing, f"a sequencing in '{shown(where)}' {has}")
    refers = str(sequencing.get("IDRef", "")).strip()
    if refers and refers not in shared:
        message = f"no sequencing of the sequencingCollection has the ID '{shown(refers)}'"
        found.add("sequencing-leads", sequencing, message)


def _once(sequencing: etree._Element, found: Findings) -> None:
    seen: set[tuple[str, str]] = set()
    for child in sequencing.iterchildren(etree.Element):
        if (name := tag(child)) in seen and name[1] in _PARTS:
            found.add("sequencing-once", child, f"a second '{name[1]}' in sequencing")
        seen.add(name)


def _objectives(
    sequencing: etree._Element, shared: Mapping[str, etree._Element], found: Findings
) -> None:
    """Objectives differ, and conditions refer to them."""
    refers = shared.get(str(sequencing.get("IDRef", "")).strip())
    known = set(_ids(sequencing)) | set(() if refers is None else _ids(refers))
    for objectives in sequencing.findall(f"{{{IMSSS}}}objectives"):
        if objectives.find(f"{{{IMSSS}}}primaryObjective") is None:
            found.add("sequencing-needs", objectives, "objectives without a primaryObjective")
    for id, count in Counter(_ids(sequencing)).items():
        if count > 1:
            found.add("objective-unique", sequencing, f"{count} objectives are '{shown(id)}'")
    if sequencing in shared.values():
        return  # its conditions may refer to objectives of the activities that use it
    for condition in sequencing.iter(f"{{{IMSSS}}}ruleCondition"):
        wanted = str(condition.get("referencedObjective", "")).strip()
        if wanted and wanted not in known:
            message = f"the activity has no objective '{shown(wanted)}'"
            found.add("objective-leads", condition, message)


def _ids(sequencing: etree._Element) -> Iterator[str]:
    for each in sequencing.iterfind(f"{{{IMSSS}}}objectives/*"):
        if id := str(each.get("objectiveID", "")).strip():
            yield id


def _element(element: etree._Element, name: str, namespace: str, found: Findings) -> None:
    for needed in _NEEDS.get(name, ()):
        if element.find(f"{{{IMSSS}}}{needed}") is None:
            found.add("sequencing-needs", element, f"'{name}' without '{needed}'")
    attribute = _ATTRIBUTES.get(name)
    if attribute and not str(element.get(attribute, "")).strip():
        found.add("sequencing-attribute", element, f"'{name}' without '{attribute}'")
    for key, value in element.attrib.items():
        _attribute(element, name, str(key), str(value).strip(), found)
    if name == "minNormalizedMeasure" and not is_number(said(element), -1, 1):
        _number(element, name, said(element), (-1, 1), found)


def _attribute(element: etree._Element, name: str, key: str, value: str, found: Findings) -> None:
    booleans = _BOOLEANS.get(name, ())
    is_map = name == "mapInfo" and _MAPS.match(key)
    if (key in booleans or is_map) and value not in BOOLEANS:
        message = f"{key} of '{name}' is '{shown(value)}', not true or false"
        found.add("sequencing-boolean", element, message)
    tokens = _TOKENS.get((name, key))
    if (name, key) == ("ruleAction", "action"):
        parent = element.getparent()
        tokens = None if parent is None else _ACTIONS.get(tag(parent)[1])
    if tokens is not None and value not in tokens:
        message = f"{key} of '{name}' is '{shown(value)}', not one of {', '.join(sorted(tokens))}"
        found.add("sequencing-token", element, message)
    limits = _NUMBERS.get((name, key))
    if limits and not is_number(value, *limits):
        _number(element, f"{key} of '{name}'", value, limits, found)


def _number(
    element: etree._Element, what: str, value: str, limits: tuple[float, float], found: Findings
) -> None:
    low, high = limits
    message = f"{what} is '{shown(value)}', not a number from {low:g} to {high:g}"
    found.add("sequencing-number", element, message)


def is_number(words: str, low: float, high: float) -> bool:
    """Whether `words` are a decimal number within these limits."""
    return bool(_DECIMAL.fullmatch(words)) and low <= float(words) <= high
