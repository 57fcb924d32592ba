"""What an item of QTI 1.2 asks: choices, words, numbers, pairs, gaps, orders, writing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field

from lxml import etree

from moocbuild.diagnostics.importing import KIND, MOVED, OPTION, PATTERN, WRITING
from moocbuild.importing.asked import Answer, Asked, decimal
from moocbuild.importing.gaps import marked, with_blanks
from moocbuild.importing.qti.either_or import words_of_keys
from moocbuild.importing.qti.processing import Processing, children, first, has, inner, local, said
from moocbuild.importing.qti.texts import Texts
from moocbuild.model.question import ExtendedTextInteraction, Gap, Interaction
from moocbuild.model.text import EMPTY, Text, text
from moocbuild.values import dataclass
from moocbuild.words.languages import truth

Element = etree._Element


@dataclass(frozen=True, slots=True)
class Item:
    """An item while it is read. kind: what the producer calls it, or "". used: idents of feedback
    that found their place.
    """

    found: Element
    texts: Texts
    asked: Asked
    processing: Processing
    kind: str
    responses: list[Element]
    told: Mapping[str, Element]
    used: set[str] = field(default_factory=set)

    def feedback(self, idents: Sequence[str]) -> Text:
        """What is shown by these idents, which are `used` then."""
        self.used.update(idents)
        return text(
            *(self.texts.block(self.told[ident]) for ident in idents if ident in self.told)
        )


@dataclass(frozen=True, slots=True)
class Made:
    """What an item asks. more: for its explanation; prompt: where it is not the item's."""

    interaction: Interaction | None
    more: Text = EMPTY
    prompt: Text | None = None


def made_of(item: Item) -> Made | None:
    """What is asked: by the producer's name for it, else by what stands there."""
    make = _BY_NAME.get(item.kind)
    if make is None:
        make = _by_form(item)
    return make(item)


def _by_form(item: Item) -> Callable[[Item], Made]:
    """By what stands there, where the producer's name says nothing."""
    choices = [each for each in item.responses if local(each) in ("response_lid", "response_grp")]
    if len(choices) > 1:
        return _match
    if choices:
        return _choice
    numeric = any(has(each, "vargte", "vargt", "varlte") for each in item.processing.scoring())
    if any(local(each) == "response_num" for each in item.responses) or numeric:
        return _number
    tested = item.processing.tested(item.responses[0].get("ident") or "")
    return _text if tested else _writing


def _choice(item: Item) -> Made:
    response = item.responses[0]
    ident = response.get("ident") or ""
    labels = list(inner(response, "response_label"))
    if not labels:
        item.asked.left_out("a choice without options")
        return Made(None)
    multiple = (response.get("rcardinality") or "Single").lower() == "multiple"
    multiple = multiple or item.kind in (
        "multiple_answers",
        "multiple_response",
        "multiple_answer",
    )
    names = [each.get("ident") or "" for each in labels]
    shares = _ticked(item, ident, names) if multiple else _shares(item, ident, names)
    feedback, more = _feedback(item, ident, names, shares)
    options = [item.texts.inline(label) for label in labels]
    if words := words_of_keys([option.plain for option in options], item.asked.language):
        shown = " and ".join(f"'{word}'" for word in words)
        item.asked.report(KIND.at(item.asked.place, f"the options are keys, which say {shown}"))
        options = [text(word) for word in words]
    if made := _true_false(item, options, shares, feedback):
        return Made(made, more)
    answers = [
        Answer(text=option, share=share, feedback=said_)
        for option, share, said_ in zip(options, shares, feedback, strict=True)
    ]
    return Made(item.asked.choice(answers, multiple=multiple), more)


def _true_false(
    item: Item, options: Sequence[Text], shares: Sequence[float], feedback: Sequence[Text]
) -> Interaction | None:
    truths = [truth(option.plain) for option in options]
    if sorted(truths) != ["false", "true"] or max(shares) <= 0:
        return None
    by = dict(zip(truths, zip(shares, feedback, strict=True), strict=True))
    right = by["true"][0] > by["false"][0]
    return item.asked.true_false(right, (by["true"][1], by["false"][1]))


def _shares(item: Item, ident: str, names: Sequence[str]) -> list[float]:
    most = item.processing.most
    return [item.processing.run({ident: frozenset([each])}).score / most for each in names]


def _ticked(item: Item, ident: str, names: Sequence[str]) -> list[float]:
    """1 for options that belong to the right answer, as conditions name them, or alone earn."""
    right: set[str] = set()
    for tested in item.processing.scoring():
        right |= {said(each) for each in _positive(tested) if each.get("respident") == ident}
    if not right:
        return [float(share > 0) for share in _shares(item, ident, names)]
    return [float(name in right) for name in names]


def _positive(tested: Element) -> Iterator[Element]:
    """Comparisons that are not negated."""
    for each in tested:
        if local(each) in ("varequal", "varsubset"):
            yield each
        elif local(each) != "not":
            yield from _positive(each)


def _feedback(
    item: Item, ident: str, names: Sequence[str], shares: Sequence[float]
) -> tuple[list[Text], Text]:
    """What each option is told alone; and what is told of all wrong ones together."""
    processing = item.processing
    shown = [
        tuple(dict.fromkeys((*run.shown, *processing.told_alone(ident, name))))
        for name in names
        for run in (processing.run({ident: frozenset([name])}),)
    ]
    everybody = set.intersection(*map(set, shown)) if shown else set()
    wrong = [number for number, share in enumerate(shares) if share <= 0]
    of_wrong = [
        each
        for each in dict.fromkeys(ident for idents in shown for ident in idents)
        if len(wrong) > 1
        and each not in everybody
        and [n for n, idents in enumerate(shown) if each in idents] == wrong
    ]
    common = item.feedback(of_wrong)
    if common:
        item.asked.report(
            MOVED.at(item.asked.place, "feedback for wrong answers is the explanation's")
        )
    general = set(item.processing.run({}).shown) & everybody
    told = [
        item.feedback([each for each in idents if each not in of_wrong and each not in general])
        for idents in shown
    ]
    return told, common


def _text(item: Item) -> Made:
    """Words to type: every value that a condition names."""
    response = item.responses[0]
    ident = response.get("ident") or ""
    answers = []
    for value in item.processing.tested(ident):
        result = item.processing.run({ident: frozenset([value])})
        general = set(item.processing.run({}).shown)
        told = item.feedback([each for each in result.shown if each not in general])
        plain = value.replace("\\*", "*").replace("\u2060", "")
        answers.append(
            Answer(typed=plain, share=result.score / item.processing.most, feedback=told)
        )
    if any(has(each, "varsubstring") for each in item.processing.scoring()):
        item.asked.report(PATTERN.at(item.asked.place, "answers that hold a word were right"))
    if not answers:
        return _writing(item)
    cased = [
        (each.get("case") or "No").lower() == "yes"
        for tested in item.processing.scoring()
        for each in inner(tested, "varequal")
    ]
    return Made(item.asked.typed(answers, exact=bool(cased) and all(cased)))


def _number(item: Item) -> Made:
    answers = [answer for tested in item.processing.scoring() for answer in _ranges(tested)]
    found = {(answer.typed, answer.around): answer for answer in answers}
    wide = [each for each in found.values() if each.around]
    kept = [each for each in found.values() if each.around or not _within(each, wide)]
    return Made(item.asked.numbers(kept))


def _within(answer: Answer, wide: Sequence[Answer]) -> bool:
    """Whether a number lies in one of the ranges, which Canvas writes beside it."""
    number = decimal(answer.typed)
    middles = [(decimal(each.typed), each.around) for each in wide]
    return number is not None and any(
        middle is not None and abs(float(number - middle)) <= around for middle, around in middles
    )


def _ranges(tested: Element) -> Iterator[Answer]:
    """Numbers and ranges of numbers, however they stand within each other."""
    low = next((decimal(said(each)) for each in children(tested, "vargte", "vargt")), None)
    high = next((decimal(said(each)) for each in children(tested, "varlte", "varlt")), None)
    if low is not None and high is not None:
        yield Answer(
            typed=format((low + high) / 2, "f"), around=float(abs(high - low) / 2), share=1
        )
    for each in tested:
        if local(each) == "varequal":
            yield Answer(typed=said(each), share=1.0)
        elif local(each) in ("and", "or"):
            yield from _ranges(each)


def _match(item: Item) -> Made:
    """One choice a row; labels that belong to none are distractors."""
    rights: dict[str, Text] = {}
    pairs: list[tuple[Text, Text, Text]] = []
    used: set[str] = set()
    apart = _rights_apart(item)
    for response in item.responses:
        ident = response.get("ident") or ""
        labels = {each.get("ident") or "": each for each in inner(response, "response_label")}
        for place, (name, label) in enumerate(labels.items()):
            beside = apart[place] if place < len(apart) else label
            rights.setdefault(name, item.texts.inline(beside))
        right = _right(item, ident, list(labels))
        left = item.texts.inline(_left(response))
        if right is None or not left:
            item.asked.report(OPTION.at(item.asked.place, f"the pair '{left.plain[:40]}'"))
            continue
        used.add(right)
        pairs.append((left, rights[right], EMPTY))
    words = {text_.plain for name, text_ in rights.items() if name in used}
    rest = {each.plain: each for each in rights.values() if each.plain not in words}
    asks = item.asked.match([*pairs, *((EMPTY, each, EMPTY) for each in rest.values())])
    return Made(asks, prompt=_block(item, "QUESTION_BLOCK") if apart else None)


def _rights_apart(item: Item) -> list[Element]:
    """What stands on the right, where it stands below all rows, as Blackboard has it: the labels
    of each row are empty, and mean these by their place."""
    found = _flow(item, "RIGHT_MATCH_BLOCK")
    empty = not any(item.texts.inline(each) for each in inner(item.found, "response_label"))
    return list(children(found, "flow")) if found is not None and empty else []


def _flow(item: Item, name: str) -> Element | None:
    return next((each for each in inner(item.found, "flow") if each.get("class") == name), None)


def _block(item: Item, name: str) -> Text | None:
    found = _flow(item, name)
    return item.texts.block(found) if found is not None else None


def _left(response: Element) -> Element | None:
    """What a row asks: within the response, or in the flow around it, as Blackboard has it."""
    own = first(response, "material")
    return own if own is not None else response.getparent()


def _right(item: Item, ident: str, names: Sequence[str]) -> str | None:
    """The label that a condition with points names for a response."""
    for tested in item.processing.scoring():
        for each in _positive(tested):
            if each.get("respident") == ident and said(each) in names:
                return said(each)
    return None


_Hole = tuple[str, str, list[Element]]
"""Name in the text, ident of the response, labels."""


def _gaps(item: Item) -> Made:
    """`[name]` in the text, each a response of that name."""
    markup = item.texts.markup(first(item.found, "presentation"))
    gaps: list[_Hole] = []
    for response in item.responses:
        ident = response.get("ident") or ""
        name = said(first(response, "material")) or ident.removeprefix("response_")
        if f"[{name}]" not in markup:
            markup += f"<p>{name}: [{name}]</p>"
        gaps.append((name, ident, list(inner(response, "response_label"))))
    return _filled(item, markup, gaps)


def gaps_of_text(item: Item) -> Made | None:
    """The same without responses: Respondus names them in the key alone."""
    markup = item.texts.markup(first(item.found, "presentation"))
    tests = [each for tested in item.processing.scoring() for each in _positive(tested)]
    idents = list(dict.fromkeys(each.get("respident") or "" for each in tests))
    if not idents or any(not re.fullmatch(r"\[.+\]", id) or id not in markup for id in idents):
        return None
    return _filled(item, markup, [(ident[1:-1], ident, []) for ident in idents])


def _filled(item: Item, markup: str, holes: Sequence[_Hole]) -> Made:
    for number, (name, _, _) in enumerate(holes, 1):
        markup = markup.replace(f"[{name}]", marked(number), 1)
    order = [int(each) for each in re.findall("\ufdd0(\\d+)\ufdd1", markup)]
    made = []
    for place, number in enumerate(order, 1):
        _, ident, labels = holes[number - 1]
        markup = markup.replace(marked(number), f"\ufdd2{place}\ufdd3")
        made.append(_gap(item, str(place), ident, labels))
    markup = re.sub("\ufdd2(\\d+)\ufdd3", lambda match: marked(int(match[1])), markup)
    return Made(item.asked.gaps(made), prompt=with_blanks(item.texts.of(markup), item.asked))


def _gap(item: Item, id: str, ident: str, labels: Sequence[Element]) -> Gap | None:
    picked = item.kind in ("multiple_dropdowns", "jumbled_sentence")
    names = [each.get("ident") or "" for each in labels]
    right = {
        said(each)
        for tested in item.processing.scoring()
        for each in _positive(tested)
        if each.get("respident") == ident
    }
    answers = [
        Answer(
            text=item.texts.inline(label),
            typed=said(label),
            share=float(name in right or said(label) in right) if picked else 1.0,
            feedback=item.feedback(item.processing.told_alone(ident, name)),
        )
        for name, label in zip(names, labels, strict=True)
    ]
    if not labels:
        answers = [Answer(typed=value, share=1.0) for value in item.processing.tested(ident)]
    return item.asked.gap(id, answers, picked=picked, exact=False)


def _writing(item: Item) -> Made:
    item.asked.report(WRITING.at(item.asked.place, "a text that teachers mark"))
    return Made(ExtendedTextInteraction())


def _order(item: Item) -> Made:
    """Labels in the order that a condition names them."""
    ident = item.responses[0].get("ident") or ""
    labels = {each.get("ident") or "": each for each in inner(item.responses[0], "response_label")}
    for tested in item.processing.scoring():
        names = [said(e) for e in _positive(tested) if e.get("respident") == ident]
        if sorted(names) == sorted(labels):
            return Made(item.asked.order([item.texts.inline(labels[name]) for name in names]))
    item.asked.left_out("an order whose right one is not said")
    return Made(None)


_BY_NAME: Mapping[str, Callable[[Item], Made]] = {
    "essay": _writing,
    "fib": _text,
    "fill_in_multiple_blanks": _gaps,
    "fill_in_the_blank_plus": _gaps,
    "jumbled_sentence": _gaps,
    "matching": _match,
    "multiple_answers": _choice,
    "multiple_choice": _choice,
    "multiple_dropdowns": _gaps,
    "multiple_response": _choice,
    "numerical": _number,
    "ordering": _order,
    "pattern_match": _text,
    "short_answer": _text,
    "true_false": _choice,
}
LEFT_OUT = frozenset({"calculated", "file_upload", "hot_spot", "hotspot"})
