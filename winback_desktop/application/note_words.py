# SPDX-License-Identifier: MIT
"""Reads the words for notes, the owner's language files, from the bundled resources."""

from functools import cache
from pathlib import Path

from winback_desktop.domain.note_blocks import Wording, read_wording
from winback_desktop.domain.note_lexicon import Lexicon, read_lexicon
from winback_desktop.domain.note_occasions import Occasion, check_for, own_check, words_for
from winback_desktop.domain.note_tone import read_tone_model

FALLBACK = "en"


def languages() -> tuple[str, ...]:
    """The languages that notes can be composed in, as two-letter codes."""
    return tuple(sorted(path.stem for path in _folder().glob("??.txt")))


def language_for(tag: str) -> str:
    """The language to compose in for somebody's language tag (``de-AT``); English where none fits."""
    code = tag.strip().replace("_", "-").split("-")[0].casefold()
    return code if code in languages() else FALLBACK


@cache
def wording(language: str, occasion: Occasion = Occasion.THANK_YOU) -> Wording:
    """The building blocks for an occasion in a language that `languages` names."""
    usual = read_wording(_read(f"{language}.txt"), language)
    if occasion is Occasion.THANK_YOU:
        return usual
    return words_for(usual, read_wording(_read(f"{occasion}_{language}.txt"), language))


@cache
def lexicon(language: str, occasion: Occasion = Occasion.THANK_YOU) -> Lexicon:
    """The word lists for the gentle check. A language without its own gets only what needs no words."""
    if not (_folder() / f"check_{language}.txt").is_file():
        return read_lexicon(_read(f"check_{FALLBACK}.txt"), language)._replace(rules=())
    usual = read_lexicon(_read(f"check_{language}.txt"), language)
    if occasion is Occasion.THANK_YOU:
        # The tone was learned from answers to a loss, and says nothing about other notes.
        return usual._replace(tone=read_tone_model(_read(f"tone_{language}.txt")))
    extra = own_check(occasion)
    own = read_lexicon(_read(f"check_{extra}_{language}.txt"), language).rules if extra else ()
    return check_for(usual, occasion, own)


def usual_text(language: str, occasion: Occasion) -> str:
    """The program's own word file for an occasion, as text to begin a template with."""
    return _read(f"{language}.txt" if occasion is Occasion.THANK_YOU else f"{occasion}_{language}.txt")


def _read(name: str) -> str:
    return _folder().joinpath(name).read_text(encoding="utf-8")


def _folder() -> Path:
    """Inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources" / "notes"
    return installed if installed.is_dir() else package.parent / "resources" / "notes"
