"""Rules about what reviewers send back: no course breaks them."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity

COMMENT = Rule(
    "MB392",
    "review-comment",
    Severity.WARNING,
    """Somebody who has read the course says something of this place. `moocbuild review
--read` lists the comments of the files that reviewers send back, at the line that each is
about; comments on pictures, questions and scenes stand where these begin. Change the text,
or keep it and tell the reviewer why.""",
    remedy="change the text, or tell the reviewer why it stays",
)
OLD_TEXT = Rule(
    "MB393",
    "comment-on-changed-text",
    Severity.WARNING,
    """A comment is about a text that has changed since the reviewer got it. The place was
found again by its id (questions, options, scenes and choices keep theirs), or, for a
paragraph, by its words and by the heading above it. The message has the words that differ,
then and now: the comment may be settled already.""",
    remedy="look whether the comment still applies, and tell the reviewer",
)
GONE = Rule(
    "MB394",
    "comment-without-its-place",
    Severity.WARNING,
    """A comment is about a place that the course no longer has: its page, question, option
or scene was removed, and no paragraph has words like those that were read. The message has
these words, and the finding stands at the question or page where they were, or at course.yml.""",
    remedy="look where the text went, or tell the reviewer that it is gone",
)
NOT_A_REVIEW = Rule(
    "MB395",
    "not-a-review",
    Severity.ERROR,
    """The file is neither what `Save my comments` of a review page writes (JSON) nor a Word
document that `moocbuild review` made. It may be damaged, too large, or another file.
Documents are only read if they hold plain WordprocessingML: no entities or document types,
no archives within archives, no more than a review can have. Documents in the older form,
.doc, and PDFs cannot be read: ask the reviewer to save the document as .docx. All other
files are read.""",
    refuses=True,
    remedy="ask the reviewer to send the file that the page saves, or the .docx",
)
OTHER_COURSE = Rule(
    "MB396",
    "review-of-another-course",
    Severity.ERROR,
    """The file has comments on a course of another id. The ids of pages and questions are
unique within a course only, so that comments would land at wrong places. Name the folder of
the course that was read with `-C`; if the course has got another `id`, give it its old one
while you read.""",
    refuses=True,
    remedy="give -C the folder of that course",
)
VERDICT = Rule(
    "MB397",
    "review-verdict",
    Severity.NOTE,
    """What a reviewer says of the whole: whether they would let people learn from it, as it
is or after changes. Where they stand by a unit as it is now, `moocbuild review --sign`
lists their review in course/reviews.yml.""",
)
