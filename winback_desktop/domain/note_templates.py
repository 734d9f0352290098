# SPDX-License-Identifier: MIT
"""The owner's own words for notes: files like the program's own, read as text and never as code."""

import re

from winback_desktop.domain.note_blocks import PLACEHOLDERS, Wording, read_wording

LARGEST = 64_000
"""Characters of a template; a hundred notes would fit."""
_PLACEHOLDER = re.compile(r"\{([^{}\n]+)\}")
_SHOWN = 60
"""Characters of an unknown placeholder's name that are shown in the note."""


class BrokenTemplate(ValueError):
    """A template that cannot be read; ``str(error)`` says what to mend, with the line."""


def read_template(text: str, language: str) -> Wording:
    """The phrases of a template; a placeholder that is not known is marked as ``[name?]`` and stays visible.

    Raises `BrokenTemplate`.
    """
    if len(text) > LARGEST:
        raise BrokenTemplate(f"This template has more than {LARGEST:,} characters. Keep the parts you use.")
    if "\0" in text:
        raise BrokenTemplate("This file is no plain text. Save it as plain text (UTF-8) and try again.")
    try:
        read = read_wording(text, language)
    except ValueError as error:
        raise BrokenTemplate(str(error)) from error
    if not read.phrases:
        raise BrokenTemplate("This template says nothing yet. Write a [thanks] line and a sentence below it.")
    marked = (phrase._replace(text=_PLACEHOLDER.sub(_marked, phrase.text)) for phrase in read.phrases)
    return read._replace(phrases=tuple(marked))


def unknown_placeholders(text: str) -> list[str]:
    """The placeholders in ``text`` that stand for nothing, each once."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    found = (name for line in lines for name in _PLACEHOLDER.findall(line))
    return [name for name in dict.fromkeys(found) if name not in PLACEHOLDERS and name != "n"]


def file_stem(name: str) -> str:
    """A file name without its ending for a template's name; nothing of it can lead to another folder."""
    plain = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in name)
    return " ".join(plain.split())[:60]


def _marked(found: re.Match[str]) -> str:
    return found[0] if found[1] in PLACEHOLDERS else f"[{found[1][:_SHOWN]}?]"
