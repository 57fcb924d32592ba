"""The organisation of a course whose course.yml names none: under it Open edX files the course.

Learners' records there and the addresses of films hang on it, so what was once built stays.
"""

from __future__ import annotations

import re
import unicodedata

from moocbuild.source.files.lock import Ids
from moocbuild.source.yaml.schema import CourseFile

OF_OLD_LOCKS = "ORG"
"""That of courses whose course.lock is older than this and names none."""
_LONGEST = 30
"""Characters: Studio wants at most 65 for organisation, course and run together."""
_TAKEN = 40
"""What `org` may have, see `source.yaml.types.ORG`."""


def organisation(settings: CourseFile, ids: Ids) -> str:
    """course.yml's `org`, else what course.lock keeps, else one made of the first author's name.

    What is made goes into a lock that is written for the first time.
    """
    if settings.org:
        return settings.org
    if ids.present:
        return ids.frozen.openedx.org or OF_OLD_LOCKS
    ids.used.openedx.org = _made(settings)
    return ids.used.openedx.org


def _made(settings: CourseFile) -> str:
    """ "Harbour Road kitchens": "HarbourRoadKitchens". The course's id, where that cannot be.

    Of a long id as much as `org` may have: course.lock must take what it was given.
    """
    first = next((author.name for author in settings.authors), "")
    plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode()
    letters = sum(each.isalpha() for each in first)
    kept = sum(each.isalpha() for each in plain)
    name = "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", plain))
    return name if 0 < len(name) <= _LONGEST and kept == letters else settings.id[:_TAKEN]
