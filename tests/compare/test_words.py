"""One source of words: what `moocbuild diff` and the plugin's preview both say, they say alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moocbuild.compare import told
from moocbuild.compare.change import GROUPS
from moocbuild.words.languages import files

MOODLE = Path(__file__).parents[2] / "plugins" / "moodle"
PLUGIN = MOODLE / "lang"
STRING = re.compile(r"^\$string\['(\w+)'\] = '((?:[^'\\]|\\.)*)';$", re.M)
_SHARED = """
quoted percent with_more of_kind turned_share turned_partner turned_place step_section_add
step_activity_add step_question_add step_section_order step_order field_name field_pass
field_shuffle field_content field_files field_summary field_competencies answers move renamed text
media competencies settings joined field with_parts parts page_moved become page_gone question_gone
in_list on_page
"""
SHARED = frozenset(_SHARED.split())


def of_plugin(language: str) -> dict[str, str]:
    text = (PLUGIN / language / "local_moocbuild.php").read_text("utf-8")
    return {name: said.replace("\\'", "'") for name, said in STRING.findall(text)}


def as_plugin(said: str) -> str:
    """`{n}` and `{text}` alone are `{$a}` there, several are `{$a->name}`."""
    holes = set(re.findall(r"\{(\w+)\}", said))
    return re.sub(r"\{(\w+)\}", "{$a}" if len(holes) == 1 else r"{$a->\1}", said)


def blanks(said: str) -> str:
    return re.sub(r"[\u00a0\u202f]", " ", said)


@pytest.mark.parametrize("folder", sorted(path.name for path in PLUGIN.iterdir()))
def test_the_preview_says_it_in_the_same_words(folder: str) -> None:
    """Moodle calls Bokmål `no`."""
    ours, theirs = files()[{"no": "nb"}.get(folder, folder)]["change"], of_plugin(folder)
    assert set(ours) & set(theirs) == SHARED
    for name in SHARED:
        assert blanks(as_plugin(ours[name])) == blanks(theirs[name]), name


def test_the_preview_tells_it_in_the_same_order() -> None:
    source = (MOODLE / "classes" / "update" / "changes.php").read_text("utf-8")
    found = re.search(r"const ORDER = \[(.*?)\];", source, re.S)
    assert found
    theirs = re.findall(r"'(\w+)'", found[1])
    ours = list(dict.fromkeys((*told._ORDER, *GROUPS)))
    assert theirs[:2] == ours[:2] == ["answers", "lost"]
    assert [each for each in ours if each in theirs] == [each for each in theirs if each in ours]
    assert set(ours) - set(theirs) == {"added", "moved", "scene_add", "option_add", "look"}
