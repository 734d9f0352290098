# SPDX-License-Identifier: MIT
"""Guesses what a few typed words mean as something to avoid."""

from typing import NamedTuple

from winback_desktop.domain.gift_fit import is_known
from winback_desktop.domain.people import ConstraintKind

_DIETS = (
    "vegetarian",
    "vegan",
    "pescetarian",
    "gluten",
    "sugar",
    "meat",
    "pork",
    "beef",
    "caffeine",
    "salt",
    "lactose",
)
_WAYS = ("vegetarian", "vegan", "pescetarian", "pescatarian", "gluten-free")
_OBSERVANCES = ("halal", "kosher", "lent", "ramadan", "sabbath", "shabbat", "fasting")
_FIXED = (
    (ConstraintKind.ALCOHOL, "No alcohol", "alcohol"),
    (ConstraintKind.FRAGRANCE, "No fragrance", "fragrance perfume scent"),
    (ConstraintKind.NO_GIFTS, "Prefers no gifts", "no gifts presents prefers"),
)


class AvoidOffer(NamedTuple):
    """``value`` is "kind:words", which ``avoid_of`` reads."""

    value: str
    words: str
    trailing: str


def avoid_offers(text: str) -> list[AvoidOffer]:
    """Offers for typed words, likeliest first; without any, the common ones."""
    text = " ".join(text.split())
    low = text.casefold()
    fixed = [
        AvoidOffer(f"{kind}:", words, "")
        for kind, words, names in _FIXED
        if not low or words.casefold().startswith(low) or any(name.startswith(low) for name in names.split())
    ]
    if not low:
        return fixed
    if low in _WAYS:
        return [AvoidOffer(f"{ConstraintKind.DIET}:{low}", f"Eats {low}", "")]
    kinds = [(ConstraintKind.ALLERGY, f"Allergic to {text}"), (ConstraintKind.DIET, f"Does not eat {text}")]
    if low in _DIETS:
        kinds.reverse()
    kinds.insert(
        0 if low in _OBSERVANCES else 2, (ConstraintKind.OBSERVANCE, f"Keeps from {text}, by faith or season")
    )
    known = "" if is_known(text) else "asks before food"
    return fixed + [AvoidOffer(f"{kind}:{text}", words, known) for kind, words in kinds]


def avoid_of(value: str) -> list[tuple[ConstraintKind, str]]:
    """What an offer's value, or words typed or pasted without one, note: (kind, what to avoid)."""
    kind, colon, words = value.partition(":")
    if colon and kind in list(ConstraintKind):
        return [(ConstraintKind(kind), words)]
    import re

    pieces = [piece.strip() for piece in re.split(r"[,;\n\t]+", value) if piece.strip()]
    return [avoid_of(avoid_offers(piece)[0].value)[0] for piece in pieces]
