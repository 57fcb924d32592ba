"""Common Cartridge 1.0 to 1.3: RULE is one of the Schematron in its manifest schemas, which are
the same in all versions; other numbers are types of these schemas (imscp_v1p2_v1p0.xsd) and of
those for questions, links, topics and tools.
"""

from __future__ import annotations

from moocbuild.diagnostics import Severity
from moocbuild.inspect import rules as r
from moocbuild.inspect.clauses import Rows, table

_WARNING = Severity.WARNING

_MANIFEST: Rows = {
    "manifest-identifier": ("Manifest.Type identifier", "manifest has an identifier", r.MISSING),
    "unique": ("xs:ID", "identifiers are unique in the manifest", r.TWICE),
    "identifier-form": (
        "Manifest.Type xs:ID",
        "identifiers are xs:ID",
        r.VALUE,
        _WARNING,
    ),
    "base-outside": ("Manifest.Type xml:base", "xml:base stays in the package", r.OUTSIDE),
    "manifest-order": (
        "Manifest.Type",
        "manifest has metadata, organizations, resources, authorizations, in this order",
        r.STRUCTURE,
    ),
    "metadata": ("Manifest.Type metadata", "manifest has metadata", r.MISSING),
    "organizations": ("Manifest.Type organizations", "manifest has organizations", r.MISSING),
    "resources": ("Manifest.Type resources", "manifest has resources", r.MISSING),
    "schema": ("ManifestMetadata.Type schema", "metadata has a schema", r.VERSION),
    "schema-value": (
        "ManifestMetadata.Type schema value",
        "schema is 'IMS Common Cartridge', or 'IMS Thin Common Cartridge' from 1.2 on",
        r.VERSION,
    ),
    "version": ("ManifestMetadata.Type schemaversion", "metadata has a version", r.VERSION),
    "version-value": (
        "ManifestMetadata.Type schemaversion value",
        "schemaversion is that of the manifest's namespace",
        r.VERSION,
    ),
    "lom": ("ManifestMetadata.Type lom", "metadata has a lom of the manifest's kind", r.MISSING),
    "one-organization": ("Organizations.Type", "there is one organization at most", r.STRUCTURE),
    "organization-identifier": (
        "Organization.Type identifier",
        "organization has an identifier",
        r.MISSING,
    ),
    "hierarchy": (
        "Organization.Type structure",
        "organization has the structure 'rooted-hierarchy'",
        r.VALUE,
    ),
    "one-root": ("Organization.Type item", "organization has one item", r.STRUCTURE),
    "root-title": ("ItemOrg.Type", "the root item has no title and no resource", r.STRUCTURE),
    "organization-order": (
        "Organization.Type",
        "title, item, metadata, in this order",
        r.STRUCTURE,
    ),
    "item-identifier": ("Item.Type identifier", "item has an identifier", r.MISSING),
    "item-title": ("Item.Type title", "item has one title", r.MISSING),
    "item-order": ("Item.Type", "title, item, metadata, in this order", r.STRUCTURE),
    "item-attributes": (
        "Item.Type attributes",
        "item has no isvisible and no parameters",
        r.STRUCTURE,
    ),
    "item-leads": (
        "Item.Type identifierref",
        "identifierref is the identifier of a resource",
        r.REFERENCE,
    ),
    "resource-identifier": ("Resource.Type identifier", "resource has an identifier", r.MISSING),
    "resource-type": ("Resource.Type type", "resource has a type", r.MISSING),
    "resource-type-value": (
        "Resource.Type type value",
        "type is one of Common Cartridge's",
        r.VALUE,
    ),
    "resource-type-version": (
        "Resource.Type type values",
        "type is of the manifest's version",
        r.VALUE,
        _WARNING,
    ),
    "resource-order": (
        "Resource.Type",
        "metadata, file, dependency, in this order",
        r.STRUCTURE,
    ),
    "intended-use": (
        "Resource.Type intendeduse",
        "intendeduse is lessonplan, syllabus, unspecified or, from 1.2 on, assignment",
        r.VALUE,
    ),
    "href-outside": ("Resource.Type href", "href leads to a file of the package", r.OUTSIDE),
    "href-form": ("File.Type xs:anyURI", "href has no backslash", r.VALUE),
    "file-href": ("File.Type href", "file has an href", r.MISSING),
    "file-there": ("File.Type", "files are in the package", r.MISSING_FILE),
    "dependency-ref": ("Dependency.Type", "dependency has an identifierref", r.MISSING),
    "dependency-leads": (
        "Dependency.Type identifierref",
        "dependency refers to a resource",
        r.REFERENCE,
    ),
    "cycle": ("RULE 7a", "dependencies do not go in circles", r.CYCLE),
    "title-markup": ("Item.Type title xs:string", "titles are plain text", r.TITLE),
    "many-items": (
        "Item.Type item",
        "any number of items; above 1,000, systems slow down",
        r.LARGE,
    ),
}

_SCHEMATRON: Rows = {
    "topic-file": ("RULE 1a, 1b", "a discussion topic has one file", r.STRUCTURE),
    "topic-href": ("RULE 1c", "a discussion topic has no href", r.STRUCTURE),
    "topic-dependency": (
        "RULE 1d to 1h",
        "a topic depends on no topic, link, questions or tool",
        r.STRUCTURE,
    ),
    "link-file": ("RULE 2a, 2b", "a web link has one file", r.STRUCTURE),
    "link-href": ("RULE 2c", "a web link has no href", r.STRUCTURE),
    "link-dependency": ("RULE 2d", "a web link has no dependency", r.STRUCTURE),
    "assessment-file": ("RULE 3a, 3b", "an assessment has one file", r.STRUCTURE),
    "assessment-href": ("RULE 3c", "an assessment has no href", r.STRUCTURE),
    "assessment-dependency": (
        "RULE 3d to 3h",
        "an assessment depends on no topic, link, questions or tool",
        r.STRUCTURE,
    ),
    "bank-file": ("RULE 4b, 4c", "a question bank has one file", r.STRUCTURE),
    "bank-href": ("RULE 4d", "a question bank has no href", r.STRUCTURE),
    "bank-dependency": (
        "RULE 4e to 4i",
        "a bank depends on no topic, link, questions or tool",
        r.STRUCTURE,
    ),
    "web-dependency": (
        "RULE 5a to 5f",
        "web content depends on web content alone",
        r.STRUCTURE,
    ),
    "web-href": (
        "RULE 5g",
        "web content that an item refers to has an href",
        r.MISSING,
    ),
    "associated-dependency": (
        "RULE 6a to 6f",
        "associated content depends on web content alone",
        r.STRUCTURE,
    ),
    "associated-href": (
        "RULE 6g",
        "associated content that an item refers to has an href",
        r.MISSING,
    ),
    "dependency-twice": ("RULE 7b", "a resource depends once on another", r.STRUCTURE),
    "item-bank": ("RULE 8a", "no item refers to a question bank", r.STRUCTURE),
    "item-inner": ("RULE 8b", "an item with a resource has no items in it", r.STRUCTURE),
    "file-twice": ("RULE 9a", "a resource lists a file once", r.STRUCTURE),
    "href-file": ("RULE 10a", "a resource with an href has files", r.MISSING),
    "launch-listed": ("RULE 10b", "href is one of the resource's files", r.MISSING),
    "tool-dependency": (
        "RULE 11a to 11f",
        "a tool depends on no topic, link, questions, web content or tool",
        r.STRUCTURE,
    ),
}

_CONTENT: Rows = {
    "link-root": ("web link, webLink", "the file of a web link is a webLink", r.STRUCTURE),
    "link-title": ("web link, title", "a web link has a title", r.MISSING),
    "link-url": ("web link, url href", "a web link has an address", r.MISSING),
    "link-scheme": (
        "web link, url href xs:anyURI",
        "a web link leads to the web",
        r.OUTSIDE,
    ),
    "topic-root": ("discussion topic, topic", "the file of a topic is a topic", r.STRUCTURE),
    "topic-title": ("discussion topic, title", "a topic has a title", r.MISSING),
    "topic-text": ("discussion topic, text", "a topic has a text", r.MISSING),
    "topic-texttype": (
        "discussion topic, texttype",
        "texttype is text/plain or text/html",
        r.VALUE,
    ),
    "tool-root": (
        "tool, cartridge_basiclti_link",
        "the file of a tool is a cartridge_basiclti_link",
        r.STRUCTURE,
    ),
    "tool-title": ("tool, title", "a tool has a title", r.MISSING),
    "tool-url": (
        "tool, launch_url or secure_launch_url",
        "a tool has a launch_url or a secure_launch_url on the web",
        r.MISSING,
    ),
    "tool-vendor": ("tool, vendor", "a tool names its vendor", r.MISSING, _WARNING),
    "qti-root": (
        "QTI, questestinterop",
        "a file of questions is a questestinterop with an assessment, or an objectbank in a bank",
        r.STRUCTURE,
    ),
    "qti-section": ("QTI, assessment section", "an assessment has one section", r.STRUCTURE),
    "qti-items": ("QTI, section item", "an assessment has a question", r.MISSING),
    "qti-exam": (
        "QTI, cc_profile of an assessment",
        "an assessment has the cc_profile cc.exam.v0p1",
        r.VALUE,
    ),
    "qti-labels": (
        "QTI, RULE 1a",
        "metadata of an assessment have the labels of the profile",
        r.VALUE,
        _WARNING,
    ),
    "qti-unique": ("QTI, item ident", "questions have an ident of their own", r.TWICE),
    "qti-profile": (
        "QTI, cc_profile",
        "each question has one cc_profile, which is one of Common Cartridge's",
        r.VALUE,
    ),
    "qti-presentation": ("QTI, presentation", "each question has a presentation", r.MISSING),
    "qti-choices": (
        "QTI, response_label",
        "true or false has two choices, other choices at least two",
        r.STRUCTURE,
    ),
    "qti-few": (
        "QTI, RULE 4d",
        "a single choice has three choices or more",
        r.STRUCTURE,
        _WARNING,
    ),
    "qti-cardinality": (
        "QTI, rcardinality",
        "one answer is Single, several answers are Multiple",
        r.VALUE,
    ),
    "qti-answer": (
        "QTI, varequal",
        "conditions name choices that the question has",
        r.REFERENCE,
    ),
    "qti-scoring": (
        "QTI, resprocessing",
        "a question that is scored by a computer says how",
        r.MISSING,
        _WARNING,
    ),
    "qti-feedback": (
        "QTI, displayfeedback linkrefid",
        "feedback that is shown is there",
        r.REFERENCE,
    ),
}

CLAUSES = table("Common Cartridge", {**_MANIFEST, **_SCHEMATRON, **_CONTENT})
