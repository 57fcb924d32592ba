"""contacts.yml: help lines by country. Only confirmed ones reach learners, in any build."""

from __future__ import annotations

from collections.abc import Sequence

from moocbuild.diagnostics import Report, Span
from moocbuild.model.course import Contact
from moocbuild.model.text import Content
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.source.yaml.schema import ContactsFile
from moocbuild.source.yaml.validate import validate
from moocbuild.words import words

PATH = "course/contacts.yml"
EMERGENCY = ("emergency", "emergency_medical")


def read_contacts(tree: SourceTree, report: Report) -> tuple[Contact, ...]:
    """Every row, confirmed or not."""
    file = tree.texts.get(PATH)
    node = read_yaml(file.text, PATH, report) if file else None
    data = validate(ContactsFile, node, report, Span(PATH, 1)) if node else None
    if data is None or node is None:
        return ()
    return tuple(
        Contact(
            country=row.country,
            role=row.role,
            number=row.number,
            languages=tuple(row.languages),
            hours=row.hours,
            operator=row.operator,
            url=row.url,
            confirmed_on=row.confirmed_on,
            span=node.at(("contacts", n)),
        )
        for n, row in enumerate(data.contacts)
    )


def confirmed_words(
    contacts: Sequence[Contact], countries: Sequence[str], language: str
) -> dict[str, Content]:
    """What learners read for `{local_help}` and `{emergency_number}`.

    Without a line the words lead somewhere by themselves: the help page, to which they are a
    link, may be a click too far.
    """
    say = words(language)
    shown = [c for c in contacts if c.confirmed_on and c.country in countries]
    emergency = [f"{c.number} ({c.country})" for c in shown if c.role in EMERGENCY]
    lines = [f"{c.number} ({c.country})" for c in shown if c.role not in EMERGENCY]
    return {
        "emergency_number": say.either(emergency) or say.content("help.any_number"),
        "local_help": say.joined(lines) or say.content("help.any_line"),
    }
