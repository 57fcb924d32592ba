"""Whether a course in another language asks the same: ids, letters and answers of the original."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Report, Span
from moocbuild.i18n.findings import OTHER_COURSE
from moocbuild.model.course import Activity, Course
from moocbuild.model.question import Question, SurveyInteraction
from moocbuild.model.scenario import Scenario, Scene


def check_same(original: Course, other: Course, report: Report) -> None:
    """Reports what a learner would lose who goes from one to the other."""
    pages = {page.id: page for page in original.pages()}
    for page in other.pages():
        if page.id in pages:
            for span, message in _pages(pages.pop(page.id), page):
                report(OTHER_COURSE.at(span, message))
    for page in pages.values():
        report(OTHER_COURSE.at(page.span, f"the page '{page.id}' is not there"))


def _pages(old: Activity, new: Activity) -> Iterator[tuple[Span, str]]:
    if type(old) is not type(new):
        yield new.span, f"'{new.id}' is not a page of the same kind"
    elif isinstance(old, Scenario) and isinstance(new, Scenario):
        yield from _things({s.id: s for s in old.scenes}, {s.id: s for s in new.scenes}, new.span)
    elif not isinstance(old, Scenario) and not isinstance(new, Scenario):
        known = {question.key: question for question in old.questions}
        yield from _things(known, {q.key: q for q in new.questions}, new.span)


def _things(
    old: dict[str, Question] | dict[str, Scene],
    new: dict[str, Question] | dict[str, Scene],
    place: Span,
) -> Iterator[tuple[Span, str]]:
    for id, thing in new.items():
        before = old.get(id)
        if before is None:
            yield thing.span, f"'#{id}' is not in the original"
        elif (wrong := _differs(before, thing)) is not None:
            yield thing.span, f"'#{id}' has {wrong} than in the original"
    for id in old:
        if id not in new:
            yield place, f"'#{id}' of the original is missing"
    if list(old) != list(new) and set(old) == set(new):
        yield place, "the order differs from that of the original"


def _differs(old: Question | Scene, new: Question | Scene) -> str | None:
    """What is other, None where nothing is that records depend on."""
    if isinstance(old, Scene) and isinstance(new, Scene):
        return _scene(old, new)
    if not isinstance(old, Question) or not isinstance(new, Question):
        return "another kind"
    if old.kind != new.kind:
        return "another kind"
    if _answers(old) != _answers(new):
        return "other options or right answers"
    same = (old.points, old.critical, [c.code for c in old.competencies])
    if same != (new.points, new.critical, [c.code for c in new.competencies]):
        return "other points or items"
    return None


def _scene(old: Scene, new: Scene) -> str | None:
    if old.end != new.end or len(old.choices) != len(new.choices):
        return "other choices"
    for one, two in zip(old.choices, new.choices, strict=True):
        weight = (one.id, one.goes_to, one.effects, one.critical, one.read)
        if weight != (two.id, two.goes_to, two.effects, two.critical, two.read):
            return "other choices"
        if [(r.code, n) for r, n in one.evidence] != [(r.code, n) for r, n in two.evidence]:
            return "other evidence"
    return None


def _answers(question: Question) -> object:
    """Letters and what they are worth, without words."""
    asks = question.interaction
    found: list[object] = [type(asks).__name__]
    for name in ("choices", "steps", "rows", "options", "gaps"):
        for each in getattr(asks, name, ()):
            right = getattr(each, "right", None)
            inner = [(c.id, c.score) for c in getattr(each, "choices", ())]
            found.append((name, each.id, getattr(each, "score", None), right, inner))
    if isinstance(asks, SurveyInteraction):
        found += [statement.id for statement in asks.statements]
    return found
