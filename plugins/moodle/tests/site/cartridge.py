"""A Common Cartridge 1.1 as other tools make them: any number of questions, with weights."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
 xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" identifier="plain">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
<lom:lom><lom:general><lom:title><lom:string language="en">Plain</lom:string></lom:title>
</lom:general></lom:lom></metadata>
<organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">
{items}
</item></organization></organizations>
<resources>{resources}</resources></manifest>
"""
_ITEM = """<item identifier="m{n}"><title>{title}</title>
<item identifier="i{n}" identifierref="r{n}"><title>{quiz}</title></item></item>
"""
_RESOURCE = """<resource identifier="r{n}" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment">
<file href="quiz{n}.xml"/></resource>
"""
_QUIZ = """<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
<assessment ident="a{n}" title="{quiz}"><qtimetadata><qtimetadatafield>
<fieldlabel>cc_profile</fieldlabel><fieldentry>cc.exam.v0p1</fieldentry>
</qtimetadatafield></qtimetadata><section ident="root_section">{questions}</section>
</assessment></questestinterop>
"""
_QUESTION = """<item ident="q{n}_{at}" title="Question {at}"><itemmetadata><qtimetadata>
<qtimetadatafield><fieldlabel>cc_profile</fieldlabel>
<fieldentry>cc.multiple_choice.v0p1</fieldentry></qtimetadatafield>
<qtimetadatafield><fieldlabel>cc_weighting</fieldlabel><fieldentry>{weight}</fieldentry>
</qtimetadatafield></qtimetadata></itemmetadata><presentation>
<material><mattext texttype="text/html">Which one?</mattext></material>
<response_lid ident="response" rcardinality="Single"><render_choice>
<response_label ident="a"><material><mattext>Right</mattext></material></response_label>
<response_label ident="b"><material><mattext>Wrong</mattext></material></response_label>
<response_label ident="c"><material><mattext>No</mattext></material></response_label>
</render_choice></response_lid></presentation><resprocessing>
<outcomes><decvar varname="SCORE" vartype="Decimal" minvalue="0" maxvalue="100"/></outcomes>
<respcondition continue="No"><conditionvar><varequal respident="response">a</varequal>
</conditionvar><setvar varname="SCORE" action="Set">100</setvar></respcondition>
</resprocessing></item>
"""


def cartridge(file: Path, quizzes: Sequence[tuple[str, str, Sequence[int]]]) -> Path:
    """Written to `file`; a module for each (its title, the title of its quiz, weights)."""
    rows = [{"n": n, "title": t, "quiz": q, "weights": w} for n, (t, q, w) in enumerate(quizzes)]
    with zipfile.ZipFile(file, "w") as archive:
        manifest = _MANIFEST.format(
            items="".join(_ITEM.format(**row) for row in rows),
            resources="".join(_RESOURCE.format(**row) for row in rows),
        )
        archive.writestr("imsmanifest.xml", manifest)
        for n, (_, quiz, weights) in enumerate(quizzes):
            asked = (_QUESTION.format(n=n, at=at, weight=w) for at, w in enumerate(weights))
            text = _QUIZ.format(n=n, quiz=quiz, questions="".join(asked))
            archive.writestr(f"quiz{n}.xml", text)
    return file
