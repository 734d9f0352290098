# SPDX-License-Identifier: MIT
"""Turns records into rows and back, by their annotations alone."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin

TABLE_OF: dict[str, str] = {
    "Contact": "contact",
    "ContactPoint": "contact_point",
    "Address": "address",
    "ImportantDate": "important_date",
    "Interest": "interest",
    "Constraint": "constraint_",
    "Asked": "asked",
    "Loss": "loss",
    "Plan": "plan",
    "PlanMove": "plan_move",
    "Step": "step",
    "StepMove": "step_move",
    "Note": "note",
    "NoteVersion": "note_version",
    "Touch": "touch",
    "Gift": "gift",
    "GiftPolicy": "gift_policy",
    "DayOff": "day_off",
    "Meeting": "meeting",
    "ValueIdea": "value_idea",
    "NewsItem": "news_item",
    "ValueUse": "value_use",
    "Return": "comeback",
    "CheckIn": "check_in",
    "Walk": "walk",
    "LeanOn": "lean_on",
    "BestCustomer": "best_customer",
    "Referral": "referral",
    "Mission": "mission",
    "MissionPause": "mission_pause",
    "GoodDeed": "good_deed",
    "PublicHoliday": "public_holiday",
    "HolidayYear": "holiday_year",
    "Draft": "draft",
    "Reminder": "reminder",
}
"""The table of every type of record that can be stored, by the type's name: nothing need be imported."""

UNJOURNALLED = frozenset({"public_holiday", "holiday_year", "draft", "reminder", "note_version"})
"""Tables that undo leaves alone: caches, unfinished sheets, what was announced, earlier texts."""

_SORTED_BY = {"Contact": "name", "Interest": "label"}
"""Records that carry an extra column ``sort_key``, made from the named field."""

Convert = Callable[[Any], Any]


class Column(NamedTuple):
    """One field of a record as a column; ``store`` and ``load`` are None where nothing is converted."""

    name: str
    whole_number: bool
    nullable: bool
    store: Convert | None
    load: Convert | None


class Shape(NamedTuple):
    """How one type of record is stored."""

    kind: type
    table: str
    columns: tuple[Column, ...]
    sorted_by: int | None
    """The index of the field that makes the sort key, where there is one."""

    @property
    def names(self) -> tuple[str, ...]:
        """The columns without id, in the order of ``row``."""
        names = tuple(column.name for column in self.columns)
        return names if self.sorted_by is None else (*names, "sort_key")


def sort_key(text: str) -> str:
    """The form that names are sorted and looked up by: case and accents ignored."""
    text = text.strip().casefold()
    if not text.isascii():
        import unicodedata

        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return text


def shape_of(kind: type[Any]) -> Shape:
    """The shape of a record type; raises TypeError for what is not stored."""
    shape = _shapes.get(kind)
    if shape is None:
        shape = _shapes[kind] = _build(kind)
    return shape


def _build(kind: type[Any]) -> Shape:
    if kind.__name__ not in TABLE_OF:
        raise TypeError(f"{kind.__name__} is no stored record")
    columns = tuple(_column(name, hint) for name, hint in kind.__annotations__.items() if name != "id")
    sorted_by = None
    if kind.__name__ in _SORTED_BY:
        sorted_by = [column.name for column in columns].index(_SORTED_BY[kind.__name__])
    return Shape(kind, TABLE_OF[kind.__name__], columns, sorted_by)


_shapes: dict[type, Shape] = {}


def row_of(shape: Shape, record: Any) -> tuple[Any, ...]:
    """The record's values as stored, without its id, in the order of ``shape.names``."""
    kind: type = type(record)
    if kind is not shape.kind:
        raise TypeError(f"{record!r} is no {shape.kind.__name__}")
    row = tuple(
        value if column.store is None or value is None else column.store(value)
        for column, value in zip(shape.columns, record, strict=False)
    )
    if shape.sorted_by is not None:
        row = (*row, sort_key(row[shape.sorted_by]))
    return row


def record_of(shape: Shape, row: tuple[Any, ...]) -> Any:
    """The record of a row of ``SELECT`` over ``selection(shape)``."""
    return shape.kind._make(  # type: ignore[attr-defined]
        [
            *(
                value if column.load is None or value is None else column.load(value)
                for column, value in zip(shape.columns, row, strict=False)
            ),
            row[-1],
        ]
    )


@cache
def selection(shape: Shape) -> str:
    """The columns to select for ``record_of``, id last as in the records themselves."""
    return ", ".join(f'"{column.name}"' for column in shape.columns) + ", id"


def stored_value(shape: Shape, field: str, value: Any) -> Any:
    """A field's value as the database compares it; raises TypeError for an unknown field."""
    if field == "id":
        return value
    for column in shape.columns:
        if column.name == field:
            return value if column.store is None or value is None else column.store(value)
    raise TypeError(f"{shape.kind.__name__} has no field {field}")


def instant_text(value: datetime) -> str:
    """An aware instant as UTC text of fixed width, so that texts compare as instants do."""
    if value.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _column(name: str, hint: Any) -> Column:
    nullable = False
    if isinstance(hint, UnionType):
        nullable = NoneType in get_args(hint)
        (hint,) = (arm for arm in get_args(hint) if arm is not NoneType)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return Column(name, False, nullable, _lines, lambda text: _from_lines(item, text))
    if hint is str:
        return Column(name, False, nullable, _text, None)
    if hint is int:
        return Column(name, True, nullable, int, None)
    if hint is bool:
        return Column(name, True, nullable, int, bool)
    if hint is datetime:
        return Column(name, False, nullable, instant_text, datetime.fromisoformat)
    if hint is date:
        return Column(name, False, nullable, date.isoformat, date.fromisoformat)
    if issubclass(hint, StrEnum):
        return Column(name, False, nullable, lambda value: hint(value).value, hint)
    raise TypeError(f"{name}: {hint} cannot be stored")


def _text(value: str) -> str:
    """Text that every SQLite function can hold: no NUL, no lone surrogate."""
    if value.isascii():
        return value.replace("\0", "") if "\0" in value else value
    return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _lines(items: tuple[str, ...]) -> str:
    """A tuple of short texts, one a line."""
    return "\n".join(line for item in items if (line := " ".join(_text(str(item)).split())))


def _from_lines(item: Convert, text: str) -> tuple[Any, ...]:
    return tuple(item(line) for line in text.split("\n")) if text else ()
