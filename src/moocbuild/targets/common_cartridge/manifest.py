"""Course → the members of a cartridge, and the imsmanifest.xml that holds them together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from moocbuild.formats import csm, imscp, lom, xml
from moocbuild.formats.imscp import ncname
from moocbuild.formats.titles import fitting
from moocbuild.model.asset import Asset
from moocbuild.model.competency import Competency, CompetencyRef
from moocbuild.model.course import Activity, Course, Lesson, Module, Quiz
from moocbuild.model.text import Href, Ref
from moocbuild.package import Content, Package
from moocbuild.package.paths import safe_name
from moocbuild.targets.common_cartridge import page, quiz
from moocbuild.targets.common_cartridge.edition import Edition
from moocbuild.words import words
from moocbuild.words.statement import sentence

_MANIFEST = "imsmanifest.xml"
_PROVIDER = "CASE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line of the table of contents and the file behind it.

    Keys of parts are page ids; those that only a cartridge has are a level deeper than any page.
    """

    item: imscp.Item
    resource: imscp.Resource
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Cartridge:
    """A course on its way into one edition. media: path below the edition's folder, by asset."""

    course: Course
    edition: Edition
    media: Mapping[str, str] = field(default_factory=dict)

    def href(self, pattern: str) -> Href:
        """Links to media by `pattern`; pages cannot be linked, they are named in words."""

        def found(ref: Ref) -> str | None:
            path = self.media.get(ref.id) if ref.kind == "media" else None
            return pattern.format(path) if path and pattern else None

        return found

    def title(self, title: str) -> str:
        """A title of the table of contents."""
        return self.edition.guard(fitting(title))

    def known(self, refs: Iterable[CompetencyRef]) -> list[Competency]:
        """Each competency once, in order; codes that do not exist are left out."""
        by_code = self.course.framework.by_code
        return [by_code[code] for code in dict.fromkeys(r.code for r in refs) if code in by_code]


def package(course: Course, edition: Edition) -> Package:
    """The whole cartridge. Its course has been fitted: no simulation, no question in a lesson."""
    cartridge = Cartridge(course, edition, _media_names(course.assets))
    modules = [(module, list(_parts(cartridge, module))) for module in course.modules]
    parts = [*_about(cartridge), *(part for _, inner in modules for part in inner)]
    media = {f"{edition.folder}{cartridge.media[href]}": a for href, a in course.assets.items()}
    files = [_file(name) for name in sorted(media)]
    items = [*_about_item(cartridge, parts), *(_module_item(cartridge, m, p) for m, p in modules)]
    root = imscp.manifest(
        edition.profile,
        identifier=ncname(course.id, "C_"),
        title=course.title,
        items=items,
        resources=[*(part.resource for part in parts), *files],
        metadata=_metadata(cartridge),
    )
    members: dict[str, Content] = {_MANIFEST: xml.serialise(root)}
    return Package(members | {p.name: p.content for p in parts} | media, first=(_MANIFEST,))


def _media_names(assets: Mapping[str, Asset]) -> dict[str, str]:
    """Names that are part of no other name: Moodle replaces them wherever they stand.

    Without two dots in a row, which it takes out of paths.
    """
    names = {href: re.sub(r"\.+", ".", safe_name(href.rpartition("/")[2])) for href in assets}
    return {href: f"media/{a.sha256[:16]}-{names[href]}" for href, a in assets.items()}


def _file(name: str) -> imscp.Resource:
    return imscp.Resource(identifier=ncname(name, "F_"), files=(name,), href=name)


def _parts(cartridge: Cartridge, module: Module) -> Iterator[Part]:
    href = cartridge.href(cartridge.edition.page_media)
    html = page.welcome(cartridge.course, cartridge.edition, module, href)
    yield _page(cartridge, module.welcome.id, module.welcome, html)
    for activity in module.activities:
        yield from _activity(cartridge, activity)


def _activity(cartridge: Cartridge, activity: Activity) -> Iterator[Part]:
    href = cartridge.href(cartridge.edition.page_media)
    if isinstance(activity, Lesson):
        html = page.lesson(cartridge.course, cartridge.edition, activity, href)
        yield _page(cartridge, activity.id, activity, html)
    elif not isinstance(activity, Quiz):
        raise TypeError(f"{activity.id}: a cartridge cannot hold a simulation")
    elif activity.questions:  # a quiz without questions would stop Moodle's import
        yield from _before_quiz(cartridge, activity, href)
        yield _quiz(cartridge, activity)


def _page(cartridge: Cartridge, key: str, lesson: Lesson, html: bytes) -> Part:
    taught = cartridge.known(lesson.competencies)
    return _web_page(cartridge, key, lesson.title, html, taught)


def _before_quiz(cartridge: Cartridge, asked: Quiz, href: Href) -> Iterator[Part]:
    if asked.intro or asked.content_notes:
        title = words(cartridge.course.language)("cartridge.before_quiz", title=asked.title)
        html = page.before_quiz(cartridge.course, cartridge.edition, asked, href)
        yield _web_page(cartridge, f"{asked.id}/before", title, html)


def _web_page(
    cartridge: Cartridge, key: str, title: str, html: bytes, taught: Sequence[Competency] = ()
) -> Part:
    name = f"{cartridge.edition.folder}pages/{ncname(key, 'p-', caseless=True)}.html"
    resource = imscp.Resource(
        identifier=ncname(key, "R_"),
        files=(name,),
        href=name,
        metadata=_guids(cartridge, "page", "", taught),
    )
    return Part(
        item=_item(cartridge, key, title, taught), resource=resource, name=name, content=html
    )


def _quiz(cartridge: Cartridge, asked: Quiz) -> Part:
    edition = cartridge.edition
    name = edition.quiz_file.format(ncname(asked.id, "q-", caseless=True))
    asks = cartridge.known(ref for q in asked.questions for ref in q.competencies)
    guids = (
        _guids(cartridge, "question", quiz.question_ident(q), cartridge.known(q.competencies))
        for q in asked.questions
    )
    resource = imscp.Resource(
        identifier=ncname(asked.id, "R_"),
        type=edition.quiz_type,
        files=(name,),
        metadata=tuple(element for found in guids for element in found),
    )
    item = _item(cartridge, asked.id, asked.title, asks)
    content = quiz.document(asked, ncname(asked.id, "A_"), _writer(cartridge, asked))
    return Part(item=item, resource=resource, name=name, content=content)


def _writer(cartridge: Cartridge, asked: Quiz) -> quiz.Writer:
    edition = cartridge.edition
    return quiz.Writer(
        edition=edition,
        language=cartridge.course.language,
        stem_href=cartridge.href(edition.question_media),
        answer_href=cartridge.href(edition.answer_media),
        shuffle=asked.shuffle,
    )


def _item(cartridge: Cartridge, key: str, title: str, taught: Sequence[Competency]) -> imscp.Item:
    return imscp.Item(
        identifier=ncname(key),
        title=cartridge.title(title),
        resource=ncname(key, "R_"),
        metadata=_classified(cartridge, taught),
    )


def _module_item(cartridge: Cartridge, module: Module, parts: Sequence[Part]) -> imscp.Item:
    return imscp.Item(
        identifier=ncname(module.id, "M_"),
        title=cartridge.title(module.title),
        children=tuple(part.item for part in parts),
        metadata=_classified(cartridge, cartridge.known(module.competencies)),
    )


def _about(cartridge: Cartridge) -> Iterator[Part]:
    course = cartridge.course
    if cartridge.edition.welcome:
        html = page.about(course, cartridge.edition)
        yield _web_page(cartridge, f"{course.id}/course/about", course.title, html)


def _about_item(cartridge: Cartridge, parts: Sequence[Part]) -> Iterator[imscp.Item]:
    if cartridge.edition.welcome:
        title = cartridge.title(cartridge.course.title)
        yield imscp.Item(identifier="welcome", title=title, children=(parts[0].item,))


def _classified(cartridge: Cartridge, taught: Sequence[Competency]) -> tuple[xml.Element, ...]:
    if cartridge.edition.guids or not taught:
        return ()
    course = cartridge.course
    taxa = (lom.Taxon(c.code, c.statement) for c in taught)
    return (lom.competencies(cartridge.edition.profile, taxa, course.language),)


def _guids(
    cartridge: Cartridge, label: str, part: str, taught: Sequence[Competency]
) -> tuple[xml.Element, ...]:
    if not cartridge.edition.guids or not taught:
        return ()
    guids = [csm.Guid(str(c.identifier), c.code) for c in taught]
    return (csm.standards(guids, provider=_PROVIDER, label=label, part=part),)


def _metadata(cartridge: Cartridge) -> list[xml.Element]:
    course = cartridge.course
    about = lom.manifest(
        cartridge.edition.profile,
        title=cartridge.title(course.title),
        description=" ".join(filter(None, (course.description, sentence(course)))),
        language=course.language,
        rights=course.licence,
    )
    return [about, *_guids(cartridge, "course", "", cartridge.known(_refs(course)))]


def _refs(course: Course) -> Iterator[CompetencyRef]:
    for activity in course.pages():
        yield from activity.competencies if isinstance(activity, Lesson) else ()
    for question in course.questions():
        yield from question.competencies
