# SPDX-License-Identifier: MIT
"""What to avoid for somebody as hard rules: an idea fits, is forbidden, or raises a question."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from winback_desktop.domain.gift_catalogue import Catalogue, GiftKind, Idea
from winback_desktop.domain.gift_topics import mentions, subjects_in
from winback_desktop.domain.people import Attitude, Constraint, ConstraintKind, Interest
from winback_desktop.domain.plain_words import Phrase, phrase

_MEAT = frozenset({"meat", "pork", "beef", "gelatine"})
_SEA = frozenset({"fish", "shellfish"})
_GROUPS: dict[str, frozenset[str]] = {
    "nuts, nut, tree nuts, almonds, hazelnuts, walnuts, cashews, pistachios": frozenset({"nuts", "peanuts"}),
    "peanuts, peanut": frozenset({"peanuts"}),
    "gluten, wheat, coeliac, celiac, rye, barley": frozenset({"gluten"}),
    "milk, dairy, lactose, cream, butter, cheese": frozenset({"milk"}),
    "eggs, egg": frozenset({"egg"}),
    "soy, soya": frozenset({"soy"}),
    "sesame": frozenset({"sesame"}),
    "mustard": frozenset({"mustard"}),
    "celery": frozenset({"celery"}),
    "sulphites, sulfites": frozenset({"sulphites"}),
    "fish": frozenset({"fish"}),
    "shellfish, seafood, prawns, shrimp, crab": _SEA,
    "meat": _MEAT,
    "pork, ham, bacon": frozenset({"pork", "gelatine"}),
    "beef": frozenset({"beef"}),
    "gelatine, gelatin": frozenset({"gelatine"}),
    "vegetarian": _MEAT | _SEA,
    "pescetarian, pescatarian": _MEAT,
    "vegan": _MEAT | _SEA | {"milk", "egg", "honey", "leather", "wool", "feathers"},
    "halal": _MEAT | {"alcohol"},
    "kosher": _MEAT | {"shellfish"},
    "honey": frozenset({"honey"}),
    "sugar, sweets, diabetes, diabetic": frozenset({"sugar"}),
    "salt, low salt": frozenset({"salt"}),
    "caffeine, coffee": frozenset({"caffeine"}),
    "chilli, chili, spicy food, spicy": frozenset({"chilli"}),
    "alcohol, wine, beer, spirits, drink": frozenset({"alcohol"}),
    "fragrance, perfume, scent, scented, fragrances": frozenset({"fragrance"}),
    "pollen, flowers, hay fever, cut flowers": frozenset({"pollen"}),
    "wool, lanolin": frozenset({"wool"}),
    "leather": frozenset({"leather"}),
    "feathers, down": frozenset({"feathers"}),
    "latex": frozenset({"latex"}),
    "nickel": frozenset({"nickel"}),
    "bees, bee stings, wasps, insect stings": frozenset({"bees", "honey"}),
}
_KNOWN: dict[Phrase, frozenset[str]] = {
    phrase(word): tokens for words, tokens in _GROUPS.items() for word in words.split(",")
}
_TOKENS = frozenset().union(*_GROUPS.values())
_FIRST: dict[Phrase, str] = {
    phrase(word): words.split(",")[0] for words in _GROUPS for word in words.split(",")
}
# Not met by eating: these can only be in what an idea says of itself.
_WORN = frozenset({"fragrance", "pollen", "wool", "leather", "feathers", "latex", "nickel", "bees"})
_SPLIT = re.compile(r"[,;/+&]|\band\b|\bor\b", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(no|not|any|all|allergic to|allergy|allergies|intolerant|intolerance|free|avoids?|without|diet|"
    r"strictly|strict|severe|products?)\b|-free\b",
    re.IGNORECASE,
)


class Unsure(NamedTuple):
    """Something to avoid that the gift shelf knows nothing about, in the owner's own words."""

    kind: ConstraintKind
    said: str
    words: Phrase


class Avoid(NamedTuple):
    """Everything to avoid for one person; ``tokens`` leads from what to avoid to the owner's word for it."""

    tokens: dict[str, str]
    unsure: tuple[Unsure, ...] = ()
    no_gifts: bool = False
    dislikes: tuple[tuple[str, Phrase], ...] = ()
    disliked_topics: dict[str, str] = {}  # noqa: RUF012 - a NamedTuple's default, never changed


class Fit(NamedTuple):
    """How an idea fits: ``forbidden`` says why not, ``question`` what to ask first; both empty: it fits."""

    forbidden: str = ""
    question: str = ""


def avoidance(
    catalogue: Catalogue, constraints: Iterable[Constraint], interests: Iterable[Interest]
) -> Avoid:
    """What to avoid, from the constraints and from what somebody said they don't enjoy."""
    tokens: dict[str, str] = {}
    unsure: list[Unsure] = []
    no_gifts = False
    for constraint in constraints:
        if constraint.kind is ConstraintKind.NO_GIFTS:
            no_gifts = True
            continue
        for said in _pieces(constraint):
            known = _KNOWN.get(phrase(_FILLER.sub(" ", said)))
            for token in known or ():
                tokens[token] = said
            if not known:
                unsure.append(Unsure(constraint.kind, said, phrase(_FILLER.sub(" ", said))))
    told = [one for one in interests if one.label.strip()]
    disliked = [one.label for one in told if one.attitude is Attitude.DISLIKE]
    liked = [one.label for one in told if one.attitude is Attitude.LIKE]
    # Who loves horses and dislikes horse racing still loves horses.
    loved = {heard.topic.name for label in liked for heard in subjects_in(catalogue, label) if heard.exact}
    topics = {
        heard.topic.name: label
        for label in disliked
        for heard in subjects_in(catalogue, label)
        if heard.exact or heard.topic.name not in loved
    }
    return Avoid(tokens, tuple(unsure), no_gifts, tuple((label, phrase(label)) for label in disliked), topics)


def fit(catalogue: Catalogue, idea: Idea, avoid: Avoid, title: str) -> Fit:
    """Whether an idea fits; ``title`` is what would be shown for it."""
    if avoid.no_gifts and (idea.kind is not GiftKind.TIME or idea.band):
        return Fit(forbidden="They prefer no gifts; a gesture is welcome.")
    found = sorted(idea.has & avoid.tokens.keys())
    if found:
        return Fit(forbidden=f"It has to do with {found[0]}, and you noted “{avoid.tokens[found[0]]}”.")
    words = phrase(title)
    for unsure in avoid.unsure:
        if mentions(words, unsure.words) or mentions(phrase(idea.topic), unsure.words):
            return Fit(forbidden=f"It has to do with {unsure.said}, and you noted to avoid that.")
    disliked = _disliked(catalogue, idea, avoid, words)
    if disliked:
        return Fit(forbidden=f"They told you that they don't enjoy {disliked}.")
    return Fit(question=_question(idea, avoid))


def contradictions(
    catalogue: Catalogue, constraints: Iterable[Constraint], interests: Iterable[Interest]
) -> tuple[str, ...]:
    """What somebody enjoys although most about it is to be avoided, as sentences; what to avoid decides."""
    interests = list(interests)
    avoid = avoidance(catalogue, constraints, interests)
    found = []
    for interest in interests:
        if interest.attitude is Attitude.DISLIKE or not interest.still_true:
            continue
        for heard in subjects_in(catalogue, interest.label):
            met = [idea.has & avoid.tokens.keys() for idea in heard.topic.ideas]
            if heard.exact and 2 * sum(map(bool, met)) >= len(met) > 0:
                token = sorted(frozenset().union(*met))[0]
                found.append(
                    f"They enjoy {interest.label}, and you noted “{avoid.tokens[token]}” as something to "
                    "avoid. Gifts keep to what to avoid; change one of the two if it is not so."
                )
    return tuple(dict.fromkeys(found))


def is_known(said: str) -> bool:
    """Whether the gift shelf knows what somebody avoids when they say this."""
    return phrase(_FILLER.sub(" ", said)) in _KNOWN


def contents(word: str) -> str:
    """Our word for something that an idea contains; raises ValueError for what we can't compare with."""
    word = " ".join(word.casefold().split())
    token = word if word in _TOKENS else _FIRST.get(phrase(word), "")
    if token not in _TOKENS:
        raise ValueError(f"“{word[:40]}” is nothing we can compare with; use {', '.join(sorted(_TOKENS))}.")
    return token


def _pieces(constraint: Constraint) -> list[str]:
    said = [piece.strip(" .") for piece in _SPLIT.split(constraint.avoid)]
    pieces = [piece for piece in said if phrase(_FILLER.sub(" ", piece))]
    if pieces:
        return pieces
    if constraint.kind in (ConstraintKind.ALCOHOL, ConstraintKind.FRAGRANCE):
        return [constraint.kind.value]
    return [f"an unnamed {constraint.kind.value}"]


def _disliked(catalogue: Catalogue, idea: Idea, avoid: Avoid, words: Phrase) -> str:
    name = idea.topic
    while name:
        if name in avoid.disliked_topics:
            return avoid.disliked_topics[name]
        name = catalogue.topics[name].parent if name in catalogue.topics else ""
    return next((label for label, said in avoid.dislikes if mentions(words, said)), "")


def _question(idea: Idea, avoid: Avoid) -> str:
    unknown = [avoid.tokens[token] for token in sorted(idea.may & avoid.tokens.keys())]
    if idea.eaten and not idea.plain:
        unknown += [said for token, said in sorted(avoid.tokens.items()) if token not in _WORN]
    unknown += [unsure.said for unsure in avoid.unsure if _touches(idea, unsure.kind)]
    if not unknown:
        return ""
    return f"Does it suit somebody with “{', '.join(dict.fromkeys(unknown))}”? Check before you choose it."


def _touches(idea: Idea, kind: ConstraintKind) -> bool:
    if idea.eaten:
        return True
    if kind in (ConstraintKind.ALLERGY, ConstraintKind.FRAGRANCE):
        return idea.kind in (GiftKind.THING, GiftKind.EXPERIENCE)
    return kind is ConstraintKind.OBSERVANCE and idea.kind in (GiftKind.THING, GiftKind.EXPERIENCE)
