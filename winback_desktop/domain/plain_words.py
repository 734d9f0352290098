# SPDX-License-Identifier: MIT
"""Brings words to a common form, so that "grills" and "Grilling" are found as the same subject."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

Phrase = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_ENDINGS = ("ings", "ing", "ies", "ers", "er", "ed", "es", "s")
_DOUBLED = frozenset("bdgmnprt")


def fold(text: str) -> str:
    """The text without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def stem(word: str) -> str:
    """A folded word without its common English ending; the same for "baker", "bake" and "baking"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            if len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
                word = word[:-1]
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


@lru_cache(maxsize=4096)
def phrase(text: str) -> Phrase:
    """The stems of all words of a text; a lone possessive s is left out."""
    return tuple(stem(word) for word in _WORD.findall(fold(text.replace("’", "'"))) if word != "s")


def spoken_words(text: str) -> list[tuple[str, bool]]:
    """Each word's stem, and whether it looks like a proper name: a capital that opens no sentence."""
    words = []
    for found in _WORD.finditer(text.replace("’", "'")):
        before = text[: found.start()].rstrip(" \t\"'“‘(")
        opens = not before or before[-1] in ".!?;:\n"
        if found.group() not in ("s", "S"):
            words.append((stem(fold(found.group())), found.group()[0].isupper() and not opens))
    return words


def parts(words: Phrase, longest: int) -> Iterator[tuple[int, Phrase]]:
    """All runs of neighbouring words with the place they start at, longer ones first."""
    for length in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            yield start, words[start : start + length]
