"""A YAML value against its schema: every problem at its place, with a near name."""

from __future__ import annotations

import re
from typing import TypeVar

from pydantic_core import ErrorDetails, ValidationError

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, Span, nearest
from moocbuild.source.yaml.reader import Node
from moocbuild.source.yaml.shape import Schema
from moocbuild.source.yaml.types import PATTERNS

UNKNOWN_KEY = Rule(
    "MB017",
    "unknown-key",
    Severity.ERROR,
    """This key is not known here. It may be a typing error. Put your own data under `extra:`.""",
    remedy="delete the line, or put your own data under 'extra:'",
)
WRONG_VALUE = Rule(
    "MB018",
    "wrong-value",
    Severity.ERROR,
    """The value is not valid for this key: its type or format is wrong, or it is out of range.""",
    remedy="write a value of the kind that the message names",
)
MISSING_KEY = Rule(
    "MB019",
    "missing-key",
    Severity.ERROR,
    "A required key is missing. Add it with its value.",
    remedy="add the key with its value",
)

Checked = TypeVar("Checked", bound=Schema)


def validate(
    schema: type[Checked],
    node: Node | None,
    report: Report,
    span: Span,
    *,
    partly: bool = False,
) -> Checked | None:
    """`node` as `schema`; None after anything was reported. span: the file, for a missing node.

    partly: where only unknown keys were reported, the rest counts.
    """
    plain = node.plain() if node is not None else {}
    data = _written(plain)
    if node is not None and not isinstance(node.value, dict):
        if node.value is not None:
            report(WRONG_VALUE.at(node.span, "expected a mapping (`key: value` lines)"))
            return None
        data = {}
    here = node or Node({}, span)
    empty = [] if data == plain else _unknown_and_empty(schema, plain)
    for problem in empty:
        report(_diagnostic(schema, here, problem))
    try:
        checked = schema.validate(data)
    except ValidationError as error:
        for problem in error.errors():
            report(_diagnostic(schema, here, problem))
        return _rest(schema, data, error) if partly and isinstance(data, dict) else None
    return checked if partly or not empty else None


def _unknown_and_empty(schema: type[Schema], plain: object) -> list[ErrorDetails]:
    """Keys without a value that mean nothing here: `{term: a, b}` has a key `b`, and loses it."""
    try:
        schema.validate(plain)
    except ValidationError as error:
        unknown = (each for each in error.errors() if each["type"] == "extra_forbidden")
        return [each for each in unknown if each["input"] is None]
    return []


def _rest(
    schema: type[Checked], data: dict[str, object], error: ValidationError
) -> Checked | None:
    """What is left without unknown keys, where nothing else is wrong."""
    problems = error.errors()
    if any(each["type"] != "extra_forbidden" or len(each["loc"]) > 1 for each in problems):
        return None
    unknown = {each["loc"][0] for each in problems}
    return schema.validate({k: v for k, v in data.items() if k not in unknown})


def _written(value: object) -> object:
    """Without keys that have no value: `hours:` means the same as no line at all."""
    if isinstance(value, dict):
        return {k: _written(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_written(v) for v in value]
    return value


def _diagnostic(schema: type[Schema], node: Node, problem: ErrorDetails) -> Diagnostic:
    path = tuple(problem["loc"])
    if problem["type"] == "extra_forbidden":
        return _unknown_key(schema, node, path)
    if problem["type"] == "missing":
        return _missing_key(node, path)
    name = ".".join(str(step) for step in path if step not in ("", "[key]"))
    if problem["type"] == "literal_error":
        return _other_word(node.at(path), name, problem)
    message, help = _plain(problem)
    if problem["type"] in ("dict_type", "model_type"):
        help = _as_mapping(schema, path, problem["input"]) or help
    return WRONG_VALUE.at(node.at(path), f"{name}: {message}", help=help)


def _as_mapping(schema: type[Schema], path: tuple[str | int, ...], written: object) -> str:
    """How to write a mapping whose keys are known, "" where they are the author's own."""
    model = _model_at(schema, path)
    if model is None:
        return ""
    needed = [name for name, field in model.fields().items() if field.required]
    if len(needed) == 1 and isinstance(written, str):
        return f"write '{needed[0]}: {written[:60]}'"
    return f"write '{needed[0] if needed else 'key'}: …', with keys out of " + ", ".join(
        model.fields()
    )


def _other_word(span: Span, name: str, problem: ErrorDetails) -> Diagnostic:
    """Something else than one of a few words."""
    written, known = str(problem["input"]), _expected(problem)
    shown = written if len(written) <= 60 else written[:57] + "…"
    meant = _MEANT.get(written) or nearest(written, known)
    one_of = f"write one of {', '.join(known)}"
    otherwise = _ELSEWHERE.get(written, one_of)
    message = f"{name}: '{shown}' is not known here"
    fits = meant in known or name == "kind"  # whose other values make another page of it
    return WRONG_VALUE.meant(span, message, written, meant if fits else "", otherwise)


def _missing_key(node: Node, path: tuple[str | int, ...]) -> Diagnostic:
    key = str(path[-1])
    help = f"add a line such as '{key}: {_SAMPLES.get(key, '…')}'"
    return MISSING_KEY.at(node.at(path[:-1]), f"'{key}' is missing", help=help)


_SAMPLES = {
    "because": "We agreed on it.",
    "code": "H.1",
    "id": "hand-hygiene",
    "language": "en",
    "modules": "[01-start]",
    "released": "2026-11-21",
    "severity": "off",
    "title": "Clean hands in the kitchen",
    "version": "1.0.0",
    "when": "2026-11-21",
}
"""Values of keys that must be there, as an author may write them."""


_MEANT = {
    **dict.fromkeys(("simulation", "story", "branching", "game"), "scenario"),
    **dict.fromkeys(("test", "bank", "questions"), "quiz"),
    **dict.fromkeys(("exam", "assessment"), "final"),
    **dict.fromkeys(("pre-test", "diagnostic"), "pretest"),
    **dict.fromkeys(("deferred", "after_attempt", "later"), "after-attempt"),
    **dict.fromkeys(("after_close", "after-closing", "closed"), "after-close"),
    **dict.fromkeys(("page", "text"), "lesson"),
}
"""Words of other tools for kinds of pages."""

_ELSEWHERE = dict.fromkeys(("pool", "pools"), "move the file to quizzes/pools/")
"""Kinds that have a folder of their own."""


_SET_THERE = "set it in the learning system after import: packages leave it open"
_CUT = 'if it belongs to the text before it, put all of that in quotes: "…, {}"'
_LEFT_OPEN = frozenset(("due", "due_date", "deadline", "closes", "timeclose"))
"""What other tools have keys for, and packages do not say."""

_MEANT_KEYS = {
    **dict.fromkeys(("duration", "time", "length"), "minutes"),
    **dict.fromkeys(("passing_score", "pass_score", "mastery", "passing_grade"), "pass_mark"),
    **dict.fromkeys(("pool", "bank", "banks", "question_bank", "from"), "pools"),
    **dict.fromkeys(("random", "randomize", "randomise"), "draw"),
    **dict.fromkeys(("max_attempts", "attempts_allowed", "tries"), "attempts"),
    **dict.fromkeys(("timelimit", "timer"), "time_limit"),
    **dict.fromkeys(("show_feedback", "feedback_time", "review"), "feedback"),
    **dict.fromkeys(("show_answers", "showanswer", "show_correct_answers"), "right_answers"),
    **dict.fromkeys(("shuffle_answers", "shuffled"), "shuffle"),
}
"""Words of other tools for keys."""


def _unknown_key(schema: type[Schema], node: Node, path: tuple[str | int, ...]) -> Diagnostic:
    key = str(path[-1])
    holder = node.child(*path[:-1])
    span = holder.keys.get(key, holder.span)
    known = _known_keys(schema, path[:-1])
    said = f"unknown key '{key}'"
    if key.casefold() in _LEFT_OPEN:
        return UNKNOWN_KEY.at(span, said, help=_SET_THERE)
    if " " in key and holder.child(key).value is None:
        return UNKNOWN_KEY.at(span, said, help=_CUT.format(key[:60]))
    meant = _MEANT_KEYS.get(key.casefold().replace("-", "_"), "")
    name = meant if meant in known else nearest(key, known)
    return UNKNOWN_KEY.meant(span, said, key, name, _others(known))


def _others(known: list[str]) -> str:
    """Where no known key is near: all of them."""
    own = ", or put your own data under 'extra:'" if "extra" in known else ""
    return f"use one of {', '.join(key for key in known if key != 'extra')}{own}"


def _known_keys(schema: type[Schema], path: tuple[str | int, ...]) -> list[str]:
    """Names of the fields of the schema at `path`."""
    here: type[Schema] = schema
    for step in path:
        here = _model_at(here, (step,)) or here
    return list(here.fields())


def _model_at(schema: type[Schema], path: tuple[str | int, ...]) -> type[Schema] | None:
    """The mapping that stands at `path`, where one is wanted there; numbers are of lists."""
    here: type[Schema] | None = schema
    for step in path:
        if here is not None and not isinstance(step, int):
            field = here.fields().get(step)
            here = _model_in(field.annotation) if field else None
    return here


def _model_in(annotation: object) -> type[Schema] | None:
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if found := _model_in(argument):
            return found
    return None


def _expected(problem: ErrorDetails) -> list[str]:
    words = str(problem["ctx"]["expected"]).replace(" or ", ",").split(",")
    return [word.strip("' ") for word in words]


_NOT_AS = "'{input}' is not written as this key wants it"
_MAPPING = ("expected a mapping (`key: value` lines)", "write 'key: value' lines below it")
_DATE = ("'{input}' is not a date", "write it as 2026-11-21")
_PLAIN = {
    "int_parsing": ("'{input}' is not a whole number", "write a number such as 3"),
    "float_parsing": ("'{input}' is not a number", "write a number such as 2.5"),
    "bool_parsing": ("'{input}' is neither true nor false", "write true or false"),
    "greater_than_equal": ("{input} is less than {ge}", "write {ge} or more"),
    "less_than_equal": ("{input} is more than {le}", "write {le} or less"),
    "string_too_short": ("expected text", "write some text, or delete the line"),
    "string_type": ("expected text", "write words on the same line"),
    "list_type": ("expected a list", "write '[one, two]', or lines that begin with '- '"),
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "too_short": ("expected at least {min_length} entry", "add an entry: '  - …'"),
    "too_long": ("too many entries (at most {max_length})", "keep {max_length} of them"),
}
"""By the kind of problem: what is wrong, and what to write."""


def _plain(problem: ErrorDetails) -> tuple[str, str]:
    """Message and help; no help where the message is one."""
    kind = problem["type"]
    shown = str(problem["input"])
    context = problem.get("ctx", {})
    values = {**context, "input": shown if len(shown) <= 60 else shown[:57] + "…"}
    if kind == "string_pattern_mismatch":
        message, help = PATTERNS.get(str(context["pattern"]), (_NOT_AS, ""))
        return message.format_map(values), help
    if kind in _PLAIN:
        message, help = _PLAIN[kind]
        if kind == "int_parsing" and (digits := re.match(r"\s*(\d{1,9})(?![\d.,])", shown)):
            help = f"write {digits[1]}"
        return message.format_map(values), help.format_map(values)
    return problem["msg"][:1].lower() + problem["msg"][1:], str(context.get("help", ""))
