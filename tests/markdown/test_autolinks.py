"""Addresses that nobody marked: where they begin and end, as GitHub's own parser has it."""

from __future__ import annotations

import re

import pytest

from markdown_trees import github, ours, read


def links(markdown: str) -> list[str]:
    html = read(markdown).html
    assert ours(html) == github(markdown)
    return re.findall(r">([^<]*)</a>", html)


@pytest.mark.parametrize("before", ["", " ", "*", "_", "~", "(", "\n"])
def test_what_an_address_may_follow(before: str) -> None:
    assert links(f"a{before}www.b.org" if before else "www.b.org") == ["www.b.org"]


@pytest.mark.parametrize("before", ["a", ")", "[", "?", "-", "'", "/", "."])
def test_what_it_may_not(before: str) -> None:
    assert links(f"x{before}www.b.org") == []


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("www.b.org.", "www.b.org"),
        ("www.b.org?!.,:*_~", "www.b.org"),
        ("www.b.org/a_(b)", "www.b.org/a_(b)"),
        ("(www.b.org/a_(b))", "www.b.org/a_(b)"),
        ("www.b.org/a)", "www.b.org/a"),
        ("www.b.org/?a=b&amp;", "www.b.org/?a=b"),
        ("www.b.org/?a=b;", "www.b.org/?a=b"),
        ("www.b.org/a;b", "www.b.org/a;b"),
        ("https://b.org/\u00e9.", "https://b.org/\u00e9"),
        ("http://b", "http://b"),
        ("https://b-c.d_e.org", ""),
        ("https://b_c.d.org", "https://b_c.d.org"),
        ("http://b.org_c", ""),
        ("git://b.org", ""),
        ("http://", ""),
        ("http:// b.org", ""),
        ("http://\u00a0b.org", ""),
        ("http://-b.org", ""),
        ("http://\u2013b.org", ""),
        ("www.", ""),
        ("see b.org now", ""),
        ("wwww.b.org", ""),
        ("www.b", "www.b"),
        ("http://b?c_d", "http://b?c_d"),
        ("http://b/c_d", "http://b/c_d"),
        ("www.b?c.d_e", "www.b?c.d_e"),
        ("http://1.2.3.4:80/x", "http://1.2.3.4:80/x"),
        ("a@b.org", "a@b.org"),
        ("a@b", ""),
        ("a@b.org.", "a@b.org"),
        ("a.b+c_d-e@f.org", "a.b+c_d-e@f.org"),
        ("a@b.org1", ""),
        ("a@b.org-", ""),
        ("a@b.org_", ""),
        ("a@b.org@", ""),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("@b.org", ""),
        ("a b@c.org, d", "b@c.org"),
    ],
)
def test_where_it_ends(written: str, linked: str) -> None:
    assert links(written) == ([linked] if linked else [])


def test_not_within_a_link() -> None:
    assert links("[www.b.org](/c)") == ["www.b.org"]
    assert links("[a@b.org and x](/c)") == ["a@b.org and x"]
    assert links("[x](/c) a@b.org") == ["x", "a@b.org"]
    assert links("`www.b.org`") == []


def test_addresses_have_a_scheme() -> None:
    assert 'href="http://www.b.org"' in read("www.b.org").html
    assert 'href="mailto:a@b.org"' in read("a@b.org").html
    assert 'href="mailto:a@b.org"' in read("mailto:a@b.org").html
    assert 'href="https://b.org"' in read("https://b.org").html
