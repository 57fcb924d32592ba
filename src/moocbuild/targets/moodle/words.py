"""What learners read around an author's texts, by language; English for the others."""

from __future__ import annotations

from dataclasses import dataclass

from moocbuild.model.language import spoken
from moocbuild.player.html.shared_words import AROUND, Around


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Around):
    """One language. `{}` stands for what differs."""

    content_note: str
    help: str
    write: str
    pass_mark: str
    drawn: str
    play: str
    read: str


_BY_LANGUAGE = {
    "en": Words(
        **AROUND["en"],
        content_note="Content note: {}.",
        help="Need help now?",
        write="Write for yourself, on paper or in a file of your own. Nobody reads it.",
        pass_mark="You pass with {} %. You can try as often as you like.",
        drawn="Each try asks {} of {} questions.",
        play="You can stop at any time. What you choose is not graded.",
        read="Read it as a text",
    ),
    "fr": Words(
        **AROUND["fr"],
        content_note="Note sur le contenu : {}.",
        help="Besoin d’aide maintenant ?",
        write="Écrivez pour vous-même, sur papier ou dans un fichier à vous. Personne ne le lit.",
        pass_mark="Vous réussissez avec {} %. Vous pouvez essayer aussi souvent que vous voulez.",
        drawn="Chaque essai pose {} questions sur {}.",
        play="Vous pouvez arrêter à tout moment. Vos choix ne sont pas notés.",
        read="Le lire comme un texte",
    ),
}


def words(language: str) -> Words:
    """The words for a language tag such as `fr` or `fr-BE`."""
    return spoken(_BY_LANGUAGE, language)
