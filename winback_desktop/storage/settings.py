# SPDX-License-Identifier: MIT
"""Settings as JSON text and back."""

from typing import Any

_WORDS = {"true": True, "false": False, "null": None}


def text_of(value: Any) -> str:
    """A value as JSON."""
    import json

    return json.dumps(value, ensure_ascii=False)


def value_of(text: str) -> Any:
    """The value of JSON that ``text_of`` wrote.

    Words, whole numbers and flat lists of them are read here: they are all that a start asks for, and
    importing json takes longer than the rest of the store.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text.removeprefix("-").isdecimal():
        return int(text)
    if text.startswith('"') and "\\" not in text:
        return text[1:-1]
    if text.startswith("[") and not set(text[1:]) & set('[{"'):
        return [value_of(part) for part in text[1:-1].split(", ")] if len(text) > 2 else []
    import json

    return json.loads(text)
