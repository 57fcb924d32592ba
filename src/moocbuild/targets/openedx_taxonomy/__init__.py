"""The competency framework as a taxonomy of Open edX; import it before the course.

Studio: Taxonomies → Import. Give it the framework's `id` as export id (for this course's example
`pat-psw`): `tags.csv` of the course names the taxonomy by it, and keep it for good, since other
sites know the taxonomy by it. Values carry the code, as two items may have the same words.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.formats.olx_tags import LONGEST_ID, taxonomy, value
from moocbuild.model.competency import Competency, CompetencyFramework
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.package.single import write_single
from moocbuild.target import KEPT, Fate, Feature, Target, lost

FILE = "taxonomy.csv"
_FATES: dict[Feature, Fate] = {
    **dict.fromkeys(Feature, lost("a taxonomy has no course content")),
    Feature.COMPETENCIES: KEPT,
}


def _render(course: Course) -> Package:
    framework = course.framework
    rows = (row for category in framework.children() for row in _rows(category, framework))
    return Package({FILE: taxonomy(rows)})


def _rows(above: Competency, framework: CompetencyFramework) -> Iterator[tuple[str, str, str]]:
    """The row of `above`, then those below it."""
    id, parent = above.code[:LONGEST_ID], above.parent[:LONGEST_ID]
    yield id, value(above.code, above.statement), parent
    for item in framework.children(above.code):
        yield from _rows(item, framework)


TARGETS = (
    Target(
        name="openedx-taxonomy",
        title="Open edX taxonomy (competency framework)",
        suffix=".csv",
        interactions=frozenset(),
        fates=_FATES,
        render=_render,
        pack=write_single,
        content=False,
    ),
)
