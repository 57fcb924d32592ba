"""Records of builds: what went in, what came out, and what was said.

A build whose course, output, options and program are what they were needs not be made again. A
file counts as the same if the system says of it what it said before, times of changes and number
in the file system included, or else if it holds the same when it is read again.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from moocbuild.cache import keep_record, read_record
from moocbuild.cache.prints import (
    OddFileError,
    Prints,
    files_below,
    marks_of,
    prints_of,
    running,
    same,
)

_FORM = 1
_MALFORMED = (TypeError, KeyError, AttributeError, IndexError, ValueError)


class Replay:
    """The record of one way to build one course.

    asked: everything else that the build depends on, as JSON has it. folders: the names of those
    that are read, below `root`.
    """

    def __init__(
        self, root: Path, out: Path, asked: Mapping[str, Any], folders: Sequence[str]
    ) -> None:
        self._root, self._out, self._folders = root, out, folders
        places = [os.path.realpath(root), os.path.realpath(out)]
        key = json.dumps([places, asked], sort_keys=True, default=str)
        self._name = f"build-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:32]}"
        self.program = running()
        self._known: Prints = {}
        self._begun = self._marks()

    def found(self) -> Mapping[str, Any] | None:
        """What was said, if nothing has changed since; None where anything has."""
        kept = read_record(self._name)
        if kept is None or kept.get("form") != _FORM or kept.get("program") != self.program:
            return None
        with suppress(OddFileError, OSError, *_MALFORMED):
            self._known = course = prints_of(self._root, self._course(), kept["course"])
            if not same(course, kept["course"]):
                return None  # packages need not be read
            files = prints_of(self._out, self._written(kept["files"]), kept["files"])
            if same(files, kept["files"]):
                if (course, files) != (
                    kept["course"],
                    kept["files"],
                ):
                    keep_record(self._name, {**kept, "course": course, "files": files}, self._root)
                said: Mapping[str, Any] = kept["said"]
                return said
        return None

    def record(
        self, said: Mapping[str, Any], names: Sequence[str], hashes: Mapping[str, str]
    ) -> None:
        """Keeps what was said, unless the course was changed meanwhile.

        names: files in `out`. hashes: of those that were written.
        """
        with suppress(OddFileError, OSError):
            value = {
                "form": _FORM,
                "program": self.program,
                "course": prints_of(self._root, self._course(), self._known),
                "files": prints_of(self._out, self._written(names), {}, hashes),
                "said": said,
            }
            if self._begun is not None and self._marks() == self._begun:
                keep_record(self._name, value, self._root)

    def _course(self) -> Mapping[str, os.stat_result]:
        return files_below(self._root, self._folders)

    def _written(self, names: Iterable[str]) -> Mapping[str, os.stat_result]:
        found = {name: os.lstat(self._out / name) for name in names}
        if not all(stat.S_ISREG(facts.st_mode) for facts in found.values()):
            raise OddFileError
        return found

    def _marks(self) -> Mapping[str, Sequence[int]] | None:
        with suppress(OddFileError, OSError):
            return marks_of(self._course())
        return None
