"""What may be wrong with translations."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity

BAD_CATALOGUE = Rule(
    "MB270",
    "bad-catalogue",
    Severity.ERROR,
    """A file of translations is not a PO file: a quotation mark is missing, a line is none of its
kinds, or an entry stands in it twice. Programs for translators, such as Poedit, write such files;
`msgfmt --check` names the line, too.""",
    remedy="correct the line, or restore the file",
)

UNSOUND = Rule(
    "MB271",
    "unsound-translation",
    Severity.ERROR,
    """A translation cannot stand in the place of the original: a link, a placeholder, a footnote,
a citation, a gap or a tag is missing or new, or it is not one paragraph. What the original leads
to and holds has to be in the translation, too; only words differ.""",
    remedy="write it with the same links and marks as the original, in one paragraph",
)

OTHER_COURSE = Rule(
    "MB272",
    "differs-from-original",
    Severity.ERROR,
    """A text in another language, such as `quiz.fr.md`, asks something else than the text in whose
place it stands: an id, a kind, the number of options or which of them is right differ. Records of
learners belong to ids and letters, so a learner who changes languages would lose answers, or be
told another result. Write the same questions, options and scenes, in the same order.""",
    remedy="write the same ids, options and ticks as in the original",
)

UNTRANSLATED = Rule(
    "MB251",
    "untranslated",
    Severity.NOTE,
    """Some texts have no translation that counts: none was written, or the original has changed
since and somebody has to look at it (`fuzzy`). Learners read them in the language of the course,
and every text says so (`lang`), so that screen readers pronounce it rightly.""",
)

NO_OWN_CAPTIONS = Rule(
    "MB252",
    "untranslated-captions",
    Severity.NOTE,
    """A film has captions in the course's own language and none in the language of a translation.
Learners get those that there are, and the player names their language. Put captions in the other
language beside them: `clip.fr.vtt` beside `clip.en.vtt`.""",
    remedy="put captions in that language beside it: for 'clip.mp4', 'clip.fr.vtt'",
)
