"""Is a piece of JSON what the Bot API says it is? Judged by the committed schema of Bot API 10.3 (aiogram, MIT)."""

import gzip
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

SCHEMA = Path(__file__).parent.parent / "data" / "telegram" / "bot_api_schema.json.gz"


@cache
def _schema() -> dict[str, Json]:
    """Types and methods by name."""
    loaded = json.loads(gzip.decompress(SCHEMA.read_bytes()))
    return {child["name"]: child for group in loaded["items"] for child in group["children"]}


def methods() -> list[str]:
    return [name for name, item in _schema().items() if item["category"] == "methods"]


def problems(value: Any, kind: str, where: str = "") -> list[str]:
    """What is wrong with `value` as a `kind` of the schema ("Message", "Array of PhotoSize"); [] for nothing."""
    where = where or kind
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: no array"]
        return [p for n, item in enumerate(value) for p in problems(item, kind[9:], f"{where}[{n}]")]
    alternatives = re.split(r" or |, | and ", kind)
    if len(alternatives) > 1:
        tried = [problems(value, alternative, where) for alternative in alternatives]
        return min(tried, key=len)
    if kind in _PLAIN:
        return [] if _PLAIN[kind](value) else [f"{where}: {value!r} is no {kind}"]
    subtypes = _subtypes(kind)
    if subtypes:
        return min((problems(value, subtype, where) for subtype in subtypes), key=len)
    return _object_problems(value, _schema()[kind], where)


def call_problems(method: str, params: Json) -> list[str]:
    """What is wrong with the parameters of a call. Form values are read as JSON where the schema wants no string."""
    item = _schema()[method]
    kinds = {field["name"]: field["type"] for field in item["annotations"]}
    read = {name: _from_form(value, kinds.get(name, "String")) for name, value in params.items()}
    return _object_problems(read, item, method)


def _from_form(value: Any, kind: str) -> Any:
    if not isinstance(value, str) or "String" in kind or "InputFile" in kind:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_PLAIN: dict[str, Callable[[Any], bool]] = {
    "Integer": _is_integer,
    "Float": lambda value: _is_integer(value) or isinstance(value, float),
    "String": lambda value: isinstance(value, str),
    "Boolean": lambda value: isinstance(value, bool),
    "True": lambda value: value is True,
    "InputFile": lambda value: isinstance(value, str | bytes),
}


@cache
def _subtypes(kind: str) -> tuple[str, ...]:
    """The kinds that a union names in its description; a type with fields of its own has none."""
    item = _schema()[kind]
    if item["annotations"]:
        return ()
    return tuple(name for name in re.findall(r"^ - (\w+)$", item["description"], re.MULTILINE) if name in _schema())


def _object_problems(value: Any, item: Json, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: no object"]
    fields = {field["name"]: field for field in item["annotations"]}
    found = [f"{where}: {name} is unknown" for name in value if name not in fields]
    found += [f"{where}: {name} is missing" for name, f in fields.items() if f["required"] and name not in value]
    for name, content in value.items():
        if name in fields:
            found += problems(content, fields[name]["type"], f"{where}.{name}")
    return found
