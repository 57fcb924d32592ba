"""Names that every file system takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moocbuild.package import Package
from moocbuild.package.paths import LONGEST, check_names, safe_name, unique_names

HREFS = st.lists(st.text(max_size=130) | st.text("aA.-/é1", max_size=6), max_size=12, unique=True)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("media/bench.svg", "media/bench.svg"),
        ("imsmd_rootv1p2p1.xsd", "imsmd_rootv1p2p1.xsd"),
        ("media/Bench.PNG", "media/bench.png"),
        ("a b#?%.md", "a-b.md"),
        ("média/é.svg", "media/e.svg"),
        ("صورة.png", "file.png"),
        ("😀.png", "file.png"),
        ("x/---.png", "x/file.png"),
        ("日本語.日本語", "file"),
        ("CON.md", "x-con.md"),
        ("con-.png", "x-con.png"),
        ("com¹.txt", "x-com1.txt"),
        ("media/aux.", "media/x-aux"),
        ("../../etc/passwd", "etc/passwd"),
        ("..\\up.txt", "up.txt"),
        (".htaccess", "htaccess"),
        ("..", "file"),
        ("", "file"),
        ("x" * 200 + ".svg", "x" * 96 + ".svg"),
        ("folder/" * 20 + "x.png", "folder/" * 8 + "x.png"),
    ],
)
def test_safe_name(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text() | st.text("aAcCoOnN1.-/é\\", max_size=12))
def test_safe_name_is_safe_and_final(name: str) -> None:
    safe = safe_name(name)
    assert re.fullmatch(r"[a-z0-9._/-]+", safe)
    assert len(safe) <= LONGEST
    assert safe_name(safe) == safe
    check_names(Package({safe: b""}))


@given(HREFS, st.booleans())
def test_unique_names_never_meet(hrefs: list[str], basenames: bool) -> None:
    names = unique_names(hrefs, basenames=basenames)
    assert list(names) == hrefs
    check_names(Package(dict.fromkeys(names.values(), b"")))
    keys = [n.rpartition("/")[2] if basenames else n for n in names.values()]
    assert len(set(keys)) == len(hrefs)
    assert all(len(name) <= LONGEST for name in names.values())


@given(HREFS, st.randoms(use_true_random=False))
def test_unique_names_do_not_depend_on_order(hrefs: list[str], random) -> None:
    shuffled = random.sample(hrefs, len(hrefs))
    assert unique_names(shuffled) == unique_names(hrefs)


def test_a_safe_href_keeps_its_name_beside_one_that_is_alike() -> None:
    names = unique_names(["media/A.png", "media/a.png"])
    assert names["media/a.png"] == "media/a.png"
    assert re.fullmatch(r"media/a-[0-9a-f]{6}\.png", names["media/A.png"])


def test_a_tag_does_not_hang_on_other_files() -> None:
    two = unique_names(["A.png", "Á.png"])
    assert two.items() <= unique_names(["A.png", "Á.png", "À.png", "b.png"]).items()


def test_basenames() -> None:
    names = unique_names(["one/a.png", "two/a.png", "two/b.png"], basenames=True)
    assert names["two/b.png"] == "two/b.png"
    assert len({name.rpartition("/")[2] for name in names.values()}) == 3


def test_a_file_never_is_the_folder_of_another() -> None:
    names = unique_names(["X", "x/a.png"])
    assert names["x/a.png"] == "x/a.png"
    assert names["X"].startswith("x-")


@pytest.mark.parametrize(
    "names",
    [
        ["../x"],
        ["a/../../x"],
        ["/x"],
        ["a//b"],
        ["a/"],
        [""],
        ["."],
        ["a\\b"],
        ["C:x"],
        ["a\nb"],
        ["a\0b"],
        ["a\u202eb"],
        ["aux.js"],
        ["a/LPT1"],
        ["a."],
        ["a "],
        ["what?"],
        ["Index.html", "index.html"],
        ["é", "e\u0301"],
        ["a", "a/b"],
        ["A", "a/b"],
    ],
)
def test_names_that_no_package_may_have(names: list[str]) -> None:
    with pytest.raises(ValueError, match="member name"):
        check_names(Package(dict.fromkeys(names, b"")))


def test_names_that_it_may_have() -> None:
    names = ["imsmanifest.xml", "XMLSchema.dtd", "a/b.html", "a-b", "static/.gitkeep"]
    check_names(Package(dict.fromkeys(names, b""), ("imsmanifest.xml",)))
