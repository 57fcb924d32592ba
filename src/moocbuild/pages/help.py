"""The help page: whom to call now. Only confirmed contacts are ever shown."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.course import Contact, Course, Lesson
from moocbuild.pages.compose import element, escape, paragraphs, text

PAGE = "help"
EMERGENCY = ("emergency", "emergency_medical")


def help_page(course: Course) -> Lesson:
    """Emergency first, then lines by country; without confirmed ones, how to find them."""
    shown = [c for c in course.contacts if c.confirmed_on and c.country in course.countries]
    shown.sort(key=lambda c: (c.role not in EMERGENCY, c.country, c.number))
    lines = "".join(_row(contact) for contact in shown)
    table = (
        f"<table><thead><tr>{_HEAD}</tr></thead><tbody>{lines}</tbody></table>" if shown else ""
    )
    return Lesson(
        id=PAGE,
        title="Help now",
        kind="page",
        parts=(text(_DANGER, table, _TALK, _PAUSE),),
        span=Span("course/contacts.yml", 1),
    )


_HEAD = "".join(f'<th scope="col">{name}</th>' for name in ("Country", "Number", "Who", "When"))
_DANGER = element("h2", "In immediate danger", "danger") + paragraphs(
    "If you or someone else is in danger now, call your country’s emergency number. "
    "In the European Union it is 112. Some countries have another number for an ambulance.",
)
_TALK = element("h2", "If you need to talk to someone", "talk") + paragraphs(
    "Ask your local health service, your doctor or your training centre for the help line of your "
    "area. You can also call a person you trust. You do not need to explain much: “I’m not well. "
    "Can you stay on the phone with me?” is enough.",
)
_PAUSE = element("h2", "If the course is too much today", "pause") + paragraphs(
    "You can stop at any place. Your place is kept. Every part that may be hard has a way round: "
    "skip to the summary, read the text version, or come back another day.",
    "This course is not a crisis service. Nobody reads what you write here.",
)


def _row(contact: Contact) -> str:
    who = contact.operator or contact.role.replace("_", " ")
    cells = (contact.country, contact.number, who, contact.hours)
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
