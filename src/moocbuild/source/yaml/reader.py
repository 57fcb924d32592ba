"""YAML read with positions and without surprises.

PyYAML's `compose()` gives nodes; scalars stay the strings that the author wrote, so `NO`, `1.10`
and `12:30` are never turned into something else: the schema says what each must be. Tags, aliases,
duplicate keys, keys that are no strings, several documents and deep nesting are errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Any

import yaml

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, Span
from moocbuild.source.characters import HIDDEN_CHARACTERS, HIDDEN_IN_DATA, hidden_message
from moocbuild.values import dataclass

MAX_DEPTH = 40
MAX_NODES = 100_000
MAX_SCALAR = 100_000

SYNTAX = Rule(
    "MB010",
    "yaml-syntax",
    Severity.ERROR,
    """The file is not valid YAML. Common causes: a tab used for indentation, a colon in a text
without quotation marks, or a list item that is not aligned with the others.""",
    remedy="put quotation marks around texts, and align the lines of a list",
)
TAG = Rule(
    "MB011",
    "yaml-tag",
    Severity.ERROR,
    "YAML tags (`!name`) are not allowed. Course files are plain data: remove the tag.",
    remedy="delete the tag",
)
ALIAS = Rule(
    "MB012",
    "yaml-alias",
    Severity.ERROR,
    """YAML aliases (`*name`) and merge keys (`<<`) are not allowed. Write the value out: a small
file full of aliases can expand to gigabytes.""",
    remedy="write the value out at each place",
)
DUPLICATE_KEY = Rule(
    "MB013",
    "yaml-duplicate-key",
    Severity.ERROR,
    """The same key appears twice in one mapping. Only one of the two would count: keep the one
you mean.""",
    remedy="delete one of the two lines",
)
TOO_DEEP = Rule(
    "MB014",
    "yaml-depth",
    Severity.ERROR,
    "The file is larger, or nested more deeply, than any course needs.",
    remedy="flatten it, or split the file",
)
ONE_DOCUMENT = Rule(
    "MB015",
    "yaml-one-document",
    Severity.ERROR,
    "A second YAML document begins here (`---`). Each file must contain exactly one.",
    remedy="delete the '---' line, or move what follows to a file of its own",
)
BAD_KEY = Rule(
    "MB016",
    "yaml-key",
    Severity.ERROR,
    "A key must be a word: it cannot be empty, a list or a mapping.",
    remedy="write 'key: value', with a word before the colon",
)
COMMENT = Rule(
    "MB208",
    "comment-behind-words",
    Severity.WARNING,
    """Behind words, `#` after a blank begins a comment, which nobody sees:
`title: Room # 5` is a title "Room". Put quotation marks around the words, or write the comment on
a line of its own.""",
    remedy="put quotation marks around the words, or the comment on a line of its own",
)
_NAMES = (
    "accessibility attribution because cite comment content_notes cover_text definition drafted"
    " description endorsement expected footer hours instead licence logo_text made name note notes"
    " operator outcomes printed privacy record record_limits rights role short_label statement"
    " term title verified where who words"
)
WORDS = frozenset(_NAMES.split())
"""Keys whose values somebody reads."""
_BEHIND = re.compile(r"[ \t]+(#.*\S|#)")


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place. value: str, None (nothing written), list of Node or dict of Node.

    keys: where each key of a map stands.
    """

    value: str | list[Node] | dict[str, Node] | None
    span: Span
    keys: dict[str, Span] = field(default_factory=dict)

    def plain(self) -> object:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def child(self, *path: str | int) -> Node:
        """The value at `path`, or the nearest one around it that exists."""
        node = self
        for step in path:
            inside = _child(node, step)
            if inside is None:
                return node
            node = inside
        return node

    def at(self, path: tuple[str | int, ...]) -> Span:
        """Where the value at `path` stands, or the nearest thing around it."""
        return self.child(*path).span


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict) and isinstance(step, str):
        return node.value.get(step)
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


class _RefusedError(Exception):
    """Reported already: give up on this document."""


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(
    text: str, path: str, report: Report, *, first_line: int = 1, partly: bool = False
) -> Node | None:
    """The one document in `text`; None after anything was reported.

    first_line: the line of the file on which `text` begins (front matter starts at 2). partly:
    where keys appear twice, the first of them counts and the rest is checked in the same run.
    """
    text = text.translate(_BLANKS)
    reader = _Reader(path, first_line - 1, report)
    for number, line in enumerate(text.split("\n"), start=first_line):
        if line.startswith(_CONFLICT):
            message = "two versions of this file were merged and differ here"
            report(SYNTAX.at(Span(path, number, 1, len(line)), message, help=_CONFLICT_HELP))
            return None
    try:
        found = reader.document(text)
        return found if partly or not reader.twice else None
    except yaml.MarkedYAMLError as error:
        report(_syntax(error, reader, text.split("\n")))
    except yaml.YAMLError as error:
        report(SYNTAX.at(Span(path, first_line), str(error).split("\n")[0]))
    except (_RefusedError, RecursionError):
        pass
    return None


_BLANKS = dict.fromkeys(map(ord, "\r\x85\u2028\u2029"), " ")
"""What ends a line for YAML, and for nothing else that counts the lines of a file."""
_CONFLICT = ("<<<<<<< ", ">>>>>>> ")
_CONFLICT_HELP = (
    "keep the lines of both sides and delete the three lines of markers; 'moocbuild ids --write' "
    "then settles course.lock, or merges it by itself while git's merge is open"
)
_COLON = "unexpected colon"
_VALUE = re.compile(r"[ \t]*(?:-[ \t]+)?([\w-]{1,40}:[ \t]+)([^\s'\"\[{][^'\"]{0,80})")
_QUOTE = "put quotation marks around the text"
_PROBLEMS = (
    ("mapping values are not allowed", _COLON, _QUOTE),
    (
        "did not find expected comment or line break",
        "'>' or '|' begins a text on more lines",
        _QUOTE,
    ),
    (
        "found an indentation indicator equal to 0",
        "'>' or '|' begins a text on more lines",
        _QUOTE,
    ),
    ("did not find expected ','", "an opening bracket is not closed", "close it"),
    ("did not find expected node", "an opening bracket is not closed", "close it"),
    ("unexpected end of stream", "a quotation mark is not closed", "close it"),
    (
        "did not find expected key",
        "this does not match the lines above",
        "align it with its neighbours, or look for a stray quotation mark",
    ),
    (
        "unknown escape",
        "unknown escape after a backslash in double quotation marks",
        "use single quotation marks: '…'",
    ),
)
"""In the parser's words, in plain words, and what helps."""


def _syntax(error: yaml.MarkedYAMLError, reader: _Reader, lines: list[str]) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    begun = error.context_mark
    if begun is not None and "could not find expected ':'" in str(error.problem):
        line = lines[begun.line].rstrip()  # the parser only gives up on the next one
        said = line[begun.column :]
        help = f"write '{_with_colon(said)[:80]}', or indent it if it goes on with the text above"
        return SYNTAX.at(reader.span(begun, max(1, len(said))), "no 'key: value'", help=help)
    span = reader.span(mark)
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    message, help = _plain_problem(error, line[span.column - 1 : span.column])
    if message == _COLON and (written := _VALUE.fullmatch(line.rstrip())):
        help = f"write '{written[1]}\"{written[2]}\"'"
    return SYNTAX.at(span, message, help=help)


def _with_colon(said: str) -> str:
    """`version 1.0` and `version:1.0` as they were meant."""
    key, _, rest = said.replace(":", " ", 1).partition(" ")
    return f"{key}: {rest.strip() or '…'}"


def _plain_problem(error: yaml.MarkedYAMLError, char: str) -> tuple[str, str]:
    problem = str(error.problem or error.context or "not YAML")
    if "cannot start any token" in problem:
        if char == "\t":
            return "a tab is not allowed here", "indent with spaces"
        return f"'{char}' cannot begin a value", _QUOTE
    for words, plain, help in _PROBLEMS:
        if words in problem:
            return plain, help
    return problem, ""


class _Reader:
    """One walk over the event stream: positions, limits and refusals in one place."""

    def __init__(self, path: str, offset: int, report: Report) -> None:
        self.path, self.offset, self.report = path, offset, report
        self.nodes = 0
        self.lines: list[str] = []
        self.within = ""
        """The key to which the value belongs that is being read."""
        self.twice = False
        """Whether a key appears twice."""

    def span(self, mark: Any, length: int = 1) -> Span:
        if mark is None:
            return Span(self.path, self.offset + 1)
        return Span(self.path, self.offset + int(mark.line) + 1, int(mark.column) + 1, length)

    def document(self, text: str) -> Node:
        self.lines = text.split("\n")
        events = iter(yaml.parse(text, Loader=_Loader))
        result = Node({}, Span(self.path, self.offset + 1))
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse(ONE_DOCUMENT, event, "a second document begins here")
            elif isinstance(event, yaml.NodeEvent):
                result = self.node(event, events, 0)
        return result

    def refuse(self, rule: Rule, event: Any, message: str) -> None:
        length = max(1, event.end_mark.column - event.start_mark.column)
        self.report(rule.at(self.span(event.start_mark, length), message))
        raise _RefusedError

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            self.refuse(TOO_DEEP, event, f"nested deeper than {MAX_DEPTH} levels, or too large")
        if isinstance(event, yaml.AliasEvent):
            self.refuse(ALIAS, event, f"'*{event.anchor}' is an alias")
        if event.anchor is not None:
            self.refuse(ALIAS, event, f"'&{event.anchor}' is an anchor for aliases")
        if event.tag is not None and event.tag != "!":
            self.refuse(TAG, event, f"'{event.tag}' is a tag")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, events, depth)
        return self.mapping(event, events, depth)

    def scalar(self, event: Any) -> Node:
        if len(event.value) > MAX_SCALAR:
            self.refuse(TOO_DEEP, event, f"a value longer than {MAX_SCALAR} characters")
        self.check_characters(event)
        plain = not event.style  # libyaml says "", Python's own parser None
        one_line = event.end_mark.line == event.start_mark.line
        length = event.end_mark.column - event.start_mark.column if one_line else 1
        if plain and self.within in WORDS:
            self.look_behind(event)
        value = None if plain and event.value in ("", "~", "null") else event.value
        return Node(value, self.span(event.start_mark, max(1, length)))

    def look_behind(self, event: Any) -> None:
        """Reports a comment behind words, which their author may have meant as words."""
        line, number = self.lines[event.end_mark.line], int(event.end_mark.line)
        found = _BEHIND.match(line, event.end_mark.column)
        if found is None:
            return
        span = Span(self.path, self.offset + number + 1, found.start(1) + 1, len(found[1]))
        whole = line[event.start_mark.column if event.value else found.start(1) :].rstrip()
        write = '"{}"'.format(whole.replace('"', "'")[:80])
        one_line = event.start_mark.line == number
        how = f"write '{write}'" if one_line else "put quotation marks around all of the words"
        help = f"{how} if it belongs to the text"
        message = f"'{found[1][:60]}' is a comment, and no part of the text"
        self.report(COMMENT.at(span, message, help=help))

    def check_characters(self, event: Any) -> None:
        """What escapes such as `"\\u202e"` stand for; the bare ones are looked for in lines."""
        if event.style != '"':
            return
        for char in event.value:
            if (char < " " and char not in "\t\n") or HIDDEN_CHARACTERS.match(char):
                self.refuse(HIDDEN_IN_DATA, event, hidden_message(char))

    def sequence(self, start: Any, events: Iterator[Any], depth: int) -> Node:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, events, depth + 1))
        return Node(items, self.span(start.start_mark))

    def mapping(self, start: Any, events: Iterator[Any], depth: int) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Span] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key, first = self.key(event, keys)
            self.within = key
            value = self.node(next(events), events, depth + 1)
            if first:
                values[key] = value
        return Node(values, self.span(start.start_mark), keys)

    def key(self, event: Any, keys: dict[str, Span]) -> tuple[str, bool]:
        """The key, and whether it is the first of its name."""
        if isinstance(event, yaml.AliasEvent):
            self.refuse(ALIAS, event, f"'*{event.anchor}' is an alias")
        if not isinstance(event, yaml.ScalarEvent) or event.value in ("", "~", "null"):
            self.refuse(BAD_KEY, event, "a key must be a word")
        if event.value == "<<":
            self.refuse(ALIAS, event, "'<<' is a merge key")
        if event.tag is not None and event.tag != "!":
            self.refuse(TAG, event, f"'{event.tag}' is a tag")
        span = self.span(event.start_mark, len(event.value))
        if event.value in keys:
            self.report(
                DUPLICATE_KEY.at(
                    span,
                    f"'{event.value}' appears twice",
                    related=((keys[event.value], "first used here"),),
                )
            )
            self.twice = True
            return str(event.value), False
        keys[event.value] = span
        return str(event.value), True
