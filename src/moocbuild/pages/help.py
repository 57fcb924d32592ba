"""The help page: whom to call now. Only confirmed contacts are ever shown."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.course import Contact, Course, Lesson
from moocbuild.model.text import Element, element, paragraph, text

PAGE = "help"
EMERGENCY = ("emergency", "emergency_medical")


def help_page(course: Course) -> Lesson:
    """Emergency first, then lines by country; without confirmed ones, how to find them."""
    shown = [c for c in course.contacts if c.confirmed_on and c.country in course.countries]
    shown.sort(key=lambda c: (c.role not in EMERGENCY, c.country, c.number))
    lines = [element("thead", _HEAD), element("tbody", *map(_row, shown))]
    table = [element("table", *lines)] if shown else []
    return Lesson(
        id=PAGE,
        title="Help now",
        kind="page",
        parts=(text(_DANGER, *table, _TALK, _PAUSE),),
        span=Span("course/contacts.yml", 1),
    )


_COLUMNS = ("Country", "Number", "Who", "When")
_HEAD = element("tr", *(element("th", name, scope="col") for name in _COLUMNS))
_DANGER = text(
    element("h2", "In immediate danger", id="danger"),
    paragraph(
        "If you or someone else is in danger now, call your country’s emergency number. "
        "In the European Union it is 112. Some countries have another number for an ambulance."
    ),
)
_TALK = text(
    element("h2", "If you need to talk to someone", id="talk"),
    paragraph(
        "Ask your local health service, your doctor or your training centre for the help line of "
        "your area. You can also call a person you trust. You do not need to explain much: “I’m "
        "not well. Can you stay on the phone with me?” is enough."
    ),
)
_PAUSE = text(
    element("h2", "If the course is too much today", id="pause"),
    paragraph(
        "You can stop at any place. Your place is kept. Every part that may be hard has a way "
        "round: skip to the summary, read the text version, or come back another day."
    ),
    paragraph("This course is not a crisis service. Nobody reads what you write here."),
)


def _row(contact: Contact) -> Element:
    who = contact.operator or contact.role.replace("_", " ")
    cells = (contact.country, contact.number, who, contact.hours)
    return element("tr", *(element("td", cell) for cell in cells))
