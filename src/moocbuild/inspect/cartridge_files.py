"""The files of a cartridge that are more than web content: links, topics, tools and questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from lxml import etree

from moocbuild.archive.refused import shown
from moocbuild.inspect.cartridge import kind_of
from moocbuild.inspect.findings import At, Findings
from moocbuild.inspect.manifest import Manifest, Resource, said, tag
from moocbuild.inspect.questions import check_questions
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file in a cartridge."""

    root: etree._Element
    found: Findings
    at: At

    def add(self, key: str, element: etree._Element, message: str) -> None:
        """A breach in it."""
        self.found.add(key, element, message, at=self.at)

    def child(self, name: str) -> etree._Element | None:
        """The first element of this name below the root, whatever its namespace."""
        return next(iter(self.root.iter(f"{{*}}{name}")), None)


def check_files(
    manifest: Manifest, found: Findings, read: Callable[[str], etree._Element | None]
) -> None:
    """Each of these files. read: its root; None where it cannot be read, which is reported."""
    for resource in manifest.every:
        check = _CHECKS.get(kind_of(resource))
        name = _file(manifest, resource)
        if check is None or name not in manifest.archive.members:
            continue
        root = read(name)
        if root is not None:
            check(File(root, found, At(manifest.archive.name, name)))


def _file(manifest: Manifest, resource: Resource) -> str:
    files = [str(each.get("href", "")) for each in resource.files]
    return manifest.follow(files[0], resource.base).name if len(files) == 1 else ""


def _link(file: File) -> None:
    if tag(file.root)[1] != "webLink":
        file.add("link-root", file.root, f"a web link is a '{shown(tag(file.root)[1])}'")
        return
    if not said(file.child("title")):
        file.add("link-title", file.root, "the web link has no title")
    url = file.child("url")
    href = "" if url is None else str(url.get("href", "")).strip()
    if not href:
        file.add("link-url", file.root, "the web link has no address")
    elif url is not None and _scheme(href) not in ("http", "https", "mailto", "ftp", ""):
        file.add("link-scheme", url, f"the web link leads to '{shown(href)}'")


def _topic(file: File) -> None:
    if tag(file.root)[1] != "topic":
        file.add("topic-root", file.root, f"a topic is a '{shown(tag(file.root)[1])}'")
        return
    if not said(file.child("title")):
        file.add("topic-title", file.root, "the topic has no title")
    text = file.child("text")
    if text is None:
        file.add("topic-text", file.root, "the topic has no text")
    elif text.get("texttype") not in ("text/plain", "text/html"):
        kind = shown(str(text.get("texttype", "")))
        file.add("topic-texttype", text, f"the text of the topic has the texttype '{kind}'")


def _tool(file: File) -> None:
    if tag(file.root)[1] != "cartridge_basiclti_link":
        file.add("tool-root", file.root, f"a tool is a '{shown(tag(file.root)[1])}'")
        return
    if not said(file.child("title")):
        file.add("tool-title", file.root, "the tool has no title")
    urls = [said(file.child(name)) for name in ("launch_url", "secure_launch_url")]
    if not any(_scheme(url) in ("http", "https") for url in urls):
        file.add("tool-url", file.root, "the tool has no address on the web")
    if file.child("vendor") is None:
        file.add("tool-vendor", file.root, "the tool names no vendor")


def _assessment(file: File) -> None:
    check_questions(file.root, file.add, is_bank=False)


def _bank(file: File) -> None:
    check_questions(file.root, file.add, is_bank=True)


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return "?"


_CHECKS: Mapping[str, Callable[[File], None]] = {
    "link": _link,
    "topic": _topic,
    "tool": _tool,
    "assessment": _assessment,
    "bank": _bank,
}
