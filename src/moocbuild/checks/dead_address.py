"""An address on the web leads nowhere: the server says that there is no such page, nobody has
the name, or its certificate is not valid.

`moocbuild check --links` asks for each address once: politely, one after the other at each server.
What answered stays known for a week in your own cache folder, what did not for a day. Addresses on
your own computer or network are never asked for, and no other command asks at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.prose.addresses import addresses
from moocbuild.prose.course_prose import Prose
from moocbuild.values import dataclass

RULE = Rule(
    "MB190",
    "dead-address",
    Severity.WARNING,
    __doc__,
    remedy="link to where it is now, or delete the link",
    on_request=True,
)
UNKNOWN = Rule(
    "MB378",
    "unanswered-address",
    Severity.NOTE,
    """`moocbuild check --links` asked for an address and cannot say whether it is there: the
server lets no programs in, was too slow or out of order, or there is no way to it from here. Look
at it in a browser.""",
    remedy="look at it in a browser",
    recurs=True,
    on_request=True,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """fine: the page is there; None where that is not known. said: why it is not.

    answered: a server spoke, and not only the network.
    """

    fine: bool | None
    said: str = ""
    answered: bool = False


Ask = Callable[[Sequence[str]], Mapping[str, Answer]]


def check_addresses(prose: Prose, ask: Ask) -> Iterator[Diagnostic]:
    """Those that are not there, and those of which nobody knows; ask: for addresses, once each."""
    places = addresses(prose)
    answers = ask(list(places))
    for address, span in places.items():
        answer = answers.get(address, Answer(None, "not asked"))
        if not answer.fine:
            rule = UNKNOWN if answer.fine is None else RULE
            yield rule.at(span, f"'{_short(address)}': {answer.said}")


def _short(address: str) -> str:
    return address if len(address) <= 80 else f"{address[:50]}…{address[-29:]}"
