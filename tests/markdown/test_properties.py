"""Whatever an author writes is read, and what comes of it holds nothing that a text cannot."""

from __future__ import annotations

import re
from collections.abc import Set
from xml.etree import ElementTree

import nh3
from hypothesis import given, settings
from hypothesis import strategies as st

from markdown_trees import read
from moocbuild.model.text import NAMES, SYMBOLS, VOID, Ref, Text, walk
from moocbuild.player.html.dialect import dialect
from moocbuild.render import Dialect
from moocbuild.source.markdown.formulas import ATTRIBUTES as MATH_ATTRIBUTES
from moocbuild.source.markdown.html_policy import ATTRIBUTES
from moocbuild.source.markdown.parser import github, tokens
from moocbuild.targets.common_cartridge.dialects import ANSWERS, PAGES, PLAIN, STEMS
from moocbuild.targets.moodle.text import DIALECT as MOODLE
from moocbuild.targets.olx.dialect import CAPA, HTML

DIALECTS = [dialect("Table"), ANSWERS, PAGES, PLAIN, STEMS, MOODLE, CAPA, HTML]
_OF_SYMBOLS = frozenset(
    ["back", "checked", "class", "id", "kind", "number", "part", "scope", "tex", "to"]
)
ALLOWED = frozenset().union(*ATTRIBUTES.values()) | MATH_ATTRIBUTES | _OF_SYMBOLS
_WRITTEN = ALLOWED | {"rel", "role", "tabindex", "aria-label"}
_DANGEROUS = {"script", "style", "iframe", "object", "form", "input", "base", "meta", "svg"}
_LIVE = {"onclick", "onerror", "style", "srcdoc", "formaction", "action", "srcset"}

_WORDS = """
 * ** _ ~ ~~ ` ``` [ ] ( ) ![ ]( < > </ /> <b> </b> <p> </p> <div> </div> <details> <summary>
 </summary> </details> <table> <tr> <td> </table> <ul> <li> </ul> <a href="x"> </a> <script>
 </script> <style> </style> <svg onload="x"> <img src=x onerror=y> <br> <br/> <!-- --> <!-->
 <?a ?> <![CDATA[ ]]> <math> </math> <mtext> <textarea> </textarea> <title> </title> <pre> </pre>
 <code> onclick="x" style='y' javascript:x data:text/html,x https://a.org www.a.org me@a.org
 [^1] [^1]: [^2] [r] [r]: *[A]: A $ $$ $x$ \\frac{1}{2} \\mbox{</mtext><script>} \\href{x}{y} { }
 {width=50%} {local_help} [@key] > - + 1. 1) - [x] # ## === --- *** | |-|-| : [!NOTE] &lt; &amp;
 &#0; &quot; " ' \\ \\\\ é 中 \u00a0 \u200b a word
"""
_MARKDOWN = st.lists(
    st.sampled_from([*_WORDS.split(), " ", " ", "  ", "    ", "\t", "\n", "\n", "\n", "\n\n"]),
    max_size=30,
).map("".join)


@settings(max_examples=600, deadline=None, derandomize=True)
@given(_MARKDOWN)
def test_any_text_is_read_as_elements_of_texts(markdown: str) -> None:
    nodes = read(markdown, as_written=False).text.nodes
    for name, attributes, _, _ in walk(nodes):
        assert name in NAMES
        for key, value in attributes:
            assert key in ALLOWED
            assert isinstance(value, (str, Ref))


@settings(max_examples=250, deadline=None, derandomize=True)
@given(_MARKDOWN)
def test_every_dialect_writes_it_well_formed_and_safe(markdown: str) -> None:
    text = read(markdown, as_written=False).text
    for each in DIALECTS:
        assert _is_well_formed(each, text)
        assert _is_clean(each.html(text, _href))


_EVERY_RULE = github()
_EVERY_RULE.inline.add_terminator_char("w")


@settings(max_examples=600, deadline=None, derandomize=True)
@given(_MARKDOWN)
def test_rules_by_character_read_what_all_rules_read(markdown: str) -> None:
    found, *_ = tokens(markdown)
    assert found == _EVERY_RULE.parse(markdown)


def _href(ref: Ref) -> str | None:
    return ref.id


_VOID = re.compile(rf"<(?:{'|'.join(VOID)})(?=[ >])[^>]*(?=>)")
"""A tag of an element that has no end, which XML wants to close itself."""


def _is_well_formed(each: Dialect, text: Text) -> bool:
    html = _VOID.sub(r"\g<0>/", each.html(text, _href))
    found = ElementTree.fromstring(f"<div>{html}</div>")
    return not {element.tag for element in found.iter()} & SYMBOLS


_FRAMED = '<div style="overflow-x: auto">'
"""What Open edX's pages have around each table; no author may write a style."""


def _is_clean(html: str) -> bool:
    """Whether a sanitiser finds nothing alive in what a browser makes of `html`."""
    html = html.replace(_FRAMED, "<div>")
    names, attributes = NAMES - SYMBOLS, _WRITTEN - {"rel"}
    kept = _sanitised(html, names, attributes, {"https", "http", "mailto", "tel"})
    everything = {"https", "http", "mailto", "tel", "javascript", "data", "file"}
    return kept == _sanitised(html, names | _DANGEROUS, attributes | _LIVE, everything)


def _sanitised(html: str, names: Set[str], attributes: Set[str], schemes: set[str]) -> str:
    return nh3.clean(
        html,
        set(names),
        clean_content_tags=set(),
        attributes={"*": set(attributes)},
        url_schemes=schemes,
        link_rel=None,
    )


def test_the_judges_see_what_is_wrong() -> None:
    for html in ("<script>x</script>", '<b onclick="x">a</b>', '<a href="javascript:x">a</a>'):
        assert not _is_clean(html)
    assert _is_clean('<p><a href="https://a.org">a</a> <b>c</b></p>')
