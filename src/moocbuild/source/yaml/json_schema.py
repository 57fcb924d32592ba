"""JSON Schemas of the files that authors write, made of the data classes that read them.

They say of a file what an editor's YAML parser makes of it: a title that looks like a number is
one, and a key without a value is null, which readers pass over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema as core

from moocbuild.source.yaml import page_schema, schema
from moocbuild.source.yaml.described import DESCRIBED
from moocbuild.source.yaml.shape import EDITORS, Schema, core_schema
from moocbuild.values import dataclass

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that all editors know."""
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Described:
    """A kind of file. file: which ones, as a glob from the root. front: it is the front matter."""

    model: type[Schema]
    file: str
    about: str
    front: bool = False


SCHEMAS: Mapping[str, Described] = {
    "course": Described(schema.CourseFile, "course/course.yml", "Title, version, modules"),
    "framework": Described(schema.FrameworkFile, "course/framework.yml", "Competencies"),
    "contacts": Described(schema.ContactsFile, "course/contacts.yml", "Help lines"),
    "references": Described(schema.ReferencesFile, "course/references.yml", "Sources"),
    "glossary": Described(schema.GlossaryFile, "course/glossary.yml", "Terms"),
    "reviews": Described(schema.ReviewsFile, "course/reviews.yml", "Who reviewed which module"),
    "wording": Described(schema.WordingFile, "course/wording.yml", "Words to avoid"),
    "lock": Described(schema.LockFile, "course/course.lock", "Frozen ids, which moocbuild writes"),
    "module": Described(
        page_schema.ModulePage, "course/*/index.md", "Front matter of a module", front=True
    ),
    "lesson": Described(
        page_schema.LessonPage, "course/*/**/*.md", "Front matter of a lesson or case", front=True
    ),
    "scenario": Described(
        page_schema.ScenarioPage, "course/*/**/*.md", "Front matter of a simulation", front=True
    ),
    "quiz": Described(
        page_schema.QuizPage, "quizzes/**/*.md", "Front matter of a quiz", front=True
    ),
    "pool": Described(
        page_schema.PoolPage, "quizzes/pools/*.md", "Front matter of a pool", front=True
    ),
    "page": Described(
        page_schema.OwnPage, "course/*.md", "Front matter of a page under `pages:`", front=True
    ),
}
"""By the name that `moocbuild schema` takes."""


def json_schema(name: str) -> Json:
    """The schema of this name, as plain data."""
    described = SCHEMAS[name]
    found = _Written().generate(cast(core.CoreSchema, core_schema(described.model)))
    for model in (found, *found.get("$defs", {}).values()):
        _describe(model)
    title = f"{described.file}: {described.about.lower() if described.front else described.about}"
    return {"$schema": DIALECT, **found, "title": title}


def _describe(model: Json) -> None:
    """What its keys mean, in place of our own docstring."""
    keys = DESCRIBED.get(model.pop("title", ""), {})
    model.pop("description", None)
    for key, value in model.get("properties", {}).items():
        if key in keys:
            value["description"] = keys[key]


class _Written(GenerateJsonSchema):
    """Values as the parsers of editors give them."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No titles: they would repeat the keys."""
        return False

    def generate_inner(self, schema: Any) -> Json:
        """With what only editors are told."""
        return {**super().generate_inner(schema), **schema.get("metadata", {}).get(EDITORS, {})}

    def model_schema(self, schema: core.ModelSchema) -> Json:
        """A mapping of known keys; `title` is the name of its class."""
        found = self.generate_inner(schema["schema"])
        return {**found, "additionalProperties": False, "title": schema["cls"].__name__}

    def encode_default(self, dft: Any) -> Any:
        """As plain data."""
        return dft.plain() if isinstance(dft, Schema) else super().encode_default(dft)

    def str_schema(self, schema: core.StringSchema) -> Json:
        """A string, or a number or truth value that the pattern fits."""
        found = super().str_schema(schema)
        pattern = schema.get("pattern")
        if pattern is None:
            return {**found, "type": ["string", "number", "boolean"]}
        return {**found, "type": ["string", "number"]} if re.search(str(pattern), "1") else found

    def bool_schema(self, schema: core.BoolSchema) -> Json:
        """The words of YAML 1.1 count, too."""
        words = {"type": "string", "pattern": "^([Yy]es|[Nn]o|[Oo]n|[Oo]ff)$"}
        return {"anyOf": [super().bool_schema(schema), words]}

    def date_schema(self, schema: core.DateSchema) -> Json:
        """A date as people write it."""
        return {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}

    def dict_schema(self, schema: core.DictSchema) -> Json:
        """Whole numbers as keys are texts in JSON."""
        found = super().dict_schema(schema)
        if schema.get("keys_schema", {}).get("type") == "int":
            found["propertyNames"] = {"pattern": r"^-?\d+$"}
        if "patternProperties" in found:
            found["additionalProperties"] = False
        return found

    def default_schema(self, schema: core.WithDefaultSchema) -> Json:
        """What may be left out may be empty."""
        found = super().default_schema(schema)
        if found.get("default") in _NOTHING or isinstance(found["default"], dict):
            found.pop("default", None)
        kind = found.get("type")
        if kind is not None and "enum" not in found:
            return {**found, "type": [*(kind if isinstance(kind, list) else [kind]), "null"]}
        about = {"default": found.pop("default")} if "default" in found else {}
        ways = found["anyOf"] if found.keys() == {"anyOf"} else [found]
        return {"anyOf": [*(way for way in ways if way != _NULL), _NULL], **about}


_NULL = {"type": "null"}
_NOTHING: tuple[object, ...] = (None, "", [])
"""Defaults that need no mention."""
