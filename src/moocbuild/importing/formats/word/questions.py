"""Questions in a document: a paragraph, and below it a list with what is right marked.

Marked is an option in bold, underlined or highlighted, one with `*`, `✓`, `(correct)` or `[x]`; or
all of them where a line such as `Answer: B` stands below. `Feedback: …` or `Explanation: …` below
is the explanation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import KIND
from moocbuild.importing.asked import Answer, Asked
from moocbuild.importing.format import Wanted
from moocbuild.model.question import Question
from moocbuild.model.text import EMPTY, Element, Node, Nodes, Text, joined, words_of
from moocbuild.values import dataclass
from moocbuild.words.languages import truth

_SIGN = re.compile(
    r"^\s*(?:\*|✓|✔|☑|☒|\[[xX]\]|\([xX]\))\s*|\s{0,9}(?:\*|✓|✔|\((?:correct|right|richtig|juste|correcta|x)\))\s*$",
    re.I,
)
_BOX = re.compile(r"^\s*(?:☐|□|\[ ?\]|\( ?\))\s*")
_LETTER = re.compile(r"^\s*([A-Ha-h])[.)]\s+")
_KEY = re.compile(
    r"\s*(?:right |correct )?(?:answer|answers|réponse|antwort|lösung|respuesta)\s*:\s*(.+)", re.I
)
_TOLD = re.compile(
    r"\s*(?:feedback|explanation|erklärung|explication|explicación)\s*:\s*(.+)", re.I
)
_NUMBER = re.compile(r"^\s*(?:question\s+)?\d{1,3}[.):]\s+", re.I)
_MARKS = frozenset({"strong", "b", "u", "mark"})


@dataclass(slots=True)
class _Option:
    nodes: Nodes
    marked: bool
    letter: str


def parted(nodes: Nodes, span: Span, wanted: Wanted) -> tuple[Nodes, list[Question]]:
    """What is prose, and the questions."""
    blocks = [node for node in nodes if not isinstance(node, str)]
    prose: list[Node] = []
    found: list[Question] = []
    place = 0
    while place < len(blocks):
        options, after = _options(blocks, place + 1)
        if blocks[place][0] == "p" and options and words_of(blocks[place][2]):
            key, told, end = _below(blocks, after)
            asked = _question(blocks[place], options, key, told, span, wanted)
            if asked is not None:
                found.append(asked)
                place = end
                continue
        prose.append(blocks[place])
        place += 1
    return tuple(prose), found


def _options(blocks: Sequence[Element], place: int) -> tuple[list[_Option], int]:
    """A list, or paragraphs that begin with letters or boxes; and the place behind them."""
    if place < len(blocks) and blocks[place][0] in ("ul", "ol"):
        items = [item for item in blocks[place][2] if not isinstance(item, str)]
        options = [_option(item[2], chr(ord("A") + n)) for n, item in enumerate(items[:26])]
        return (options, place + 1) if len(options) > 1 else ([], place)
    found: list[_Option] = []
    while place < len(blocks) and blocks[place][0] == "p":
        words = words_of(blocks[place][2])
        letter = _LETTER.match(words)
        if not letter and not _BOX.match(words) and not re.match(r"\s*(?:☑|☒|\[[xX]\])", words):
            break
        option = _option(blocks[place][2], chr(ord("A") + len(found)))
        option.nodes = _without(option.nodes, _LETTER)
        found.append(option)
        place += 1
    return (found, place) if len(found) > 1 else ([], place)


def _option(nodes: Nodes, letter: str) -> _Option:
    """The words of an option, without what marks it."""
    said = [node for node in nodes if not isinstance(node, str) or node.strip()]
    whole = said[0] if len(said) == 1 else ""
    bold = not isinstance(whole, str) and whole[0] in _MARKS
    inner = whole[2] if not isinstance(whole, str) and bold else nodes
    signed = bool(_SIGN.search(words_of(inner)))
    return _Option(_without(_without(inner, _SIGN), _BOX), bold or signed, letter)


def _without(nodes: Nodes, pattern: re.Pattern[str]) -> Nodes:
    """Without a sign at the beginning or at the end of the words."""
    parts = list(nodes)
    for place in {0, len(parts) - 1} if parts else ():
        part = parts[place]
        if isinstance(part, str):
            parts[place] = pattern.sub("", part)
    return joined(parts)


def _below(blocks: Sequence[Element], place: int) -> tuple[str, Text, int]:
    """The key and the explanation below the options, and the place behind them."""
    key, told = "", EMPTY
    while place < len(blocks) and blocks[place][0] == "p":
        words = words_of(blocks[place][2])
        if (match := _KEY.fullmatch(words)) and not key:
            key = match[1].strip()
        elif (match := _TOLD.fullmatch(words)) and not told:
            told = Text((("p", (), (match[1],), 0),))
        else:
            break
        place += 1
    return key, told, place


def _question(
    stem: Element,
    options: Sequence[_Option],
    key: str,
    told: Text,
    span: Span,
    wanted: Wanted,
) -> Question | None:
    """None where the list is only a list: nothing is marked, or everything is."""
    right = {option.letter for option in options if option.marked}
    if key:
        right = {each.upper() for each in re.findall(r"\b[A-Za-z]\b", key)}
        right |= {o.letter for o in options if words_of(o.nodes).casefold() == key.casefold()}
        right &= {option.letter for option in options}
    if not right or len(right) == len(options):
        return None
    asked = Asked(wanted.report, span, wanted.spoken)
    prompt = Text((("p", (), _without(stem[2], _NUMBER), 0),))
    asked.report(KIND.at(span, f"a list below '{prompt.plain[:60]}' is a question"))
    answers = [
        Answer(text=Text(option.nodes), share=float(option.letter in right)) for option in options
    ]
    truths = [truth(answer.text.plain) for answer in answers]
    if sorted(truths) == ["false", "true"]:
        asks = asked.true_false(truths[[a.share > 0 for a in answers].index(True)] == "true")
    else:
        asks = asked.choice(answers, multiple=len(right) > 1)
    if asks is None:
        return None
    return Question(
        id="",
        kind="",
        title="",
        prompt=prompt,
        interaction=asks,
        explanation=told,
        span=span,
    )
