"""What nobody may do with a package and its pages (cases G01–G06, G08, G14, G15)."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import shutil
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site.conftest import Installed

from common_cartridge import hand_made as make
from moocbuild.diagnostics import Collector
from moocbuild.lower import lower
from moocbuild.model.course import Contact, Course
from moocbuild.model.text import Ref, element
from moocbuild.targets.moodle import TARGETS
from systems.moodle.site import PATIENCE, Visitor

pytestmark = pytest.mark.lms
MOODLE = next(target for target in TARGETS if target.name == "moodle")
SCRIPT = "<script>alert(1)</script>"
HOSTILE = f"{SCRIPT}\"'--; DROP TABLE mdl_user; %_\\ {{{{x}}}} $@NULL@$ &amp;"


def course(version: str = "1.0.0", said: str = "As it was", **more: Any) -> Course:
    """A page, a quiz, two pictures of the same name."""
    pictures = [make.asset(f"media/{n}/bench.svg", b"<svg>%d</svg>" % n) for n in (1, 2)]
    parts = [make.image(f"media/{n}/bench.svg", f"Bench {n}") for n in (1, 2)]
    lesson = make.lesson(make.prose(said), *parts, title=more.pop("lesson", "A lesson"))
    quiz = make.quiz(make.question("mbg-one", make.single("*This", "That"), title=HOSTILE))
    return make.course(lesson, quiz, assets=pictures, version=version, **{"id": "mbg"} | more)


def package(folder: Path, made: Course) -> Path:
    """Its native backup."""
    file = folder / f"{made.id}-{made.version}.mbz"
    with file.open("wb") as stream:
        report = Collector()
        MOODLE.pack(MOODLE.render(lower(made, MOODLE, report)), stream)
    return file


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("guard")


@pytest.fixture(scope="module")
def number(served: Installed, folder: Path) -> Iterator[int]:
    """A course made from the package."""
    made = create(served, package(folder, course()))
    for name, role in (("learner", "student"), ("updater", "editingteacher")):
        served.drive("role.php", made, name, role)
    yield made
    served.php("remove.php", made)


@pytest.fixture(scope="module")
def newer(folder: Path) -> Path:
    return package(folder, course("1.1.0", "As it is", lesson=HOSTILE))


@pytest.fixture(scope="module")
def teacher(served: Installed, number: int) -> Visitor:
    return Visitor(served, "updater")


@pytest.fixture(scope="module")
def learner(served: Installed, number: int) -> Visitor:
    return Visitor(served, "learner")


def create(site: Installed, file: Path) -> int:
    run = site.command("import.php", f"--file={file}", "--new")
    assert run.returncode == 0, run.stdout + run.stderr
    return int(re.findall(r"\d+", run.stdout)[-1])


def post(visitor: Visitor, address: str, **form: object) -> tuple[int, str]:
    """What the site answers to a form."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(visitor.cookies))
    data = urllib.parse.urlencode(form).encode() if form else None
    try:
        with opener.open(f"{visitor.site.address}{address}", data, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def sesskey(visitor: Visitor) -> str:
    found = re.search(r'"sesskey":"(\w+)"', visitor.page(f"{visitor.site.address}/my/"))
    assert found
    return found[1]


def fingerprint(site: Installed, course: int) -> Any:
    found = site.drive("fingerprint.php", course)
    # To look at a page is noted.
    for table in ("logstore_standard_log", "user_lastaccess", "course"):
        found["tables"].pop(table, None)
    return found


def form(site: Installed, file: Path, who: str, course: int) -> dict[str, object]:
    """What the page for confirming sends."""
    planned = site.drive("planned.php", file, course)
    draft = site.drive("draft.php", file, who)
    return {"course": course, "draft": draft, "hash": planned["hash"], "plan": planned["plan"]}


@pytest.mark.parametrize("key", [{}, {"sesskey": "wrong"}], ids=["missing", "wrong"])
def test_g01_no_update_without_the_right_sesskey(
    served: Installed, number: int, newer: Path, teacher: Visitor, key: dict[str, str]
) -> None:
    was = fingerprint(served, number)
    _, said = post(
        teacher, "/local/moocbuild/import.php", **form(served, newer, "updater", number), **key
    )
    assert "As it is" not in said
    assert fingerprint(served, number) == was


def test_g02_a_learner_sees_no_page_and_changes_nothing(
    served: Installed, number: int, newer: Path, learner: Visitor
) -> None:
    was = fingerprint(served, number)
    key = {"sesskey": sesskey(learner)}
    for address in ("import.php", "log.php", "index.php"):
        status, said = post(learner, f"/local/moocbuild/{address}?course={number}")
        assert status >= 400 or "permission" in said, address
        assert "generaltable" not in said and "id_submitbutton" not in said
    sent = form(served, newer, "learner", number)
    for fields in (sent, {**sent, "course": 0, "category": 1}):
        status, said = post(learner, "/local/moocbuild/import.php", **fields, **key)
        assert status >= 400 or "permission" in said
    assert fingerprint(served, number) == was


def test_g03_nobody_reaches_the_courses_and_drafts_of_others(
    served: Installed, number: int, folder: Path, newer: Path, teacher: Visitor
) -> None:
    other = create(served, package(folder, course(id="mbg-other")))
    try:
        was = fingerprint(served, other), fingerprint(served, number)
        key = {"sesskey": sesskey(teacher)}
        mine = form(served, newer, "updater", number)
        post(teacher, "/local/moocbuild/import.php", **{**mine, "course": other}, **key)
        foreign = {**mine, "draft": served.drive("draft.php", newer, "learner")}
        _, said = post(teacher, "/local/moocbuild/import.php", **foreign, **key)
        assert "no longer there" in said
        run = served.command("import.php", f"--file={newer}", f"--course={other}")
        assert run.returncode == 1 and "another package" in run.stderr
        assert (fingerprint(served, other), fingerprint(served, number)) == was
    finally:
        served.php("remove.php", other)


def test_a_plan_that_nobody_has_seen_is_not_done(
    served: Installed, number: int, newer: Path, teacher: Visitor
) -> None:
    was = fingerprint(served, number)
    sent = {**form(served, newer, "updater", number), "plan": "0" * 64}
    _, said = post(teacher, "/local/moocbuild/import.php", **sent, sesskey=sesskey(teacher))
    assert "changed since the preview" in said
    assert fingerprint(served, number) == was


def test_g04_g06_hostile_words_are_words(
    served: Installed, number: int, newer: Path, teacher: Visitor
) -> None:
    preview = served.command("import.php", f"--file={newer}", f"--course={number}", "--preview")
    assert preview.returncode == 0 and SCRIPT in preview.stdout, "the command line shows text"
    sent = form(served, newer, "updater", number)
    status, said = post(teacher, "/local/moocbuild/import.php", **sent, sesskey=sesskey(teacher))
    assert status == 200 and "up to date" in said
    pages = [said, teacher.page(f"{served.address}/local/moocbuild/log.php?course={number}")]
    for page in pages:
        assert SCRIPT not in page
    state = served.drive("course_state.php", number)
    lesson = next(m for m in state["modules"] if m["idnumber"] == "m/one")
    assert "As it is" in lesson["text"] and "DROP TABLE" in lesson["name"]
    run = served.command("import.php", f"--file={newer}", f"--course={number}")
    assert "Nothing changes" in run.stdout, run.stdout


def test_g06_numbers_are_numbers(served: Installed, number: int, teacher: Visitor) -> None:
    injected = urllib.parse.quote(f"{number}' OR 1=1; DELETE FROM mdl_course; --")
    for page in ("import", "log"):
        status, said = post(teacher, f"/local/moocbuild/{page}.php?course={injected}")
        assert "Error reading from database" not in said and status < 500
    assert served.drive("course_state.php", number)["modules"]


@pytest.mark.parametrize(
    "path",
    [
        "local_moocbuild/package/0/package.mbz",
        "local_moocbuild/package/0/../../../config.php",
        "local_moocbuild/package/0/%2e%2e/%2e%2e/config.php",
        "mod_page/content/0/..%2f..%2fconfig.php",
    ],
)
def test_g05_no_file_leaves_but_those_of_the_course(
    served: Installed, number: int, newer: Path, teacher: Visitor, path: str
) -> None:
    context = served.drive("planned.php", newer, number)["context"]
    status, said = post(teacher, f"/pluginfile.php/{context}/{path}")
    assert status == 404 and "dbname" not in said


def test_g08_a_forged_backup_brings_nobody(
    served: Installed, number: int, newer: Path, tmp_path: Path
) -> None:
    forged = tmp_path / "forged.mbz"
    with zipfile.ZipFile(newer) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "questions.xml":
                text = text.replace(b"<createdby>$@NULL@$<", b"<createdby>2<", 1)
                assert b">2<" in text
            new.writestr(name, text)
    was = fingerprint(served, number)
    for options in ([f"--course={number}"], ["--new"]):
        run = served.command("import.php", f"--file={forged}", *options)
        assert run.returncode == 1 and "names people" in run.stderr
    assert fingerprint(served, number) == was


def test_g14_two_pictures_of_the_same_name_keep_their_bytes(
    served: Installed, number: int, folder: Path
) -> None:
    made = course("1.2.0", "Pictures")
    swapped = [make.asset(f"media/{n}/bench.svg", b"<svg>new %d</svg>" % n) for n in (1, 2)]
    made = dataclasses.replace(made, assets={asset.href: asset for asset in swapped})
    run = served.command("import.php", f"--file={package(folder, made)}", f"--course={number}")
    assert run.returncode == 0, run.stderr
    state = served.drive("course_state.php", number)
    lesson = next(m for m in state["modules"] if m["idnumber"] == "m/one")
    wanted = {hashlib.sha1(b"<svg>new %d</svg>" % n).hexdigest() for n in (1, 2)}
    assert set(lesson["files"].values()) == wanted
    for n, path in zip(
        (1, 2), re.findall(r'@@PLUGINFILE@@/([^"]+)"', lesson["text"]), strict=True
    ):
        sha1 = hashlib.sha1(b"<svg>new %d</svg>" % n).hexdigest()
        assert lesson["files"][f"content/{path}"] == sha1
    assert fingerprint(served, number)["missing"] == []


def test_what_a_package_says_of_itself_follows(
    served: Installed, number: int, folder: Path
) -> None:
    """A help line more: no page changes, but what the site knows of the course."""
    line = Contact(country="BE", role="suicide_line", number="0800 00 001", span=make.SPAN)
    file = package(folder, course("1.3.0", "Lines"))
    assert served.command("import.php", f"--file={file}", f"--course={number}").returncode == 0
    file = package(folder, course("1.3.0", "Lines", contacts=(line,)))
    said = served.command("import.php", f"--file={file}", f"--course={number}").stdout
    assert "What the package says of itself" in said and "Changed texts" not in said
    said = served.command("import.php", f"--file={file}", f"--course={number}").stdout
    assert "Nothing changes" in said


def test_a_course_restored_without_the_plugin_is_taken_up(served: Installed, folder: Path) -> None:
    restored = served.restore(package(folder, course("2.0.0", id="mbg-plain")))
    try:
        file = package(folder, course("2.1.0", "As it is", id="mbg-plain"))
        run = served.command("import.php", f"--file={file}", f"--course={restored}")
        assert run.returncode == 0 and run.stdout.count("(Page): text") == 1, run.stdout
        state = served.drive("course_state.php", restored)
        names = [m["idnumber"] for m in state["modules"] if m["kind"] != "qbank"]
        assert sorted(names) == ["m/check", "m/index", "m/one"]
        assert [len(versions) for versions in state["questions"].values()] == [1]
        run = served.command("import.php", f"--file={file}", f"--course={restored}")
        assert "Nothing changes" in run.stdout
    finally:
        served.php("remove.php", restored)


def test_a_large_package_is_taken(served: Installed, folder: Path, tmp_path: Path) -> None:
    """100 MB, with the memory that PHP has by default at the command line of a test."""
    if shutil.disk_usage(tmp_path).free < 1 << 30:
        pytest.skip("less than 1 GB free")
    film = make.asset("media/film.mp4", bytes(100 << 20))
    text = make.text(element("video", controls="controls", src=Ref("media", "media/film.mp4")))
    made = make.course(make.lesson(text), assets=[film], id="mbg-large")
    number = create(served, package(tmp_path, made))
    state = served.drive("course_state.php", number)
    served.php("remove.php", number)
    sizes = [file for module in state["modules"] for file in module["files"]]
    assert any(name.endswith(".mp4") for name in sizes)


UPDATE = (
    "local/moocbuild:update",
    "moodle/restore:restorecourse",
    "moodle/restore:uploadfile",
    "moodle/restore:restoretargetimport",
    "moodle/backup:backuptargetimport",
    "moodle/question:add",
    "moodle/question:managecategory",
)
STEPS = (
    "moodle/course:update",
    "moodle/course:manageactivities",
    "moodle/course:activityvisibility",
    "moodle/question:editall",
    "moodle/grade:manage",
    "mod/quiz:manage",
)
CREATE = (
    "local/moocbuild:import",
    "moodle/course:create",
    "moodle/restore:restorecourse",
    "moodle/restore:uploadfile",
    "moodle/question:add",
    "moodle/question:managecategory",
)


def as_user(site: Installed, name: str, file: Path, *options: str) -> tuple[int, str]:
    """What the command line says to somebody; messages alone."""
    run = site.command("import.php", f"--file={file}", f"--user={name}", *options)
    return run.returncode, run.stdout + run.stderr


def site_wide(site: Installed, number: int) -> Any:
    return site.drive("rights.php", "site", number)


@pytest.fixture(scope="module")
def taught(served: Installed, folder: Path) -> Iterator[int]:
    """A course that somebody teaches who has no other right on the site."""
    made = create(served, package(folder, course(id="mbg-taught")))
    served.drive("role.php", made, "onlyteacher", "editingteacher")
    yield made
    served.php("remove.php", made)


@pytest.fixture(scope="module")
def only_teacher(served: Installed, taught: int) -> Visitor:
    return Visitor(served, "onlyteacher")


@pytest.fixture(scope="module")
def untouched(served: Installed, taught: int, only_teacher: Visitor) -> Any:
    """The course and the site before anything that is refused."""
    return fingerprint(served, taught), site_wide(served, taught)


@pytest.fixture(scope="module")
def everything(folder: Path) -> Path:
    """A newer package in which something of every kind has changed."""
    lesson = make.lesson(make.prose("Another text"), title="Another title")
    more = make.lesson(make.prose("One more"), key="m/more")
    quiz = make.quiz(
        make.question("mbg-one", make.single("*This", "Those"), title="Changed"),
        make.question("mbg-two", make.single("*Yes", "No"), title="Added"),
        key="m/second",
        graded=True,
        pass_mark=50,
    )
    made = make.course(lesson, more, quiz, version="2.0.0", id="mbg-taught")
    return package(folder, made)


@pytest.mark.parametrize("right", [*UPDATE, *STEPS])
def test_a_teacher_who_lacks_a_right_of_moodle_does_not_get_it_by_a_package(
    served: Installed,
    taught: int,
    everything: Path,
    only_teacher: Visitor,
    untouched: Any,
    right: str,
) -> None:
    served.drive("rights.php", "set", right, "editingteacher", taught, "prohibit")
    try:
        code, said = as_user(served, "onlyteacher", everything, f"--course={taught}")
        assert code == 1 and "You lack rights" in said and right in said, said
        # The page is for whoever may update at all; the steps are known from the preview on.
        if right in UPDATE:
            status, page = post(only_teacher, f"/local/moocbuild/import.php?course={taught}")
            assert (status >= 400 or "permission" in page) and "id_submitbutton" not in page
        else:
            options = (f"--course={taught}", "--preview")
            code, said = as_user(served, "onlyteacher", everything, *options)
            assert code == 1 and right in said, said
    finally:
        served.drive("rights.php", "set", right, "editingteacher", taught, "inherit")
    assert (fingerprint(served, taught), site_wide(served, taught)) == untouched


def test_what_moodle_itself_refuses_the_plugin_refuses(
    served: Installed, taught: int, folder: Path, only_teacher: Visitor
) -> None:
    """Somebody who teaches a course makes none, neither by Moodle's restore nor by the plugin."""
    file = package(folder, course(id="mbg-other"))
    own = served.drive("rights.php", "restore", file, 1, "onlyteacher")
    assert own == "restore_user_missing_capability"
    was = site_wide(served, taught)
    code, said = as_user(served, "onlyteacher", file, "--new", "--category=1")
    assert code == 1 and all(right in said for right in CREATE)
    status, page = post(only_teacher, "/local/moocbuild/import.php?category=1")
    assert status >= 400 or "permission" in page
    assert site_wide(served, taught) == was


@pytest.mark.parametrize("lacking", CREATE)
def test_a_course_is_made_by_whoever_may_make_one(
    served: Installed, taught: int, folder: Path, lacking: str
) -> None:
    file = package(folder, course(id="mbg-made"))
    some = [right for right in CREATE if right != lacking]
    category = served.drive("rights.php", "maker", "mbgmaker", *some)
    was = site_wide(served, taught)
    try:
        code, said = as_user(served, "mbgmaker", file, "--new", f"--category={category}")
        assert code == 1 and lacking in said and "You lack rights" in said, said
        assert site_wide(served, taught) == was
    finally:
        served.drive("rights.php", "unmake", "mbgmaker")


def test_whoever_makes_a_course_becomes_what_moodle_makes_of_them(
    served: Installed, folder: Path
) -> None:
    file = package(folder, course(id="mbg-made"))
    category = served.drive("rights.php", "maker", "mbgmaker", *CREATE)
    made: list[int] = []
    try:
        code, said = as_user(served, "mbgmaker", file, "--new", f"--category={category}")
        assert code == 0, said
        made.append(int(re.findall(r"\d+", said)[-1]))
        own = served.drive("rights.php", "restore", file, category, "mbgmaker")
        assert isinstance(own, int), own
        made.append(own)
        ours, moodles = (served.drive("rights.php", "roles", "mbgmaker", each) for each in made)
        assert ours == moodles != []
    finally:
        for each in made:
            served.php("remove.php", each)
        served.drive("rights.php", "unmake", "mbgmaker")


def test_an_update_by_a_teacher_changes_nothing_beside_the_course(
    served: Installed, taught: int, everything: Path, folder: Path
) -> None:
    was = site_wide(served, taught)
    mine = served.drive("rights.php", "roles", "onlyteacher", taught)
    code, said = as_user(served, "onlyteacher", everything, f"--course={taught}")
    assert code == 0 and "New activities (2)" in said, said
    assert site_wide(served, taught) == was
    assert served.drive("rights.php", "roles", "onlyteacher", taught) == mine == ["editingteacher"]
    code, said = as_user(served, "onlyteacher", everything, f"--course={taught}")
    assert code == 0 and "Nothing changes" in said, said
    older = package(folder, course("1.9.0", id="mbg-taught"))
    code, said = as_user(served, "onlyteacher", older, f"--course={taught}", "--preview")
    assert code == 0 and "is older than the one" in said and "(version 2.0.0)" in said, said


def test_nobody_acts_for_a_user_who_is_not_there(
    served: Installed, taught: int, newer: Path
) -> None:
    code, said = as_user(served, "nobody-at-all", newer, f"--course={taught}", "--preview")
    assert code == 2 and "nobody on this site" in said


def test_the_log_says_to_teachers_what_failed_and_not_what_the_database_said(
    served: Installed, number: int, teacher: Visitor
) -> None:
    served.drive("rights.php", "fails", number)
    log = f"{served.address}/local/moocbuild/log.php?course={number}"
    seen = teacher.page(log)
    assert "Failed; nothing was changed" in seen and "Error reading from database" in seen
    assert "SECRET" not in seen
    served.drive("manager.php", "mbgmanager")
    assert "SECRET" not in Visitor(served, "mbgmanager").page(log)


HOSTILE_CHANGES = {
    "scale": (
        "scales.xml",
        b"<scales_definition/>",
        b'<scales_definition><scale id="1"><courseid>0</courseid><userid>2</userid>'
        b"<name>mbg-hostile</name><scale>a,b</scale><description/><descriptionformat>1"
        b"</descriptionformat><timemodified>0</timemodified></scale></scales_definition>",
    ),
    "site's bank": ("questions.xml", b"<contextlevel>50<", b"<contextlevel>10<"),
    "people": (
        "moodle_backup.xml",
        b"<name>users</name>\n        <value>0<",
        b"<name>users</name>\n        <value>1<!-- -->0<",
    ),
    "filter": ("course/filters.xml", b"<active>-1<", b"<active>1<"),
    "formula": ("questions.xml", b"<qtype>multichoice<", b"<qtype>calculated<"),
    "link": ("page.xml", b"&lt;/div&gt;", b'&lt;a href="javascript:x"&gt;x&lt;/a&gt;&lt;/div&gt;'),
    "plugin": ("course/course.xml", b"<tags/>", b"<tags/><plugin_local_x_course/>"),
}


@pytest.mark.parametrize("what", HOSTILE_CHANGES)
def test_hostile_packages_leave_no_trace_even_of_an_administrator(
    served: Installed, taught: int, everything: Path, tmp_path: Path, what: str
) -> None:
    place, old, new = HOSTILE_CHANGES[what]
    forged, done = tmp_path / "forged.mbz", 0
    with zipfile.ZipFile(everything) as source, zipfile.ZipFile(forged, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name.endswith(place):
                done += old in text
                text = text.replace(old, new, 1)
            target.writestr(name, text)
    assert done, "nothing was forged"
    was = fingerprint(served, taught), site_wide(served, taught)
    for options in ([f"--course={taught}"], ["--new"]):
        run = served.command("import.php", f"--file={forged}", *options)
        assert run.returncode == 1, run.stdout
        assert re.match("The package holds|A (?:text|file) in the package", run.stderr), run.stderr
    assert (fingerprint(served, taught), site_wide(served, taught)) == was


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8, 0.99])
def test_damage_gives_no_warning_of_php(served: Installed, tmp_path: Path, place: float) -> None:
    """Neither at the command line, where PHP shows them, nor in what Moodle says."""
    file = package(tmp_path, course())
    whole = file.read_bytes()
    at = int(len(whole) * place)
    for damaged in (whole[:at], whole[:at] + bytes(64) + whole[at + 64 :]):
        file.write_bytes(damaged)
        shown = ["-d", "display_errors=1", "-d", "error_reporting=-1"]
        script = served.web_root / "local/moocbuild/cli/import.php"
        run = served._run([*shown, str(script), f"--file={file}", "--preview", "--new"])
        assert run.returncode == 1
        assert run.stdout.strip() == ""
        assert not re.search(r"Warning|Notice|Deprecated| on line ", run.stderr), run.stderr
        assert run.stderr.count("\n") <= 3
