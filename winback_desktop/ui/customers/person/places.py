# SPDX-License-Identifier: MIT
"""Countries and languages to choose from, by name."""

from functools import cache

from PySide6.QtCore import QLocale

LANGUAGES = (
    ("", "As I usually write"),
    ("en", "English"),
    ("de", "German"),
    ("fr", "French"),
    ("es", "Spanish"),
    ("it", "Italian"),
    ("pt", "Portuguese"),
    ("nl", "Dutch"),
    ("pl", "Polish"),
    ("sv", "Swedish"),
    ("ar", "Arabic"),
    ("he", "Hebrew"),
    ("ja", "Japanese"),
    ("zh", "Chinese"),
)


@cache
def countries() -> tuple[tuple[str, str], ...]:
    """(code, name) of every country by name, the owner's own first as an empty code."""
    names = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == 2 and code.isalpha():
            names[code] = QLocale.territoryToString(territory)
    ordered = sorted(names.items(), key=lambda pair: pair[1].casefold())
    return (("", "Same as mine"), *ordered)
