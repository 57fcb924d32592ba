"""One breach for each clause: what of the sound package becomes what.

A case is (old, new) in the manifest, or (file, old, new). `docs/reference/clauses.md` lists them.
"""

from __future__ import annotations

from collections.abc import Mapping

from inspected.sound import Case

_R12 = '<resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html">'
_R04 = '<resource identifier="r" type="webcontent" adlcp:scormType="sco" href="index.html">'
_FILE = '<file href="index.html"/>'
_END = "</resources>"
_MANY = "".join(
    f'<item identifier="x{n}" identifierref="r"><title>{n}</title></item>' for n in range(1_001)
)
_COMMON: Mapping[str, Case] = {
    "manifest-identifier": ('manifest identifier="m"', "manifest"),
    "organizations": ("organizations", "organisations"),
    "resources": ("<resources>", "<!-- <resources>"),
    "organization-title": ("<title>Knots</title>", ""),
    "file-there": (_FILE, _FILE + '<file href="gone.html"/>'),
    "file-href": (_FILE, _FILE + "<file/>"),
    "dependency-ref": (_FILE, _FILE + "<dependency/>"),
    "dependency-leads": (_FILE, _FILE + '<dependency identifierref="none"/>'),
    "cycle": (_FILE, _FILE + '<dependency identifierref="r"/>'),
    "href-outside": (_FILE, _FILE + '<file href="../x"/>'),
    "href-form": (_FILE, _FILE + '<file href="a\\b"/>'),
    "base-outside": ("<resources>", '<resources xml:base="https://example.org/">'),
    "base-form": ("<resources>", '<resources xml:base="pages">'),
    "default-leads": ('default="o"', 'default="none"'),
    "title-markup": ("The bowline", "The &lt;b>bowline"),
}


def _scorm(resource: str, kind: str) -> dict[str, Case]:
    """What both versions of SCORM demand. resource: the tag of the SCO; kind: how its type is."""
    return {
        **_COMMON,
        "organizations": ("organizations default", "x:organizations xmlns:x='x' default"),
        "resources": ("<resources>", "<x:resources xmlns:x='x'>"),
        "unique": ('identifier="o"', 'identifier="r"'),
        "identifier-form": ('manifest identifier="m"', 'manifest identifier="1 2"'),
        "manifest-order": ("</metadata>", "</metadata><title/>"),
        "metadata": ("metadata", "x"),
        "submanifest": ("</manifest>", '<manifest identifier="inner"/></manifest>'),
        "schema": ("<schema>ADL SCORM</schema>", ""),
        "schema-value": ("ADL SCORM", "SCORM"),
        "default": (' default="o"', ""),
        "organization-identifier": ('organization identifier="o"', "organization"),
        "organization-order": ("<title>Knots</title>", "<title>Knots</title><file/>"),
        "item-identifier": ('item identifier="i"', "item"),
        "item-leads": ('identifierref="r"', 'identifierref="none"'),
        "item-order": ("The bowline</title>", "The bowline</title><title>x</title>"),
        "item-title": ("<title>The bowline</title>", ""),
        "item-leaf": (' identifierref="r"', ""),
        "resource-identifier": (resource, resource.replace('identifier="r" ', "")),
        "resource-type": (resource, resource.replace('type="webcontent" ', "")),
        "scorm-type": (f' adlcp:{kind}="sco"', ""),
        "scorm-type-value": (f'{kind}="sco"', f'{kind}="SCO"'),
        "resource-order": (_FILE, _FILE + "<metadata/>"),
        "launch": (resource, resource.replace(' href="index.html"', "")),
        "launch-listed": (_FILE, ""),
        "many-items": ("<title>Knots</title>", "<title>Knots</title>" + _MANY),
    }


SCORM_12: Mapping[str, Case] = {
    **_scorm(_R12, "scormtype"),
    "version": ("<schemaversion>1.2</schemaversion>", ""),
    "version-value": ("<schemaversion>1.2<", "<schemaversion>1.3<"),
    "organization": (
        '<organization identifier="o">',
        '<x:organization xmlns:x="x" identifier="o">',
    ),
    "organization-item": (
        '<item identifier="i" identifierref="r"><title>The bowline</title></item>',
        "",
    ),
    "isvisible": ('identifierref="r"', 'identifierref="r" isvisible="no"'),
    "item-extension-once": (
        "The bowline</title>",
        "The bowline</title><adlcp:datafromlms/><adlcp:datafromlms/>",
    ),
    "time-limit": (
        "The bowline</title>",
        "The bowline</title><adlcp:timelimitaction>stop</adlcp:timelimitaction>",
    ),
    "mastery": (
        "The bowline</title>",
        "The bowline</title><adlcp:masteryscore>101</adlcp:masteryscore>",
    ),
    "time-allowed": (
        "The bowline</title>",
        "The bowline</title><adlcp:maxtimeallowed>1h</adlcp:maxtimeallowed>",
    ),
    "prerequisites": (
        "The bowline</title>",
        "The bowline</title><adlcp:prerequisites>i</adlcp:prerequisites>",
    ),
    "launch-order": (
        "<resources>",
        '<resources><resource identifier="a" type="webcontent" adlcp:scormtype="asset"'
        f' href="index.html">{_FILE}</resource>',
    ),
}

_ACTION = '<imsss:ruleAction action="skip"/>'
SCORM_2004: Mapping[str, Case] = {
    **_scorm(_R04, "scormType"),
    "version": ("<schemaversion>2004 4th Edition</schemaversion>", ""),
    "version-value": ("2004 4th Edition", "2004"),
    "organization": (
        '<organization identifier="o"',
        '<x:organization xmlns:x="x" identifier="o"',
    ),
    "organization-item": ("item", "x"),
    "global": ('System="false"', 'System="no"'),
    "item-inner": ('identifier="part"', 'identifier="part" identifierref="r"'),
    "isvisible": ('isvisible="true"', 'isvisible="yes"'),
    "parameters": ('parameters="?page=1"', 'parameters="page 1"'),
    "item-extension-once": (
        "<adlcp:dataFromLMS>",
        "<adlcp:dataFromLMS/><adlcp:dataFromLMS>",
    ),
    "time-limit": ("exit,message", "stop"),
    "threshold": ("0.8", "80"),
    "data-map": ('<adlcp:map targetID="notes"/>', ""),
    "data-target": (' targetID="notes"', ""),
    "scorm-type-place": ('item identifier="i"', 'item identifier="i" adlcp:scormType="sco"'),
    "sequencing-place": ("</metadata>", "<imsss:sequencing/></metadata>"),
    "sequencing-id": (' ID="shared"', ""),
    "sequencing-leads": ('IDRef="shared"', 'IDRef="none"'),
    "collection": (
        "</manifest>",
        '<imsss:sequencingCollection><imsss:sequencing ID="x"/></imsss:sequencingCollection>'
        "</manifest>",
    ),
    "sequencing-once": (
        '<imsss:controlMode flow="true"/>',
        '<imsss:controlMode flow="true"/><imsss:controlMode/>',
    ),
    "sequencing-needs": (_ACTION, ""),
    "sequencing-attribute": (' condition="satisfied"', ""),
    "sequencing-boolean": ('flow="true"', 'flow="yes"'),
    "sequencing-token": ('action="skip"', 'action="retry"'),
    "sequencing-number": (">0.6<", ">60<"),
    "objective-unique": ('objectiveID="other"', 'objectiveID="done"'),
    "objective-leads": ('referencedObjective="done"', 'referencedObjective="none"'),
    "hide-ui": (">continue<", ">next<"),
}

_PAGE = '<resource identifier="page" type="webcontent" href="index.html" intendeduse="lessonplan">'
_TYPES = {
    "topic": "imsdt_xmlv1p3",
    "link": "imswl_xmlv1p3",
    "assessment": "imsqti_xmlv1p2/imscc_xmlv1p3/assessment",
    "bank": "imsqti_xmlv1p2/imscc_xmlv1p3/question-bank",
    "tool": "imsbasiclti_xmlv1p3",
}
_EXTRA = '<file href="extra.xml"/>'


def _of(kind: str) -> dict[str, Case]:
    """What is the same for topics, links, assessments and banks."""
    name = {"assessment": "quiz"}.get(kind, kind)
    file = f'<file href="{name}.xml"/>'
    return {
        f"{kind}-file": (file, file + _FILE),
        f"{kind}-href": (f'type="{_TYPES[kind]}"', f'type="{_TYPES[kind]}" href="{name}.xml"'),
        f"{kind}-dependency": (file, file + '<dependency identifierref="tool"/>'),
    }


CARTRIDGE: Mapping[str, Case] = {
    **{key: case for key, case in _COMMON.items() if key != "default-leads"},
    "organizations": ("<organizations>", "<x:organizations xmlns:x='x'>"),
    "resources": ("<resources>", "<x:resources xmlns:x='x'>"),
    "unique": ('identifier="o"', 'identifier="page"'),
    "identifier-form": ('manifest identifier="m"', 'manifest identifier="1 2"'),
    "manifest-order": ("</metadata>", "</metadata><title/>"),
    "metadata": ("<metadata>", "<x:metadata xmlns:x='x'>"),
    "schema": ("<schema>IMS Common Cartridge</schema>", ""),
    "schema-value": ("IMS Common Cartridge", "Cartridge"),
    "version": ("<schemaversion>1.3.0</schemaversion>", ""),
    "version-value": ("1.3.0", "1.2.0"),
    "lom": ("lomm:lom", "x"),
    "one-organization": (
        "</organizations>",
        '<organization identifier="p" structure="rooted-hierarchy"><item identifier="q"/>'
        "</organization></organizations>",
    ),
    "organization-identifier": ('organization identifier="o"', "organization"),
    "hierarchy": ("rooted-hierarchy", "hierarchical"),
    "one-root": ("</organization>", '<item identifier="two"/></organization>'),
    "root-title": ('<item identifier="root">', '<item identifier="root"><title>x</title>'),
    "organization-order": ('<item identifier="root">', '<file/><item identifier="root">'),
    "item-identifier": ('item identifier="i1"', "item"),
    "item-title": ("<title>The bowline</title>", ""),
    "item-order": ("The bowline</title>", "The bowline</title><title>x</title>"),
    "item-attributes": ('item identifier="i1"', 'item identifier="i1" isvisible="true"'),
    "item-leads": ('identifierref="page"', 'identifierref="none"'),
    "resource-identifier": (_PAGE, _PAGE.replace('identifier="page" ', "")),
    "resource-type": (_PAGE, _PAGE.replace('type="webcontent" ', "")),
    "resource-type-value": ('type="webcontent"', 'type="web"'),
    "resource-order": (_FILE, _FILE + "<metadata/>"),
    "resource-type-version": ("imsdt_xmlv1p3", "imsdt_xmlv1p1"),
    "intended-use": ("lessonplan", "lesson"),
    "cycle": (_FILE, _FILE + '<dependency identifierref="page"/>'),
    "many-items": (
        "<title>Loops</title>",
        "<title>Loops</title>" + _MANY.replace('"r"', '"page"'),
    ),
    **_of("topic"),
    **_of("link"),
    **_of("assessment"),
    **_of("bank"),
    "web-dependency": (_FILE, _FILE + '<dependency identifierref="topic"/>'),
    "web-href": (_PAGE, _PAGE.replace(' href="index.html"', "")),
    "associated-dependency": (_EXTRA, _EXTRA + '<dependency identifierref="topic"/>'),
    "associated-href": ('      href="extra.xml">', ">"),
    "dependency-twice": (_FILE, _FILE + '<dependency identifierref="style"/>'),
    "item-bank": ('identifierref="topic"', 'identifierref="bank"'),
    "item-inner": ('item identifier="part"', 'item identifier="part" identifierref="page"'),
    "file-twice": (_FILE, _FILE + _FILE),
    "href-file": (_EXTRA, ""),
    "launch-listed": (_FILE, ""),
    "tool-dependency": (
        '<file href="tool.xml"/>',
        '<file href="tool.xml"/><dependency identifierref="page"/>',
    ),
    "link-root": ("link.xml", "webLink", "x"),
    "link-title": ("link.xml", "<title>More</title>", ""),
    "link-url": ("link.xml", ' href="https://example.org/"', ""),
    "link-scheme": ("link.xml", "https://example.org/", "javascript:alert(1)"),
    "topic-root": ("topic.xml", "topic", "x"),
    "topic-title": ("topic.xml", "<title>Talk</title>", ""),
    "topic-text": ("topic.xml", '<text texttype="text/plain">Which knot?</text>', ""),
    "topic-texttype": ("topic.xml", "text/plain", "text/markdown"),
    "tool-root": ("tool.xml", "cartridge_basiclti_link", "x"),
    "tool-title": ("tool.xml", "<b:title>Tool</b:title>", ""),
    "tool-url": ("tool.xml", "https://example.org/", "x"),
    "tool-vendor": ("tool.xml", "<b:vendor/>", ""),
    "qti-root": ("bank.xml", "objectbank", "x"),
    "qti-section": ("quiz.xml", "</section>", "</section><section/>"),
    "qti-items": ("quiz.xml", "item", "x"),
    "qti-exam": ("quiz.xml", "cc.exam.v0p1", "exam"),
    "qti-labels": ("quiz.xml", "<fieldlabel>", "<fieldlabel>x</fieldlabel><fieldlabel>"),
    "qti-unique": ("quiz.xml", 'ident="q1"', 'ident=""'),
    "qti-profile": ("quiz.xml", "cc.multiple_choice.v0p1", "choice"),
    "qti-presentation": ("quiz.xml", "presentation", "x"),
    "qti-choices": ("quiz.xml", "cc.multiple_choice.v0p1", "cc.true_false.v0p1"),
    "qti-few": (
        "quiz.xml",
        '<response_label ident="c"><material><mattext>Clove</mattext></material></response_label>',
        "",
    ),
    "qti-cardinality": ("quiz.xml", "Single", "Multiple"),
    "qti-answer": ("quiz.xml", ">a<", ">z<"),
    "qti-scoring": ("quiz.xml", "respcondition", "x"),
    "qti-feedback": ("quiz.xml", 'linkrefid="f"', 'linkrefid="g"'),
}

CONTENT_PACKAGE: Mapping[str, Case] = {
    **{key: case for key, case in _COMMON.items() if key not in ("organization-title",)},
    "organizations": ("organizations default", "x:organizations xmlns:x='x' default"),
    "resources": ("<resources>", "<x:resources xmlns:x='x'>"),
    "unique": ('identifier="o"', 'identifier="q"'),
    "item-leads": ('identifierref="q"', 'identifierref="none"'),
    "resource-identifier": ('resource identifier="q"', "resource"),
    "resource-type": (' type="imsqti_item_xmlv2p1"', ""),
    "title-markup": ("Loops", "&lt;b>Loops"),
    "cycle": (_FILE, _FILE + '<dependency identifierref="q"/>'),
    "many-items": (
        '<item identifier="i"',
        _MANY.replace('"r"', '"q"') + '<item identifier="i"',
    ),
}

CASES: Mapping[str, Mapping[str, Case]] = {
    "SCORM 1.2": SCORM_12,
    "SCORM 2004": SCORM_2004,
    "Common Cartridge": CARTRIDGE,
    "IMS Content Packaging": CONTENT_PACKAGE,
}
