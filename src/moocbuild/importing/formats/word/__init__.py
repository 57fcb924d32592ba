"""Documents of Word (DOCX), by mammoth (BSD-2-Clause), of the extra `import`.

Headings of the first level are modules, of the second pages; lists with one answer marked, and
what stands above them, are questions (`questions.py`).
"""

from __future__ import annotations

from moocbuild.diagnostics.importing import NEEDS_EXTRA, RESOURCE, SETTING, UNREADABLE
from moocbuild.importing.brought import Brought
from moocbuild.importing.carry import Carry
from moocbuild.importing.errors import ImportFailed
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.formats.word.outline import units
from moocbuild.importing.html import Html
from moocbuild.importing.qti.processing import has, inner
from moocbuild.importing.source import Source

_DOCUMENT, _COMMENTS = "word/document.xml", "word/comments.xml"
_STYLES = """
u => u
strike => s
highlight => mark
p[style-name='Title'] => h1:fresh
p[style-name='Heading 1'] => h2:fresh
p[style-name='Heading 2'] => h3:fresh
p[style-name='Heading 3'] => h4:fresh
p[style-name='Heading 4'] => h5:fresh
p[style-name='Heading 5'] => h6:fresh
p[style-name='Subtitle'] => p:fresh
comment-reference =>
"""


def recognises(source: Source) -> bool:
    """An archive with Word's document in it."""
    return source.archive is not None and _DOCUMENT in source.archive.members


def read(source: Source, wanted: Wanted) -> Brought:
    """Modules, pages and quizzes by headings and lists."""
    carry = Carry()
    reader = Html(find=carry.inline, report=wanted.report)
    _tell(source, wanted)
    body = reader.text(_html(source, wanted), source.span())
    title, found = units(body, source, wanted)
    return Brought(
        units=found,
        title=title or source.stem,
        files=carry.files,
        language=wanted.language,
    )


def _tell(source: Source, wanted: Wanted) -> None:
    """Reports what colleagues wrote beside the text, which does not come along."""
    archive = source.archive
    if archive is None:
        return
    if _COMMENTS in archive.members:
        count = sum(1 for _ in inner(archive.xml(_COMMENTS).root, "comment"))
        if count:
            wanted.report(RESOURCE.at(source.span(), f"{count} comments"))
    if has(archive.xml(_DOCUMENT).root, "ins", "del"):
        message = "tracked changes, which are taken as accepted"
        wanted.report(SETTING.at(source.span(), message))


def _html(source: Source, wanted: Wanted) -> str:
    """The document as HTML. The archive was verified, and its XML read strictly, before."""
    try:
        import mammoth
    except ImportError:
        raise ImportFailed(NEEDS_EXTRA.at(source.span(), "DOCX needs mammoth")) from None
    packed = source.repacked()
    try:
        made = mammoth.convert_to_html(packed, style_map=_STYLES)
    except Exception as error:  # mammoth has no errors of its own for what it cannot read
        message = f"not a document that mammoth reads: {str(error)[:80]}"
        raise ImportFailed(UNREADABLE.at(source.span(), message)) from error
    for said in dict.fromkeys(each.message for each in made.messages):
        wanted.report(SETTING.at(source.span(), said[:120]))
    return str(made.value)


FORMAT = Format(name="docx", title="Word", recognises=recognises, read=read, order=20)
