# SPDX-License-Identifier: MIT
"""What a note may be written for, and how each occasion differs: its words, its check, its length."""

from collections.abc import Sequence
from enum import StrEnum

from winback_desktop.domain.note_blocks import Block, Wording
from winback_desktop.domain.note_lexicon import Lexicon, Rule


class Occasion(StrEnum):
    """Why somebody is written to. ``THANK_YOU`` answers a loss; the others stand by themselves."""

    THANK_YOU = "thank-you"
    REFERRAL = "referral"
    GIFT = "gift"
    LUNCH = "lunch"
    HELLO = "hello"
    CONDOLENCE = "condolence"
    COURTESY = "courtesy"


ALLOWED_IN_QUIET_TIME = frozenset((Occasion.COURTESY, Occasion.CONDOLENCE))
"""A short answer to what they wrote, and sympathy for a death, do not wait for anything."""

OTHER_OCCASIONS = {
    Occasion.REFERRAL: "Thanks for a referral",
    Occasion.GIFT: "A card to go with a gift",
    Occasion.LUNCH: "Thanks for lunch",
    Occasion.HELLO: "Hello to a good customer",
    Occasion.CONDOLENCE: "Sympathy for a loss",
    Occasion.COURTESY: "A short answer in quiet time",
}
"""What the owner may choose to write besides the answer to a loss."""
_MOST_WORDS = {Occasion.COURTESY: 40, Occasion.CONDOLENCE: 90}
_ALWAYS_WRONG = frozenset(("price", "selling", "competitor"))
_SAYS_THANKS = frozenset((Occasion.REFERRAL, Occasion.LUNCH, Occasion.COURTESY))
_NAMES_SOMETHING = frozenset((Occasion.GIFT, Occasion.LUNCH, Occasion.HELLO))


def occasion_of(stored: str) -> Occasion:
    """The occasion of a stored note; a thank-you for one that is not known (any more)."""
    return next((each for each in Occasion if each == stored), Occasion.THANK_YOU)


def most_words(occasion: Occasion) -> int | None:
    """How long such a note may become before it says too much; None where the card decides."""
    return _MOST_WORDS.get(occasion)


def words_for(usual: Wording, own: Wording) -> Wording:
    """The phrases of an occasion; what it does not say itself (name, perhaps closing) is said as usual."""
    said = {phrase.block for phrase in own.phrases}
    lent = {Block.SALUTATION, Block.SIGN_OFF} - said
    shared = tuple(phrase for phrase in usual.phrases if phrase.block in lent)
    return usual._replace(phrases=(*own.phrases, *shared))


def check_for(usual: Lexicon, occasion: Occasion, own: Sequence[Rule]) -> Lexicon:
    """The rules for an occasion: what must be there differs, and in grief other things hurt."""
    if occasion is Occasion.THANK_YOU:
        return usual
    kept = [rule for rule in usual.rules if _fits(rule, occasion)]
    return usual._replace(rules=(*own, *kept))


def _fits(rule: Rule, occasion: Occasion) -> bool:
    if occasion is Occasion.CONDOLENCE:
        return rule.name in _ALWAYS_WRONG
    return not rule.present or (rule.name == "specific" and occasion in _NAMES_SOMETHING)


def own_check(occasion: Occasion) -> str:
    """The name of the word list that an occasion adds to the check; empty for none."""
    if occasion is Occasion.CONDOLENCE:
        return "condolence"
    return "thanks" if occasion in _SAYS_THANKS else ""
