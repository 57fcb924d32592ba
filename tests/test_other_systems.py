"""What other systems lack: the program runs where it is taken away.

No test here is a run on Windows or macOS: see docs/install.md.
"""

from __future__ import annotations

import ast
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import moocbuild

SOURCE = Path(moocbuild.__file__).parent

WITHOUT = """
import ctypes, errno, importlib.abc, os, signal, sys
import click, jinja2, latex2mathml.converter, platformdirs, shutil, subprocess, sysconfig
import tempfile

sysconfig.get_config_vars()

class _NoSuchModule(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in ("fcntl", "pwd", "grp", "resource", "termios"):
            raise ImportError(name)

for name in ("fcntl", "pwd", "grp", "resource", "termios"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, _NoSuchModule())
for name in ("geteuid", "getuid", "fchmod", "mkfifo", "O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC"):
    delattr(os, name)
for name in ("SIGPIPE", "SIGHUP", "SIGALRM", "SIGKILL"):
    delattr(signal, name)
del ctypes.CDLL
sys.platform = "win32"

link, fsync, open_ = os.link, os.fsync, os.open

def no_link(source, to, *, follow_symlinks=True, **options):
    if not follow_symlinks:
        raise NotImplementedError("link: follow_symlinks unavailable on this platform")
    link(source, to)

def writable_alone(handle):
    facts = open(f"/proc/self/fdinfo/{handle}").read()
    flags = int(facts.split("flags:")[1].split()[0], 8)
    if not flags & (os.O_WRONLY | os.O_RDWR):
        raise OSError(errno.EBADF, "Bad file descriptor")
    fsync(handle)

def no_folder(path, *arguments, **options):
    if os.path.isdir(path):
        raise PermissionError(errno.EACCES, "Permission denied", path)
    return open_(path, *arguments, **options)

shutil._use_fd_functions = False
os.link, os.fsync, os.open = no_link, writable_alone, no_folder
from moocbuild.cli import run
"""
DARWIN = """
import sys, sysconfig
import click, jinja2, latex2mathml.converter, platformdirs

sysconfig.get_config_vars()
sys.platform = "darwin"
from moocbuild.cli import run
"""


def sums(folder: Path) -> str:
    return (folder / "dist" / "SHA256SUMS").read_text()


def in_process(room: Path, before: str, *commands: list[str]) -> None:
    code = before + "".join(f"assert run({command!r}) == 0\n" for command in commands)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=room,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767312000"},
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("system", [WITHOUT, DARWIN], ids=["windows", "macos"])
def test_a_course_from_the_first_command_to_the_second_build(tmp_path: Path, system: str) -> None:
    found = []
    for name, before in (("here", "from moocbuild.cli import run\n"), ("there", system)):
        room = tmp_path / name
        room.mkdir()
        course = room / "tea"
        targets = ["-t", "web", "-t", "moodle", "-t", "scorm-1.2"]
        in_process(room, before, ["init", "tea"], ["build", "-C", "tea", *targets])
        page = course / "course" / "01-making-tea" / "index.md"
        page.write_text(page.read_text() + "\nMore.\n")
        commands = [["build", "-C", "tea", *targets], ["ids", "--write", "-C", "tea"]]
        in_process(room, before, *commands, ["new", "lesson", "X", "-C", "tea", "--in", "1"])
        found.append(sums(course))
        left = [path.name for path in course.rglob(".moocbuild-*")]
        assert not left
        for line in sums(course).splitlines():
            digest, file = line.split("  ")
            data = (course / "dist" / file).read_bytes()
            assert hashlib.sha256(data).hexdigest() == digest
    assert found[0] == found[1]


ONLY_HERE = {
    "fcntl", "geteuid", "getuid", "chown", "mkfifo", "fork", "O_DIRECTORY", "O_NOFOLLOW",
    "SIGPIPE", "SIGHUP", "SIGKILL", "SIGALRM", "sysconf", "getpwuid", "setrlimit", "pwd", "grp",
}  # fmt: skip
GUARDED = {"package/locks.py", "package/switch.py", "cache/__init__.py"}
"""These look first whether the system has what they ask for."""


def test_nothing_of_one_system_alone_elsewhere() -> None:
    found = {}
    for path in SOURCE.rglob("*.py"):
        names = {
            name
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            for name in _named(node)
            if name in ONLY_HERE
        }
        if names:
            found[path.relative_to(SOURCE).as_posix()] = names
    assert set(found) == GUARDED


def _named(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_every_text_is_opened_with_its_encoding() -> None:
    """Windows takes another one where none is said."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                said = [ast.unparse(arg) for arg in (*node.args, *node.keywords)]
                said += [keyword.arg or "" for keyword in node.keywords]
                if node.func.attr in ("read_text", "write_text"):
                    assert "'utf-8'" in said or "encoding" in said, f"{path}:{node.lineno}"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_console_that_lacks_letters(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "course.yml").write_text("tītle: 茶\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "moocbuild", "check", "-C", str(tmp_path)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert done.returncode == 1
    assert b"unknown key 't\\u012btle'" in done.stdout
