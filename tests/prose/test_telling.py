"""What tells nothing of a link's target or of a picture, and what does."""

from __future__ import annotations

import pytest

from moocbuild.prose.telling import is_address, names_no_content, says_nothing


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("here", "en"),
        ("Click here!", "en-GB"),
        ("→ Read  more …", "en"),
        ("cliquez ici", "fr"),
        ("plus d'infos", "fr"),
        ("Hier klicken", "de"),
        ("aquí", "es"),
        ("Les mer", "nb"),
        ("Les mer", "no"),
        ("aici", "ro"),
        ("més informació", "ca"),
        ("هنا", "ar"),
    ],
)
def test_links_that_say_nothing(words: str, tag: str) -> None:
    assert says_nothing(words, tag)


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("the opening hours", "en"),
        ("Here and now", "en"),
        ("ici", "en"),
        ("here", "xx"),
        ("", "en"),
        ("…", "en"),
        ("More on listening", "en"),
    ],
)
def test_links_that_say_something(words: str, tag: str) -> None:
    assert not says_nothing(words, tag)


def test_addresses() -> None:
    assert is_address("https://school.test/a") and is_address(" www.school.test ")
    assert not is_address("school.test") and not is_address("see https://school.test")


@pytest.mark.parametrize(
    ("alt", "source", "tag"),
    [
        ("image", "a.png", "en"),
        ("Image", "a.png", "xx"),
        ("Photo 2", "a.png", "en"),
        ("Figure 3.", "a.png", "fr"),
        ("Capture d’écran", "a.png", "fr"),
        ("Abbildung", "a.png", "de"),
        ("bench.svg", "x.png", "en"),
        ("my bench 2.JPEG", "x.png", "en"),
        ("IMG_2034", "x.png", "en"),
        ("Screenshot 2026-01-02 10.30", "x.png", "en"),
        ("two-people", "../media/two-people.png", "en"),
        ("two people 2", "two%20people%202.png", "en"),
        ("صورة", "a.png", "ar"),
    ],
)
def test_pictures_of_which_nothing_is_told(alt: str, source: str, tag: str) -> None:
    assert names_no_content(alt, source, tag)


@pytest.mark.parametrize(
    ("alt", "source"),
    [
        ("Two people on a bench", "bench.png"),
        ("bench", "bench.png"),
        ("The image of a hand", "a.png"),
        ("Photo of Lina", "a.png"),
        ("Figure 3: hands", "a.png"),
        ("½", "a.png"),
        ("2 + 2", "a.png"),
        ("Lina.", "a.png"),
    ],
)
def test_pictures_of_which_something_is(alt: str, source: str) -> None:
    assert not names_no_content(alt, source, "en")
