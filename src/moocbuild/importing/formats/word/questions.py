"""Questions in a document: a paragraph, and below it a list with what is right marked; or an item
of a list, and a list within it.

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
from moocbuild.model.text import EMPTY, Element, Node, Nodes, Text, is_inline, joined, words_of
from moocbuild.values import dataclass
from moocbuild.words.languages import truth

_SIGN = re.compile(
    r"^\s*(?:\*|✓|✔|☑|☒|\[[xX]\]|\([xX]\))\s*|\s{0,9}(?:\*|✓|✔|\((?:correct|right|richtig|juste|correcta|x)\))\s*$",
    re.I,
)
_BOX = re.compile(r"^\s*(?:☐|□|\[ ?\]|\( ?\))\s*")
_LETTER = re.compile(r"^\s*(\*?)([^\W\d_])[.)]\s+")
"""A letter of any alphabet, before which an asterisk may mark what is right."""
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
        stem = _stem(blocks[place])
        if stem and options:
            key, told, end = _below(blocks, after)
            asked = _question(stem, options, key, told, span, wanted)
            if asked is not None:
                found.append(asked)
                place = end
                continue
        rest, within = _listed(blocks[place], span, wanted)
        found += within
        prose += rest
        place += 1
    return tuple(prose), found


def _stem(block: Element) -> Nodes:
    """What may ask: a paragraph, or the only item of a list, as Word numbers questions."""
    if block[0] == "p":
        return block[2] if words_of(block[2]) else ()
    items = [item for item in block[2] if not isinstance(item, str)]
    only = items[0][2] if block[0] == "ol" and len(items) == 1 else ()
    return only if is_inline(only) else ()


def _listed(block: Element, span: Span, wanted: Wanted) -> tuple[Nodes, list[Question]]:
    """A list whose items are questions, each with a list of options; what is left of it."""
    if block[0] not in ("ol", "ul"):
        return (block,), []
    rest: list[Node] = []
    found: list[Question] = []
    for item in block[2]:
        inner = item[2] if not isinstance(item, str) else ()
        lists = [node for node in inner if not isinstance(node, str) and node[0] in ("ol", "ul")]
        stem = tuple(node for node in inner if node not in lists)
        options, _ = _options(lists, 0) if len(lists) == 1 else ([], 0)
        only = stem[0] if len(stem) == 1 else ""
        stem = only[2] if not isinstance(only, str) and only[0] == "p" else stem
        asks = bool(options) and is_inline(stem) and bool(words_of(stem))
        asked = _question(stem, options, "", EMPTY, span, wanted) if asks else None
        if asked is None:
            rest.append(item)
        else:
            found.append(asked)
    kept = any(not isinstance(item, str) for item in rest)
    return ((block[0], block[1], tuple(rest), block[3]),) if kept else (), found


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
        option.marked = option.marked or bool(letter and letter[1])
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
    stem: Nodes,
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
    prompt = Text((("p", (), _without(stem, _NUMBER), 0),))
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
