"""SCORM 1.2: types of IMS Content Packaging 1.1.2 and of ADL's additions to it, as their schemas
name them (imscp_rootv1p1p2.xsd, adlcp_rootv1p2.xsd).

What the Content Aggregation Model asks for, but the schemas do not, is a warning: every learning
system that was tried plays such packages.
"""

from __future__ import annotations

from moocbuild.diagnostics import Severity
from moocbuild.inspect import rules as r
from moocbuild.inspect.clauses import table

_WARNING = Severity.WARNING

CLAUSES = table(
    "SCORM 1.2",
    {
        "manifest-identifier": (
            "manifestType identifier",
            "manifest has an identifier",
            r.MISSING,
        ),
        "unique": ("xsd:ID", "identifiers are unique in the manifest", r.TWICE),
        "identifier-form": (
            "attr.identifier.req",
            "identifiers are xsd:ID",
            r.VALUE,
            _WARNING,
        ),
        "base-form": (
            "attr.base",
            "xml:base is a folder of the package, with a slash at its end",
            r.VALUE,
            _WARNING,
        ),
        "base-outside": ("xml:base", "xml:base stays within the package", r.OUTSIDE),
        "manifest-order": (
            "manifestType",
            "manifest has metadata, organizations, resources, in this order",
            r.STRUCTURE,
        ),
        "metadata": ("metadataType", "manifest has metadata", r.MISSING, _WARNING),
        "organizations": ("manifestType organizations", "manifest has organizations", r.MISSING),
        "resources": ("manifestType resources", "manifest has resources", r.MISSING),
        "submanifest": (
            "manifestType manifest",
            "manifests within manifests, which few systems read",
            r.STRUCTURE,
            _WARNING,
        ),
        "schema": ("metadataType schema", "metadata has a schema", r.VERSION, _WARNING),
        "schema-value": ("adlcp newSchemaType", "schema is 'ADL SCORM'", r.VERSION, _WARNING),
        "version": (
            "metadataType schemaversion",
            "metadata has a schemaversion",
            r.VERSION,
            _WARNING,
        ),
        "version-value": ("adlcp newSchemaversionType", "schemaversion is '1.2'", r.VERSION),
        "default": (
            "attr.default",
            "organizations has a default",
            r.MISSING,
            _WARNING,
        ),
        "default-leads": (
            "organizationsType default",
            "default is the identifier of an organization",
            r.REFERENCE,
        ),
        "organization": ("organizationsType", "there is an organization", r.MISSING),
        "organization-identifier": (
            "organizationType identifier",
            "organization has an identifier",
            r.MISSING,
        ),
        "organization-order": (
            "organizationType",
            "organization has title, item, metadata, in this order",
            r.STRUCTURE,
        ),
        "organization-title": (
            "organizationType title",
            "organization has a title",
            r.MISSING,
            _WARNING,
        ),
        "organization-item": ("organizationType item", "organization has an item", r.MISSING),
        "item-identifier": ("itemType identifier", "item has an identifier", r.MISSING),
        "item-leads": (
            "itemType identifierref",
            "identifierref is the identifier of a resource",
            r.REFERENCE,
        ),
        "item-leaf": (
            "attr.identifierref",
            "an item without items in it has an identifierref",
            r.MISSING,
            _WARNING,
        ),
        "isvisible": ("attr.isvisible", "isvisible is true or false", r.VALUE),
        "item-order": ("itemType", "item has title, item, metadata, in this order", r.STRUCTURE),
        "item-title": ("itemType title", "item has a title", r.MISSING, _WARNING),
        "item-extension-once": (
            "adlcp elements",
            "prerequisites, maxtimeallowed, timelimitaction, datafromlms and masteryscore stand"
            " once in an item",
            r.STRUCTURE,
        ),
        "time-limit": (
            "adlcp timelimitactionType",
            "timelimitaction is exit or continue, with or without a message",
            r.VALUE,
        ),
        "mastery": ("adlcp masteryscoreType", "masteryscore is a number from 0 to 100", r.VALUE),
        "time-allowed": (
            "adlcp maxtimeallowedType",
            "maxtimeallowed is a time as HHHH:MM:SS.SS",
            r.VALUE,
        ),
        "prerequisites": (
            "adlcp attr.prerequisitetype",
            "prerequisites have the type aicc_script",
            r.VALUE,
        ),
        "resource-identifier": (
            "resourceType identifier",
            "resource has an identifier",
            r.MISSING,
        ),
        "resource-type": ("attr.resourcetype.req", "resource has a type", r.MISSING),
        "href-form": (
            "attr.href",
            "href has no backslash and does not begin with a slash",
            r.VALUE,
        ),
        "href-outside": (
            "resourceType href",
            "href leads to a file of the package, or to the web",
            r.OUTSIDE,
        ),
        "scorm-type": (
            "adlcp scormtype",
            "resource has an adlcp:scormtype",
            r.MISSING,
            _WARNING,
        ),
        "scorm-type-value": (
            "adlcp scormtype values",
            "adlcp:scormtype is sco or asset",
            r.VALUE,
        ),
        "resource-order": (
            "resourceType",
            "resource has metadata, file, dependency, in this order",
            r.STRUCTURE,
        ),
        "launch": (
            "attr.href of resource",
            "a resource that items refer to has an href",
            r.MISSING,
        ),
        "file-there": ("fileType", "files are in the package", r.MISSING_FILE),
        "file-href": ("fileType href", "file has an href", r.MISSING),
        "launch-listed": (
            "resourceType file",
            "the file that href names is one of the resource's files",
            r.MISSING,
            _WARNING,
        ),
        "dependency-ref": (
            "dependencyType identifierref",
            "dependency has an identifierref",
            r.MISSING,
        ),
        "dependency-leads": ("dependencyType", "dependency refers to a resource", r.REFERENCE),
        "cycle": ("resourceType dependency", "dependencies do not go in circles", r.CYCLE),
        "title-markup": ("titleType", "titles are plain text", r.TITLE),
        "many-items": (
            "itemType item",
            "any number of items; above 1,000, systems slow down",
            r.LARGE,
        ),
        "launch-order": (
            "organizationType of the default",
            "what is played first stands first among resources",
            r.LAUNCH,
        ),
    },
)
