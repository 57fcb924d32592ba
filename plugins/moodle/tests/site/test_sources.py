"""The plugin's sources: what they must not do (G07, G15), and what every file and string needs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parents[4] / "plugins" / "moodle"
NPM = Path(__file__).parents[4] / "tests" / "player"
FILES = sorted(
    p
    for p in PLUGIN.rglob("*.php")
    if not p.relative_to(PLUGIN).match(".*") and "site" not in p.relative_to(PLUGIN).parts
)
SHIPPED = [file for file in FILES if "tests" not in file.relative_to(PLUGIN).parts]
FORBIDDEN = {
    "code from data": r"\b(?:unserialize|eval|extract|create_function|assert)\s*\(|/e['\"]\s*,",
    "outer entities": r"LIBXML_NOENT|LIBXML_DTDLOAD|substituteEntities",
    "a shell": r"\b(?:exec|shell_exec|system|passthru|popen|proc_open)\s*\(|`[^`'\"]*\$",
    "the network": r"\bcurl\b|curl_init|create_file_from_url|download_file_content|fsockopen",
    "unclean input": r"\$_(?:GET|POST|REQUEST|COOKIE|FILES|SERVER)\b",
    "traces": r"\b(?:var_dump|print_r|error_log)\s*\(|debugging\(",
}
SQL = re.compile(r"\b(?:SELECT|FROM|WHERE|JOIN|SET|AND|OR)\b")
# What may stand in a query beside parameters: lists that Moodle itself made of placeholders, and
# names of tables and columns that are constants of the class.
PARTS = re.compile(r"\$(?:in[a-z]*|table|column|where|who)")


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def code(file: Path) -> str:
    """Without comments."""
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", text(file), flags=re.S)


def name(file: Path) -> str:
    return str(file.relative_to(PLUGIN))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_g07_sources_never_use(what: str) -> None:
    found = [
        f"{name(file)}: {hit[0]}"
        for file in SHIPPED
        for hit in re.finditer(FORBIDDEN[what], code(file))
    ]
    assert found == []


def test_queries_have_bound_parameters() -> None:
    """In a string that is SQL there are no variables but PARTS, and nothing is glued to it."""
    wrong = []
    for file in SHIPPED:
        for quoted in re.findall(r'"((?:[^"\\]|\\.)*)"', code(file)):
            if SQL.search(quoted):
                parts = re.findall(r"\{?\$[a-z_]+(?:->[a-z_]+|\[[^]]*\])*", quoted)
                glued = [part for part in parts if not PARTS.fullmatch(part.lstrip("{"))]
                wrong += [f"{name(file)}: {part}" for part in glued]
    assert wrong == []


def test_every_file_names_its_licence_and_its_package() -> None:
    for file in FILES:
        head = text(file)[:3000]
        if file.name == "bootstrap.php":
            continue
        assert "GNU General Public License" in head, name(file)
        assert "@package   local_moocbuild" in head, name(file)


def test_no_file_does_anything_when_called_by_itself() -> None:
    """A class or library does nothing; a page asks Moodle first who is calling."""
    for file in SHIPPED:
        source = code(file)
        declares = re.search(
            r"^(?:final |abstract )*(?:class|enum|interface|trait) ", source, re.M
        )
        if declares or file.name == "lib.php":
            continue
        assert "defined('MOODLE_INTERNAL') || die();" in source or "/config.php'" in source, name(
            file
        )


def test_pages_ask_who_is_there_and_what_they_may_do() -> None:
    for file in PLUGIN.glob("*.php"):
        source = code(file)
        if "/config.php'" in source and file.name != "help.php":  # for everybody in the course
            assert re.search(r"require_login\(|admin_externalpage_setup\(", source), name(file)
            # admin_externalpage_setup() asks for what settings.php names; report_access too.
            asks = (
                r"require_(?:any_|all_)?capabilit|(?:admin_externalpage_setup|new report_access)\("
            )
            assert re.search(asks, source), name(file)


def strings(language: str) -> dict[str, str]:
    source = text(PLUGIN / "lang" / language / "local_moocbuild.php")
    return dict(re.findall(r"^\$string\['([^']+)'\] = '(.*?)';$", source, re.M | re.S))


def _placeholders(words: str) -> list[str]:
    return re.findall(r"\{\$a[^}]*\}", words)


LANGUAGES = sorted(path.name for path in (PLUGIN / "lang").iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_there_in_every_language(language: str) -> None:
    english, other = strings("en"), strings(language)
    assert list(english) == sorted(english)
    assert list(other) == list(english)
    for key, words in english.items():
        assert sorted(_placeholders(words)) == sorted(_placeholders(other[key])), key
    if language != "en":
        same = [k for k in english if english[k] == other[k] and re.search("[a-z]{4}", other[k])]
        assert len(same) < len(english) / 10, same


def test_keys_of_strings_have_one_style() -> None:
    """Words joined by underscores; Moodle itself names those of rights and of privacy."""
    own = [key for key in strings("en") if not key.startswith(("moocbuild:", "privacy:metadata:"))]
    assert [key for key in own if not re.fullmatch(r"[a-z]+(?:_[a-z]+)*", key)] == []


def test_every_string_that_is_asked_for_exists() -> None:
    known = strings("en")
    asked = set()
    for file in SHIPPED:
        asked |= set(re.findall(r"get_string\(\s*'([^'$]+)',\s*'local_moocbuild'", code(file)))
        asked |= set(
            re.findall(r"new lang_string\(\s*'([^'$]+)',\s*'local_moocbuild'", code(file))
        )
    for template in (PLUGIN / "templates").glob("*.mustache"):
        asked |= set(re.findall(r"\{\{#str\}\}\s*([\w:]+)\s*,\s*local_moocbuild", text(template)))
    assert len(asked) > 60
    assert asked - set(known) == set()


def test_every_problem_that_is_thrown_has_words() -> None:
    known = strings("en")
    thrown = {
        why for file in SHIPPED for why in re.findall(r"new problem\(\s*'([a-z_]+)'", code(file))
    }
    assert len(thrown) > 15
    assert {f"problem_{why}" for why in thrown} - set(known) == set()


def test_templates_escape_what_is_not_markup_already() -> None:
    """Three braces only where PHP has made safe HTML: rendered buttons, format_string()."""
    allowed = {".", "name", "heading", "caption", "where", "from", "to", "course"}
    for template in (PLUGIN / "templates").glob("*.mustache"):
        found = set(re.findall(r"\{\{\{\s*([\w.]+)\s*\}\}\}", text(template)))
        assert found <= allowed, (template.name, found - allowed)


def test_php_reads_every_file() -> None:
    php = shutil.which("php")
    if php is None:
        pytest.skip("no PHP here: on Debian and Ubuntu, apt install php-cli")
    for file in FILES:
        run = subprocess.run([php, "-l", str(file)], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout


def test_a_parser_finds_nothing_that_is_newer_than_8_1() -> None:
    php = shutil.which("php")
    parser = Path("/usr/share/php/PhpParser/autoload.php")
    if php is None or not parser.exists():
        pytest.skip("no parser for PHP here: on Debian and Ubuntu, apt install php-cli php-parser")
    script = Path(__file__).parent / "syntax.php"
    command = [php, "-d", f"include_path={parser.parents[1]}", str(script), *map(str, FILES)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr + run.stdout
    assert run.stdout == ""


PARSER = """
const {Engine} = require("php-parser");
const {readFileSync} = require("fs");
const [version, ...files] = process.argv.slice(1);
const engine = new Engine({parser: {version, suppressErrors: false}});
for (const file of files) {
  try {
    engine.parseCode(readFileSync(file, "utf8"), file);
  } catch (error) {
    console.log(file + ": " + error.message);
  }
}
"""


@pytest.mark.parametrize("version", ["8.1", "8.3"])
def test_another_parser_reads_every_file(version: str, tmp_path: Path) -> None:
    """As that version of PHP does; first a constant with a type, which 8.3 has and 8.1 has not."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.prefix) / "bin"))
    if node is None or not (NPM / "node_modules" / "php-parser").is_dir():
        pytest.skip("no Node, or no npm packages: make pytest installs them")
    newest = tmp_path / "newest.php"
    newest.write_text("<?php class A { const string B = 'x'; }")

    def said(*files: Path) -> str:
        command = [node, "-e", PARSER, version, *map(str, files)]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=NPM).stdout

    assert bool(said(newest)) is (version == "8.1")
    assert said(*FILES) == ""
