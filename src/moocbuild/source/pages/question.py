"""A section to a Question: id, kind, prompt, answers, hint and explanation."""

from __future__ import annotations

import math
from collections.abc import Sequence

from moocbuild.diagnostics import Rule, Severity, Span, near
from moocbuild.model.question import Interaction, Question, Unreadable
from moocbuild.model.richtext import EMPTY, RichText
from moocbuild.source.context import Context
from moocbuild.source.markdown.fragment import Fragment
from moocbuild.source.markdown.render import render
from moocbuild.source.pages.questions import guess, kinds
from moocbuild.source.pages.raw_question import EMPTY_OPTION, RawQuestion
from moocbuild.source.pages.section import Block, Section, callout, quoted, slug

MISSING_ID = Rule(
    "MB102",
    "missing-id",
    Severity.ERROR,
    """A question or a scene has no id. Learners' records hang on it, so it must not depend on the
heading's words. `moocbuild ids --write` puts one below each heading that lacks it.""",
)
DUPLICATE_ID = Rule(
    "MB103",
    "duplicate-id",
    Severity.ERROR,
    """The same id stands twice. Ids of questions are unique in the whole course, ids of scenes in
their simulation.""",
)
NO_ANSWER_FORM = Rule(
    "MB110",
    "no-answer-form",
    Severity.ERROR,
    """The section has no answers that a question could be made of: a task list (`- [x] …`), a list
of accepted answers (`- = …`), a table, a numbered list, or a ruled line for writing.""",
)
UNKNOWN_KIND = Rule(
    "MB117",
    "unknown-kind",
    Severity.ERROR,
    """There is no such kind of question. The kinds are single, multiple, truefalse, match, order,
numeric, text, hottext and journal.""",
)
BAD_POINTS = Rule(
    "MB121",
    "bad-points",
    Severity.ERROR,
    """Points are a number above 0, at most 100: `points=2`.""",
)

EXPLAINING = frozenset({"NOTE", "IMPORTANT", "WARNING", "CAUTION"})


def read_question(section: Section, context: Context) -> Question:
    """The section as a Question; what cannot be read is kept as Unreadable and reported."""
    id = _claimed(section, context)
    kind, interaction, answer = _interaction(section, id, context)
    return Question(
        id=id,
        kind=kind,
        title=section.title,
        prompt=_prompt(section, answer, context),
        interaction=interaction,
        ordinal=context.ids.question(id),
        points=_points(section, context),
        level=section.attributes.get("level", ""),
        critical="critical" in section.attributes,
        hint=_callouts(section, section.blocks, {"TIP"}, context),
        explanation=_callouts(section, _after(section, answer), EXPLAINING, context),
        competencies=section.chips,
        span=section.span,
    )


def _claimed(section: Section, context: Context) -> str:
    """The question's id, unique from now on; a missing or double one is reported."""
    id = section.id
    if not id:
        help = "run 'moocbuild ids --write'"
        message = f"'{section.title[:60]}' has no id"
        context.report(MISSING_ID.at(section.span, message, help=help))
        id = slug(section.title)[:64].strip("-") or f"line-{section.span.line}"
    span = Span(section.path, section.span.line + 1 if section.id else section.span.line)
    first = context.questions.setdefault(id, span)
    if first is not span and section.id:
        message = f"'#{id}' is the id of another question"
        context.report(DUPLICATE_ID.at(span, message, related=((first, "first here"),)))
    return id


def _interaction(
    section: Section, id: str, context: Context
) -> tuple[str, Interaction, Block | None]:
    wanted = section.attributes.get("kind", "")
    if wanted and wanted not in kinds():
        span = section.attribute_spans["kind"]
        message = f"'{wanted}' is no kind of question"
        context.report(UNKNOWN_KIND.at(span, message, help=near(wanted, kinds())))
        wanted = ""
    if wanted:
        block = kinds()[wanted].find(section, context.language)
        found = (wanted, block) if block is not None else None
    else:
        found = guess(section, context.language)
    if found is None:
        message = f"'{id}' has no answers"
        help = _form_help(wanted)
        context.report(NO_ANSWER_FORM.at(section.span, message, help=help))
        return wanted or "unknown", Unreadable(message), None
    kind, answer = found
    return kind, kinds()[kind].parse(RawQuestion(section, id, answer), context), answer


def _form_help(kind: str) -> str:
    forms = {
        "match": "write a table of two columns",
        "order": "write a numbered list",
        "numeric": "write '- = 3'",
        "text": "write '- = word'",
        "journal": "write a ruled line: ____",
    }
    return forms.get(kind, "write a task list: '- [x] right', '- [ ] wrong'")


def _prompt(section: Section, answer: Block | None, context: Context) -> RichText:
    """What is asked: everything but the answers, hints and explanations."""
    texts: list[RichText] = []
    run: list[Block] = []
    for block in section.blocks:
        explains = callout(section, block) in EXPLAINING and block in _after(section, answer)
        if block is answer or callout(section, block) == "TIP" or explains:
            texts.extend(_run(section, run, context))
            run = []
        else:
            run.append(block)
    texts.extend(_run(section, run, context))
    if not texts:
        context.report(EMPTY_OPTION.at(section.span, f"'{section.title[:60]}' asks nothing"))
    return _sum(texts)


def _run(section: Section, run: list[Block], context: Context) -> list[RichText]:
    text = render(section.of(*run), context) if run else EMPTY
    return [text] if text else []


def _after(section: Section, answer: Block | None) -> Sequence[Block]:
    if answer is None or answer not in section.blocks:
        return section.blocks
    return section.blocks[section.blocks.index(answer) + 1 :]


def _callouts(
    section: Section, found: Sequence[Block], names: set[str] | frozenset[str], context: Context
) -> RichText:
    quotes: list[Fragment] = [quoted(section, b) for b in found if callout(section, b) in names]
    return _sum([render(quote, context) for quote in quotes])


def _sum(texts: list[RichText]) -> RichText:
    total = EMPTY
    for text in texts:
        total = total + text if total else text
    return total


def _points(section: Section, context: Context) -> float:
    written = section.attributes.get("points", "1")
    try:
        points = float(written)
    except ValueError:
        points = math.nan
    if not 0 < points <= 100:
        span = section.attribute_spans["points"]
        context.report(BAD_POINTS.at(span, f"'{written[:20]}' is no number of points"))
        return 1.0
    return points
