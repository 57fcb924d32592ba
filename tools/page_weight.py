"""What pages of a package weigh before they can be read, by kind: `page_weight.py PACKAGE.zip …`.

KB as gzip sends them, of what each page's HTML names; then of all scripts, whenever they load.
`--pages` lists every page, `--scripts` every script. Budgets are those of MB250.
"""

from __future__ import annotations

import argparse
import statistics
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from moocbuild.checks.heavy_page import Weight, sent, weigh
from moocbuild.package import Package

KB = 1024
ROW = "{:12} {:>5} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>9}"
HEAD = ("kind", "pages", "HTML", "CSS", "scripts", "median", "95 %", "most", "questions")


def main() -> None:
    """Prints a table for each package."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("packages", nargs="+", type=Path)
    parser.add_argument("--pages", action="store_true", help="list every page")
    parser.add_argument("--scripts", action="store_true", help="list every script")
    asked = parser.parse_args()
    for path in asked.packages:
        package = unpacked(path)
        print(path.name)
        print("\n".join(table(package, each_page=asked.pages)))
        print("\n".join(scripts(package, each=asked.scripts)), end="\n\n")


def unpacked(path: Path) -> Package:
    """A package as a build wrote it."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return Package({name: archive.read(name) for name in names})


def table(package: Package, *, each_page: bool = False) -> Iterator[str]:
    """Rows: medians of what a page is made of, then median, 95 of 100 and most of their sum."""
    seen: dict[str, int] = {}
    kinds: dict[str, list[tuple[str, int, Weight]]] = defaultdict(list)
    for name in sorted(package.members):
        if name.endswith(".html"):
            kind, questions = about(package.read(name))
            kinds[kind].append((name, questions, weigh(package, name, seen)))
    yield ROW.format(*HEAD)
    for kind, pages in sorted(kinds.items()):
        yield _row(kind, [weight for _, _, weight in pages], [n for _, n, _ in pages])
        if each_page:
            yield from (_row(f"  {name}", [w], [n]) for name, n, w in pages)


def _row(name: str, weights: Sequence[Weight], questions: Sequence[int]) -> str:
    sums = sorted(weight.text for weight in weights)
    shown = (
        *(
            statistics.median(getattr(w, of) for w in weights)
            for of in ("html", "style", "scripts")
        ),
        statistics.median(sums),
        sums[-(-95 * len(sums) // 100) - 1],
        sums[-1],
    )
    asked = statistics.median(questions)
    return ROW.format(name, len(weights), *(f"{each / KB:.1f}" for each in shown), f"{asked:.0f}")


def about(html: bytes) -> tuple[str, int]:
    """The kind of a page, and how many questions it asks."""
    page = etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))
    return page.get("data-kind", "other"), sum(1 for _ in page.iterfind(".//form[@data-question]"))


def scripts(package: Package, *, each: bool = False) -> Iterator[str]:
    """All scripts of the package, whenever they load; not those of media."""
    sizes = {n: sent(package.read(n)) for n in sorted(package.members) if _is_script(n)}
    if each:
        yield from (f"  {name:24} {size:6}" for name, size in sizes.items())
    yield f"all {len(sizes)} scripts {sum(sizes.values()) / KB:.1f} KB"


def _is_script(name: str) -> bool:
    return name.endswith(".js") and "/" not in name


if __name__ == "__main__":
    main()
