"""tools/compare_packages.py: what is the same, and what every difference is called."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

import compare_packages


def told(old: str, new: str, name: str = "a.html") -> list[str]:
    found = compare_packages.compare({name: old.encode()}, {name: new.encode()})
    return [
        f"{cluster.shape} {detail}".strip()
        for cluster in found.clusters
        for detail in cluster.details
    ]


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ('<p id="a" class="x y">T</p>', "<p class='y x' id=a>\n  T\n</p>", "a.html"),
        ("<ul><li>A</li><li>B</li></ul>", "<ul>\n<li>A\n<li>B\n</ul>\n", "a.html"),
        ("<p>a <b>b</b> c</p>", "<p>a\n<b>b</b>\nc</p>", "a.html"),
        ("<p>&eacute;&amp;</p>", "<p>é&#38;</p>", "a.html"),
        ("<p data-x='{\"a\": 1, \"b\": 2}'>",
         '<p data-x="{&#34;b&#34;:2,&#34;a&#34;:1}">', "a.html"),
        ("<a><b x='1' y='2'/></a>",
         '<?xml version="1.0"?>\n<a>\n <b y="2" x="1"></b></a>', "a.xml"),
        ("<a>&lt;p id=x&gt;T&lt;/p&gt;</a>", '<a><![CDATA[<p id="x">T</p>\n]]></a>', "a.xml"),
        ('{"a": [1, 2], "b": null}', '{"b":null,\n"a":[1,2]}', "a.json"),
        ('window.x = {"a": 1, "b": 2};', 'window.x = {"b":2,"a":1}', "a.js"),
    ],
)  # fmt: skip
def test_the_same_in_other_words(old: str, new: str, name: str) -> None:
    assert told(old, new, name) == []
    found = compare_packages.compare({name: old.encode()}, {name: new.encode()})
    assert found.respelled == [name] and found.equal


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<p><img src=a></p>", "<p><img src=a loading=lazy></p>",
         ["attribute loading added on <img> 'lazy'"]),
        ("<p><img src=a alt=x></p>", "<p><img src=b></p>",
         ["attribute alt removed from <img> 'x'", "attribute src changed on <img> 'a' → 'b'"]),
        ('<p class="a b">T</p>', '<p class="b c">T</p>',
         ["class c added on <p>", "class a removed from <p>"]),
        ("<div><p>A</p><table><tr><td>1</table></div>",
         '<div><p>A</p><div class="scroll"><table><tr><td>1</table></div></div>',
         ["<table> wrapped in <div.scroll>"]),
        ('<div><div class="scroll"><p>A</p></div></div>', "<div><p>A</p></div>",
         ["<p> no longer wrapped in <div.scroll>"]),
        ("<p>a <b>b</b> c</p>", "<p>a <strong>b</strong> c</p>",
         ["<b> became <strong> <b> → <strong>"]),
        ("<p>He said so.</p>", "<p>She said so.</p>", ["text changed in <p> 'H' → 'Sh'"]),
        ("<p>a <b>b</b> c</p>", "<p>a<b>b</b> c</p>", ["white space changed in <p> ' ' → ''"]),
        ("<p id=0123456789abcdef01>T</p>", "<p id=0123456789abcdef02>T</p>",
         ["attribute id changed on <p> a hash of other content"]),
        ("<td>One</td>", "<td><b>One</b></td>", ["text wrapped in <b>"]),
        ("<pre>a  b</pre>", "<pre>a b</pre>", ["white space changed in <pre> ' ' → ''"]),
        ("<ul><li>A<li>B</ul>", "<ul><li>A<li>X<li>B</ul>", ["<li> added in <ul> 'X'"]),
        ("<ul><li>A<li>X<li>B</ul>", "<ul><li>A<li>B</ul>", ["<li> removed from <ul> 'X'"]),
        ("<!doctype html><p>A", "<!doctype x><p>A",
         ["attribute doctype changed on <html> '<!doctype html>' → '<!doctype x>'"]),
        ("<!doctype html><p>A", "<p>A",
         ["attribute doctype changed on <html> '<!doctype html>' → ''"]),
    ],
)  # fmt: skip
def test_pages(old: str, new: str, said: list[str]) -> None:
    assert told(old, new) == said


def test_markup_that_is_text_in_xml() -> None:
    old = "<q><text>&lt;p&gt;&lt;img src=a&gt; A&lt;/p&gt;</text></q>"
    new = "<q><text>&lt;p&gt;&lt;img src=a loading=lazy&gt; A&lt;/p&gt;</text></q>"
    assert told(old, new, "q.xml") == ["attribute loading added on <img> 'lazy'"]


def test_values_and_lines() -> None:
    assert told(
        '{"a": [{"b": 1}, {"b": 2}]}', '{"a": [{"b": 1}, {"b": 3, "c": 1}]}', "a.json"
    ) == [
        "value .a[].b changed '2' → '3'",
        "value .a[].c added '1'",
    ]
    assert told('{"a": 1}', '{"a": true}', "a.json") == ["value .a changed '1' → 'True'"]
    lines = ["line added 'c'", "line added 'd'", "line removed 'b'"]
    assert told("a\nb\n", "a\nc\nd\n", "a.csv") == lines
    assert told("p {color: red}", "p {color: tan}", "a.css") == [
        "text changed in a line 'red' → 'tan'"
    ]


def test_a_broken_file_is_told() -> None:
    said = told("<a/>", "<a>", "a.xml")
    assert said[0].startswith("a file .xml that cannot be read") and len(said) == 2
    old, new = {"a.png": b"\x89PNG\xff1"}, {"a.png": b"\x89PNG\xff22"}
    found = compare_packages.compare(old, new)
    assert [each.shape for each in found.clusters] == ["bytes of a file .png changed"]


def test_like_differences_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for side, more in (("old", ""), ("new", " loading=lazy")):
        for target in ("web", "cc"):
            folder = tmp_path / side / target
            folder.mkdir(parents=True)
            for n in range(5):
                text = f"<h1>{n}</h1>\n<p><img src={n}{more}></p>\n<p><img src=x{more}></p>"
                (folder / f"{n}.html").write_text(text)
    (tmp_path / "old/web/gone.css").write_text("")
    (tmp_path / "new/web/1.js").write_text("1")
    (tmp_path / "new/web/2.js").write_text("1")
    assert compare_packages.main([str(tmp_path / "old"), str(tmp_path / "new")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "only in the old one: web/gone.css",
        "only in the new one: web/*.js: 2 files, first web/1.js",
        "attribute loading added on <img> ('lazy'): 20 places in 10 files (cc, web), "
        "first at cc/0.html:2",
        "0 files the same to the byte; 1 kind of difference",
    ]


def test_many_values_of_one_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for side in ("old", "new"):
        (tmp_path / f"{side}.html").write_text("".join(f"<p id={side}{n}>T" for n in range(9)))
    files = [{"a.html": (tmp_path / f"{side}.html").read_bytes()} for side in ("old", "new")]
    lines = list(compare_packages.told(compare_packages.compare(*files), 1))
    assert lines[0] == "attribute id changed on <p>: 9 places in 1 file, first at a.html:1"
    assert lines[1] == "    'old0' → 'new0': 1 place, first at a.html:1"
    assert lines[4] == "    and 6 other values"


def test_packages_are_opened_and_moodles_files_named(tmp_path: Path) -> None:
    index = (
        "<files><file><contenthash>{0}</contenthash><component>mod_page</component>"
        "<contextid>7</contextid><filearea>content</filearea><itemid>0</itemid>"
        "<filepath>/</filepath><filename>a.html</filename></file></files>"
    )
    for side, text in (("old", "<p>A"), ("new", "<p>B")):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as archive:
            archive.writestr("b.html", text)
        name = "ab12" if side == "old" else "cd34"
        members = {
            "files.xml": index.format(name).encode(),
            f"files/{name[:2]}/{name}": text.encode(),
            "inner.zip": inner.getvalue(),
        }
        with zipfile.ZipFile(tmp_path / f"{side}.mbz", "w") as archive:
            for path, data in members.items():
                archive.writestr(path, data)
        with tarfile.open(tmp_path / f"{side}.tar.gz", "w:gz") as tar:
            info = tarfile.TarInfo("c.html")
            info.size = len(text)
            tar.addfile(info, io.BytesIO(text.encode()))
    old, new = (compare_packages.package_trees.read(tmp_path / f"{s}.mbz") for s in ("old", "new"))
    assert set(old) == set(new) == {
        "files.xml", "files/mod_page/7/content/0/a.html", "inner.zip!/b.html"
    }  # fmt: skip
    found = compare_packages.compare(old, new)
    text = next(each for each in found.clusters if each.shape == "text changed in <p>")
    assert sorted(text.places) == ["files/mod_page/7/content/0/a.html:1", "inner.zip!/b.html:1"]
    assert compare_packages.run(tmp_path / "old.tar.gz", tmp_path / "new.tar.gz") == 1
    assert compare_packages.run(tmp_path / "old.tar.gz", tmp_path / "old.tar.gz") == 0
