"""The help page: what to do now. It leads somewhere by itself, also where no line is confirmed.

Only confirmed contacts are ever shown. A course about crisis says more: what to tell, where to go,
and public directories, which are links and open only on a click.
"""

from __future__ import annotations

from collections.abc import Iterable

from moocbuild.diagnostics import Span
from moocbuild.model.course import Contact, Course, Lesson
from moocbuild.model.crisis import about_crisis
from moocbuild.model.text import (
    EMPTY,
    Content,
    Element,
    Text,
    element,
    listed,
    paragraph,
    text,
)

PAGE = "help"


def help_page(course: Course) -> Lesson:
    """Danger, somewhere to go, someone to talk to, rest: each with the lines that there are."""
    lines = course.help_lines()
    danger = _table(line for line in lines if line.emergency)
    talk = _table(line for line in lines if not line.emergency)
    if about_crisis(course):
        shown = text(_DANGER, _SUICIDE, danger, _CALL, _GO, _TALK, talk, _TRUST, _FIND, _PAUSE)
        shown = text(shown, _WAY_ROUND, _NO_SERVICE)
    else:
        shown = text(_DANGER, danger, _TALK, talk, _TRUST, _PAUSE, _NO_SERVICE)
    return Lesson(
        id=PAGE,
        title="Help now",
        kind="page",
        parts=(shown,),
        span=Span("course/contacts.yml", 1),
    )


def _table(lines: Iterable[Contact]) -> Text:
    rows = [_row(line) for line in lines]
    if not rows:
        return EMPTY
    return text(element("table", element("thead", _HEAD), element("tbody", *rows)))


def _row(contact: Contact) -> Element:
    who = contact.operator or contact.role.replace("_", " ")
    cells = (contact.country, contact.number, who, contact.hours)
    return element("tr", *(element("td", cell) for cell in cells))


def _directory(address: str, name: str, what: str) -> Content:
    return text(element("a", name, href=f"https://{address}"), f" ({address}): {what}")


_COLUMNS = ("Country", "Number", "Who", "When")
_HEAD = element("tr", *(element("th", name, scope="col") for name in _COLUMNS))
_DANGER = text(
    element("h2", "In immediate danger", id="danger"),
    paragraph(
        "If you or someone else is in danger now, call your country’s emergency number. In the "
        "European Union it is ",
        element("a", "112", href="tel:112"),
        ".",
    ),
)
_SUICIDE = paragraph("Thoughts of suicide that you may act on are such a danger.")
_CALL = text(
    element("h3", "What happens when you call 112", id="call"),
    listed(
        "ul",
        (
            "The call is free from any phone, day and night.",
            "A person asks where you are and what has happened. “I’m thinking of suicide and "
            "I’m not safe. I’m at …” is enough. You need no other words.",
            "They send help, or connect you with those who do: an ambulance, sometimes the "
            "police. You can ask who is coming.",
            "Stay on the phone until they say that you can hang up. If you cannot say where you "
            "are, tell them what you see.",
            "If you do not speak the language, name yours, or say “English”.",
        ),
    ),
)
_GO = text(
    element("h2", "If you would rather go somewhere", id="go"),
    listed(
        "ul",
        (
            "The nearest hospital with an emergency department. You need no appointment. Say at "
            "the desk: “I have thoughts of suicide”, or “I’m unwell and afraid to be alone”.",
            "A doctor. By day your own: say that it cannot wait. In the evening and at weekends a "
            "doctor on duty: the answering machine of your practice or the nearest pharmacy can "
            "tell you who it is.",
            "Ask someone to go with you: a friend, a neighbour. If nobody can, take a taxi.",
        ),
    ),
)
_TALK = element("h2", "If you need to talk to someone", id="talk")
_TRUST = paragraph(
    "Call a person you trust, also at night. You do not need to explain much: “I’m not well. Can "
    "you stay on the phone with me?” is enough. If the first one does not answer, call the next."
)
_FIND = text(
    element("h3", "How to find a help line", id="find"),
    paragraph(
        "Most countries have lines that listen, by phone or chat, free and without your name. "
        "These public lists have them by country. They are other sites, and open when you choose "
        "them:"
    ),
    listed(
        "ul",
        (
            _directory("findahelpline.com", "Find a Helpline", "choose your country"),
            _directory("befrienders.org", "Befrienders Worldwide", "volunteers who listen"),
        ),
    ),
    paragraph(
        "If a line is busy, try again or try another one. If none is open at this hour, 112 and "
        "most emergency departments are."
    ),
)
_PAUSE = text(
    element("h2", "If the course is too much today", id="pause"),
    paragraph("You can stop at any place. Your place is kept."),
)
_WAY_ROUND = paragraph(
    "Every part that may be hard has a way round: skip to the summary, read the text version, or "
    "come back another day."
)
_NO_SERVICE = paragraph("This course is not a crisis service. Nobody reads what you write here.")
