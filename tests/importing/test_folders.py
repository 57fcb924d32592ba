# ruff: noqa: E501
"""Folders of Markdown: MkDocs, Obsidian, and whatever lies in folders."""

from __future__ import annotations

from pathlib import Path

from imports import brought, codes, course_at

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)


def folder(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def test_mkdocs(tmp_path: Path) -> None:
    site = folder(
        tmp_path / "site",
        {
            "mkdocs.yml": "site_name: My Site\nx: !!python/name:os.system\nnav:\n  - Home: index.md\n"
            "  - Guide:\n    - guide/index.md\n    - Second: guide/b.md\n    - guide/a.md\n",
            "docs/index.md": "---\nhide: [toc]\n---\n# Welcome `x`\n\nTo the [a](guide/a.md#part), "
            "![](img/my-dot.png){ width=\"30\" align=left } and [gone](no.md).\n\n"
            "!!! warning \"Look out\"\n    Some **text**.\n\n    ```\n    !!! not this\n    ```\n\n"
            "??? note\n    hidden\n\n=== \"One\"\n    1\n\n=== \"Two\"\n    2\n\n"
            "`==no==` ==yes==\n\n# Second\n",
            "docs/guide/index.md": "# The guide\n\nText\n",
            "docs/guide/a.md": "# First\n\n## Part\n\nUp to [home](../index.md).\n",
            "docs/guide/b.md": "Without a heading.\n",
            "docs/img/my-dot.png": PNG,
        },
    )  # fmt: skip
    made = brought(tmp_path / "made", site)
    course = course_at(tmp_path / "made")
    assert course.title == "My Site"
    assert [page.title for page in course.modules[1].activities] == ["Second", "First"]
    index = (tmp_path / "made/course/01-my-site/index.md").read_text("utf-8")
    assert index == (
        "# My Site\n\nTo the [a](../02-the-guide/02-a.md#part), "
        "![my dot](../../media/my-dot.png){width=30} and gone.\n\n"
        "> [!WARNING] Look out\n> Some **text**.\n>\n> ```\n> !!! not this\n> ```\n\n"
        "<details>\n<summary>Note</summary>\n\nhidden\n\n</details>\n\n"
        '<details name="tabs-1">\n<summary>One</summary>\n\n1\n\n</details>\n\n'
        '<details name="tabs-1">\n<summary>Two</summary>\n\n2\n\n</details>\n\n'
        "`==no==` <mark>yes</mark>\n\n## Second\n"
    )
    assert codes(made) == ["MB459 6", "MB463 0", "MB456 0"]


def test_obsidian(tmp_path: Path) -> None:
    vault = folder(
        tmp_path / "vault",
        {
            ".obsidian/app.json": "{}",
            "01 Start/Hello world.md": "See [[Other note#Part|that]] and ![[dot.png|50]] %%not me%%\n"
            "\n> [!info]- Folded\n> words ^block\n\n![[Other note]]\n",
            "02 More/Other note.md": "# Other\n\n## Part\n\nBack to [[Hello world]].\n",
            "02 More/dot.png": PNG,
        },
    )
    made = brought(tmp_path / "made", vault)
    course_at(tmp_path / "made")
    page = (tmp_path / "made/course/01-start/01-hello-world.md").read_text("utf-8")
    assert page == (
        "# Hello world\n\nSee [that](../02-more/01-other-note.md) and "
        "![dot](../../media/dot.png){width=50} \n\n> [!NOTE] Folded\n> words \n\n"
        "[Other note](../02-more/01-other-note.md)\n"
    )
    assert "MB462 6" in codes(made)


def test_plain_folders_keep_their_order(tmp_path: Path) -> None:
    texts = folder(
        tmp_path / "texts",
        {f"{n}-part/{m}-page.md": f"# {n}.{m}\n\nx\n" for n in (2, 10) for m in (1, 11, 2)},
    )
    units = brought(tmp_path / "made", texts, title="T").brought.units
    assert [page.title for unit in units for page in unit.pages] == [
        "2.1", "2.2", "2.11", "10.1", "10.2", "10.11"
    ]  # fmt: skip


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n", "utf-8")
    texts = folder(tmp_path / "texts", {"a.md": "# A\n\n[x](../secret.md) ![y](/etc/passwd)\n"})
    (texts / "b.md").symlink_to(tmp_path / "secret.md")
    made = brought(tmp_path / "made", texts)
    assert codes(made).count("MB459 3") == 2
    assert "Secret" not in (tmp_path / "made/IMPORT.md").read_text("utf-8")


def test_a_menu_names_a_folder_or_not_all_pages(tmp_path: Path) -> None:
    site = folder(
        tmp_path / "site",
        {
            "mkdocs.yml": "nav:\n  - Home: index.md\n  - Guide: guide/\n  - https://example.org\n",
            "docs/index.md": "# Home\n\nHello.\n",
            "docs/guide/a.md": "# First\n\nText.\n",
            "docs/guide/b.md": "# Second\n\nText.\n",
            "docs/other/c.md": "# Third\n\nText.\n",
        },
    )
    made = brought(tmp_path / "made", site, title="Site")
    modules = course_at(tmp_path / "made").modules
    titles = [[page.title for page in module.activities] for module in modules]
    assert [module.title for module in modules][1] == "Guide"
    assert titles == [[], ["First", "Second"], ["Third"]]
    assert [each.span.path for each in made.found if each.rule.code == "MB470"] == [
        "site/docs/other/c.md"
    ]


def test_links_around_code_and_in_broken_tags(tmp_path: Path) -> None:
    vault = folder(
        tmp_path / "site",
        {
            "index.md": '# Home\n\nTo [`a`](./a.md) of `[[x]]`.\n\n<p>On <a\nhref="a.md">foot</a></p>\n',
            "a.md": '# First\n\nText.\n\nThe <img alt="sun" src="https://example.org/s.png"> shines.\n',
        },
    )
    made = brought(tmp_path / "made", vault)
    course_at(tmp_path / "made")  # without errors
    home = next((tmp_path / "made/course").glob("*/index.md")).read_text("utf-8")
    page = next((tmp_path / "made/course").glob("*/*first*.md"), None) or next(
        (tmp_path / "made/course").glob("*/*a.md")
    )
    assert f"To [`a`]({page.name}) of `[[x]]`." in home and f'href="{page.name}"' in home
    assert "The [sun](<https://example.org/s.png>) shines." in page.read_text("utf-8")
    assert "MB460 5" in codes(made)
