"""The JSON Schemas of a course's files, with the names that targets and rules have here."""

from __future__ import annotations

import json
from typing import Any

from moocbuild.diagnostics import Severity
from moocbuild.rules import rules
from moocbuild.source.yaml.json_schema import SCHEMAS, json_schema
from moocbuild.targets import targets


def schema_names() -> dict[str, str]:
    """What each schema is of, by its name."""
    return {name: f"{each.file}: {each.about}" for name, each in SCHEMAS.items()}


def schema_text(name: str) -> str:
    """The schema as JSON. Raises KeyError."""
    found = json_schema(name)
    if name == "course":
        _name_parts(found["properties"])
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _name_parts(keys: dict[str, Any]) -> None:
    """What is found by looking for it: packages, and the rules that authors may switch off."""
    keys["targets"]["items"] = {"enum": list(targets())}
    open_ = (rule for rule in rules().values() if rule.severity < Severity.ERROR)
    names = sorted(name for rule in open_ for name in (rule.code, rule.slug))
    keys["rules"]["propertyNames"] = {"enum": names}
