"""What the files of a course make packages weigh."""

from __future__ import annotations

from dataclasses import replace

import pytest

from common_cartridge import hand_made as make
from moocbuild.checks.large_package import check
from moocbuild.model.course import Course


def with_files(sizes: tuple[int, ...], played: tuple[int, ...] = ()) -> Course:
    """A course with files of so many bytes; a simulation shows some of them, by number."""
    assets = [replace(make.asset(f"media/{n}.mp4"), size=size) for n, size in enumerate(sizes)]
    scenario = make.scenario()
    intro = [node for n in played for node in make.image(f"media/{n}.mp4", "x").nodes]
    scenario = replace(scenario, intro=replace(scenario.intro, nodes=tuple(intro)))
    return make.course(make.lesson(make.prose("p")), scenario, assets=assets)


MB = 1_000_000


@pytest.mark.parametrize(
    ("sizes", "played", "said"),
    [
        ((), (), None),
        ((50 * MB,), (), None),
        ((50 * MB + 1,), (), "about 50 MB, most of it: media/0.mp4 (50)"),
        ((1, 60 * MB, 2, 3), (), "about 60 MB, most of it: media/1.mp4 (60), "),
        ((25 * MB,), (0,), None),
        ((10 * MB, 30 * MB), (1,), "about 40 MB, for Moodle and Open edX 70, most of it: "),
        ((10 * MB, 30 * MB), (1, 1), "about 40 MB, for Moodle and Open edX 70, most of it: "),
        ((51 * MB, 10), (1,), "about 51 MB, most of it: media/0.mp4 (51), media/1.mp4 (0)"),
        ((10 * MB, 30 * MB), (7,), None),
    ],
)
def test_files_are_summed(
    sizes: tuple[int, ...], played: tuple[int, ...], said: str | None
) -> None:
    """A simulation's own once more, each of them once; one that is not there weighs nothing."""
    found = [each.message for each in check(with_files(sizes, played))]
    assert len(found) == (said is not None)
    assert not said or said in found[0]
