"""SCORM 2004, as ADL's test suite for the 4th edition numbers its requirements."""

from __future__ import annotations

from moocbuild.diagnostics import Severity
from moocbuild.inspect import rules as r
from moocbuild.inspect.clauses import table

_WARNING = Severity.WARNING

CLAUSES = table(
    "SCORM 2004",
    {
        "manifest-identifier": ("REQ_30.1", "manifest has an identifier", r.MISSING),
        "unique": ("REQ_30.1.2", "identifiers are unique in the manifest", r.TWICE),
        "identifier-form": ("REQ_30.1.1", "identifiers are xs:ID", r.VALUE, _WARNING),
        "base-form": (
            "REQ_30.3.2",
            "xml:base has no backslash, does not begin with a slash, and ends with one",
            r.VALUE,
        ),
        "base-outside": ("REQ_30.3.3", "xml:base stays within the package", r.OUTSIDE),
        "manifest-order": (
            "REQ_30.4",
            "manifest has metadata, organizations, resources, in this order",
            r.STRUCTURE,
        ),
        "metadata": ("REQ_30.5", "manifest has one metadata", r.MISSING),
        "organizations": ("REQ_30.6", "manifest has one organizations", r.MISSING),
        "resources": ("REQ_30.7", "manifest has one resources", r.MISSING),
        "submanifest": (
            "REQ_30.8",
            "manifests within manifests, which few systems read",
            r.STRUCTURE,
            _WARNING,
        ),
        "schema": ("REQ_30.5.2", "metadata has one schema", r.VERSION),
        "schema-value": ("REQ_30.5.2.1", "schema is 'ADL SCORM'", r.VERSION),
        "version": ("REQ_30.5.3", "metadata has one schemaversion", r.VERSION),
        "version-value": (
            "REQ_30.5.3.1",
            "schemaversion is 'CAM 1.3', '2004 3rd Edition' or '2004 4th Edition'",
            r.VERSION,
        ),
        "default": ("REQ_30.6.1", "organizations has a default", r.MISSING),
        "default-leads": (
            "REQ_30.6.1.1",
            "default is the identifier of an organization",
            r.REFERENCE,
        ),
        "organization": ("REQ_30.6.3", "there is an organization", r.MISSING),
        "organization-identifier": (
            "REQ_30.6.3.1",
            "organization has an identifier",
            r.MISSING,
        ),
        "global": (
            "REQ_30.6.3.3.1",
            "objectivesGlobalToSystem and sharedDataGlobalToSystem are true or false",
            r.VALUE,
        ),
        "organization-order": (
            "REQ_30.6.3.4",
            "organization has title, item, metadata, in this order",
            r.STRUCTURE,
        ),
        "organization-title": ("REQ_30.6.3.5", "organization has one title", r.MISSING),
        "organization-item": ("REQ_30.6.3.6", "organization has an item", r.MISSING),
        "item-identifier": ("REQ_30.6.3.6.1", "item has an identifier", r.MISSING),
        "item-leads": (
            "REQ_30.6.3.6.2.2",
            "identifierref is the identifier of a resource",
            r.REFERENCE,
        ),
        "item-inner": (
            "REQ_30.6.3.6.2.3",
            "an item with items in it has no identifierref",
            r.STRUCTURE,
        ),
        "item-leaf": (
            "REQ_30.6.3.6.2.4",
            "an item without items in it has an identifierref",
            r.MISSING,
        ),
        "isvisible": ("REQ_30.6.3.6.3.1", "isvisible is true or false", r.VALUE),
        "parameters": (
            "REQ_30.6.3.6.4.2",
            "parameters begin with ?, & or #, and have no blanks",
            r.VALUE,
            _WARNING,
        ),
        "item-order": (
            "REQ_30.6.3.6.5",
            "item has title, item, metadata, in this order",
            r.STRUCTURE,
        ),
        "item-title": ("REQ_30.6.3.6.6", "item has one title", r.MISSING),
        "item-extension-once": (
            "REQ_30.6.3.6.9",
            "timeLimitAction, dataFromLMS, sequencing, presentation, completionThreshold and data"
            " stand once in an item",
            r.STRUCTURE,
        ),
        "time-limit": (
            "REQ_30.6.3.6.9.2",
            "timeLimitAction is exit or continue, with or without a message",
            r.VALUE,
        ),
        "threshold": (
            "REQ_30.6.3.6.13.2",
            "completionThreshold is a number from 0 to 1",
            r.VALUE,
        ),
        "data-map": ("REQ_30.6.3.7.14.2", "data has a map", r.MISSING),
        "data-target": ("REQ_30.6.3.7.14.2.1", "map has a targetID", r.MISSING),
        "resource-identifier": ("REQ_30.7.3.1", "resource has an identifier", r.MISSING),
        "resource-type": ("REQ_30.7.3.2", "resource has a type", r.MISSING),
        "href-form": (
            "REQ_30.7.3.3.2",
            "href has no backslash and does not begin with a slash",
            r.VALUE,
        ),
        "href-outside": (
            "REQ_30.7.3.3.1",
            "href leads to a file of the package, or to the web",
            r.OUTSIDE,
        ),
        "scorm-type": ("REQ_30.7.3.4", "resource has an adlcp:scormType", r.MISSING),
        "scorm-type-value": (
            "REQ_30.7.3.4.1",
            "adlcp:scormType is sco or asset",
            r.VALUE,
        ),
        "scorm-type-place": (
            "REQ_30.7.3.4.2",
            "adlcp:scormType stands at resource alone",
            r.STRUCTURE,
        ),
        "resource-order": (
            "REQ_30.7.3.7",
            "resource has metadata, file, dependency, in this order",
            r.STRUCTURE,
        ),
        "launch": (
            "REQ_30.7.3.3",
            "a resource that an item refers to has an href",
            r.MISSING,
        ),
        "file-there": ("REQ_30.7.3.9.1", "files are in the package", r.MISSING_FILE),
        "file-href": ("REQ_30.7.3.9.2", "file has an href", r.MISSING),
        "launch-listed": (
            "REQ_30.7.3.9",
            "the file that href names is one of the resource's files",
            r.MISSING,
            _WARNING,
        ),
        "dependency-ref": ("REQ_30.7.3.10.1", "dependency has an identifierref", r.MISSING),
        "dependency-leads": (
            "REQ_30.7.3.10.1.2",
            "dependency refers to a resource",
            r.REFERENCE,
        ),
        "cycle": ("REQ_30.7.3.10", "dependencies do not go in circles", r.CYCLE),
        "sequencing-place": (
            "REQ_31",
            "sequencing stands in organization, item or sequencingCollection",
            r.STRUCTURE,
        ),
        "sequencing-id": (
            "REQ_31.3.3",
            "sequencing in a sequencingCollection has an ID, and has none elsewhere",
            r.STRUCTURE,
        ),
        "sequencing-leads": (
            "REQ_31.4",
            "IDRef is the ID of a sequencing in a sequencingCollection",
            r.REFERENCE,
        ),
        "collection": ("REQ_32", "manifest has one sequencingCollection at most", r.STRUCTURE),
        "sequencing-once": (
            "REQ_31.5 and alike",
            "each part of sequencing stands there once",
            r.STRUCTURE,
        ),
        "sequencing-needs": (
            "REQ_31.6.1.1 and alike",
            "rules have their conditions and one action, and objectives a primaryObjective",
            r.MISSING,
        ),
        "sequencing-attribute": (
            "REQ_31.6.1.2.1 and alike",
            "conditions, actions, maps and objectives have the attributes that they need",
            r.MISSING,
        ),
        "sequencing-boolean": (
            "REQ_31.5.1.2 and alike",
            "switches of sequencing are true or false",
            r.VALUE,
        ),
        "sequencing-token": (
            "REQ_31.6.1.1.2.4.1 and alike",
            "conditions, actions and timings are tokens of sequencing's vocabularies",
            r.VALUE,
        ),
        "sequencing-number": (
            "REQ_31.10.1.3.1 and alike",
            "measures, weights and shares are numbers within their range",
            r.VALUE,
        ),
        "objective-unique": (
            "REQ_31.10.1.2.3",
            "objectiveIDs of an activity differ",
            r.TWICE,
        ),
        "objective-leads": (
            "REQ_31.6.1.1.2.1.1",
            "referencedObjective is an objectiveID of the activity",
            r.REFERENCE,
        ),
        "hide-ui": (
            "REQ_33.1.1.1",
            "hideLMSUI is one of its tokens",
            r.VALUE,
        ),
        "title-markup": ("REQ_30.6.3.6.6.1", "titles are plain text", r.TITLE),
        "many-items": (
            "REQ_30.6.3.6.7",
            "any number of items; above 1,000, systems slow down",
            r.LARGE,
        ),
    },
)
