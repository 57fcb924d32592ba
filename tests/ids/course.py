"""A course in a folder of a test's own, edited as authors do, with and without git."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from hostile.course import BASE, write_course
from hostile.run import run
from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from test_diagnostics import TODAY

COURSE, LOCK = "course/course.yml", "course/course.lock"
ONE, TWO = "course/01-one", "course/02-two"
WORDS = {
    "hands": "Warm water runs over both hands, and the soap foams between the fingers.",
    "feet": "Shoes wait beside the door; nobody walks on the wet floor in winter boots.",
    "sleep": "A dark room, a cool pillow and no screen are what most sleepers ask for.",
    "bread": "Flour, salt, yeast and time: the dough doubles while the kitchen is warm.",
}


def lesson(name: str, *questions: str) -> str:
    """A lesson with words of its own; a question is in it as it would be in a bank."""
    body = "".join(f"\n{question(each)}" for each in questions)
    return f"---\nminutes: 3\n---\n\n# On {name}\n\n{WORDS[name]}\n\n{WORDS[name][::-1]}\n{body}"


def question(id: str) -> str:
    return (
        f"## Ask {id}\n<!-- #{id} -->\n\n`A.1`\n\nWhich one is {id}?\n\n"
        f"- [x] This is {id}.\n- [ ] That is not.\n    > No.\n"
    )


def bank(*questions: str) -> str:
    """Called by its first question, and passed with half of the points."""
    head = f"---\nkind: quiz\npass_mark: 50\n---\n\n# A quiz on {questions[0]}\n\n"
    return head + "\n".join(map(question, questions))


def start(root: Path) -> Path:
    """Two modules: lessons, a simulation, two banks; all frozen."""
    files = {
        **BASE,
        COURSE: str(BASE[COURSE]) + "  - 02-two\n",
        f"{ONE}/01-lesson.md": lesson("hands", "in-hands"),
        f"{ONE}/03-feet.md": lesson("feet"),
        "quizzes/01-one.md": bank("first", "second"),
        f"{TWO}/index.md": "# Two\n\nThe other half begins here.\n",
        f"{TWO}/01-sleep.md": lesson("sleep", "in-sleep"),
        f"{TWO}/02-bread.md": lesson("bread"),
        "quizzes/02-two.md": bank("third"),
    }
    write_course(root, files)
    ids(root, "--write")
    return root


def ids(root: Path, *options: str) -> tuple[int, str]:
    """`moocbuild ids`: exit status, and all that was said."""
    done = run("ids", "-C", str(root), *options)
    return done.status, done.stdout + done.stderr


def read(root: Path) -> tuple[Course, Collector]:
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None, report.found
    return course, report


def errors(root: Path) -> list[str]:
    report = Collector()
    load(root, report, TODAY)
    return [d.rule.slug for d in report.sorted() if d.rule.severity.name == "ERROR"]


def pages(root: Path) -> dict[str, int]:
    """Title of each page → its number: what it is, whatever it is called."""
    return {page.title: page.ordinal for page in read(root)[0].pages() if page.ordinal}


def questions(root: Path) -> dict[str, int]:
    return {question.id: question.ordinal for question in read(root)[0].questions()}


def lock(root: Path) -> str:
    return (root / LOCK).read_text("utf-8")


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text, (name, old)
    (root / name).write_text(text.replace(old, new, 1), "utf-8")


def move(root: Path, old: str, new: str) -> None:
    (root / new).parent.mkdir(parents=True, exist_ok=True)
    shutil.move(root / old, root / new)


def rename_module(root: Path, old: str, new: str) -> None:
    move(root, f"course/{old}", f"course/{new}")
    if (root / f"quizzes/{old}.md").exists():
        move(root, f"quizzes/{old}.md", f"quizzes/{new}.md")
    edit(root, COURSE, f"- {old}", f"- {new}")


def take_out(root: Path, name: str, id: str) -> str:
    """A question is taken out of its file."""
    text = (root / name).read_text("utf-8")
    found = re.search(rf"\n## [^\n]*\n<!-- #{id} -->\n.*?(?=\n## |\Z)", text, re.S)
    assert found
    (root / name).write_text(text[: found.start()] + text[found.end() :], "utf-8")
    return found[0]


def append(root: Path, name: str, text: str) -> None:
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(text)


def git(root: Path, *arguments: str, status: int = 0) -> str:
    """Git as on any machine: no settings of this one."""
    clean = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
        "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
    }
    who = ("-c", "user.name=Tests", "-c", "user.email=tests@example.org")
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | clean,
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def commit(root: Path, *, first: bool = False) -> None:
    if first:
        git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Edit")
