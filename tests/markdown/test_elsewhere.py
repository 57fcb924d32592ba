"""Films on other sites: which addresses are films, and what is made of them."""

from __future__ import annotations

import pytest

from markdown_trees import read
from moocbuild.model.text import Element, attribute, walk, words_of
from moocbuild.source.markdown.elsewhere import film_at

ID = "a-b_c1234Z9"
SHORT = "kkGMgK9ZtnKfYAgnEtQxbv"
LONG = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
YOUTUBE = f"https://www.youtube-nocookie.com/embed/{ID}"
VIMEO = "https://player.vimeo.com/video/76979871?dnt=1"


@pytest.mark.parametrize(
    ("url", "player", "page"),
    [
        (f"https://www.youtube.com/watch?v={ID}", YOUTUBE, f"watch?v={ID}"),
        (f"http://youtube.com/watch?v={ID}&list=PLx&si=tracked", YOUTUBE, f"watch?v={ID}"),
        (f"HTTPS://M.YouTube.com/watch?feature=x&v={ID}", YOUTUBE, f"watch?v={ID}"),
        (f"https://youtu.be/{ID}?si=tracked", YOUTUBE, f"watch?v={ID}"),
        (f"https://youtu.be/{ID}?t=90", f"{YOUTUBE}?start=90", f"watch?v={ID}&t=90s"),
        (f"https://youtu.be/{ID}#t=1m30s", f"{YOUTUBE}?start=90", f"watch?v={ID}&t=90s"),
        (f"https://www.youtube.com/shorts/{ID}", YOUTUBE, f"watch?v={ID}"),
        (f"https://www.youtube.com/live/{ID}", YOUTUBE, f"watch?v={ID}"),
        (f"https://www.youtube.com/embed/{ID}?start=3661", f"{YOUTUBE}?start=3661", "t=3661s"),
        (f"https://www.youtube-nocookie.com/embed/{ID}", YOUTUBE, f"watch?v={ID}"),
        (f"https://www.youtube.com/watch?v={ID}&t=1h2m3s", f"{YOUTUBE}?start=3723", "t=3723s"),
        (f"https://www.youtube.com/watch?v={ID}&t=soon", YOUTUBE, f"watch?v={ID}"),
        ("https://vimeo.com/76979871", VIMEO, "https://vimeo.com/76979871"),
        ("https://vimeo.com/channels/staff/76979871", VIMEO, "https://vimeo.com/76979871"),
        ("https://player.vimeo.com/video/76979871", VIMEO, "https://vimeo.com/76979871"),
        (
            "https://vimeo.com/76979871#t=1m30s",
            f"{VIMEO}#t=90s",
            "https://vimeo.com/76979871#t=90s",
        ),
        (
            "https://vimeo.com/76979871/0abcdef123",
            f"{VIMEO}&h=0abcdef123",
            "https://vimeo.com/76979871/0abcdef123",
        ),
        (
            "https://player.vimeo.com/video/76979871?h=0abcdef123",
            f"{VIMEO}&h=0abcdef123",
            "https://vimeo.com/76979871/0abcdef123",
        ),
        (
            f"https://films.school.example/w/{SHORT}?start=1m",
            f"https://films.school.example/videos/embed/{SHORT}?p2p=0&start=60s",
            f"https://films.school.example/w/{SHORT}?start=60s",
        ),
        (
            f"https://films.example/videos/watch/{LONG}",
            f"https://films.example/videos/embed/{LONG}?p2p=0",
            f"https://films.example/w/{LONG}",
        ),
        (
            f"https://films.example/videos/embed/{LONG}",
            f"https://films.example/videos/embed/{LONG}?p2p=0",
            f"https://films.example/w/{LONG}",
        ),
    ],
)
def test_addresses_of_films(url: str, player: str, page: str) -> None:
    film = film_at(url)
    assert film is not None
    assert film.player == player
    assert film.address.endswith(page) and film.address.startswith("https://")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/watch?v=x",
        "https://www.youtube.com/playlist?list=PLx",
        "https://www.youtube.com/@cooks",
        f"https://www.youtube.com/results?v={ID}",
        f"https://www.youtube.com.example.org/watch?v={ID}",
        f"https://notyoutube.com/watch?v={ID}",
        f"https://user@www.youtube.com/watch?v={ID}",
        f"https://www.youtube.com:8443/watch?v={ID}",
        f"https://www.youtube.com./watch?v={ID}",
        f"//www.youtube.com/watch?v={ID}",
        f"ftp://www.youtube.com/watch?v={ID}",
        f"javascript:alert(1)//youtu.be/{ID}",
        f'https://youtu.be/{ID}"onload=alert(1)',
        f"https://youtu.be/{ID}<script>",
        f"https://youtu.be/{ID} x",
        f"https://youtu.be\\{ID}",
        f"https://youtu.be/{ID}/x",
        "https://vimeo.com/blog",
        "https://vimeo.com/76979871/../../x",
        f"http://films.example/w/{SHORT}",
        f"https://films.example:9000/w/{SHORT}",
        f"https://192.168.0.1/w/{SHORT}",
        f"https://[::1]/w/{SHORT}",
        f"https://localhost/w/{SHORT}",
        f"https://filmé.example/w/{SHORT}",
        f"https://xn--film-dpa.example/w/{SHORT}",
        f"https://films.xn--p1ai/w/{SHORT}",
        f"https://films.example;frame-src/w/{SHORT}",
        "https://wiki.example/w/index.php",
        "https://films.example/w/p/kkGMgK9ZtnKfYAgnEtQxbv",
        f"https://films.example/w/{SHORT}0",
        "https://youtu.be/" + "a" * 3000,
        f"https://www.youtube.com/watch?v={ID}" + "&a=1" * 500,
        "",
    ],
)
def test_addresses_of_something_else(url: str) -> None:
    assert film_at(url) is None


TRANSCRIPT = "\n\n<details>\n<summary>Transcript</summary>\n\nWords.\n\n</details>\n"


def card(markdown: str) -> Element:
    found = read(markdown + TRANSCRIPT)
    assert found.codes == []
    (made,) = (each for each in walk(found.text.nodes) if each[0] == "card")
    return made


@pytest.mark.parametrize(
    ("written", "called"),
    [
        (f"[To *sharpen*](https://youtu.be/{ID})", "To sharpen"),
        (f"<https://youtu.be/{ID}>", f"https://youtu.be/{ID}"),
        (f"https://youtu.be/{ID}", f"https://youtu.be/{ID}"),
        (f"[To sharpen][1]\n\n[1]: https://youtu.be/{ID}", "To sharpen"),
        (f"[![A knife](front.jpg)](https://youtu.be/{ID})", "A knife"),
        (f'<a href="https://youtu.be/{ID}">To sharpen</a>', "To sharpen"),
        (f"> [!TIP]\n> [To sharpen](https://youtu.be/{ID})", "To sharpen"),
    ],
)
def test_a_link_that_stands_alone_is_a_card(written: str, called: str) -> None:
    made = card(written)
    assert words_of(made[2]) == called
    assert attribute(made, "src") == YOUTUBE and attribute(made, "site") == "YouTube"


@pytest.mark.parametrize(
    "written",
    [
        f"See [the film](https://youtu.be/{ID}).",
        f"- [the film](https://youtu.be/{ID})",
        f"| a |\n| - |\n| [the film](https://youtu.be/{ID}) |",
        f"[one](https://youtu.be/{ID}) [two](https://youtu.be/{ID})",
        f"`https://youtu.be/{ID}`",
    ],
)
def test_other_links_stay_links(written: str) -> None:
    found = read(written)
    assert not [each for each in walk(found.text.nodes) if each[0] == "card"]
    assert found.codes == []


def test_what_to_write_instead() -> None:
    frame = read(f'<iframe src="https://www.youtube.com/embed/{ID}"></iframe>')
    assert [each.help for each in frame.findings] == [
        "link to the film instead, alone in a paragraph"
    ]
    none = read(f"[A film](https://youtu.be/{ID})\n\nMore.")
    assert none.codes == ["MB245"] and none.at("MB245") == [1]


def test_a_picture_cannot_be_a_film_elsewhere() -> None:
    found = read(f"![A film](https://youtu.be/{ID})", as_written=False)
    assert found.codes == ["MB036"]
    assert found.findings[0].help == "write a link, alone in its paragraph"
