"""One job, in whatever process: nothing that is wrong with it leaves as an exception."""

from __future__ import annotations

import os
import tempfile
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from moocbuild.api import Result, as_plain, build_course, from_plain
from moocbuild.cache.replay import Replay
from moocbuild.catalogue import Done, Job
from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.diagnostics.cataloguing import BUG, LOST_WORKER, NOT_WRITTEN
from moocbuild.errors import ExportError, PackageError, UnknownNameError
from moocbuild.freeze.revision import write_revision
from moocbuild.report.card import NO_CARD

SUMS = "SHA256SUMS"


def work(job: Job) -> Done:
    """Builds the course into its folder of the catalogue, in each language; what became of it."""
    try:
        return _from_git(job) if job.revision else _from_folder(job)
    except UnknownNameError as error:
        return _stopped(job, NOT_WRITTEN, str(error), help="take another name for --target")
    except ExportError as error:
        return _stopped(job, NOT_WRITTEN, f"the revision {error}")
    except PackageError as error:
        return _stopped(job, NOT_WRITTEN, f"{error.path.name}: {error.reason}")
    except OSError as error:
        return _stopped(job, NOT_WRITTEN, (error.strerror or str(error)).lower())
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        return replace(_stopped(job, BUG, said), status="bug", trace=traceback.format_exc())


def lost(job: Job, times: int) -> Done:
    """Of a job whose process ended before it was done, so many times."""
    message = f"the process that built this course ended before it was done, {times} times"
    return _stopped(job, LOST_WORKER, message)


def _stopped(job: Job, rule: Rule, message: str, help: str = "") -> Done:
    found = rule.at(job.span(), message, help=help)
    return Done(job, "failed", _row(job, "failed", {}, ()), (found,))


def _from_folder(job: Job) -> Done:
    root = Path(job.top, job.path)
    if not (root / "course").is_dir():
        raise OSError(0, "the folder of this course cannot be seen here")
    return _done(job, *_built(job, root, cache=job.cache))


def _from_git(job: Job) -> Done:
    """A revision is written out only if its course is not as it was when it was built last."""
    assert job.revision is not None
    out = Path(job.out, job.place)
    asked = {"catalogue": job.state, "targets": job.targets, "strict": job.strict}
    replay = Replay(out, out, asked, ()) if job.cache else None
    said = replay.found() if replay else None
    if said is not None:
        return _done(job, from_plain(said), unchanged=True)
    with tempfile.TemporaryDirectory(prefix="moocbuild-") as folder:
        write_revision(Path(job.top), job.revision.commit, Path(folder), job.path)
        result, _ = _built(job, Path(folder, job.path), cache=False)
    if replay and result.status == "built":
        replay.record(as_plain(result), [*result.files, SUMS], result.files)
    return _done(job, result, unchanged=False)


def _built(job: Job, root: Path, *, cache: bool) -> tuple[Result, bool]:
    """The result, and whether it was told from the record of an earlier build."""
    made: list[str] = []
    result = build_course(
        root,
        Path(job.out, job.place),
        job.targets,
        every_language=True,
        strict=job.strict,
        progress=made.append,
        cache=cache,
        again=False,
        pieces=False,
    )
    return result, result.status == "built" and not made


def _done(job: Job, result: Result, unchanged: bool) -> Done:
    loud = [each for each in result.findings if each.rule.severity > Severity.NOTE]
    return Done(
        job,
        result.status,
        _row(job, result.status, result.card, _sizes(job, result)),
        tuple(_placed(job, each) for each in loud),
        len(result.findings) - len(loud),
        {(job.span(path).path, n): text for (path, n), text in result.lines.items()},
        unchanged,
    )


def _placed(job: Job, found: Diagnostic) -> Diagnostic:
    """A finding at the course's place in the catalogue; its fix is for the course alone."""
    span = replace(found.span, path=job.span(found.span.path).path)
    related = ((replace(at, path=job.span(at.path).path), said) for at, said in found.related)
    return replace(found, span=span, related=tuple(related), fix=None)


# --- the row ------------------------------------------------------------------------------------


def _sizes(job: Job, result: Result) -> Iterable[Mapping[str, Any]]:
    folder = Path(job.out, job.place)
    for name, digest in result.files.items():
        yield {"file": name, "bytes": os.lstat(folder / name).st_size, "sha256": digest}


def _row(
    job: Job, status: str, card: Mapping[str, Any], files: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """Its part of catalogue.json, without findings."""
    known = {each["file"]: each for each in files}
    named = card.get("packages", ()) if known else ()
    packages = [{**each, **known.pop(each["file"])} for each in named]
    revision = job.revision
    return {
        "path": job.path or ".",
        "revision": revision and {"name": revision.name, "commit": revision.commit},
        "status": status,
        **NO_CARD,
        **card,
        "folder": job.place if status == "built" else None,
        "packages": packages,
        "report": next(iter(known.values()), None),
    }
