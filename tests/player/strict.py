"""What a SCO may say to an LMS, as strictly as the strictest: the oracle of the browser tests.

scorm-again forgives much (long suspend_data, wrong words, blanks in ids), so every call is
recorded and judged here: element known, readable or writable, value valid, lists without gaps,
what must come first comes first, nothing unsaved at the end. Some rules are our own: 4,096
characters of suspend_data in 2004 too, the score before the status, no status taken back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

Valid = Callable[[str], bool]


@dataclass(frozen=True)
class Call:
    """One call as recorded by the LMS page. verb: without the "LMS" of SCORM 1.2."""

    verb: str
    element: str = ""
    value: str = ""
    result: str = "true"
    error: str = "0"


def complaints(version: str, calls: Iterable[Call]) -> list[str]:
    """Everything that is wrong with these calls of one session, in order."""
    session = _Session(_RULES[version])
    found = [
        f"{n}: {c.verb} {c.element} {c.value[:60]!r}: {text}"
        for n, c in enumerate(calls)
        for text in session.take(c)
    ]
    return found + list(session.at_end())


# --- values ------------------------------------------------------------------------------------


def _like(pattern: str, longest: int = 1 << 20) -> Valid:
    whole = re.compile(pattern)
    return lambda value: len(value) <= longest and whole.fullmatch(value) is not None


def _one_of(*words: str) -> Valid:
    return lambda value: value in words


def _text(longest: int) -> Valid:
    return _like(r"[^\x00-\x1f\x7f]*", longest)


def _number(low: float, high: float) -> Valid:
    form = _like(r"-?\d+(\.\d+)?", 20)
    return lambda value: form(value) and low <= float(value) <= high


def _or(*valid: Valid) -> Valid:
    return lambda value: any(one(value) for one in valid)


_PERCENT = _number(0, 100)
_ANY_NUMBER = _number(-1e15, 1e15)
_SPAN_12 = _like(r"\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?")
_CLOCK_12 = _like(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?")
_ID_12 = _like(r"[!-~]+", 255)
_SPAN_2004 = _like(r"PT(?=\d)(\d+H)?([0-9]+M)?(\d+(\.\d{1,2})?S)?")
_STAMP = _like(
    r"(19[7-9]\d|20[0-2]\d|203[0-8])-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2}(Z|[+-]\d\d(:\d\d)?)?)?"
)
_ID_2004 = _like(r"[A-Za-z0-9_.:-]+", 4000)
_SHORT = r"[A-Za-z0-9_]{1,250}"
_REAL = r"-?\d{1,17}(\.\d{1,7})?"

# Syntax of answers and of right answers by the type of the interaction.
_ANSWER_12: Mapping[str, Valid] = {
    "true-false": _like("[01tf]"),
    "choice": _like("[a-z0-9](,[a-z0-9])*", 255),
    "fill-in": _text(255),
    "numeric": _like(r"-?\d+(\.\d+)?", 255),
    "matching": _like(r"[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*", 255),
    "sequencing": _like("[a-z0-9](,[a-z0-9])*", 255),
    "performance": _text(255),
    "likert": _like("[a-z0-9]?"),
}
_LIST = rf"{_SHORT}(\[,\]{_SHORT})*"
_PLAIN = r"[^\x00-\x1f\x7f{}]{0,250}"
_ANSWER_2004: Mapping[str, Valid] = {
    "true-false": _one_of("true", "false"),
    "choice": _like(_LIST),
    "fill-in": lambda v: _like(_PLAIN)(v) and not re.search(r"\[[.:]\]", v),
    "numeric": _like(_REAL),
    "matching": _like(rf"{_SHORT}\[\.\]{_SHORT}(\[,\]{_SHORT}\[\.\]{_SHORT})*"),
    "sequencing": _like(_LIST),
    "likert": _like(_SHORT),
}
_PATTERN_2004: Mapping[str, Valid] = {
    **_ANSWER_2004,
    "fill-in": _like(rf"(\{{case_matters=(true|false)\}})?{_PLAIN}"),
    "numeric": lambda v: _like(rf"({_REAL})?\[:\]({_REAL})?")(v) and _rising(v),
}


def _rising(pattern: str) -> bool:
    low, high = (part or None for part in pattern.split("[:]"))
    return low is None or high is None or float(low) <= float(high)


# --- elements ----------------------------------------------------------------------------------

# One row an element: the pattern of its name, "r", "w" or "rw", what it may hold.
_Row = tuple[str, str, Valid]
_N = r"\.\d+\."
_LISTS = r"_children|_count"


@dataclass(frozen=True)
class _Rules:
    rows: tuple[_Row, ...]
    answers: Mapping[str, Valid]
    patterns: Mapping[str, Valid]
    status: tuple[str, ...]
    score: str
    strict_order: bool
    """2004: a type before patterns, no pattern twice."""

    def row(self, element: str) -> _Row | None:
        return next((row for row in self.rows if re.fullmatch(row[0], element)), None)


def _never(value: str) -> bool:
    return False


_RULES: Mapping[str, _Rules] = {
    "1.2": _Rules(
        (
            (
                r"cmi\.core\.(student_id|student_name|credit|entry|total_time|lesson_mode)",
                "r",
                _never,
            ),
            (rf"cmi\.(core|core\.score|objectives|interactions)\.({_LISTS})", "r", _never),
            (r"cmi\.launch_data", "r", _never),
            (r"cmi\.core\.lesson_location", "rw", _text(255)),
            (
                r"cmi\.core\.lesson_status",
                "rw",
                _one_of("passed", "completed", "failed", "incomplete", "browsed"),
            ),
            (r"cmi\.core\.score\.(raw|min|max)", "rw", _or(_PERCENT, _one_of(""))),
            (r"cmi\.core\.exit", "w", _one_of("", "time-out", "suspend", "logout")),
            (r"cmi\.core\.session_time", "w", _SPAN_12),
            (r"cmi\.suspend_data", "rw", _like(r"[ -~]*", 4096)),
            (rf"cmi\.objectives{_N}id", "rw", _ID_12),
            (rf"cmi\.objectives{_N}score\.(raw|min|max)", "rw", _or(_PERCENT, _one_of(""))),
            (
                rf"cmi\.objectives{_N}status",
                "rw",
                _one_of("passed", "completed", "failed", "incomplete", "browsed", "not attempted"),
            ),
            (rf"cmi\.interactions{_N}(id|objectives{_N}id)", "w", _ID_12),
            (rf"cmi\.interactions{_N}time", "w", _CLOCK_12),
            (rf"cmi\.interactions{_N}type", "w", _one_of(*_ANSWER_12)),
            (rf"cmi\.interactions{_N}correct_responses{_N}pattern", "w", _text(255)),
            (rf"cmi\.interactions{_N}weighting", "w", _ANY_NUMBER),
            (rf"cmi\.interactions{_N}student_response", "w", _text(255)),
            (
                rf"cmi\.interactions{_N}result",
                "w",
                _or(_one_of("correct", "wrong", "unanticipated", "neutral"), _ANY_NUMBER),
            ),
            (rf"cmi\.interactions{_N}latency", "w", _SPAN_12),
        ),
        _ANSWER_12,
        _ANSWER_12,
        ("cmi.core.lesson_status",),
        "cmi.core.score.",
        False,
    ),
    "2004": _Rules(
        (
            (r"cmi\.(_version|learner_id|learner_name|credit|entry|total_time|mode)", "r", _never),
            (
                r"cmi\.(launch_data|completion_threshold|scaled_passing_score|max_time_allowed)",
                "r",
                _never,
            ),
            (rf"cmi\.(score|objectives|interactions)\.({_LISTS})", "r", _never),
            (r"cmi\.location", "rw", _text(1000)),
            (
                r"cmi\.completion_status",
                "rw",
                _one_of("completed", "incomplete", "not attempted", "unknown"),
            ),
            (r"cmi\.success_status", "rw", _one_of("passed", "failed", "unknown")),
            (
                r"cmi\.progress_measure",
                "rw",
                lambda v: _number(0, 1)(v) and _like(r"\d(\.\d{1,7})?")(v),
            ),
            (r"cmi\.score\.scaled", "rw", _number(-1, 1)),
            (r"cmi\.score\.(raw|min|max)", "rw", _PERCENT),
            (r"cmi\.exit", "w", _one_of("", "time-out", "suspend", "logout", "normal")),
            (r"cmi\.session_time", "w", _SPAN_2004),
            (r"cmi\.suspend_data", "rw", _like(r"[ -~]*", 4096)),
            (rf"cmi\.objectives{_N}id", "rw", _ID_2004),
            (rf"cmi\.objectives{_N}score\.scaled", "rw", _number(-1, 1)),
            (rf"cmi\.objectives{_N}score\.(raw|min|max)", "rw", _PERCENT),
            (rf"cmi\.objectives{_N}success_status", "rw", _one_of("passed", "failed", "unknown")),
            (
                rf"cmi\.objectives{_N}completion_status",
                "rw",
                _one_of("completed", "incomplete", "not attempted", "unknown"),
            ),
            (rf"cmi\.objectives{_N}progress_measure", "rw", _number(0, 1)),
            (rf"cmi\.objectives{_N}description", "rw", _text(250)),
            (rf"cmi\.interactions{_N}(id|objectives{_N}id)", "rw", _ID_2004),
            (rf"cmi\.interactions{_N}(objectives|correct_responses)\._count", "r", _never),
            (rf"cmi\.interactions{_N}timestamp", "rw", _STAMP),
            (rf"cmi\.interactions{_N}type", "rw", _one_of(*_ANSWER_2004)),
            (rf"cmi\.interactions{_N}correct_responses{_N}pattern", "rw", _text(4000)),
            (rf"cmi\.interactions{_N}weighting", "rw", _ANY_NUMBER),
            (rf"cmi\.interactions{_N}learner_response", "rw", _text(4000)),
            (
                rf"cmi\.interactions{_N}result",
                "rw",
                _or(_one_of("correct", "incorrect", "unanticipated", "neutral"), _like(_REAL)),
            ),
            (rf"cmi\.interactions{_N}latency", "rw", _SPAN_2004),
            (rf"cmi\.interactions{_N}description", "rw", _text(250)),
        ),
        _ANSWER_2004,
        _PATTERN_2004,
        ("cmi.completion_status", "cmi.success_status"),
        "cmi.score.",
        True,
    ),
}
_FINAL = ("passed", "completed")
_ONE_PATTERN = ("numeric", "true-false")


# --- one session -------------------------------------------------------------------------------


@dataclass
class _Session:
    rules: _Rules
    state: str = "new"  # new, open, ended
    unsaved: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    since_commit: list[str] = field(default_factory=list)

    def take(self, call: Call) -> Iterator[str]:
        if call.verb in ("GetLastError", "GetErrorString", "GetDiagnostic"):
            return
        if call.verb == "Initialize":
            yield from self._begin(call)
            return
        if self.state != "open":
            yield f"while the session is {self.state}"
        if call.verb == "SetValue":
            yield from self._set(call)
        elif call.verb == "GetValue":
            yield from self._get(call)
        elif call.verb == "Commit":
            self.unsaved = self.unsaved and call.result != "true"
            self.since_commit.clear()
        elif call.verb == "Terminate":
            self.state = "ended"
        else:
            yield "no such function"

    def at_end(self) -> Iterator[str]:
        if self.unsaved:
            yield "end: values were set and never committed"

    def _begin(self, call: Call) -> Iterator[str]:
        if call.result != "true":
            # A page after the first may find the session begun: that is no fault.
            if call.error not in ("101", "103"):
                yield f"refused with {call.error}"
            return
        if self.state != "new":
            yield f"while the session is {self.state}"
        self.state = "open"

    def _get(self, call: Call) -> Iterator[str]:
        row = self.rules.row(call.element)
        if row is None:
            yield "no such element"
        elif row[1] == "w":
            yield "write-only"
        if call.element.endswith("._count") and call.result.isdigit():
            self.counts.setdefault(call.element.removesuffix("._count"), int(call.result))

    def _set(self, call: Call) -> Iterator[str]:
        self.unsaved = True
        row = self.rules.row(call.element)
        if row is None:
            yield "no such element"
            return
        if row[1] == "r":
            yield "read-only"
        elif not row[2](call.value):
            yield "not a valid value"
        if call.result != "true":
            yield f"refused with {call.error}"
        yield from self._in_lists(call)
        yield from self._answers(call)
        yield from self._order(call)
        self.values[call.element] = call.value
        self.since_commit.append(call.element)

    def _in_lists(self, call: Call) -> Iterator[str]:
        """No gaps; the id first; in 2004 no id of an objective twice."""
        for match in re.finditer(r"\.(\d+)\.", call.element):
            name, n = call.element[: match.start()], int(match[1])
            rest = call.element[match.end() :]
            count = self.counts.get(name, 0)
            if n > count:
                yield f"skips {name}.{count}"
            elif n == count:
                if rest not in ("id", "pattern"):
                    yield f"{name}.{n} has no id yet"
                self.counts[name] = n + 1
            if (
                rest == "id"
                and name.endswith("objectives")
                and any(
                    re.fullmatch(re.escape(name) + r"\.\d+\.id", other)
                    and other != call.element
                    and value == call.value
                    for other, value in self.values.items()
                )
            ):
                yield "an id that another objective has"

    def _answers(self, call: Call) -> Iterator[str]:
        match = re.fullmatch(
            r"(cmi\.interactions\.\d+)\.(student_response|learner_response|"
            r"correct_responses\.(\d+)\.pattern)",
            call.element,
        )
        if match is None:
            return
        kind = self.values.get(f"{match[1]}.type", "")
        if not kind:
            # In 2004 an earlier session may have set it.
            if not self.rules.strict_order or match[3] is not None:
                yield "before the type"
            return
        table = self.rules.patterns if match[3] is not None else self.rules.answers
        if not table[kind](call.value):
            yield f"not a {kind} answer"
        if match[3] is not None and self.rules.strict_order:
            if kind in _ONE_PATTERN and match[3] != "0":
                yield f"a second pattern of a {kind} interaction"
            same = (f"{match[1]}.correct_responses.{n}.pattern" for n in range(int(match[3])))
            if any(self.values.get(other) == call.value for other in same):
                yield "a pattern twice"

    def _order(self, call: Call) -> Iterator[str]:
        is_score = call.element.startswith(self.rules.score)
        if is_score and any(status in self.since_commit for status in self.rules.status):
            yield "a score after the status"
        if call.element == "cmi.score.raw" and "cmi.score.scaled" in self.since_commit:
            yield "raw after scaled"
        before = self.values.get(call.element)
        if call.element in self.rules.status and before in _FINAL and call.value not in _FINAL:
            yield f"takes back {before}"
        if (
            call.element == f"{self.rules.score}raw"
            and before
            and float(call.value) < float(before)
        ):
            yield f"lowers the score of {before}"
