"""What git and released packages know of a course: asked where ids are frozen, never by a build.

Only commands that read are used, and none that would run what a repository asks for. Without git,
or outside of a repository, nothing is known.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from moocbuild.diagnostics import Collector
from moocbuild.source.files.lock import PATH, parse_lock
from moocbuild.source.files.tree import MAX_TEXT, SourceFile, SourceTree
from moocbuild.source.yaml.schema import LockFile

_SECONDS = 20
_MERGES, _TAGS, _FILES = 5, 20, 20_000
"""How far back is looked."""
_UNDER_WAY = ("MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD")
_SAFE = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""Set in hooks, where they may mean another repository."""
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}


def command(root: Path, *arguments: str) -> list[str]:
    """A command of git's that runs nothing that a repository asks for."""
    return ["git", *_SAFE, "-C", str(root), *arguments]


def environment() -> dict[str, str]:
    """Without what would make git look at another repository, lock, ask or fetch."""
    return {k: v for k, v in os.environ.items() if k not in _ELSEWHERE} | _QUIET


def output_of(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says; nothing where it cannot."""
    try:
        done = subprocess.run(
            command(root, *arguments),
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env=environment(),
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""


def lines_of(root: Path, *arguments: str) -> list[str]:
    """The same by lines."""
    return output_of(root, *arguments).decode("utf-8", "replace").split("\n")[:-1]


def known_locks(root: Path) -> Iterator[LockFile]:
    """Locks that were there before branches parted, then those of tagged releases, newest first.

    A number that one of them has belongs to its id.
    """
    seen = set()
    for revision in (*_bases(root), *_tags(root)):
        text = _text(root, f"{revision}:./{PATH}")
        lock = parse_lock(text, Collector())[0] if text and text not in seen else None
        seen.add(text)
        if lock:
            yield lock


def _bases(root: Path) -> Iterator[str]:
    """Where the branches parted that are being merged, or that were merged last."""
    pairs = [("HEAD", name) for name in _UNDER_WAY]
    merges = lines_of(root, "rev-list", "--merges", "--parents", f"-n{_MERGES}", "HEAD")
    pairs += [(first, other) for _, first, *rest in map(str.split, merges) for other in rest]
    for first, other in pairs:
        yield from lines_of(root, "merge-base", first, other)[:1]


def _tags(root: Path) -> list[str]:
    newest = ("--sort=-creatordate", f"--count={_TAGS}", "--format=%(objectname)")
    return lines_of(root, "for-each-ref", *newest, "refs/tags")


def stages(root: Path) -> tuple[str, str, str] | None:
    """The lock as it was, as ours and as theirs, while a merge of it is not done."""
    found = [_text(root, f":{stage}:./{PATH}") for stage in (1, 2, 3)]
    base, ours, theirs = found
    return (base or "", ours, theirs) if ours and theirs else None


def _text(root: Path, name: str) -> str | None:
    data = output_of(root, "cat-file", "blob", name)
    return data.decode("utf-8", "replace").replace("\r\n", "\n") if data else None


def earlier_trees(root: Path) -> Iterator[SourceTree]:
    """The texts of the course as last committed, and as they were when its lock was."""
    revisions = lines_of(root, "rev-parse", "--verify", "HEAD")
    revisions += lines_of(root, "rev-list", "-n1", "HEAD", "--", PATH)
    for revision in dict.fromkeys(revisions):
        yield _tree(root, revision)


def _tree(root: Path, revision: str) -> SourceTree:
    listed = output_of(root, "ls-tree", "-r", "-z", "--long", revision, "course", "quizzes")
    names: dict[str, str] = {}
    for row in listed.decode("utf-8", "replace").split("\0")[:_FILES]:
        facts, _, path = row.partition("\t")
        mode, kind, blob, size = (facts.split() + [""] * 4)[:4]
        regular = kind == "blob" and mode.startswith("100")
        if regular and path.endswith((".md", ".yml")) and int(size) <= MAX_TEXT:
            names[path] = blob
    data = output_of(root, "cat-file", "--batch", given="\n".join([*names.values(), ""]).encode())
    texts = dict(zip(names, _blobs(data), strict=False))
    files = {p: SourceFile(p, text, tuple(text.split("\n"))) for p, text in texts.items()}
    return SourceTree(root, texts=files)


def _blobs(data: bytes) -> Iterator[str]:
    """The files in the order in which they were asked for."""
    place = 0
    while place < len(data):
        end = data.find(b"\n", place)
        *_, length = data[place:end].split()
        size = int(length) if length.isdigit() else -1  # a file that this clone lacks
        text = data[end + 1 : end + 1 + max(0, size)].decode("utf-8-sig", "replace")
        yield text.replace("\r\n", "\n")
        place = end + size + 2
