"""IMS Content Packaging 1.1.4, of which packages of QTI 1.2 and 2.x are made."""

from __future__ import annotations

from moocbuild.inspect import rules as r
from moocbuild.inspect.clauses import table

CLAUSES = table(
    "IMS Content Packaging",
    {
        "manifest-identifier": (
            "manifestType identifier",
            "manifest has an identifier",
            r.MISSING,
        ),
        "unique": ("xs:ID", "identifiers are unique in the manifest", r.TWICE),
        "base-outside": ("manifestType xml:base", "xml:base stays in the package", r.OUTSIDE),
        "organizations": ("manifestType organizations", "manifest has organizations", r.MISSING),
        "resources": ("manifestType resources", "manifest has resources", r.MISSING),
        "default-leads": (
            "organizationsType default",
            "default is the identifier of an organization",
            r.REFERENCE,
        ),
        "item-leads": ("itemType", "identifierref is the identifier of a resource", r.REFERENCE),
        "resource-identifier": ("resourceType", "resource has an identifier", r.MISSING),
        "resource-type": ("resourceType type", "resource has a type", r.MISSING),
        "href-outside": ("resourceType href", "href leads to a file of the package", r.OUTSIDE),
        "file-href": ("fileType href", "file has an href", r.MISSING),
        "file-there": ("fileType", "files are in the package", r.MISSING_FILE),
        "dependency-ref": ("dependencyType", "dependency has an identifierref", r.MISSING),
        "dependency-leads": (
            "dependencyType identifierref",
            "dependency refers to a resource",
            r.REFERENCE,
        ),
        "cycle": ("resourceType dependency", "dependencies do not go in circles", r.CYCLE),
        "title-markup": ("titleType", "titles are plain text", r.TITLE),
        "many-items": ("itemType item", "any number of items; above 1,000 it is slow", r.LARGE),
    },
)
