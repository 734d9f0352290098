# SPDX-License-Identifier: MIT
"""Names as they fit: on one line, and in few letters."""

_LONGEST = 80


def shown_name(name: str) -> str:
    """A name for one line: no line breaks, and not more letters than any chip could show."""
    line = " ".join(name[: 2 * _LONGEST].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def short_name(name: str) -> str:
    """ "R. Delgado" for "Rosa Delgado"; one word stays as it is."""
    words = [word for word in name.split() if word[0].isalpha()]
    if len(words) < 2 or "&" in name or any(letter.isdigit() for letter in name):
        return name  # a firm rather than a person
    return f"{words[0][0]}. {words[-1]}"
