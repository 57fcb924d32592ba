"""A page → its unit: html blocks, problems and item banks, simulations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moocbuild.formats.olx import Block
from moocbuild.model.banks import Bank, banks
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Activity, Course, Lesson, Module, Quiz
from moocbuild.model.outline import text_version
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Content, Text, page_link, paragraph, text, with_attributes
from moocbuild.render.surroundings import Lists, outcomes
from moocbuild.targets.olx import page, simulation, video, xblocks
from moocbuild.targets.olx.names import Places, fresh
from moocbuild.targets.olx.problem import Writer, problem
from moocbuild.targets.olx.video import Film, film_name, parted
from moocbuild.values import dataclass
from moocbuild.words import words


@dataclass(frozen=True, slots=True)
class Author:
    """Makes the units of one course. files: what their blocks need beside them, by name."""

    course: Course
    places: Places
    files: dict[str, bytes]

    def unit(self, activity: Activity, module: Module) -> Block:
        """The vertical of a page."""
        return Block(
            type="vertical",
            url_name=self.places.unit(activity.id),
            attributes={"display_name": activity.title},
            children=tuple(self._blocks(activity, module)),
        )

    def _blocks(self, activity: Activity, module: Module) -> Iterator[Block]:
        if isinstance(activity, Quiz):
            return self._quiz(activity)
        if isinstance(activity, Scenario):
            return self._scenario(activity)
        return self._lesson(activity, module)

    def _lesson(self, lesson: Lesson, module: Module) -> Iterator[Block]:
        writer = Writer(language=self.course.language, href=self.places.href(lesson.id))
        runs = list(_runs(lesson.parts))
        films: list[str] = []
        welcome = lesson is module.welcome
        lead = page.notes(self.course, _content_notes(lesson, module), lesson.minutes)
        end = [*(outcomes(self.course, module) if welcome else ())]
        end += page.footer(self.course, lesson.competencies)
        if end and not (runs and isinstance(runs[-1], list)):
            runs.append([])
        if lead and not (runs and isinstance(runs[0], list)):
            runs.insert(0, [])
        behind = ""
        for number, run in enumerate(runs):
            if isinstance(run, Question):
                yield problem(run, writer)
                behind = run.id
                continue
            if isinstance(run, Film):
                behind = fresh(film_name(run, self.places), films)
                yield self._film(run, behind, lesson)
                continue
            yield self._html(
                lesson,
                run,
                behind,
                lead if number == 0 else [],
                end if number == len(runs) - 1 else [],
            )

    def _film(self, shown: Film, name: str, lesson: Lesson) -> Block:
        made, captions = video.block(shown, name, lesson.id, self.course, self.places)
        self.files.update(captions)
        return made

    def _quiz(self, quiz: Quiz) -> Iterator[Block]:
        lead = page.notes(self.course, quiz.content_notes, quiz.minutes)
        if quiz.pretest:
            lead.append(words(self.course.language).content("around.pretest"))
        if quiz.intro or lead:
            yield self._html(quiz, [quiz.intro] if quiz.intro else [], "", lead, [])
        writer = Writer(
            language=self.course.language,
            href=self.places.href(quiz.id),
            shuffle=quiz.shuffle,
            graded=quiz.graded,
            attempts=quiz.attempts,
            told=quiz.feedback,
            right_answers=quiz.right_answers,
        )
        problems = {q.id: problem(q, writer) for q in quiz.questions}
        always, drawn = banks(quiz)
        yield from (problems[id] for id in always)
        for each in drawn:
            yield self._bank(quiz, each, [problems[id] for id in each.questions])
        yield from (problems[q.id] for q in quiz.questions if not q.scored)

    def _scenario(self, scenario: Scenario) -> Iterator[Block]:
        say = words(self.course.language)
        reading = text_version(scenario.id)
        link = page_link(reading, say("olx.read"))
        told = with_attributes(paragraph(say("olx.play"), link), **say.marks())
        way = [text(told)]
        lead = page.notes(self.course, scenario.content_notes, scenario.minutes)
        shown = way if reading in self.places.units else []
        yield self._html(scenario, shown, "", lead, [])
        if self.course.settings.olx.xblocks:
            yield xblocks.scenario_block(self.course, scenario, self.places)
            return
        block, data = simulation.block(self.course, scenario, self.places)
        self.files[simulation.path(block)] = data
        yield block

    def _bank(self, quiz: Quiz, bank: Bank, problems: list[Block]) -> Block:
        """The block that draws, unless told otherwise a `library_content` without a library.

        Platforms before Verawood (June 2026) count every question of an `itembank` in the grade,
        so that all drawn ones right are not full marks (measured; openedx-platform #37830).
        """
        settings = self.course.settings
        again = {"allow_resetting_children": "true"} if settings.olx.redraw else {}
        return Block(
            type=settings.olx.bank,
            url_name=self.places.name(quiz.id, "bank", *filter(None, (bank.pool, bank.item))),
            attributes={"display_name": quiz.title, "max_count": str(bank.count), **again},
            children=tuple(problems),
        )

    def _html(
        self,
        activity: Activity,
        texts: list[Text],
        behind: str,
        lead: list[Content],
        end: Lists,
    ) -> Block:
        """A text; behind: the question before it, which names it for good."""
        return Block(
            type="html",
            url_name=self.places.name(activity.id, "text", *([behind] if behind else [])),
            attributes={"display_name": activity.title},
            html=page.html(
                self.course, texts, self.places.href(activity.id), notes=lead, lists=end
            ),
        )


def competencies(activity: Activity) -> tuple[CompetencyRef, ...]:
    """What a page works on: of a quiz, what its questions do; each once."""
    refs = activity.competencies if not isinstance(activity, Quiz) else _asked(activity)
    return tuple(dict.fromkeys(refs))


def _asked(quiz: Quiz) -> tuple[CompetencyRef, ...]:
    return tuple(ref for question in quiz.questions for ref in question.competencies)


def _runs(parts: tuple[Text | Question, ...]) -> Iterator[list[Text] | Question | Film]:
    """Texts that follow each other are one block; a film is one of its own."""
    held: list[Text] = []
    for part in (piece for each in parts for piece in _pieces(each)):
        if isinstance(part, Text):
            held.append(part)
            continue
        if held:
            yield held
        yield part
        held = []
    if held:
        yield held


def _pieces(part: Text | Question) -> Iterable[Text | Question | Film]:
    return parted(part) if isinstance(part, Text) else (part,)


def _content_notes(lesson: Lesson, module: Module) -> tuple[str, ...]:
    if lesson is module.welcome:
        return lesson.content_notes or module.content_notes
    return lesson.content_notes
