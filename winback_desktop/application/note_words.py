# SPDX-License-Identifier: MIT
"""Reads the words for notes, the owner's language files, from the bundled resources."""

from functools import cache
from pathlib import Path

from winback_desktop.domain.note_blocks import Wording, read_wording
from winback_desktop.domain.note_lexicon import Lexicon, read_lexicon

FALLBACK = "en"


def languages() -> tuple[str, ...]:
    """The languages that notes can be composed in, as two-letter codes."""
    return tuple(sorted(path.stem for path in _folder().glob("??.txt")))


def language_for(tag: str) -> str:
    """The language to compose in for somebody's language tag (``de-AT``); English where none fits."""
    code = tag.strip().replace("_", "-").split("-")[0].casefold()
    return code if code in languages() else FALLBACK


@cache
def wording(language: str) -> Wording:
    """The building blocks of a language that `languages` names."""
    return read_wording(_folder().joinpath(f"{language}.txt").read_text(encoding="utf-8"), language)


@cache
def lexicon(language: str) -> Lexicon:
    """The word lists for the gentle check. A language without its own gets only what needs no words."""
    own = _folder() / f"check_{language}.txt"
    path = own if own.is_file() else _folder() / f"check_{FALLBACK}.txt"
    read = read_lexicon(path.read_text(encoding="utf-8"), language)
    return read if own.is_file() else read._replace(rules=())


def _folder() -> Path:
    """Inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources" / "notes"
    return installed if installed.is_dir() else package.parent / "resources" / "notes"
