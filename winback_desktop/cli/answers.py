# SPDX-License-Identifier: MIT
"""What a command answers with: readable lines for people, one JSON document for programs."""

import io
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """``data`` is what JSON shows, ``lines`` what people read; ``code`` is the exit code."""

    data: Any
    lines: tuple[str, ...]
    code: int = 0


def plain(value: Any) -> Any:
    """A record as JSON can hold it: names to values, dates as ISO 8601, paths as text."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    return value


def show(answer: Answer, as_json: bool) -> None:
    """Print an answer to standard output."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name may hold letters that the terminal's own encoding lacks; JSON is always UTF-8.
        sys.stdout.reconfigure(encoding="utf-8" if as_json else None, errors="backslashreplace")
    if as_json:
        sys.stdout.write(json.dumps(plain(answer.data), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(line + "\n" for line in answer.lines)
    sys.stdout.flush()


def table(rows: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Rows as aligned columns."""
    lines = list(rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return tuple(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
