"""Rules about what `moocbuild import` reads: files of other programs, which no course breaks.

An error stops the import, and nothing is written. Warnings are losses and guesses that an author
should look at; notes are what has no counterpart here. IMPORT.md lists all of them.
"""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity

UNKNOWN_FORMAT = Rule(
    "MB450",
    "unknown-import-format",
    Severity.ERROR,
    """`moocbuild import` recognises files by what is in them, and finds nothing it knows here.
`moocbuild import --help` lists the formats. Plain text may need `--from` with the name of its
format.""",
    refuses=True,
    remedy="write its format behind --from, or convert it to a format that is known",
)
UNREADABLE = Rule(
    "MB451",
    "unreadable-import",
    Severity.ERROR,
    """The file is of a known format, but damaged or written in a way that its format does not
allow, so that it cannot be said what is meant. Nothing was imported.""",
    remedy="correct it at this place, or save it anew in the other program",
)
WOULD_OVERWRITE = Rule(
    "MB452",
    "import-would-overwrite",
    Severity.ERROR,
    """The folder has files that differ from what the import would write: they were changed after
an earlier import, or belong to something else. Nothing is ever written over. Import into another
folder, and take from it what you need; `moocbuild diff` shows what differs.""",
    refuses=True,
    remedy="choose another folder for --into",
)
NOTHING = Rule(
    "MB453",
    "nothing-to-import",
    Severity.ERROR,
    """The file could be read, but holds no page and no question that a course could have.""",
    remedy="save it anew with its questions or pages",
)
NEEDS_EXTRA = Rule(
    "MB454",
    "import-needs-extra",
    Severity.ERROR,
    """Documents of Word and spreadsheets are read by libraries of the extra `import`.""",
    refuses=True,
    remedy="run 'pipx install moocbuild[import]'",
)
QUESTION = Rule(
    "MB455",
    "question-left-out",
    Severity.WARNING,
    """A question of a kind that courses do not have, or one without anything that could be
answered. It was left out. Ask the same in another way if it matters.""",
    remedy="write it anew in another kind, if it matters",
)
SETTING = Rule(
    "MB456",
    "setting-left-out",
    Severity.NOTE,
    """A setting of the source has no counterpart in a course, such as the penalty for a further
try or the way options are numbered.""",
)
FORMATTING = Rule(
    "MB457",
    "formatting-left-out",
    Severity.NOTE,
    """Colours, fonts, sizes and classes are left out: how a course looks is said once, in its
theme. The words are all there.""",
)
EMBEDDED = Rule(
    "MB458",
    "embedded-left-out",
    Severity.WARNING,
    """A frame, a script, a form or an object of another program. A frame with an address became
a link; everything else was left out, as it would not work in a package.""",
    remedy="look at the place, and say in words what was shown there",
)
MISSING_FILE = Rule(
    "MB459",
    "imported-file-missing",
    Severity.WARNING,
    """The text shows or links to a file that is not in what was imported. Its name was kept as
words.""",
    remedy="put the file into media/ and link to it, or delete the words",
)
ELSEWHERE = Rule(
    "MB460",
    "picture-elsewhere",
    Severity.WARNING,
    """A picture, a film or a sound lies on a web server. A package loads nothing from elsewhere,
so that a link stands in its place.""",
    remedy="put it into media/ if its licence allows that, and show it from there",
)
UNDESCRIBED = Rule(
    "MB461",
    "picture-undescribed",
    Severity.WARNING,
    """A picture has no alternative text in the source. The name of its file stands in its place,
which tells nothing to somebody who cannot see it.""",
    remedy="describe the picture between the brackets",
)
KIND = Rule(
    "MB462",
    "kind-guessed",
    Severity.WARNING,
    """The source can be understood in more than one way, or asks in a way that courses do not
have; the nearest kind of question was taken. Look at the question.""",
    remedy="look whether the question still asks what it should",
)
NAME = Rule(
    "MB463",
    "name-made",
    Severity.NOTE,
    """The source gives no title or identifier here, or one that cannot stand in a course or
stands there twice, so that another was made. An id may still be changed until learners have
answered.""",
)
SHARE = Rule(
    "MB464",
    "share-changed",
    Severity.WARNING,
    """An answer earns another share of the points than in the source: negative shares, shares of
more than the whole, different shares of several right options, and shares of typed answers do not
exist here.""",
    remedy="look whether the answer should count as right",
)
NO_KEY = Rule(
    "MB465",
    "right-answer-unknown",
    Severity.WARNING,
    """No answer is marked as right in the source. The question became a survey question, which
earns nothing.""",
    remedy="mark the right answer with [x] and delete 'kind=survey', if there is one",
)
PATTERN = Rule(
    "MB466",
    "pattern-left-out",
    Severity.WARNING,
    """A typed answer was a pattern: an asterisk that stands for any characters, or a regular
expression. Courses compare whole answers. What could not be said as words was left out.""",
    remedy="list the answers that you accept: '- = word'",
)
WRITING = Rule(
    "MB467",
    "essay-as-journal",
    Severity.WARNING,
    """The source asks for a text or a file that a teacher marks. Here it became private writing:
it is never sent or marked.""",
    remedy="set it as an assignment in your learning system if somebody should mark it",
)
DIFFERENT = Rule(
    "MB468",
    "reads-differently",
    Severity.WARNING,
    """What was written was read back, as a build does, and this text is not word for word what
the source has.""",
    remedy="look what the source has there, and correct it",
)
RESOURCE = Rule(
    "MB469",
    "resource-left-out",
    Severity.WARNING,
    """Something that is neither page nor quiz: a forum, an assignment, an external tool. A
package cannot hold it.""",
    remedy="set it up in the learning system again, if it is needed",
)
MOVED = Rule(
    "MB470",
    "text-moved",
    Severity.NOTE,
    """A text stands in another place than in the source, where courses have no such place:
feedback for every right or wrong answer is in the explanation, a heading within a question is a
line in bold.""",
)
CODES = Rule(
    "MB471",
    "tags-as-items",
    Severity.NOTE,
    """Tags or outcomes of the source became codes of a framework, `course/framework.yml`, with
what the source says of them. Delete those that name no competency.""",
)
OPTION = Rule(
    "MB472",
    "option-left-out",
    Severity.WARNING,
    """An option or an answer is empty, cannot be written, or is the same as another one.""",
    remedy="look whether the question needs it",
)
ENCODING = Rule(
    "MB473",
    "encoding-guessed",
    Severity.WARNING,
    """The text is not UTF-8. It was read as Windows programs of western Europe write it, so that
letters with accents may be others.""",
    remedy="save it as UTF-8 and import again, if letters are wrong",
)
COLUMN = Rule(
    "MB474",
    "column-unread",
    Severity.WARNING,
    """The head of a column says nothing that is known, or the same as a column before it. What
stands below it was left out.""",
    remedy="name the column as 'from-spreadsheet' lists them, if it matters, and import again",
)
FORMULA = Rule(
    "MB475",
    "formula-as-words",
    Severity.WARNING,
    """A formula in TeX that courses cannot show, such as a chemical one. It stands as its author
wrote it.""",
    remedy="write it in signs that courses know, or show it as a picture",
)
