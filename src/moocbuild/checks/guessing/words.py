"""Words that give options away, by language. A language that is not here has no such tells."""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.model.language import primary

# Absolute words make an option easy to refuse, careful ones easy to believe; a concession or a
# condition shows that somebody weighed the answer. Words that say what to do are no surface.
_LISTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "absolute": "just only always never all every everything everybody everyone nothing "
        "nobody must simply completely",
        "careful": "may might perhaps maybe could can sometimes usually often seems",
        "concession": "but although though even still yet however while",
        "denial": "not no don’t doesn’t didn’t won’t can’t cannot isn’t aren’t without",
        "condition": "if when unless until",
        "own": "i i’m i’ll i’d i’ve me my we us our",
    },
    "fr": {
        "absolute": "juste seulement toujours jamais tout toute tous toutes rien personne chaque "
        "doit devez simplement",
        "careful": "peut peut-être parfois souvent pourrait pourriez semble",
        "concession": "mais quoique même pourtant cependant",
        "denial": "pas ne non n’est n’ai sans aucun aucune",
        "condition": "si lorsque quand",
        "own": "je j’ai moi mon ma mes nous notre",
    },
    "de": {
        "absolute": "nur immer nie niemals alle alles jeder jede jedes nichts niemand muss "
        "müssen einfach",
        "careful": "vielleicht manchmal oft kann könnte könnten scheint wohl",
        "concession": "aber obwohl zwar trotzdem dennoch doch",
        "denial": "nicht kein keine keinen ohne nein",
        "condition": "wenn falls sobald",
        "own": "ich mich mir mein meine wir uns unser",
    },
    "es": {
        "absolute": "solo sólo siempre nunca jamás todo toda todos todas nada nadie cada debe "
        "simplemente",
        "careful": "quizá quizás veces puede podría podrías parece",
        "concession": "pero aunque embargo todavía",
        "denial": "no sin ningún ninguna tampoco",
        "condition": "si cuando",
        "own": "yo me mí mi mis nosotros nuestro nuestra",
    },
    "nb": {
        "absolute": "bare kun alltid aldri alle alt ingenting ingen må hver",
        "careful": "kanskje kan kunne iblant ofte virker",
        "concession": "men selv likevel",
        "denial": "ikke uten nei",
        "condition": "hvis dersom når",
        "own": "jeg meg min mitt mine vi oss vår",
    },
}


def word_lists(language: str) -> Mapping[str, tuple[str, ...]]:
    """Tell → its words in `language`, the best known first."""
    found = _LISTS.get(primary(language), {})
    return {name: tuple(words.split()) for name, words in found.items()}
