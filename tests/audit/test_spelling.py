"""Words of the interface are spelt as hunspell's dictionaries have them, in every language.

On Debian: hunspell and hunspell-ar, -ca, -de-de, -en-gb, -es, -fr, -no, -ro.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from words.test_files import LANGUAGES
from words.test_register import everywhere

HUNSPELL = shutil.which("hunspell") or ""
DICTIONARIES = {
    **{"ar": "ar", "ca": "ca_ES", "de": "de_DE", "en": "en_GB", "es": "es_ES", "fr": "fr_FR"},
    **{"nb": "nb_NO", "ro": "ro_RO"},
}
_NAMES = """
AA AGPL Apache Bokmål CASE CODE CSV Cartridge Cartridges Common Details English GNU Git Grading
HTML ID IP Import KB License Likert MB Moodle Moodles OLD Open OpenACR PHP SCORM Schedule Studio
Taxonomies Tools WCAG Wiki Word XML a axe build cartridge case check choice cohort core course edX
explain framework git group help html http https id import index json kB lab learner lms local
lock log mbz mend moocbuild moocbuilds moodle new not openacr pat people php preview proved psw
read report tmp tried user view web xml yml
"""
NAMES = frozenset(_NAMES.split())
"""Names, formats, menus of systems that are not translated, and words of commands."""
_GOOD = {
    "ar": "بالكاد تنتميان كيلوبايت ليكرت وAA وSCORM ويكي يدلانك يقرؤها يلتقيان",
    "ca": "",
    "de": (
        "Bestehensgrenze Bestehensgrenzen Fragenkategorien Fragensammlung Plugin Plugins "
        "Quizfrage Quizseiten Skripte Stilvorlage Suizidgedanken Tab Tagebuchseite "
        "weiterzugehen"
    ),
    "en": "Gradebook Ids gradebook hottext moocbuild’s plugin",
    "es": (
        "Actívela Constrúyalo Corríjalo Descomprímalo Elíjalo Impórtelo Restáurela "
        "Subsecciones Súbalo UE asígnelo carátulas constrúyala constrúyalo cookies "
        "descárguelo enlácelos escríbalas impórtelo plugin script scripts subsección"
    ),
    "fr": "feedback feedbacks",
    "nb": (
        "Dataene Datoer Læringsplattform Modulquiz Nettstedsadministrasjon Noe Noen Poeng "
        "Poengsummen Visningsnavn administrators chat e-post emneord flervalg forprøve "
        "informasjonskapsler kursgjenoppretting lærendes læringsplattform "
        "læringsplattformen modulquiz nettserver noe noen poeng poengene poengsum "
        "poengsummen quizsider quizspørsmål samsvarsrapport spørsmålsbank spørsmålsbanken "
        "spørsmålskategorier stilark videoer"
    ),
    "ro": "cookie-uri",
}
GOOD = {language: frozenset(words.split()) for language, words in _GOOD.items()}
"""Right, but in no dictionary: compounds, and words that are younger than it."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'·-][^\W\d_]+)*")
_CODE = re.compile(
    r"\{[^}]*\}|--[\w-]+(?:=\S+)?|\S*/\S+|[\w.-]+\.(?:com|csv|json|lock|mbz|php|txt|html|yml)"
    r"|SHA256SUMS|sha256sum -c|\w+_moocbuild|moodle-competencies|openedx-taxonomy"
)


def said(language: str) -> Iterator[str]:
    for _, text in everywhere(language):
        plain = re.sub("[\u064b-\u0652]", "", _CODE.sub(" ", text))  # Arabic's short vowels
        yield from (word for word in _WORD.findall(plain) if len(word) > 1)


def unknown(language: str, words: list[str]) -> set[str]:
    """Those that the dictionary does not have; a compound with hyphens is taken apart."""
    typed = "\n".join(word.replace("’", "'") for word in words)
    command = [HUNSPELL, "-d", DICTIONARIES[language], "-i", "utf-8", "-G"]
    ran = subprocess.run(command, input=typed, capture_output=True, text=True, check=False)
    if "Can't open" in ran.stderr or ran.returncode:
        pytest.skip(f"hunspell has no dictionary for {language!r}: {ran.stderr.strip()[:80]}")
    known = set(ran.stdout.split())
    return {word for word in words if word.replace("’", "'") not in known}


@pytest.mark.audit
@pytest.mark.skipif(not HUNSPELL, reason="needs hunspell")
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_spelt_as_dictionaries_have_them(language: str) -> None:
    words = sorted(set(said(language)) - NAMES)
    assert len(words) > 700
    whole = unknown(language, words)
    parts = sorted({part for word in whole for part in word.split("-") if "-" in word} - NAMES)
    wrong = unknown(language, parts) if parts else set()
    told = {word for word in whole if "-" not in word or wrong & set(word.split("-"))}
    assert told == GOOD[language]
