"""Course → the members of a native backup (.mbz)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, partial
from typing import Any, TypeVar

from moocbuild.cache.keep import Plain, flush
from moocbuild.formats.moodle import (
    Element,
    Lines,
    document,
    flat,
    idnumber,
    listed,
    name,
    node,
    record,
    timestamp,
)
from moocbuild.model.competency import Competency, CompetencyRef
from moocbuild.model.course import Course, Lesson, Module, Quiz
from moocbuild.model.marks import made, module_key
from moocbuild.model.outline import text_version
from moocbuild.model.plain import Codec
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Content, Ref, page_link, paragraph
from moocbuild.package import Content as File
from moocbuild.package import Deflated, Package
from moocbuild.package.kept import Members
from moocbuild.package.names import media_files
from moocbuild.package.zip import deflated
from moocbuild.render.foreign_style import speaking
from moocbuild.render.surroundings import facts, outcomes
from moocbuild.targets.moodle import about, activity, bank, manifest, page, quiz, simulation
from moocbuild.targets.moodle.activity import Activity, Listed, Place, context
from moocbuild.targets.moodle.files import FilePool, Use, short_licence
from moocbuild.targets.moodle.ids import Ids, Number
from moocbuild.targets.moodle.question import LoweringContext
from moocbuild.targets.moodle.text import DIALECT, Html, Writer
from moocbuild.values import dataclass
from moocbuild.words import words

COURSE_CONTEXT = 1
_VIEW = activity.completed(completionview=1)
_NOTHING = activity.completed(completion=0)
"""For pages to look something up in: nobody has to do them."""
_GRADE = activity.completed()
_PASS = activity.completed(completiongradeitemnumber=0, completionpassgrade=1)
_KINDS = {Lesson: "page", Quiz: "quiz", Scenario: "scorm"}


@dataclass(frozen=True, slots=True)
class _Part:
    """What is made of a module, and what it took: numbers, and files by where they are used.

    settled: whether the numbers are those that other modules cannot change.
    """

    value: Any
    numbers: tuple[Number, ...]
    uses: tuple[Use, ...]
    settled: bool


class _Parts(Codec):
    """Takes parts apart, if they may be kept."""

    def close(self, value: object) -> Plain:
        """As plain data; ValueError for one that hangs on others."""
        if isinstance(value, _Part) and not value.settled:
            raise ValueError("a number is not its name's own")
        return super().close(value)


_CODEC = _Parts([_Part, Listed, Use, Deflated])
T = TypeVar("T")


def package(course: Course) -> Package:
    """The whole backup. Its course has been fitted: no question in a lesson, no hottext."""
    return Backup(course).package()


class Backup:
    """One course on its way into a backup."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.ids = Ids()
        self.created = timestamp(course.released)
        self.files = FilePool(self.ids, self.created, short_licence(course.licence))
        self.say = words(course.language)
        self._pages = {each.id: each for each in course.pages()}
        self._anchors = cache(lambda id: page.anchors(self._pages[id]))
        self._writer = Writer(
            media=media_files(course),
            page=self.address,
            dialect=speaking(DIALECT, course.language),
        )
        self._categories = bank.categories(course)
        self._weights = quiz.weights(course)
        self._competencies = course.framework.by_code

    def package(self) -> Package:
        """Every member; moodle_backup.xml comes first."""
        first = self._first_section()
        modules = [self._module(module, n) for n, module in enumerate(self.course.modules, 1)]
        sections = [first, *(section for section, _ in modules)]
        flush()  # before the questions, which take as much room
        members: dict[str, File] = {name: data for _, inner in modules for name, data in inner}
        for section in sections:
            members[section.file] = document(self._section(section))
            for each in section.activities:
                members |= activity.empty(each)
        members |= self._course_files()
        members["completion.xml"] = document(manifest.completion(list(self._finished())))
        members["questions.xml"] = document(self._questions())
        members["files.xml"] = self.files.listing()
        members |= {name: document(root) for name, root in manifest.empty().items()}
        members[about.NAME] = about.about(self.course)
        members[manifest.NAME] = document(manifest.root(self.course, self.created, sections))
        return Package({**members, **self.files.members}, first=(manifest.NAME,))

    def address(self, ref: Ref) -> str | None:
        """What a restore turns into the address of a page; None for what the course lacks."""
        found = self._pages.get(ref.id)
        if found is None:
            return None
        anchor = f"#{ref.anchor}" if ref.anchor and ref.anchor in self._anchors(ref.id) else ""
        kind = _KINDS[type(found)]
        return f"$@{kind.upper()}VIEWBYID*{self.ids.of('module', ref.id)}@${anchor}"

    def _first_section(self) -> manifest.Section:
        return manifest.Section(
            id=self.ids.of("section", ""),
            number=0,
            title=self.course.title,
            summary=self._summary().markup,
        )

    def _module(self, module: Module, number: int) -> tuple[manifest.Section, Members]:
        """The section of a module, and the files of its activities."""
        place = Place(
            section=self.ids.of("section", module.id),
            number=number,
            created=self.created,
            framework=idnumber(self.course.framework.id),
        )

        summary = self._module_summary(module).markup
        activities, files = self._part("moodle", module, lambda: self._activities(module, place))
        section = manifest.Section(
            id=place.section,
            number=number,
            title=module.title,
            summary=summary,
            activities=activities,
        )
        return section, files

    def _activities(self, module: Module, place: Place) -> tuple[tuple[Listed, ...], Members]:
        found = [self._activity(each, module) for each in module.pages()]
        files = [file for each in found for file in activity.members(each, place).items()]
        listed = tuple(Listed(kind=each.kind, id=each.id, title=each.title) for each in found)
        hold = deflated if module_key(self.course, module.id) else bytes
        return listed, tuple((name, hold(data)) for name, data in files)

    def _part(self, shelf: str, module: Module, make: Callable[[], T]) -> T:
        """What `make` makes of a module, or has made of the same before, numbers and files too."""
        fresh: list[_Part] = []

        def whole() -> _Part:
            begun = len(self.files.uses)
            with self.ids.asked() as numbers:
                value = make()
            asked = tuple((kind, name, number) for (kind, name), number in numbers.items())
            uses = tuple(self.files.uses[begun:])
            fresh.append(_Part(value, asked, uses, self.ids.settled))
            return fresh[0]

        part = made(shelf, module_key(self.course, module.id), _CODEC, whole)
        if not fresh:
            if not self.ids.claim(part.numbers):
                return make()
            for use in part.uses:
                named = use.content
                content = self.course.assets[named] if isinstance(named, str) else named
                self.files.add(use.area, use.path, content)
        value: T = part.value
        return value

    def _section(self, section: manifest.Section) -> Element:
        return record(
            "section",
            section.id,
            {
                "number": section.number,
                "name": name(section.title),
                "summary": section.summary,
                "summaryformat": 1,
                "sequence": ",".join(str(each.id) for each in section.activities),
                "visible": 1,
                "availabilityjson": None,
                "timemodified": self.created,
            },
        )

    def _summary(self) -> Html:
        texts = [paragraph(fact) for fact in facts(self.course)]
        around = page.Around(help=self.address(Ref("page", "help")) is not None)
        return page.framed(self.course, texts, around, self._writer)

    def _module_summary(self, module: Module) -> Html:
        noted = page.notes(self.say, module.content_notes, module.minutes)
        around = page.Around(notes=noted, lists=outcomes(self.course, module))
        # On the course's page, below the section's title, which is an h3.
        return page.framed(self.course, [], around, self._writer, heading="h4")

    def _activity(self, each: Lesson | Quiz | Scenario, module: Module) -> Activity:
        if isinstance(each, Lesson):
            return self._page(each, module)
        return self._quiz(each) if isinstance(each, Quiz) else self._simulation(each)

    def _page(self, each: Lesson, module: Module) -> Activity:
        taught = self._known(each.competencies)
        text = page.lesson(self.course, each, module, taught, self._writer)
        id = self.ids.of("module", each.id)
        return Activity(
            kind="page",
            id=id,
            instance=id,
            idnumber=idnumber(each.id),
            title=each.title,
            body=page.body(id, each, text, self.created),
            rules=_NOTHING if each.kind == "page" else _VIEW,
            competencies=taught,
            files=self._kept((context(id), "mod_page", "content", 0), text),
        )

    def _quiz(self, each: Quiz) -> Activity:
        id = self.ids.of("module", each.id)
        places = quiz.slots(each)
        total = quiz.sum_of_marks(places)
        intro = self._quiz_intro(each, places)
        graded = each.graded and total > 0
        numbers = quiz.Numbers(
            instance=id,
            context=context(id),
            course_context=COURSE_CONTEXT,
            slots=[self.ids.of("slot", f"{each.id}/{at}") for at in range(len(places))],
            entries=[self.ids.of("question", p.question) if p.question else 0 for p in places],
            categories=[self.ids.of("category", p.category) if p.category else 0 for p in places],
        )
        return Activity(
            kind="quiz",
            id=id,
            instance=id,
            idnumber=idnumber(each.id),
            title=each.title,
            body=quiz.body(each, intro.markup, places, numbers, self.created),
            rules=_PASS if graded else _GRADE,
            competencies=self._known(ref for q in each.questions for ref in q.competencies),
            grade=self._quiz_grade(each, id) if graded else None,
            files=self._kept((context(id), "mod_quiz", "intro", 0), intro),
            categories=self._all_categories,
        )

    def _quiz_intro(self, each: Quiz, places: Sequence[quiz.Slot]) -> Html:
        noted = page.notes(self.say, each.content_notes, each.minutes)
        bank_size = sum(q.scored for q in each.questions)
        asked = sum(place.mark > 0 for place in places)
        if asked < bank_size:
            noted.append(self.say.content("moodle.drawn", n=asked, total=bank_size))
        if each.pretest:
            noted.append(self.say.content("around.pretest"))
        if each.graded:
            key = "moodle.pass_mark_only" if each.attempts else "moodle.pass_mark"
            noted.append(self.say.content(key, mark=each.pass_mark))
        return page.framed(self.course, [each.intro], page.Around(notes=noted), self._writer)

    def _quiz_grade(self, each: Quiz, instance: int) -> Element:
        return activity.grade_item(
            ("quiz", instance),
            instance,
            {
                "itemname": name(each.title),
                "idnumber": idnumber(each.id),
                "grademax": quiz.GRADE,
                "gradepass": each.pass_mark,
                "aggregationcoef2": self._weights[each.id],
            },
        )

    def _simulation(self, each: Scenario) -> Activity:
        id = self.ids.of("module", each.id)
        made = simulation.packed(self.course, each)
        scos = (self.ids.of("sco", f"{each.id}/"), self.ids.of("sco", each.id))
        intro = self._simulation_intro(each)
        area = (context(id), "mod_scorm")
        files = [self.files.add((*area, "package", 0), made.file, made.data)]
        files += [
            self.files.add((*area, "content", 0), path, made.package.members[path])
            for path in made.package.names()
        ]
        return Activity(
            kind="scorm",
            id=id,
            instance=id,
            idnumber=idnumber(each.id),
            title=each.title,
            body=simulation.body(each, intro.markup, made, id, scos),
            rules=_GRADE,
            competencies=self._known(each.competencies),
            grade=activity.grade_item(
                ("scorm", id), id, {"itemname": name(each.title), "grademax": 1}
            ),
            files=files,
        )

    def _simulation_intro(self, each: Scenario) -> Html:
        noted = page.notes(self.say, each.content_notes, each.minutes)
        texts: list[Content] = [paragraph(self.say.content("moodle.play"))]
        reading = text_version(each.id)
        if reading in self._pages:
            words = self.say.content("page.scenario_read")
            texts.append(paragraph(page_link(reading, words)))
        return page.framed(self.course, texts, page.Around(notes=noted), self._writer)

    def _questions(self) -> Element:
        shuffle = bank.shuffled(self.course)
        writer = self._writer.of_questions(self.course.language)

        def lowering(question: Question) -> LoweringContext:
            return LoweringContext(writer=writer, words=self.say, shuffle=question.id in shuffle)

        filled = bank.Bank(
            course=self.course.id,
            context=COURSE_CONTEXT,
            created=self.created,
            number=self.ids.of,
            keep=lambda area, text: self._kept((COURSE_CONTEXT, *area), text),
        )
        rows = [filled.top()] if self._categories else []
        for module in self.course.modules:
            found = list(bank.of_module(module))
            if found:
                write = partial(_rows, filled, found, lowering)
                rows.append(self._part("moodle-bank", module, write))
        rows += filled.rows(bank.of_pools(self.course), lowering)
        flush()
        return listed("question_categories", rows)

    def _course_files(self) -> dict[str, bytes]:
        used = self._known(ref for each in self._pages.values() for ref in _refs(each))
        roots = {
            "course": manifest.course(self.course, self.created, COURSE_CONTEXT),
            "filters": manifest.filters(),
            "contentbank": node("contents"),
            "competencies": manifest.competencies(self.course, used),
            "inforef": activity.references(self._cover(), self._all_categories),
        }
        made = {file: document(root) for file, root in roots.items()}
        return {f"course/{file}.xml": data for file, data in {**activity.EMPTY, **made}.items()}

    def _cover(self) -> Iterator[int]:
        """The course's image in Moodle's lists of courses."""
        cover = self.course.theme.cover
        if cover and cover.href in self.course.assets:
            area = (COURSE_CONTEXT, "course", "overviewfiles", 0)
            name = media_files(self.course)[cover.href].rpartition("/")[2]
            yield self.files.add(area, name, self.course.assets[cover.href])

    def _finished(self) -> Iterator[tuple[int, str]]:
        """What completes the course: its lessons, and its graded quizzes.

        Not its simulations: reading one as a text counts as much as playing it.
        """
        for each in (one for module in self.course.modules for one in module.activities):
            read = isinstance(each, Lesson) and each.ordinal and each.kind != "page"
            if read or (isinstance(each, Quiz) and each.graded and each.questions):
                yield self.ids.of("module", each.id), _KINDS[type(each)]

    @cached_property
    def _all_categories(self) -> Sequence[Element]:
        """References to them, which every quiz has."""
        keys = [bank.TOP, *(each.key for each in self._categories)] if self._categories else []
        numbers = [self.ids.of("category", key) for key in keys]
        return [node("question_category", fields={"id": number}) for number in numbers]

    def _known(self, refs: Iterable[CompetencyRef]) -> list[Competency]:
        known = self._competencies
        return [known[code] for code in dict.fromkeys(ref.code for ref in refs) if code in known]

    def _kept(self, area: tuple[int, str, str, int], text: Html) -> list[int]:
        if not text.media:
            return []
        assets, paths = self.course.assets, self._writer.media
        return [self.files.add(area, paths[href], assets[href]) for href in text.media]


def _rows(filled: bank.Bank, found: Sequence[bank.Category], lowering: bank.Lower) -> Lines:
    return flat(filled.rows(found, lowering))


def _refs(each: Lesson | Quiz | Scenario) -> tuple[CompetencyRef, ...]:
    if isinstance(each, Quiz):
        return tuple(ref for question in each.questions for ref in question.competencies)
    return each.competencies
