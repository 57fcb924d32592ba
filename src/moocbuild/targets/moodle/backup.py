"""Course → the members of a native backup (.mbz)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from moocbuild.formats import xml
from moocbuild.formats.moodle import document, idnumber, name, node, record, timestamp
from moocbuild.model.competency import Competency, CompetencyRef
from moocbuild.model.course import Course, Lesson, Module, Quiz
from moocbuild.model.evidence import RULES
from moocbuild.model.outline import text_version
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Content, Ref, page_link, paragraph
from moocbuild.package import Package
from moocbuild.package.names import media_files
from moocbuild.render.common import speaking
from moocbuild.render.surroundings import facts
from moocbuild.targets.moodle import about, activity, bank, manifest, page, quiz, simulation
from moocbuild.targets.moodle.activity import Activity, Place, context
from moocbuild.targets.moodle.files import FilePool
from moocbuild.targets.moodle.ids import Ids
from moocbuild.targets.moodle.question import LoweringContext
from moocbuild.targets.moodle.text import DIALECT, Html, Writer
from moocbuild.words import words

COURSE_CONTEXT = 1
_VIEW: dict[str, int | None] = {"completionview": 1}
_PASS: dict[str, int | None] = {"completiongradeitemnumber": 0, "completionpassgrade": 1}
_KINDS = {Lesson: "page", Quiz: "quiz", Scenario: "scorm"}


def package(course: Course) -> Package:
    """The whole backup. Its course has been fitted: no question in a lesson, no hottext."""
    return Backup(course).package()


class Backup:
    """One course on its way into a backup."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.ids = Ids()
        self.created = timestamp(course.released)
        self.files = FilePool(self.ids, self.created, _licence(course.licence))
        self.say = words(course.language)
        self._pages = {each.id: each for each in course.pages()}
        self._anchors = {p.id: page.anchors(p) for p in course.pages() if isinstance(p, Lesson)}
        self._writer = Writer(
            media=media_files(course),
            page=self.address,
            dialect=speaking(DIALECT, course.language),
        )
        self._categories = bank.categories(course)
        self._weights = _weights(course)
        self._competencies = course.framework.by_code

    def package(self) -> Package:
        """Every member; moodle_backup.xml comes first."""
        sections = [*self._sections()]
        members: dict[str, bytes] = {}
        for section in sections:
            members[section.file] = document(self._section(section))
            place = Place(
                section=section.id,
                number=section.number,
                created=self.created,
                framework=idnumber(self.course.framework.id),
            )
            for each in section.activities:
                members |= activity.members(each, place)
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
        anchor = f"#{ref.anchor}" if ref.anchor in self._anchors.get(ref.id, ()) else ""
        kind = _KINDS[type(found)]
        return f"$@{kind.upper()}VIEWBYID*{self.ids.of('module', ref.id)}@${anchor}"

    def _sections(self) -> Iterator[manifest.Section]:
        yield manifest.Section(
            id=self.ids.of("section", ""),
            number=0,
            title=self.course.title,
            summary=self._summary().markup,
        )
        for number, module in enumerate(self.course.modules, 1):
            yield manifest.Section(
                id=self.ids.of("section", module.id),
                number=number,
                title=module.title,
                summary=self._module_summary(module).markup,
                activities=[self._activity(each, module) for each in module.pages()],
            )

    def _section(self, section: manifest.Section) -> xml.Element:
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
        lists = [(self.say.content("around.outcomes"), module.outcomes)] if module.outcomes else []
        noted = page.notes(self.say, module.content_notes, module.minutes)
        around = page.Around(notes=noted, lists=lists)
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
            rules=_VIEW,
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
            rules=_PASS if graded else {},
            competencies=self._known(ref for q in each.questions for ref in q.competencies),
            grade=self._quiz_grade(each, id) if graded else None,
            files=self._kept((context(id), "mod_quiz", "intro", 0), intro),
            categories=self._all_categories(),
        )

    def _quiz_intro(self, each: Quiz, places: Sequence[quiz.Slot]) -> Html:
        noted = page.notes(self.say, each.content_notes, each.minutes)
        bank_size = sum(q.scored for q in each.questions)
        asked = sum(place.mark > 0 for place in places)
        if asked < bank_size:
            noted.append(self.say.content("moodle.drawn", n=asked, total=bank_size))
        if each.graded:
            noted.append(self.say.content("moodle.pass_mark", mark=each.pass_mark))
        return page.framed(self.course, [each.intro], page.Around(notes=noted), self._writer)

    def _quiz_grade(self, each: Quiz, instance: int) -> xml.Element:
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
            rules={},
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

    def _questions(self) -> xml.Element:
        shuffle = {
            question.id: each.shuffle
            for each in self.course.pages()
            if isinstance(each, Quiz)
            for question in each.questions
        }

        writer = self._writer.of_questions(self.course.language)

        def lowering(question: Question) -> LoweringContext:
            return LoweringContext(writer=writer, words=self.say, shuffle=shuffle[question.id])

        made = bank.Bank(
            course=self.course.id,
            context=COURSE_CONTEXT,
            created=self.created,
            number=self.ids.of,
            keep=lambda area, text: self._kept((COURSE_CONTEXT, *area), text),
        )
        return made.listing(self._categories, lowering)

    def _course_files(self) -> dict[str, bytes]:
        used = self._known(ref for each in self._pages.values() for ref in _refs(each))
        roots = {
            **activity.empty(),
            "course": manifest.course(self.course, self.created, COURSE_CONTEXT),
            "filters": manifest.filters(),
            "contentbank": node("contents"),
            "competencies": manifest.competencies(self.course, used),
            "inforef": activity.references((), self._all_categories()),
        }
        return {f"course/{file}.xml": document(root) for file, root in roots.items()}

    def _finished(self) -> Iterator[tuple[int, str]]:
        """What completes the course: its lessons, and its graded quizzes.

        Not its simulations: reading one as a text counts as much as playing it.
        """
        for each in (one for module in self.course.modules for one in module.activities):
            read = isinstance(each, Lesson) and each.ordinal and each.kind != "page"
            if read or (isinstance(each, Quiz) and each.graded and each.questions):
                yield self.ids.of("module", each.id), _KINDS[type(each)]

    def _all_categories(self) -> list[int]:
        keys = [bank.TOP, *(each.key for each in self._categories)]
        return [self.ids.of("category", key) for key in keys] if len(keys) > 1 else []

    def _known(self, refs: Iterable[CompetencyRef]) -> list[Competency]:
        known = self._competencies
        return [known[code] for code in dict.fromkeys(ref.code for ref in refs) if code in known]

    def _kept(self, area: tuple[int, str, str, int], text: Html) -> list[int]:
        assets, paths = self.course.assets, self._writer.media
        return [self.files.add(area, paths[href], assets[href]) for href in text.media]


def _refs(each: Lesson | Quiz | Scenario) -> tuple[CompetencyRef, ...]:
    if isinstance(each, Quiz):
        return tuple(ref for question in each.questions for ref in question.competencies)
    return each.competencies


def _weights(course: Course) -> dict[str, float]:
    """Each graded quiz's share of the course's grade: its points, half as much again if final."""
    weights = {
        each.id: quiz.sum_of_marks(quiz.slots(each)) * RULES.quiz_weight(final=each.final)
        for each in course.pages()
        if isinstance(each, Quiz) and each.graded
    }
    total = sum(weights.values())
    return {id: round(weight / total, 5) if total else 0.0 for id, weight in weights.items()}


def _licence(licence: str) -> str:
    """Moodle's short name of a licence."""
    known = ("cc-by-4.0", "cc-by-sa-4.0", "cc-by-nd-4.0", "cc-by-nc-4.0", "cc-by-nc-sa-4.0")
    return licence.lower() if licence.lower() in (*known, "cc-by-nc-nd-4.0") else "unknown"
