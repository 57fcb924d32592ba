"""Sound packages of each standard, small enough to see what a clause is about."""

from __future__ import annotations

import re

from archive.zips import MANIFEST, Entry, Zip

Case = tuple[str, str] | tuple[str, str, str]
"""(old, new) in the manifest, or (file, old, new)."""

SCORM_12 = MANIFEST.decode()

SCORM_2004 = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="o">
    <organization identifier="o" adlseq:objectivesGlobalToSystem="false">
      <title>Knots</title>
      <item identifier="part">
        <title>Loops</title>
        <item identifier="i" identifierref="r" isvisible="true" parameters="?page=1">
          <title>The bowline</title>
          <adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>
          <adlcp:dataFromLMS>x</adlcp:dataFromLMS>
          <adlcp:completionThreshold minProgressMeasure="0.8"/>
          <imsss:sequencing IDRef="shared">
            <imsss:sequencingRules>
              <imsss:preConditionRule>
                <imsss:ruleConditions conditionCombination="any">
                  <imsss:ruleCondition referencedObjective="done" condition="satisfied"/>
                </imsss:ruleConditions>
                <imsss:ruleAction action="skip"/>
              </imsss:preConditionRule>
            </imsss:sequencingRules>
            <imsss:objectives>
              <imsss:primaryObjective objectiveID="done" satisfiedByMeasure="true">
                <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>
                <imsss:mapInfo targetObjectiveID="global" readSatisfiedStatus="true"/>
              </imsss:primaryObjective>
              <imsss:objective objectiveID="other"/>
            </imsss:objectives>
          </imsss:sequencing>
          <adlnav:presentation><adlnav:navigationInterface>
            <adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
          </adlnav:navigationInterface></adlnav:presentation>
          <adlcp:data><adlcp:map targetID="notes"/></adlcp:data>
        </item>
      </item>
      <imsss:sequencing><imsss:controlMode flow="true"/></imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="r" type="webcontent" adlcp:scormType="sco" href="index.html">
      <file href="index.html"/>
      <dependency identifierref="common"/>
    </resource>
    <resource identifier="common" type="webcontent" adlcp:scormType="asset">
      <file href="style.css"/>
    </resource>
  </resources>
  <imsss:sequencingCollection>
    <imsss:sequencing ID="shared"><imsss:controlMode choice="false"/></imsss:sequencing>
  </imsss:sequencingCollection>
</manifest>
"""

CARTRIDGE = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
  xmlns:lomm="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest">
  <metadata>
    <schema>IMS Common Cartridge</schema><schemaversion>1.3.0</schemaversion>
    <lomm:lom><lomm:general><lomm:title><lomm:string>Knots</lomm:string></lomm:title>
</lomm:general></lomm:lom>
  </metadata>
  <organizations>
    <organization identifier="o" structure="rooted-hierarchy">
      <item identifier="root">
        <item identifier="part">
          <title>Loops</title>
          <item identifier="i1" identifierref="page"><title>The bowline</title></item>
          <item identifier="i2" identifierref="topic"><title>Talk</title></item>
          <item identifier="i3" identifierref="link"><title>More</title></item>
          <item identifier="i4" identifierref="quiz"><title>Quiz</title></item>
          <item identifier="i5" identifierref="tool"><title>Tool</title></item>
          <item identifier="i6" identifierref="extra"><title>Extra</title></item>
        </item>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" href="index.html" intendeduse="lessonplan">
      <file href="index.html"/>
      <dependency identifierref="style"/>
    </resource>
    <resource identifier="style" type="webcontent"><file href="style.css"/></resource>
    <resource identifier="topic" type="imsdt_xmlv1p3"><file href="topic.xml"/></resource>
    <resource identifier="link" type="imswl_xmlv1p3"><file href="link.xml"/></resource>
    <resource identifier="quiz" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment">
<file href="quiz.xml"/></resource>
    <resource identifier="bank" type="imsqti_xmlv1p2/imscc_xmlv1p3/question-bank">
<file href="bank.xml"/></resource>
    <resource identifier="tool" type="imsbasiclti_xmlv1p3"><file href="tool.xml"/></resource>
    <resource identifier="extra"
      type="associatedcontent/imscc_xmlv1p3/learning-application-resource"
      href="extra.xml">
<file href="extra.xml"/></resource>
  </resources>
</manifest>
"""

TOPIC = """<topic xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imsdt_v1p3">
<title>Talk</title><text texttype="text/plain">Which knot?</text></topic>
"""
LINK = """<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3">
<title>More</title><url href="https://example.org/"/></webLink>
"""
TOOL = """<cartridge_basiclti_link xmlns="http://www.imsglobal.org/xsd/imslticc_v1p3"
 xmlns:b="http://www.imsglobal.org/xsd/imsbasiclti_v1p0">
<b:title>Tool</b:title><b:launch_url>https://example.org/</b:launch_url>
<b:vendor/></cartridge_basiclti_link>
"""
_QUESTION = """<item ident="{ident}" title="Loops">
<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel>
<fieldentry>cc.multiple_choice.v0p1</fieldentry></qtimetadatafield></qtimetadata>
</itemmetadata>
<presentation><material><mattext>Which?</mattext></material>
<response_lid ident="r" rcardinality="Single"><render_choice>
<response_label ident="a"><material><mattext>Bowline</mattext></material></response_label>
<response_label ident="b"><material><mattext>Reef</mattext></material></response_label>
<response_label ident="c"><material><mattext>Clove</mattext></material></response_label>
</render_choice></response_lid></presentation>
<resprocessing><outcomes><decvar varname="SCORE"/></outcomes>
<respcondition><conditionvar><varequal respident="r">a</varequal></conditionvar>
<setvar action="Set">100</setvar><displayfeedback feedbacktype="Response" linkrefid="f"/>
</respcondition></resprocessing>
<itemfeedback ident="f"><material><mattext>Right.</mattext></material></itemfeedback>
</item>
"""
QUIZ = f"""<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
<assessment ident="quiz" title="Quiz">
<qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel>
<fieldentry>cc.exam.v0p1</fieldentry></qtimetadatafield></qtimetadata>
<section ident="root">{_QUESTION.format(ident="q1")}</section>
</assessment></questestinterop>
"""
BANK = f"""<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
<objectbank ident="bank">{_QUESTION.format(ident="q2")}</objectbank></questestinterop>
"""
FILES = {
    "topic.xml": TOPIC,
    "link.xml": LINK,
    "tool.xml": TOOL,
    "quiz.xml": QUIZ,
    "bank.xml": BANK,
    "extra.xml": "<extra/>",
}

CONTENT_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1">
  <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
  <organizations default="o">
    <organization identifier="o"><item identifier="i" identifierref="q"><title>Loops</title>
</item></organization>
  </organizations>
  <resources>
    <resource identifier="q" type="imsqti_item_xmlv2p1" href="index.html">
      <file href="index.html"/><dependency identifierref="style"/>
    </resource>
    <resource identifier="style" type="webcontent"><file href="style.css"/></resource>
  </resources>
</manifest>
"""

MANIFESTS = {
    "SCORM 1.2": SCORM_12,
    "SCORM 2004": SCORM_2004,
    "Common Cartridge": CARTRIDGE,
    "IMS Content Packaging": CONTENT_PACKAGE,
}


def package(standard: str, file: str = "imsmanifest.xml", old: str = "", new: str = "") -> bytes:
    """A sound package, or one with `new` for the first `old` in a file."""
    texts = {"imsmanifest.xml": MANIFESTS[standard], "index.html": "<p>Knots</p>"}
    texts |= {"style.css": "p { color: black; }"}
    if standard == "Common Cartridge":
        texts |= FILES
    if old:
        assert old in texts[file], old
        texts[file] = texts[file].replace(old, new, 1)
    return Zip([Entry(name, text.encode()) for name, text in texts.items()]).bytes()


def broken(standard: str, case: Case) -> bytes:
    """A package with the case in it; names of elements change everywhere."""
    file, old, new = ("imsmanifest.xml", *case) if len(case) == 2 else case
    whole = FILES[file] if file in FILES else MANIFESTS[standard]
    if re.fullmatch(r"[\w:]+", old) and new == "x":
        return package(standard, file, whole, whole.replace(old, new))
    if prefixed := re.match(r"<?(x:(\w+))", new):
        changed = whole.replace(old, new, 1).replace(f"</{prefixed[2]}>", f"</{prefixed[1]}>")
        return package(standard, file, whole, changed)
    return package(standard, file, old, new)
