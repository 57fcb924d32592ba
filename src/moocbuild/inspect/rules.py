"""Rules about packages that others made. Each stands for several clauses: see `clauses`."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity

LAUNCH = Rule(
    "MB436",
    "launch-order",
    Severity.WARNING,
    """Open edX's SCORM block plays the first resource that has an address, whatever the manifest
says elsewhere. Here, another one is to be played.""",
    remedy="move the resource that learners begin with before the others",
)
OUTSIDE = Rule(
    "MB437",
    "manifest-link-outside",
    Severity.ERROR,
    """An address in the manifest leads out of the package: to a parent folder, to the root of a
server, to a file of the computer, to a script, or to another server that all other addresses are
relative to. A learning system that follows it shows or runs what is not in the package.""",
    refuses=True,
    remedy="name a file of the package, by a path without '..'",
)
UNKNOWN = Rule(
    "MB438",
    "package-unknown",
    Severity.ERROR,
    """The archive has none of the files by which packages are known, such as `imsmanifest.xml`,
`cmi5.xml`, `course.xml` or `moodle_backup.xml`.""",
    remedy="look whether this is the file that was exported",
)
NOT_AT_ROOT = Rule(
    "MB439",
    "manifest-not-at-root",
    Severity.ERROR,
    """The manifest lies in a folder of the archive, so that no learning system finds it. This
happens where a folder is packed in place of what is in it.""",
    remedy="pack what is in the folder, not the folder",
)
MISSING_FILE = Rule(
    "MB440",
    "manifest-missing-file",
    Severity.ERROR,
    """The manifest names a file that the package does not have. Case counts: most servers keep
`Page.html` and `page.html` apart.""",
    remedy="add the file, or correct its name in the manifest",
)
TWICE = Rule(
    "MB441",
    "manifest-duplicate-id",
    Severity.ERROR,
    "Two elements of the manifest have one identifier, so that what refers to it is ambiguous.",
    remedy="give each element an identifier of its own",
)
CYCLE = Rule(
    "MB442",
    "manifest-cycle",
    Severity.ERROR,
    """Resources or manifests depend on each other in a circle. Programs that follow it never
end.""",
    refuses=True,
    remedy="remove one of the dependencies",
)
VERSION = Rule(
    "MB443",
    "manifest-version",
    Severity.ERROR,
    """The manifest does not say which standard it follows, or says it in a way that the standard
does not have: a learning system then takes it for another version, or refuses it.""",
    remedy="write the schema and the version that the standard names",
)
REFERENCE = Rule(
    "MB444",
    "manifest-reference",
    Severity.ERROR,
    """Something in the manifest refers to an identifier that it does not have. What should be
shown there is missing, and some systems refuse the package.""",
    remedy="correct the identifier",
)
TITLE = Rule(
    "MB445",
    "manifest-title-markup",
    Severity.WARNING,
    """A title has markup in it. Standards want plain text there, and some systems, such as Open
edX's SCORM block, show it as it is, so that a script in it would run. In this report it is plain
text.""",
    remedy="write the title as plain text",
)
LARGE = Rule(
    "MB446",
    "manifest-large",
    Severity.WARNING,
    """The manifest has more items than systems and learners cope with: Moodle makes a row in its
database for each of them.""",
    remedy="split the course into several packages",
)
MISSING = Rule(
    "MB447",
    "manifest-missing",
    Severity.ERROR,
    "An element or attribute is missing that the standard demands.",
    remedy="add what is missing",
)
VALUE = Rule(
    "MB448",
    "manifest-value",
    Severity.ERROR,
    "A value is not one that the standard allows.",
    remedy="write a value that the standard allows",
)
STRUCTURE = Rule(
    "MB449",
    "manifest-structure",
    Severity.ERROR,
    """An element or attribute stands where the standard does not allow it, or more often, or in
another order.""",
    remedy="correct the order or the place, or remove it",
)
