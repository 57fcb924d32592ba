"""Hostile XML, as the manifest of a package of SCORM 1.2 or as a file besides.

Row → what makes the package, the rules that are reported, and the exit status.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from archive.zips import MANIFEST, Entry, Zip, scorm

Make = Callable[[], bytes]
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_TITLE = b"<title>Knots</title>"
_ITEM = b'<item identifier="i" identifierref="r"><title>The bowline</title></item>'
_FILE = b'<file href="index.html"/>'


def _manifest(old: bytes, new: bytes, *more: tuple[bytes, bytes]) -> Make:
    def make() -> bytes:
        text = MANIFEST
        for before, after in ((old, new), *more):
            assert before in text, before
            text = text.replace(before, after, 1)
        return scorm(manifest=text)

    return make


def _doctype(subset: bytes, title: bytes = b"Knots", external: bytes = b"") -> Make:
    declared = b"<!DOCTYPE manifest " + external + (b"[" + subset + b"]" if subset else b"") + b">"
    return _manifest(_HEAD, _HEAD + declared, (b"Knots", title))


def _whole(text: bytes) -> Make:
    return lambda: scorm(manifest=text)


def _beside(text: bytes) -> Make:
    return lambda: scorm(Entry("questions.xml", text))


def _resource(count: int, depends: Callable[[int], int]) -> bytes:
    return b"".join(
        f'<resource identifier="r{n}" type="webcontent" adlcp:scormtype="asset">'
        f'<dependency identifierref="r{depends(n)}"/></resource>'.encode()
        for n in range(count)
    )


_LAUGHS = b"".join(
    b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"ha") for n in range(10)
)
_END = b"</resources>"

ROWS: Mapping[str, tuple[Make, set[str], int]] = {
    "B01": (_doctype(b'<!ENTITY x SYSTEM "file:///etc/passwd">', b"&x;"), {"MB429"}, 2),
    "B02": (_doctype(b'<!ENTITY x SYSTEM "http://127.0.0.1:9/">', b"&x;"), {"MB429"}, 2),
    "B03": (_doctype(b'<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;'), {"MB429"}, 2),
    "B04": (_doctype(_LAUGHS, b"&a9;"), {"MB429"}, 2),
    "B05": (_doctype(b'<!ENTITY a "%s">' % (b"a" * 50_000), b"&a;" * 9_999), {"MB429"}, 2),
    "B06": (_doctype(b"", external=b'SYSTEM "http://127.0.0.1:9/x.dtd"'), {"MB430"}, 2),
    "B06 public": (
        _doctype(b"", external=b'PUBLIC "-//X//Y" "//127.0.0.1/x.dtd"'),
        {"MB430"},
        2,
    ),
    "B07": (_doctype(b"", external=b'SYSTEM "ims_qtiasiv1p2.dtd"'), {"MB431"}, 0),
    "B07 entity of it": (
        _doctype(b"", b"&nbsp;", external=b'SYSTEM "ims_qtiasiv1p2.dtd"'),
        {"MB429"},
        2,
    ),
    "B08": (
        _doctype(b"<!ENTITY q \"' onerror='alert(1)\">", b"&q;"),
        {"MB429"},
        2,
    ),
    "B09": (
        _manifest(
            _TITLE,
            _TITLE
            + b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>',
        ),
        {"MB435"},
        2,
    ),
    "B10": (
        _whole(b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE x+AD4-'),
        {"MB432"},
        2,
    ),
    "B10 UTF-16": (
        _whole(
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode(
                "utf-16"
            )
        ),
        {"MB429"},
        2,
    ),
    "B10 no mark": (_whole("<manifest/>".encode("utf-16-le")), {"MB432"}, 2),
    "B10 UTF-32": (_whole("<manifest/>".encode("utf-32")), {"MB432"}, 2),
    "B11": (_whole(MANIFEST.decode().encode("utf-16")), {"MB432"}, 2),
    "B11 sound": (
        _whole(MANIFEST.decode().replace("UTF-8", "UTF-16").encode("utf-16")),
        set(),
        0,
    ),
    "B12": (_manifest(b"Knots", b"Kn\xffts"), {"MB433"}, 2),
    "B12 NUL": (_manifest(b"Knots", b"Kn\0ts"), {"MB433"}, 2),
    "B12 reference": (_manifest(b"Knots", b"Kn&#0;ts"), {"MB433"}, 2),
    "B12 1.1": (_manifest(b'version="1.0"', b'version="1.1"'), {"MB433"}, 2),
    "B13": (_manifest(b"UTF-8", b"klingon"), {"MB432"}, 2),
    "B13 Latin-1": (_manifest(b"UTF-8", b"ISO-8859-1", (b"Knots", b"Kn\xf6ts")), {"MB432"}, 2),
    "B13 Latin-1 that is ASCII": (_manifest(b"UTF-8", b"ISO-8859-1"), set(), 0),
    "B14": (_beside(b"<a>" * 300 + b"</a>" * 300), {"MB434"}, 2),
    "B14 deep": (_beside(b"<a>" * 1_000_000), {"MB434"}, 2),
    "B15": (
        _beside(b"<a %s/>" % b" ".join(b'a%d=""' % n for n in range(100_000))),
        {"MB434"},
        2,
    ),
    "B15 namespaces": (
        _beside(b"<a %s/>" % b" ".join(b'xmlns:a%d="u"' % n for n in range(50_000))),
        {"MB434"},
        2,
    ),
    "B16": (
        _doctype(b"".join(b"<!ATTLIST a a%d CDATA '%d'>" % (n, n) for n in range(50_000))),
        {"MB429"},
        2,
    ),
    "B17": (
        lambda: scorm(Entry("text.xml", b"<a>" + b"word " * 4_000_000 + b"</a>", method=0)),
        {"MB434"},
        2,
    ),
    "B17 name": (_beside(b"<%s/>" % (b"a" * 2_000_000)), {"MB434"}, 2),
    "B17 nodes": (_beside(b"<a>" + b"<b/>" * 400_000 + b"</a>"), {"MB434"}, 2),
    "B18": (_doctype(b"<!ELEMENT a %sb%s>" % (b"(" * 5_000, b")" * 5_000)), {"MB429"}, 2),
    "B19": (_manifest(b"</manifest>", b""), {"MB433"}, 2),
    "B19 two roots": (_manifest(b"</manifest>", b"</manifest><x/>"), {"MB433"}, 2),
    "B19 prefix": (_manifest(_TITLE, b"<x:title/>"), {"MB433"}, 2),
    "B20": (
        _manifest(
            b"<manifest ",
            b'<manifest xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
            b' xsi:schemaLocation="http://127.0.0.1:9/ http://127.0.0.1:9/x.xsd" ',
        ),
        set(),
        0,
    ),
    "B21": (_manifest(_HEAD, _HEAD + b'<?xml-stylesheet href="x.xsl"?>'), {"MB431"}, 0),
    **{
        f"B22 {name}": (_manifest(_FILE, b'<file href="%s"/>' % href, _LISTED), {"MB437"}, 2)
        for _LISTED in [(b"</resource>", _FILE + b"</resource>")]
        for name, href in {
            "parent": b"../../etc/passwd",
            "escaped": b"%2e%2e/%2e%2e/etc/passwd",
            "absolute": b"/etc/passwd",
            "file": b"file:///etc/passwd",
            "script": b"javascript:alert(1)",
            "host": b"//evil.example/x",
            "drive": b"C:/windows/x",
            "backslash": b"..\\..\\x",
        }.items()
    },
    "B23": (
        _manifest(b"<resources>", b'<resources xml:base="https://evil.example/">'),
        {"MB437"},
        2,
    ),
    "B24": (
        _manifest(_FILE, _FILE + b'<file href="gone.html"/>'),
        {"MB440"},
        1,
    ),
    "B24 case": (_manifest(_FILE, _FILE + b'<file href="Index.html"/>'), {"MB440"}, 1),
    "B25": (
        _manifest(_ITEM, _ITEM + _ITEM),
        {"MB441"},
        1,
    ),
    "B26": (
        _manifest(_END, _resource(3, lambda n: (n + 1) % 3) + _END),
        {"MB442"},
        2,
    ),
    "B26 long": (
        _manifest(_END, _resource(5_000, lambda n: (n + 1) % 5_000) + _END),
        {"MB442"},
        2,
    ),
    "B26 manifest": (
        _manifest(b'identifierref="r"', b'identifierref="m"'),
        {"MB442"},
        2,
    ),
    "B27": (
        _manifest(
            _ITEM,
            b"".join(
                b'<item identifier="i%d" identifierref="r"><title>%d</title></item>' % (n, n)
                for n in range(10_000)
            ),
        ),
        {"MB446"},
        0,
    ),
    "B27 depth": (
        _manifest(
            _ITEM,
            b"".join(b'<item identifier="i%d"><title>x</title>' % n for n in range(1_000))
            + b"</item>" * 1_000,
        ),
        {"MB434"},
        2,
    ),
    "B28": (
        _manifest(b"The bowline", b"&lt;img src=x onerror=alert(1)>"),
        {"MB445"},
        0,
    ),
    "B29 version": (
        _manifest(b"<schemaversion>1.2<", b"<schemaversion>1.3<"),
        {"MB443"},
        1,
    ),
    "B29 namespace": (
        lambda: Zip(
            [Entry("imsmanifest.xml", b"<manifest/>"), Entry("index.html")],
        ).bytes(),
        {"MB447"},
        1,
    ),
    "B30": (
        _manifest(
            b"</schemaversion>",
            b"</schemaversion><x:vcard xmlns:x='urn:x'>BEGIN:VCARD&#10;FN:x&#10;"
            b"END:VCARD</x:vcard>",
        ),
        set(),
        0,
    ),
    "B31": (
        _manifest(
            b"<resources>",
            b'<resources><resource identifier="first" type="webcontent" adlcp:scormtype="asset"'
            b' href="index.html"><file href="index.html"/></resource>',
        ),
        {"MB436"},
        0,
    ),
}
