"""What learners read around an author's texts, by language; English for the others."""

from __future__ import annotations

from dataclasses import dataclass

from moocbuild.player.words import direction

__all__ = ["Words", "direction", "truth", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language. `{}` stands for what differs."""

    content_note: str
    minutes: str
    outcomes: str
    competencies: str
    version: str
    licence: str
    authors: str
    help: str
    write: str
    pass_mark: str
    drawn: str
    play: str
    read: str


_BY_LANGUAGE = {
    "en": Words(
        content_note="Content note: {}.",
        minutes="About {} minutes.",
        outcomes="In this module you learn to:",
        competencies="What this page works on",
        version="Version {}, {}",
        licence="Licence: {}",
        authors="By {}",
        help="Need help now?",
        write="Write for yourself, on paper or in a file of your own. Nobody reads it.",
        pass_mark="You pass with {} %. You can try as often as you like.",
        drawn="Each try asks {} of {} questions.",
        play="You can stop at any time. What you choose is not graded.",
        read="Read it as a text",
    ),
    "fr": Words(
        content_note="Note sur le contenu : {}.",
        minutes="Environ {} minutes.",
        outcomes="Dans ce module, vous apprenez à :",
        competencies="Ce que cette page travaille",
        version="Version {}, {}",
        licence="Licence : {}",
        authors="Par {}",
        help="Besoin d’aide maintenant ?",
        write="Écrivez pour vous-même, sur papier ou dans un fichier à vous. Personne ne le lit.",
        pass_mark="Vous réussissez avec {} %. Vous pouvez essayer aussi souvent que vous voulez.",
        drawn="Chaque essai pose {} questions sur {}.",
        play="Vous pouvez arrêter à tout moment. Vos choix ne sont pas notés.",
        read="Le lire comme un texte",
    ),
}
_TRUTHS = {
    "true": "true vrai wahr richtig waar juist verdadero vero verdadeiro prawda sant cert",
    "false": "false faux falsch onwaar onjuist falso fałsz usant fals",
}


def words(language: str) -> Words:
    """The words for a language tag such as `fr` or `fr-BE`."""
    primary = language.replace("_", "-").partition("-")[0].lower()
    return _BY_LANGUAGE.get(primary, _BY_LANGUAGE["en"])


def truth(label: str) -> str:
    """ "true" or "false" where the label says just that, else ""."""
    word = label.strip().strip(".!").casefold()
    return next((truth for truth, said in _TRUTHS.items() if word in said.split()), "")
