"""Course → the members of a cartridge, and the imsmanifest.xml that holds them together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial

from moocbuild.formats import csm, imscp, lom, xml
from moocbuild.formats.imscp import ncname
from moocbuild.formats.titles import fitting
from moocbuild.model.asset import Asset
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Activity, Course, Lesson, Module, Quiz
from moocbuild.model.language import direction
from moocbuild.model.text import Href, Ref
from moocbuild.package import Content, Package
from moocbuild.package.kept import manifest, members
from moocbuild.package.paths import safe_name
from moocbuild.targets.common_cartridge import page, quiz
from moocbuild.targets.common_cartridge.edition import Edition
from moocbuild.values import dataclass
from moocbuild.words import words
from moocbuild.words.statement import sentence

_MANIFEST = "imsmanifest.xml"
_PROVIDER = "CASE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line of the table of contents and the file behind it.

    Keys of parts are page ids; those that only a cartridge has are a level deeper than any page.
    write: makes what is in the file.
    """

    item: imscp.Item
    resource: imscp.Resource
    name: str
    write: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Cartridge:
    """A course on its way into one edition.

    media: path below the edition's folder, by asset. marks: what says in the manifest that
    something is about a competency, by code.
    """

    course: Course
    edition: Edition
    media: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, xml.Element] = field(default_factory=dict)

    def href(self, pattern: str) -> Href:
        """Links to media by `pattern`; pages cannot be linked, they are named in words."""

        def found(ref: Ref) -> str | None:
            path = self.media.get(ref.id) if ref.kind == "media" else None
            return pattern.format(path) if path and pattern else None

        return found

    def title(self, title: str) -> str:
        """A title of the table of contents."""
        return self.edition.guard(fitting(title))

    def marked(self, refs: Iterable[CompetencyRef]) -> list[xml.Element]:
        """The mark of each competency once, in order; what does not exist is left out."""
        codes = dict.fromkeys([ref.code for ref in refs])
        return [self.marks[code] for code in codes if code in self.marks]


def package(course: Course, edition: Edition) -> Package:
    """The whole cartridge. Its course has been fitted: no simulation, no question in a lesson."""
    edition = edition.speaking(course.language)
    cartridge = Cartridge(course, edition, _media_names(course.assets), _marks(course, edition))
    modules = [(module, list(_parts(cartridge, module))) for module in course.modules]
    about = list(_about(cartridge))
    parts = [*about, *(part for _, inner in modules for part in inner)]
    media = {f"{edition.folder}{cartridge.media[href]}": a for href, a in course.assets.items()}
    names = [*(part.name for part in parts), *sorted(media)]
    make = partial(_manifest, cartridge, modules, parts, sorted(media))
    made: dict[str, Content] = {
        _MANIFEST: manifest(course, names, make, edition.name),
        **dict(_written(about)),
    }
    for module, inner in modules:
        write = partial(_written, inner)
        made.update(members(course, module.id, edition.name, write, edition.name))
    return Package(made | media, first=(_MANIFEST,))


def _manifest(
    cartridge: Cartridge,
    modules: Iterable[tuple[Module, Sequence[Part]]],
    parts: Sequence[Part],
    media: Iterable[str],
) -> bytes:
    items = [*_about_item(cartridge, parts), *(_module_item(cartridge, m, p) for m, p in modules)]
    root = imscp.manifest(
        cartridge.edition.profile,
        identifier=ncname(cartridge.course.id, "C_"),
        title=cartridge.course.title,
        items=items,
        resources=[*(part.resource for part in parts), *map(_file, media)],
        metadata=_metadata(cartridge),
    )
    return xml.serialise(root)


def _written(parts: Sequence[Part]) -> list[tuple[str, bytes]]:
    return [(part.name, part.write()) for part in parts]


def _media_names(assets: Mapping[str, Asset]) -> dict[str, str]:
    """Names that are part of no other name: Moodle replaces them wherever they stand.

    Without two dots in a row, which it takes out of paths.
    """
    names = {href: re.sub(r"\.+", ".", safe_name(href.rpartition("/")[2])) for href in assets}
    return {href: f"media/{a.sha256[:16]}-{names[href]}" for href, a in assets.items()}


def _marks(course: Course, edition: Edition) -> dict[str, xml.Element]:
    known = course.framework.by_code.items()
    if edition.guids:
        return {code: csm.standard(str(each.identifier), code) for code, each in known}
    return {
        code: lom.taxon(edition.profile, code, each.statement, course.language)
        for code, each in known
    }


def _file(name: str) -> imscp.Resource:
    return imscp.Resource(identifier=ncname(name, "F_"), files=(name,), href=name)


def _parts(cartridge: Cartridge, module: Module) -> Iterator[Part]:
    write = partial(page.welcome, cartridge.course, cartridge.edition, module, cartridge.href)
    yield _page(cartridge, module.welcome.id, module.welcome, write)
    for activity in module.activities:
        yield from _activity(cartridge, activity)


def _activity(cartridge: Cartridge, activity: Activity) -> Iterator[Part]:
    if isinstance(activity, Lesson):
        write = partial(page.lesson, cartridge.course, cartridge.edition, activity, cartridge.href)
        yield _page(cartridge, activity.id, activity, write)
    elif not isinstance(activity, Quiz):
        raise TypeError(f"{activity.id}: a cartridge cannot hold a simulation")
    elif activity.questions:  # a quiz without questions would stop Moodle's import
        yield from _before_quiz(cartridge, activity)
        yield _quiz(cartridge, activity)


def _page(cartridge: Cartridge, key: str, lesson: Lesson, write: Callable[[], bytes]) -> Part:
    return _web_page(cartridge, key, lesson.title, write, lesson.competencies)


def _before_quiz(cartridge: Cartridge, asked: Quiz) -> Iterator[Part]:
    if asked.intro or asked.content_notes:
        title = words(cartridge.course.language)("cartridge.before_quiz", title=asked.title)
        write = partial(
            page.before_quiz, cartridge.course, cartridge.edition, asked, cartridge.href
        )
        yield _web_page(cartridge, f"{asked.id}/before", title, write)


def _web_page(
    cartridge: Cartridge,
    key: str,
    title: str,
    write: Callable[[], bytes],
    taught: Iterable[CompetencyRef] = (),
) -> Part:
    name = f"{cartridge.edition.folder}pages/{ncname(key, 'p-', caseless=True)}.html"
    resource = imscp.Resource(
        identifier=ncname(key, "R_"),
        files=(name,),
        href=name,
        metadata=_guids(cartridge, "page", "", taught),
    )
    item = _item(cartridge, key, title, resource, taught)
    return Part(item=item, resource=resource, name=name, write=write)


def _quiz(cartridge: Cartridge, asked: Quiz) -> Part:
    edition = cartridge.edition
    name = edition.quiz_file.format(ncname(asked.id, "q-", caseless=True))
    guids = (
        _guids(cartridge, "question", quiz.question_ident(q), q.competencies)
        for q in asked.questions
    )
    resource = imscp.Resource(
        identifier=ncname(asked.id, "R_"),
        type=edition.quiz_type,
        files=(name,),
        metadata=tuple(element for found in guids for element in found),
    )
    asks = (ref for q in asked.questions for ref in q.competencies)
    item = _item(cartridge, asked.id, asked.title, resource, asks)
    write = partial(quiz.document, asked, ncname(asked.id, "A_"), _writer(cartridge, asked))
    return Part(item=item, resource=resource, name=name, write=write)


def _writer(cartridge: Cartridge, asked: Quiz) -> quiz.Writer:
    edition = cartridge.edition
    return quiz.Writer(
        edition=edition,
        language=cartridge.course.language,
        rtl=direction(cartridge.course.language) == "rtl",
        stem_href=cartridge.href(edition.question_media),
        answer_href=cartridge.href(edition.answer_media),
        shuffle=asked.shuffle,
    )


def _item(
    cartridge: Cartridge,
    key: str,
    title: str,
    resource: imscp.Resource,
    taught: Iterable[CompetencyRef],
) -> imscp.Item:
    return imscp.Item(
        identifier=ncname(key),
        title=cartridge.title(title),
        resource=resource.identifier,
        metadata=_classified(cartridge, taught),
    )


def _module_item(cartridge: Cartridge, module: Module, parts: Sequence[Part]) -> imscp.Item:
    return imscp.Item(
        identifier=ncname(module.id, "M_"),
        title=cartridge.title(module.title),
        children=tuple(part.item for part in parts),
        metadata=_classified(cartridge, module.competencies),
    )


def _about(cartridge: Cartridge) -> Iterator[Part]:
    course = cartridge.course
    if cartridge.edition.welcome:
        write = partial(page.about, course, cartridge.edition)
        yield _web_page(cartridge, f"{course.id}/course/about", course.title, write)


def _about_item(cartridge: Cartridge, parts: Sequence[Part]) -> Iterator[imscp.Item]:
    if cartridge.edition.welcome:
        title = cartridge.title(cartridge.course.title)
        yield imscp.Item(identifier="welcome", title=title, children=(parts[0].item,))


def _classified(cartridge: Cartridge, taught: Iterable[CompetencyRef]) -> tuple[xml.Element, ...]:
    taxa = [] if cartridge.edition.guids else cartridge.marked(taught)
    return (lom.competencies(cartridge.edition.profile, taxa),) if taxa else ()


def _guids(
    cartridge: Cartridge, label: str, part: str, taught: Iterable[CompetencyRef]
) -> tuple[xml.Element, ...]:
    guids = cartridge.marked(taught) if cartridge.edition.guids else []
    return (csm.standards(guids, provider=_PROVIDER, label=label, part=part),) if guids else ()


def _metadata(cartridge: Cartridge) -> list[xml.Element]:
    course = cartridge.course
    about = lom.manifest(
        cartridge.edition.profile,
        title=cartridge.title(course.title),
        description=" ".join(filter(None, (course.description, sentence(course)))),
        language=course.language,
        rights=course.licence,
    )
    return [about, *_guids(cartridge, "course", "", _refs(course))]


def _refs(course: Course) -> Iterator[CompetencyRef]:
    for activity in course.pages():
        yield from activity.competencies if isinstance(activity, Lesson) else ()
    for question in course.questions():
        yield from question.competencies
