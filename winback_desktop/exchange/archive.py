# SPDX-License-Identifier: MIT
"""The complete archive as JSON text that people can read, and back."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from winback_desktop.application.failures import Refused
from winback_desktop.domain.archives import ARCHIVED, Archive

SCHEMA = 1
_NAME = "winback-desktop"


def write_archive(archive: Archive) -> bytes:
    """The archive as UTF-8 JSON, one record a line."""
    import json

    def text(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, default=_plain)

    head = {
        "program": _NAME,
        "schema": SCHEMA,
        "version": archive.program,
        "written_at": archive.written_at,
        "settings": archive.settings,
    }
    lines = [f"{text(key)}: {text(value)}," for key, value in head.items()]
    kinds = []
    for kind in ARCHIVED:
        rows = ",\n".join(f"  {text(record._asdict())}" for record in archive.records.get(kind, ()))
        kinds.append(f"{text(kind.__name__)}: [\n{rows}\n]" if rows else f"{text(kind.__name__)}: []")
    whole = "{\n" + "\n".join(lines) + '\n"records": {\n' + ",\n".join(kinds) + "\n}\n}\n"
    return whole.encode("utf-8", "replace")


def read_archive(data: bytes, name: str = "The file") -> Archive:
    """The archive in the bytes; raises Refused when they hold none, or one of a newer version."""
    import json

    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        raise Refused(f"{name} is no archive of this program: it holds no JSON text.") from None
    if not isinstance(whole, dict) or whole.get("program") != _NAME:
        raise Refused(f"{name} is no archive of this program. Choose a .json file that it exported.")
    schema = whole.get("schema")
    if not isinstance(schema, int) or schema > SCHEMA:
        raise Refused(f"{name} was written by a newer version of this program. Please update it first.")
    try:
        records = {
            kind: tuple(_record(kind, fields) for fields in whole["records"].get(kind.__name__, ()))
            for kind in ARCHIVED
        }
        settings = dict(whole["settings"])
        written = datetime.fromisoformat(whole["written_at"]) if whole.get("written_at") else None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused(f"{name} is damaged and can't be read ({error}). Choose another archive.") from error
    return Archive(records, settings, written, str(whole.get("version", "")))


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in an archive")


def _record(kind: type, fields: dict[str, Any]) -> Any:
    known = _loaders(kind)
    return kind(**{name: known[name](value) for name, value in fields.items() if name in known})


@cache
def _loaders(kind: type) -> dict[str, Callable[[Any], Any]]:
    return {name: _loader(hint) for name, hint in get_type_hints(kind).items()}


def _loader(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, UnionType):
        (hint,) = (arm for arm in get_args(hint) if arm is not NoneType)
        load = _loader(hint)
        return lambda value: None if value is None else load(value)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return lambda value: tuple(item(one) for one in value)
    if hint is datetime:
        return datetime.fromisoformat
    if hint is date:
        return date.fromisoformat
    if issubclass(hint, StrEnum):
        return lambda value: hint(value)
    return lambda value: _checked(hint, value)


def _checked(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise ValueError(f"“{str(value)[:40]}” is no {kind.__name__}")
    return value
