"""Every key of every file that authors write, as a page: from the JSON Schemas of editors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from moocbuild.source.yaml.json_schema import SCHEMAS, json_schema

Json = dict[str, Any]
_PATTERNS = {
    "^([Yy]es|[Nn]o|[Oo]n|[Oo]ff)$": "`true` or `false`",
    r"^\d{4}-\d\d-\d\d$": "a date",
}
_WORDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
}

PAGE = """\
# Keys

Every key of every file. Front matter is what stands between two lines of `---` at the top of a
Markdown file. Keys in bold are required; unknown keys are errors. A key without a value is as if
it were not there. `moocbuild schema NAME` prints the same as a JSON Schema.

| name | files |
| --- | --- |
"""


def keys() -> Iterator[str]:
    """The page."""
    yield PAGE.rstrip("\n")
    for name, described in SCHEMAS.items():
        yield f"| [{name}](#{name}) | `{described.file}` |"
    for name, described in SCHEMAS.items():
        schema = json_schema(name)
        yield from (
            "",
            f"## {name}",
            "",
            f"`{described.file}`: {described.about}.",
            "",
            *_table(schema),
        )
        for path, model in _nested(schema, "", schema.get("$defs", {})):
            yield from ("", f"### {name}: {path}", "", *_table(model))


def _nested(model: Json, before: str, defs: Json) -> Iterator[tuple[str, Json]]:
    """Mappings below a mapping, each once, by the keys that lead there."""
    for key, value in model.get("properties", {}).items():
        name = _named(value)
        if name and key not in before.split("."):
            path = f"{before}.{key}" if before else key
            yield path, defs[name]
            yield from _nested(defs[name], path, defs)


def _named(value: Json) -> str:
    """The name of the model that a value is, or is a list or a mapping of; "" without one."""
    if "$ref" in value:
        return str(value["$ref"]).rpartition("/")[2]
    inner = [*value.get("anyOf", ()), *value.get("patternProperties", {}).values()]
    inner += [
        value[key] for key in ("items", "additionalProperties") if isinstance(value.get(key), dict)
    ]
    return next((name for each in inner if (name := _named(each))), "")


def _table(model: Json) -> Iterator[str]:
    yield from ("| key | value and meaning |", "| --- | --- |")
    required = model.get("required", ())
    for key, value in model.get("properties", {}).items():
        name = f"**`{key}`**" if key in required else f"`{key}`"
        about = value.get("description", "").replace("|", "\\|")
        said = _said(value)
        yield f"| {name} | *{said[0].upper()}{said[1:]}.* {about} |"


def _said(value: Json) -> str:
    """What may stand behind a key, with what is taken without it."""
    default = value.get("default")
    if not default:
        return _value(value)
    shown = "true" if default is True else default
    return f"{_value(value)}; without it `{shown}`"


def _value(value: Json) -> str:
    """What may stand there, in words."""
    if "anyOf" in value:
        ways = [_value(way) for way in value["anyOf"] if way != {"type": "null"}]
        return ", or ".join(dict.fromkeys(ways))
    if "enum" in value or "const" in value:
        return ", ".join(f"`{one}`" for one in value.get("enum", [value.get("const")]))
    if "$ref" in value:
        return "keys, see below"
    if value.get("pattern") in _PATTERNS:
        return _PATTERNS[value["pattern"]]
    kinds = value.get("type", "object")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    return _MANY[kind](value) if kind in _MANY else _one(kind, value)


def _one(kind: str, value: Json) -> str:
    low, high = value.get("minimum"), value.get("maximum")
    return _WORDS[kind] + (f", {low} to {high}" if low is not None and high is not None else "")


def _list(value: Json) -> str:
    inner = _value(value.get("items", {}))
    return f"a list of {'mappings, see below' if 'see below' in inner else inner}"


def _mapping(value: Json) -> str:
    if _named(value):
        return "mappings by name, see below"
    inner = value.get("additionalProperties")
    return f"by name: {_value(inner)}" if isinstance(inner, dict) else "keys of your own"


_MANY = {"array": _list, "object": _mapping}
