"""What is accepted where learners type: the spellings of a text, and of a number."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from moocbuild.model.question import AcceptedText


def spellings(answer: AcceptedText, *, case_counts: bool) -> Iterator[str]:
    """`answer` as written; unless it is exact, also without accents and final punctuation.

    case_counts: the whole question compares case, so usual ways of writing it are given.
    """
    text = " ".join(answer.text.split())
    yield text
    if answer.exact:
        return
    forms = dict.fromkeys((text, _bare(text), _unaccented(text), _unaccented(_bare(text))))
    for form in filter(None, forms):
        yield form
        if case_counts:
            yield from (form.lower(), form.upper(), form.capitalize())


def spelled(number: float) -> str:
    """As people write it, without an exponent where that can be."""
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def _bare(text: str) -> str:
    return text.strip(" .,;:!?…\"'“”‘’«»()").replace("’", "'")


def _unaccented(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c))
