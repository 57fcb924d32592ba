"""The kind of a page is known even where its front matter is broken: its ids must not be lost."""

from __future__ import annotations

import pytest

from moocbuild.source.files.front_matter import read_document
from moocbuild.source.files.tree import SourceFile


@pytest.mark.parametrize(
    ("front", "kind"),
    [
        ("title: a\nkind: scenario", "scenario"),
        ("title: [a\nkind: scenario\nminutes: 5", "scenario"),
        ("title: [a\nminutes: 5", ""),
        ("title: a", ""),
    ],
)
def test_kind(front: str, kind: str) -> None:
    lines = ("---", *front.split("\n"), "---", "", "# Title")
    document = read_document(SourceFile("a.md", "\n".join(lines), lines), lambda found: None)
    assert document.kind() == kind
