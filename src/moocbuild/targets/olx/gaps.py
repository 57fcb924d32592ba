"""A text with gaps: responses within a paragraph, each of which earns its share.

CAPA scores a problem by its responses, and shows one marked `inline` within a line (measured).
"""

from __future__ import annotations

from collections.abc import Callable

from moocbuild.formats import capa
from moocbuild.formats.olx import Element, element
from moocbuild.model.question import Gap, GapsInteraction
from moocbuild.model.text import Text

Respond = Callable[[Gap, Element], Element]
"""The response of a gap, given its label."""


def filled(asks: GapsInteraction, prompt: Element, respond: Respond) -> Element:
    """The prompt with a response in the place of each blank. Changes `prompt`."""
    by_id = {gap.id: gap for gap in asks.gaps}
    for blank in list(prompt.iter("blank")):
        around = blank.getparent()
        assert around is not None
        label = element("span", {}, f"({blank.get('number')})")
        response = respond(by_id[blank.get("part", "")], label)
        for each in (response, *response.iter("optioninput", "textline")):
            each.set("inline", "1")
        response.tail = blank.tail
        around.replace(blank, response)
        _opened(response)
    return prompt


def _opened(response: Element) -> None:
    """What holds a response is no paragraph: a response is a division, which would end it."""
    for above in response.iterancestors("p"):
        above.tag = "div"


def chosen(
    gap: Gap,
    label: Element,
    listed: Callable[[Text], str],
    feedback: Callable[[Text], Element | None],
) -> Element:
    """Options by their words, so that the order of the list gives nothing away."""
    words = {choice.id: capa.listed(listed(choice.text)) for choice in gap.choices}
    right = next(words[choice.id] for choice in gap.choices if choice.correct)
    offered = sorted(words.values(), key=str.casefold)
    made = capa.dropdown(capa.Row(label=label, options=offered, right=right))
    hints = {words[choice.id]: feedback(choice.feedback) for choice in gap.choices}
    for option in made.iter("option"):
        hint = hints[option.text or ""]
        if hint is not None:
            hint.tag = "optionhint"
            option.append(hint)
    return made
