"""Rules about what `moocbuild catalogue` finds around courses: none of them is in a course."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity

NO_COURSES = Rule(
    "MB490",
    "no-courses",
    Severity.ERROR,
    """`moocbuild catalogue` looks for courses: folders that hold a file course/course.yml. It
passes over folders whose names begin with a dot, and over what links lead to. Below the folder
that was named, or in the git revision, there is none, so nothing was written.""",
    remedy="give the folder that your courses are in",
)
NESTED = Rule(
    "MB491",
    "course-within-course",
    Severity.WARNING,
    """A course lies in the folder of another course, as copies and samples do. It is left out
of the catalogue, since the outer course may be published with all that is in its folder.""",
    remedy="move it beside the other course, or give its own folder to another run",
)
LINKED = Rule(
    "MB492",
    "linked-course",
    Severity.WARNING,
    """A symbolic link leads to a course. Links are not followed: they may leave the folder
that was named, lead in a circle, or show the same course twice.""",
    remedy="move the course here, or remove the link",
)
UNREADABLE = Rule(
    "MB493",
    "unreadable-folder",
    Severity.ERROR,
    """A folder cannot be looked into, or has a name that is not valid UTF-8, so nobody knows
which courses are in it. All others are built.""",
    remedy="give yourself permission to read it, or rename it",
)
ODD_COURSE_YML = Rule(
    "MB494",
    "course-yml-is-no-file",
    Severity.ERROR,
    """course/course.yml is there, but as a folder or another thing that is not a file. The
course cannot be read. All others are built.""",
    remedy="remove it, and put the file of this name in its place",
)
SAME_ID = Rule(
    "MB495",
    "same-course-id",
    Severity.WARNING,
    """Two courses have the same `id`. Learners' records hang on the id: in one learning
system, or in one browser, what they do in one course counts in the other, too. A copy that has
become a course of its own needs an id of its own. Of revisions of a course, which are meant to
have one id, each is compared with other courses of the same revision alone.""",
    remedy="give one of them another id in course.yml",
)
SAME_PACKAGES = Rule(
    "MB496",
    "same-package-names",
    Severity.WARNING,
    """Packages of two courses have the same file names, since id, version and language are the
same. Each is in its course's own folder, but nobody can tell them apart once they are
downloaded, and a learning system takes one for the other.""",
    remedy="give one of the courses another id in course.yml",
)
LOST_WORKER = Rule(
    "MB497",
    "worker-lost",
    Severity.ERROR,
    """The process that built a course ended before it was done, and did so again when the course
was tried once more. Most often the system ended it since memory ran out. All other courses are
built.""",
    remedy="run it again with fewer --jobs, or build this course alone with 'moocbuild build'",
)
NOT_WRITTEN = Rule(
    "MB498",
    "course-not-written",
    Severity.ERROR,
    """The packages of a course could not be written, or its files not be read: the disk is full,
a permission is missing, the course was changed while it was built, or a worker elsewhere does
not see the folder. What was there before is unchanged. All other courses are built.""",
    remedy="make room or give permission, and run the command again",
)
BUG = Rule(
    "MB499",
    "bug-in-moocbuild",
    Severity.ERROR,
    """moocbuild itself failed at a course, which is a mistake in the program and not in the
course. All other courses are built. 'moocbuild build -C FOLDER' says the same at length.""",
    remedy="run 'moocbuild build' on this course, and report what it says",
)
