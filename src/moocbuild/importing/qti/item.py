"""An item of QTI 1.2 as a question: what can be answered, and what its processing says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from lxml import etree

from moocbuild.diagnostics.importing import MOVED, PATTERN, SETTING, WRITING
from moocbuild.importing.asked import Answer, Asked, decimal
from moocbuild.importing.brought import Page
from moocbuild.importing.gaps import marked, with_blanks
from moocbuild.importing.qti.processing import Processing, children, first, has, inner, local, said
from moocbuild.importing.qti.texts import Texts, fields
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.question import ExtendedTextInteraction, Gap, Interaction, Question
from moocbuild.model.text import EMPTY, Text, element, text
from moocbuild.values import dataclass
from moocbuild.words.languages import truth

Element = etree._Element
_NO_TITLE = re.compile(r"(?:question|frage|item|pregunta|quiz)?\s*[\d.:]*", re.I)
_RESPONSES = ("response_lid", "response_str", "response_num", "response_grp")
_CODES = re.compile(r"\s{0,9}\(([^()]{1,200})\)$")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item while it is read. kind: what the producer calls it, or ""."""

    found: Element
    texts: Texts
    asked: Asked
    processing: Processing
    kind: str
    responses: list[Element]
    told: Mapping[str, Element]

    def feedback(self, idents: Sequence[str]) -> Text:
        """What is shown by these idents."""
        return text(
            *(self.texts.block(self.told[ident]) for ident in idents if ident in self.told)
        )


@dataclass(frozen=True, slots=True)
class _Made:
    interaction: Interaction | None
    more: Text = EMPTY
    prompt: Text | None = None


def read_item(
    found: Element,
    texts: Texts,
    asked: Asked,
    codes: Sequence[str] = (),
    worth: float = 0.0,
    known: Container[str] = (),
) -> Question | Page | None:
    """A question; a page for words without an answer; None for what is left out, and reported.

    codes: of what it is about. worth: its points, 0 where the item says it. known: codes that a
    title may name in brackets at its end.
    """
    about = fields(found)
    kind = _kind(about)
    codes = codes or _titles_codes(found.get("title") or "", known)
    told = {each.get("ident") or "": each for each in children(found, "itemfeedback")}
    presentation = first(found, "presentation")
    responses = list(inner(presentation, *_RESPONSES)) if presentation is not None else []
    item = _Item(found, texts, asked, Processing(found), kind, responses, told)
    title = " ".join((found.get("title") or "").split())
    prompt = texts.block(presentation)
    if kind in _LEFT_OUT:
        asked.left_out(f"a question of the kind '{kind}'")
        return None
    if kind == "text_only" or (presentation is not None and not responses):
        asked.report(MOVED.at(asked.place, f"the text '{title[:60]}' is a page"))
        id = found.get("ident") or ""
        name = title if not _NO_TITLE.fullmatch(title) else prompt.plain[:60]
        return Page(title=name, body=prompt, id=id, span=asked.place) if prompt else None
    made = _made(item)
    if made is None or made.interaction is None:
        return None
    prompt = made.prompt if made.prompt is not None else prompt
    return _question(item, _titled(title, codes, prompt), prompt, made, about, codes, worth)


def _kind(about: Mapping[str, str]) -> str:
    """`multiple_choice`, by any producer's name for it."""
    named = about.get("question_type") or about.get("cc_profile") or about.get("bbmd_questiontype")
    named = named or about.get("qmd_itemtype") or ""
    plain = named.strip().lower().replace(" ", "_").replace("/", "_")
    return plain.removeprefix("cc.").partition(".v0p")[0].removesuffix("_question")


def _titles_codes(title: str, known: Container[str]) -> tuple[str, ...]:
    """Codes at the end of a title, where CC 1.1 has no other place for those of a question."""
    listed = _CODES.search(title)
    codes = [each.strip() for each in listed[1].split(",")] if listed else []
    return tuple(codes) if codes and all(code in known for code in codes) else ()


def _titled(title: str, codes: Sequence[str], prompt: Text) -> str:
    """The title, without the codes that a cartridge may say there; else how the text begins."""
    listed = _CODES.search(title)
    if listed and codes and [each.strip() for each in listed[1].split(",")] == list(codes):
        title = title[: listed.start()]
    return prompt.plain[:80] if _NO_TITLE.fullmatch(title) else title


def _question(
    item: _Item,
    title: str,
    prompt: Text,
    made: _Made,
    about: Mapping[str, str],
    codes: Sequence[str],
    worth: float,
) -> Question:
    hint, solution = _helps(item)
    explanation = (*_general(item).nodes, *solution.nodes, *made.more.nodes)
    id = re.sub(r"^Q_", "", item.found.get("ident") or "")
    return Question(
        id=id,
        kind="",
        title=title,
        prompt=prompt or text(element("p", title or "?")),
        interaction=made.interaction or ExtendedTextInteraction(),
        points=worth or _points(about, item.asked),
        hint=hint,
        explanation=Text(explanation),
        competencies=tuple(CompetencyRef(code, item.asked.place) for code in codes),
        span=item.asked.place,
    )


def _points(about: Mapping[str, str], asked: Asked) -> float:
    written = about.get("points_possible") or about.get("cc_weighting") or "1"
    points = decimal(written)
    if points is None or not 0 < points <= 100:
        asked.report(SETTING.at(asked.place, f"{written[:20]} points"))
        return 1.0
    return float(points)


def _helps(item: _Item) -> tuple[Text, Text]:
    """Hints, and model solutions."""
    hints = [each for told in item.told.values() for each in inner(told, "hint")]
    solutions = [each for told in item.told.values() for each in inner(told, "solution")]
    return text(*map(item.texts.block, hints)), text(*map(item.texts.block, solutions))


def _general(item: _Item) -> Text:
    """What everybody is told, whatever the answer."""
    shown = item.processing.run({}).shown
    if not any(_always(condition) for condition in item.processing.conditions):
        shown = tuple(ident for ident in shown if ident.startswith("general"))
        shown = tuple(ident for ident in shown if "incorrect" not in ident)
    helping = {ident for ident, told in item.told.items() if has(told, "hint", "solution")}
    return item.feedback([each for each in shown if each not in helping and not _of_wrong(each)])


def _always(condition: Element) -> bool:
    tested = first(condition, "conditionvar")
    alone = tested is not None and [local(each) for each in tested] == ["other"]
    return alone and (condition.get("continue") or "").lower() == "yes"


def _of_wrong(ident: str) -> bool:
    return bool(re.search(r"incorrect|wrong", ident, re.I))


# --- what is asked ------------------------------------------------------------------------------


def _made(item: _Item) -> _Made | None:
    make = _BY_NAME.get(item.kind)
    if make is None:
        make = _by_form(item)
    return make(item)


def _by_form(item: _Item) -> Callable[[_Item], _Made]:
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


def _choice(item: _Item) -> _Made:
    response = item.responses[0]
    ident = response.get("ident") or ""
    labels = list(inner(response, "response_label"))
    if not labels:
        item.asked.left_out("a choice without options")
        return _Made(None)
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
    if made := _true_false(item, options, shares, feedback):
        return _Made(made, more)
    answers = [
        Answer(text=option, share=share, feedback=said_)
        for option, share, said_ in zip(options, shares, feedback, strict=True)
    ]
    return _Made(item.asked.choice(answers, multiple=multiple), more)


def _true_false(
    item: _Item, options: Sequence[Text], shares: Sequence[float], feedback: Sequence[Text]
) -> Interaction | None:
    truths = [truth(option.plain) for option in options]
    if sorted(truths) != ["false", "true"] or max(shares) <= 0:
        return None
    by = dict(zip(truths, zip(shares, feedback, strict=True), strict=True))
    right = by["true"][0] > by["false"][0]
    return item.asked.true_false(right, (by["true"][1], by["false"][1]))


def _shares(item: _Item, ident: str, names: Sequence[str]) -> list[float]:
    most = item.processing.most
    return [item.processing.run({ident: frozenset([each])}).score / most for each in names]


def _ticked(item: _Item, ident: str, names: Sequence[str]) -> list[float]:
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
    item: _Item, ident: str, names: Sequence[str], shares: Sequence[float]
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


def _text(item: _Item) -> _Made:
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
    return _Made(item.asked.typed(answers, exact=bool(cased) and all(cased)))


def _number(item: _Item) -> _Made:
    answers = [answer for tested in item.processing.scoring() for answer in _ranges(tested)]
    found = {(answer.typed, answer.around): answer for answer in answers}
    wide = [each for each in found.values() if each.around]
    kept = [each for each in found.values() if each.around or not _within(each, wide)]
    return _Made(item.asked.numbers(kept))


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


def _match(item: _Item) -> _Made:
    """One choice a row; labels that belong to none are distractors."""
    rights: dict[str, Text] = {}
    pairs: list[tuple[Text, Text, Text]] = []
    used: set[str] = set()
    for response in item.responses:
        ident = response.get("ident") or ""
        labels = {each.get("ident") or "": each for each in inner(response, "response_label")}
        for name, label in labels.items():
            rights.setdefault(name, item.texts.inline(label))
        right = _right(item, ident, list(labels))
        left = item.texts.inline(_left(response))
        if right is None or not left:
            item.asked.left_out("a row of a match without a right answer")
            return _Made(None)
        used.add(right)
        pairs.append((left, rights[right], EMPTY))
    words = {text_.plain for name, text_ in rights.items() if name in used}
    rest = [text_ for name, text_ in rights.items() if text_.plain not in words]
    return _Made(item.asked.match([*pairs, *((EMPTY, each, EMPTY) for each in rest)]))


def _left(response: Element) -> Element | None:
    """What a row asks: within the response, or in the flow around it, as Blackboard has it."""
    own = first(response, "material")
    return own if own is not None else response.getparent()


def _right(item: _Item, ident: str, names: Sequence[str]) -> str | None:
    """The label that a condition with points names for a response."""
    for tested in item.processing.scoring():
        for each in _positive(tested):
            if each.get("respident") == ident and said(each) in names:
                return said(each)
    return None


def _gaps(item: _Item) -> _Made:
    """`[name]` in the text, each a response of that name."""
    presentation = first(item.found, "presentation")
    markup = item.texts.markup(presentation)
    gaps = []
    for number, response in enumerate(item.responses, 1):
        ident = response.get("ident") or ""
        name = said(first(response, "material")) or ident.removeprefix("response_")
        if f"[{name}]" not in markup:
            markup += f"<p>{name}: [{name}]</p>"
        markup = markup.replace(f"[{name}]", marked(number), 1)
        gaps.append((number, ident, list(inner(response, "response_label"))))
    order = [int(each) for each in re.findall("\ufdd0(\\d+)\ufdd1", markup)]
    by_number = {number: (ident, labels) for number, ident, labels in gaps}
    made = []
    for place, number in enumerate(order, 1):
        ident, labels = by_number[number]
        markup = markup.replace(marked(number), f"\ufdd2{place}\ufdd3")
        made.append(_gap(item, str(place), ident, labels))
    markup = re.sub("\ufdd2(\\d+)\ufdd3", lambda match: marked(int(match[1])), markup)
    return _Made(item.asked.gaps(made), prompt=with_blanks(item.texts.of(markup)))


def _gap(item: _Item, id: str, ident: str, labels: Sequence[Element]) -> Gap | None:
    picked = item.kind == "multiple_dropdowns"
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
        )
        for name, label in zip(names, labels, strict=True)
    ]
    return item.asked.gap(id, answers, picked=picked, exact=False)


def _writing(item: _Item) -> _Made:
    item.asked.report(WRITING.at(item.asked.place, "a text that teachers mark"))
    return _Made(ExtendedTextInteraction())


def _order(item: _Item) -> _Made:
    """Labels in the order that a condition names them."""
    ident = item.responses[0].get("ident") or ""
    labels = {each.get("ident") or "": each for each in inner(item.responses[0], "response_label")}
    for tested in item.processing.scoring():
        names = [said(e) for e in _positive(tested) if e.get("respident") == ident]
        if sorted(names) == sorted(labels):
            return _Made(item.asked.order([item.texts.inline(labels[name]) for name in names]))
    item.asked.left_out("an order whose right one is not said")
    return _Made(None)


_BY_NAME: Mapping[str, Callable[[_Item], _Made]] = {
    "essay": _writing,
    "fib": _text,
    "fill_in_multiple_blanks": _gaps,
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
_LEFT_OUT = frozenset({"calculated", "file_upload", "hot_spot", "hotspot", "jumbled_sentence"})
