# ruff: noqa: E501
"""Cartridges and QTI 1.2, as Canvas, Blackboard and others write them."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from imports import asked, brought, codes, course_at, of_text
from moocbuild.importing.brought import Bank
from moocbuild.importing.errors import ImportFailed
from moocbuild.model.question import ChoiceInteraction, TextEntryInteraction
from test_diagnostics import HERE

PACKAGES = HERE.parent.parent / "shared" / "packages"
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
CC = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"


def field(label: str, entry: str) -> str:
    return (
        f"<qtimetadatafield><fieldlabel>{label}</fieldlabel>"
        f"<fieldentry>{entry}</fieldentry></qtimetadatafield>"
    )


def material(words: str) -> str:
    return f"<material><mattext texttype='text/html'>{words}</mattext></material>"


def item(
    ident: str, kind: str, inner: str, conditions: str, told: str = "", text: str = "Asked"
) -> str:
    return (
        f"<item ident='{ident}' title='Question'><itemmetadata><qtimetadata>"
        f"{field('question_type', kind)}{field('points_possible', '2.0')}</qtimetadata>"
        f"</itemmetadata><presentation>{material(text)}{inner}</presentation><resprocessing>"
        f"<outcomes><decvar maxvalue='100' varname='SCORE'/></outcomes>{conditions}"
        f"</resprocessing>{told}</item>"
    )


def choices(*labels: str, ident: str = "r", cardinality: str = "Single", head: str = "") -> str:
    inner = "".join(
        f"<response_label ident='{label}'>{material(f'Option {label}')}</response_label>"
        for label in labels
    )
    return (
        f"<response_lid ident='{ident}' rcardinality='{cardinality}'>{head}"
        f"<render_choice>{inner}</render_choice></response_lid>"
    )


def equal(value: str, ident: str = "r") -> str:
    return f"<varequal respident='{ident}'>{value}</varequal>"


def when(test: str, score: str = "", shown: str = "", go: str = "No") -> str:
    points = f"<setvar action='Set' varname='SCORE'>{score}</setvar>" if score else ""
    shows = f"<displayfeedback linkrefid='{shown}'/>" if shown else ""
    return (
        f"<respcondition continue='{go}'><conditionvar>{test}</conditionvar>"
        f"{points}{shows}</respcondition>"
    )


def feedback(ident: str, words: str) -> str:
    return f"<itemfeedback ident='{ident}'><flow_mat>{material(words)}</flow_mat></itemfeedback>"


def assessment(*items: str, title: str = "Quiz") -> str:
    return (
        f"<questestinterop xmlns='{QTI}'><assessment ident='a1' title='{title}'>"
        f"<section ident='root_section'>{''.join(items)}</section></assessment></questestinterop>"
    )


SINGLE = item(
    "i1",
    "multiple_choice_question",
    choices("1", "2", "3"),
    when("<other/>", shown="general_fb", go="Yes")
    + when(equal("1"), shown="1_fb", go="Yes")
    + when(equal("2"), "100", "correct_fb")
    + when("<other/>", shown="general_incorrect_fb", go="Yes"),
    feedback("general_fb", "Always.")
    + feedback("1_fb", "Not one.")
    + feedback("correct_fb", "Yes.")
    + feedback("general_incorrect_fb", "No."),
)


def test_feedback_goes_where_it_is_shown(tmp_path: Path) -> None:
    made, _ = of_text(tmp_path, "quiz.xml", assessment(SINGLE))
    text = next((tmp_path / "made/quizzes").glob("*.md")).read_text("utf-8")
    assert text.endswith(
        "## Asked\n<!-- #i1 points=2 -->\n\nAsked\n\n- [ ] Option 1\n    > Not one.\n"
        "- [x] Option 2\n    > Yes.\n- [ ] Option 3\n\n> [!NOTE]\n> Always.\n>\n> No.\n"
    )
    assert codes(made) == ["MB463 0", "MB470 1"]


def test_every_kind_of_canvas(tmp_path: Path) -> None:
    typed = "<response_str ident='r' rcardinality='Single'><render_fib/></response_str>"
    number = (
        "<or>{}<and><vargte respident='r'>33.3</vargte>"
        "<varlte respident='r'>33.4</varlte></and></or>"
    )
    several = "<and>{}<not>{}</not>{}</and>".format(equal("1"), equal("2"), equal("3"))
    rows = choices("1", "2", "3", ident="a", head=material("Left a")) + choices(
        "1", "2", "3", ident="b", head=material("Left b")
    )
    gaps = choices("1", "2", ident="response_x", head=material("x"))
    whole = assessment(
        item("mu", "multiple_answers_question", choices("1", "2", "3", cardinality="Multiple"), when(several, "100")),
        item("sh", "short_answer_question", typed, when(equal("Bern") + equal("Berne"), "100")),
        item("nu", "numerical_question", typed, when(number.format(equal("33.33")), "100")),
        item("ma", "matching_question", rows, when(equal("1", "a"), "50") + when(equal("3", "b"), "50")),
        item("dr", "multiple_dropdowns_question", gaps, when(equal("2", "response_x"), "100"), text="It is [x]."),
        item("es", "essay_question", typed, when("<other/>")),
        item("te", "text_only_question", "", ""),
        item("up", "file_upload_question", "", ""),
        item("ca", "calculated_question", typed, when("<other/>", "100")),
    )  # fmt: skip
    made, course = of_text(tmp_path, "quiz.xml", whole)
    found = asked(course)
    kinds = {id: each.kind for id, each in found.items()}
    assert kinds == {
        "mu": "multiple", "sh": "text", "nu": "numeric", "ma": "match", "dr": "gaps", "es": "journal"
    }  # fmt: skip
    assert [choice.correct for choice in found["mu"].interaction.choices] == [True, False, True]
    assert [answer.text for answer in found["sh"].interaction.answers] == ["Bern", "Berne"]
    number_ = found["nu"].interaction.answers
    assert [(each.low, each.high) for each in number_] == [(33.3, 33.4)]
    rights = {option.id: option.text.plain for option in found["ma"].interaction.options}
    assert [(row.left.plain, rights[row.right]) for row in found["ma"].interaction.rows] == [
        ("Left a", "Option 1"), ("Left b", "Option 3")
    ]  # fmt: skip
    assert len(rights) == 3
    assert found["dr"].prompt.plain == "It is ____."
    counted = Counter(code.partition(" ")[0] for code in codes(made))
    assert counted["MB455"] == 2 and counted["MB467"] == 1


def canvas(**files: str) -> bytes:
    """A cartridge as Canvas exports it: a module with a page and a quiz, a quiz written twice."""
    manifest = f"""<manifest identifier="m" xmlns="{CC}" xmlns:lom="{CC}/lom">
  <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
    <lom:lom><lom:general><lom:title><lom:string language="fr-CA">Le pain</lom:string></lom:title>
    </lom:general></lom:lom></metadata>
  <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">
    <item identifier="m1"><title>Semaine 1</title>
      <item identifier="i1" identifierref="p1"><title>Lire</title></item>
      <item identifier="i2" identifierref="q1"><title>Savoir</title></item>
      <item identifier="i3" identifierref="d1"><title>Parler</title></item>
      <item identifier="i4" identifierref="w1"><title>Voir</title></item>
    </item></item></organization></organizations>
  <resources>
    <resource identifier="p1" type="webcontent" href="wiki_content/lire.html"/>
    <resource identifier="p2" type="webcontent" href="wiki_content/seul.html"/>
    <resource identifier="q1" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment">
      <file href="q1/assessment_qti.xml"/><dependency identifierref="q1meta"/></resource>
    <resource identifier="q1meta" type="associatedcontent/imscc_xmlv1p1/learning-application-resource"
      href="q1/assessment_meta.xml"><file href="q1/assessment_meta.xml"/></resource>
    <resource identifier="d1" type="imsdt_xmlv1p1"><file href="d1.xml"/></resource>
    <resource identifier="w1" type="imswl_xmlv1p1"><file href="w1.xml"/></resource>
  </resources></manifest>"""
    page = (
        "<html><head><title>Lire</title></head><body><h2>Faim ?</h2><p>Voir "
        "<a href='$WIKI_REFERENCE$/pages/seul'>ici</a> "
        "<img src='$IMS-CC-FILEBASE$/pain%20blanc.png?canvas_download=1' alt='Un pain'></p>"
        "</body></html>"
    )
    other = SINGLE.replace("'i1'", "'i9'")
    bank = f"<objectbank xmlns='{QTI}' ident='b1'>{other}</objectbank>"
    drawn = (
        "<section ident='s'><selection_ordering><selection><sourcebank_ref>b1</sourcebank_ref>"
        "<selection_number>1</selection_number></selection></selection_ordering></section>"
    )
    content = {
        "imsmanifest.xml": manifest,
        "wiki_content/lire.html": page,
        "wiki_content/seul.html": "<html><head><title>Seul</title></head><body><p>x</p></body></html>",
        "web_resources/pain blanc.png": "\x89PNG\r\n\x1a\n",
        "q1/assessment_qti.xml": assessment(),
        "q1/assessment_meta.xml": f"<quiz xmlns='{CANVAS}'><title>Savoir</title><description>"
        "&lt;p&gt;Essayez.&lt;/p&gt;</description><allowed_attempts>3</allowed_attempts>"
        "<time_limit>20</time_limit><shuffle_answers>false</shuffle_answers></quiz>",
        "non_cc_assessments/q1.xml.qti": assessment(SINGLE, drawn),
        "non_cc_assessments/b1.xml.qti": f"<questestinterop xmlns='{QTI}'>{bank}</questestinterop>",
        "d1.xml": "<topic><title>Parler</title></topic>",
        "w1.xml": "<webLink><title>Voir</title><url href='https://example.org/'/></webLink>",
        **files,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as whole:
        for name, text in content.items():
            whole.writestr(name, text.encode("latin-1" if text.startswith("\x89") else "utf-8"))
    return stream.getvalue()


def test_a_cartridge_of_canvas(tmp_path: Path) -> None:
    (tmp_path / "c.imscc").write_bytes(canvas())
    made = brought(tmp_path / "made", tmp_path / "c.imscc")
    assert (made.brought.title, made.brought.language) == ("Le pain", "fr")
    first, rest = made.brought.units
    assert [page.title for page in first.pages] == ["Lire", "Savoir", "Voir"]
    assert [page.title for page in rest.pages] == ["Seul"]
    page = (tmp_path / "made/course/01-semaine-1/01-lire.md").read_text("utf-8")
    assert page == (
        "# Lire\n\n## Faim ?\n\nVoir [ici](../02-le-pain/01-seul.md) "
        "![Un pain](../../media/pain-blanc.png)\n"
    )
    quiz = (tmp_path / "made/quizzes/01-semaine-1.md").read_text("utf-8")
    assert quiz.startswith(
        "---\nkind: quiz\nattempts: 3\ntime_limit: 20\nshuffle: false\npools:\n  b1: 1\n---\n\n"
        "# Savoir\n\nEssayez.\n\n## Asked\n<!-- #i1 points=2 -->\n"
    )
    assert "<!-- #i9 points=2 -->" in (tmp_path / "made/quizzes/pools/b1.md").read_text("utf-8")
    assert "MB469 9" in codes(made)


def test_a_link_to_a_quiz_without_questions_is_words(tmp_path: Path) -> None:
    """A link without an address would be an error of the new course."""
    page = "<html><body><p>See <a href='$CANVAS_OBJECT_REFERENCE$/quizzes/q1'>the quiz</a>.</p></body></html>"
    empty = {"wiki_content/lire.html": page, "non_cc_assessments/q1.xml.qti": assessment()}
    (tmp_path / "c.imscc").write_bytes(canvas(**empty))
    made = brought(tmp_path / "made", tmp_path / "c.imscc")
    assert "MB459 0" in codes(made)
    course_at(tmp_path / "made")
    pages = (tmp_path / "made/course").rglob("*.md")
    assert "See the quiz." in " ".join(each.read_text("utf-8") for each in pages)


def test_an_item_that_shows_nothing_is_left_out(tmp_path: Path) -> None:
    bare = "<item ident='i7'><itemmetadata/></item>"
    named = (
        "<item ident='i8'><itemmetadata><qtimetadata>"
        f"{field('question_type', 'multiple_choice_question')}</qtimetadata></itemmetadata></item>"
    )
    made, course = of_text(tmp_path, "q.xml", assessment(SINGLE, bare, named))
    assert list(asked(course)) == ["i1"]
    assert "MB455 1" in codes(made)


def test_options_that_read_the_same_are_one(tmp_path: Path) -> None:
    """Two of them would be an error of the new course; the one that earns more is left."""
    labels = "".join(
        f"<response_label ident='{id}'>{material(words)}</response_label>"
        for id, words in (("a", "Yes"), ("b", "No"), ("c", "Yes "), ("d", "Maybe"))
    )
    inner = f"<response_lid ident='r'><render_choice>{labels}</render_choice></response_lid>"
    text = assessment(item("i1", "multiple_choice_question", inner, when(equal("c"), "100")))
    made, course = of_text(tmp_path, "q.xml", text)
    asks = asked(course)["i1"].interaction
    assert isinstance(asks, ChoiceInteraction)
    told = [(choice.text.plain, choice.correct) for choice in asks.choices]
    assert told == [("Yes", True), ("No", False), ("Maybe", False)]
    assert any("once more" in each.message for each in made.found)


def test_words_to_type_may_look_like_html(tmp_path: Path) -> None:
    tags = ["&lt;b&gt;", "`x`", "a &lt; b"]
    conditions = "".join(when(equal(tag), "100") for tag in tags)
    typed = "<response_str ident='r'><render_fib><response_label ident='l'/></render_fib></response_str>"
    text = assessment(item("i1", "short_answer_question", typed, conditions))
    _, course = of_text(tmp_path, "q.xml", text)
    asks = asked(course)["i1"].interaction
    assert isinstance(asks, TextEntryInteraction)
    assert [answer.text for answer in asks.answers] == ["<b>", "`x`", "a < b"]


def test_a_hostile_cartridge_leaves_nothing(tmp_path: Path) -> None:
    from moocbuild.archive import RefusedError

    for files in ({"../evil.txt": "x"}, {"w1.xml": "<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>"}):
        (tmp_path / "c.imscc").write_bytes(canvas(**files))
        with pytest.raises(RefusedError):
            brought(tmp_path / "made", tmp_path / "c.imscc")
        assert [path.name for path in tmp_path.iterdir()] == ["c.imscc"]


@pytest.mark.audit
@pytest.mark.skipif(not PACKAGES.is_dir(), reason="needs ../shared/packages")
@pytest.mark.parametrize("kind", ["cc", "qti"])
def test_packages_of_other_producers(kind: str, tmp_path: Path) -> None:
    """Of what a course can hold, at least 95 % arrives, and every loss has a code."""
    arrived = held = 0
    for number, file in enumerate(sorted((PACKAGES / kind).iterdir())):
        there = items_of(file)
        try:
            made = brought(tmp_path / str(number), file)
        except ImportFailed as failed:
            assert failed.finding.rule.code in ("MB450", "MB453")
            assert not there
            continue
        banks = [p for u in made.brought.units for p in u.pages if isinstance(p, Bank)]
        came = sum(len(bank.questions) for bank in (*banks, *made.brought.pools))
        lost = codes(made)
        left = sum(code.startswith("MB455") for code in lost)
        again = sum("of the bank" in f.message for f in made.found)
        assert came + left >= 0.95 * len(there) or again, file.name
        assert not [code for code in lost if code.startswith("MB468")], file.name
        arrived, held = arrived + came, held + len(there) - left
        course_at(tmp_path / str(number))
    assert arrived >= 0.95 * held


def items_of(file: Path) -> set[tuple[str, str]]:
    """Items with an answer, of the files that a reader of cartridges has to take."""
    found: set[tuple[str, str]] = set()
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        rich = {n.removeprefix("non_cc_assessments/").removesuffix(".xml.qti") for n in names}
        for name in names:
            data = archive.read(name)
            if b"questestinterop" not in data[:2000] or name.partition("/")[0] in rich:
                continue
            for each in etree.fromstring(data).iter("{*}item"):
                if next(each.iter("{*}response_lid", "{*}response_str"), None) is not None:
                    found.add((name, each.get("ident") or ""))
    return found
