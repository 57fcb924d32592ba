"""The words of a paragraph of WordprocessingML: as it was, and with tracked changes accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from lxml import etree

from moocbuild.model.blocks import exact
from moocbuild.model.text import Text
from moocbuild.review import marks
from moocbuild.review.comments import cleaned
from moocbuild.values import dataclass

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NEW = frozenset({f"{W}ins", f"{W}moveTo"})
_OLD = frozenset({f"{W}del", f"{W}moveFrom"})
_GAPS = frozenset({f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"})
_WORDS = frozenset({f"{W}t", f"{W}delText"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """before, after: tracked changes. who: has made them. selected: comment → its words."""

    before: str = ""
    after: str = ""
    who: str = ""
    selected: Mapping[str, str] = field(default_factory=dict)


def names_in(paragraph: etree._Element | None) -> list[str]:
    """Names of the bookmarks that begin in a paragraph."""
    if paragraph is None:
        return []
    return [each.get(f"{W}name", "") for each in paragraph.iter(f"{W}bookmarkStart")]


def words_in(paragraph: etree._Element) -> Words:
    """The words of a paragraph without our labels, and without paragraphs inside of it."""
    found = _Found()
    for each in paragraph.iter():
        found.take(each, paragraph)
    return Words(
        before=_clean(found.before),
        after=_clean(found.after),
        who=cleaned(found.who),
        selected={id: _clean(words) for id, words in found.selected.items()},
    )


def _clean(words: list[str]) -> str:
    return cleaned(exact(Text(("".join(words),))))


@dataclass(slots=True)
class _Found:
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    who: str = ""
    selected: dict[str, list[str]] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)

    def take(self, element: etree._Element, paragraph: etree._Element) -> None:
        """The next element of the paragraph."""
        tag = element.tag
        if tag == f"{W}commentRangeStart":
            id = element.get(f"{W}id", "")
            self._open.add(id)
            self.selected[id] = []
        elif tag == f"{W}commentRangeEnd":
            self._open.discard(element.get(f"{W}id", ""))
        elif tag in _WORDS or tag in _GAPS:
            self._words(element, paragraph)

    def _words(self, element: etree._Element, paragraph: etree._Element) -> None:
        words = (element.text or "") if element.tag in _WORDS else " "
        run = element.getparent()
        if run is None or run.tag != f"{W}r" or _is_label(run):
            return
        around = _around(run, paragraph)
        if around is None:
            return
        new, old = around
        if not new:
            self.before.append(words)
            for id in self._open:
                self.selected[id].append(words)
        if not old:
            self.after.append(words)
        if (new or old) and not self.who:
            self.who = next(_authors(run), "")


def _is_label(run: etree._Element) -> bool:
    style = run.find(f"{W}rPr/{W}rStyle")
    return style is not None and style.get(f"{W}val") == marks.LABEL


def _around(run: etree._Element, paragraph: etree._Element) -> tuple[bool, bool] | None:
    """Whether a run was inserted, and whether it was deleted; None where it is of a text box."""
    new = old = False
    for above in run.iterancestors():
        if above is paragraph:
            return new, old
        if above.tag == f"{W}p":
            return None
        new, old = new or above.tag in _NEW, old or above.tag in _OLD
    return None


def _authors(run: etree._Element):  # type: ignore[no-untyped-def]
    for above in run.iterancestors():
        if above.tag in _NEW | _OLD:
            yield above.get(f"{W}author", "")
