# SPDX-License-Identifier: MIT
"""Ranks gift ideas for one person by what they told, and says why each is suggested or set aside."""

from datetime import date, timedelta
from typing import NamedTuple

from winback_desktop.domain.gift_catalogue import ANY, Catalogue, GiftKind, Idea
from winback_desktop.domain.gift_fit import avoidance, fit
from winback_desktop.domain.gift_prices import limits, money, price_band
from winback_desktop.domain.gift_topics import Heard, same_words, subjects_in, widened
from winback_desktop.domain.people import Attitude, Constraint, Interest
from winback_desktop.domain.plain_words import phrase, spoken_words
from winback_desktop.domain.practice import Gift, GiftState
from winback_desktop.domain.quoting import can_be_quoted

_KIND_WEIGHT = {
    GiftKind.THING: 1.0,
    GiftKind.BOOK: 0.96,
    GiftKind.FOOD: 0.96,
    GiftKind.EXPERIENCE: 0.9,
    GiftKind.DONATION: 0.78,
    GiftKind.TIME: 0.7,
}
_FALLBACK = 0.45
_PARTLY_KNOWN = 0.7
_LONGEST_LABEL = 60
_OWNED = frozenset({"her", "his", "their", "my", "our", "the", "a", "an"})


class Person(NamedTuple):
    """Whom the gift is for: what they enjoy, what to avoid, what they were given; and the keys of ideas that
    the owner gives to nobody."""

    interests: tuple[Interest, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    given: tuple[Gift, ...] = ()
    hidden: frozenset[str] = frozenset()


class Occasion(NamedTuple):
    """When and for how much; ``budget`` is in whole units of ``currency``, None means no limit."""

    today: date
    give_on: date | None = None
    budget: int | None = None
    currency: str = "USD"


class Suggestion(NamedTuple):
    """An idea with its reasons. ``question`` must be answered before it is chosen, when it is not empty.

    ``why`` holds whole sentences for "Why this?", ``gesture`` what would cost nothing.
    """

    idea: str
    title: str
    because: str
    price_band: str
    warnings: tuple[str, ...] = ()
    interest: int = 0
    kind: GiftKind = GiftKind.THING
    gesture: str = ""
    question: str = ""
    why: tuple[str, ...] = ()
    topic: str = ""
    lead_days: int = 0
    score: float = 0.0


class SetAside(NamedTuple):
    """An idea that is not suggested, and why not, as a whole sentence."""

    idea: str
    title: str
    reason: str


class Ranking(NamedTuple):
    """Ideas, best first, and what was set aside."""

    suggestions: tuple[Suggestion, ...]
    set_aside: tuple[SetAside, ...]


def rank(catalogue: Catalogue, person: Person, occasion: Occasion, limit: int = 12) -> Ranking:
    """Ideas that fit a person, best first and varied; constraints are never weighed, they decide."""
    avoid = avoidance(catalogue, person.constraints, person.interests)
    found: dict[str, Suggestion] = {}
    aside: dict[str, SetAside] = {}
    for interest in person.interests:
        if interest.attitude is Attitude.DISLIKE or not interest.still_true or not interest.label.strip():
            continue
        for heard, idea, title, key in _candidates(catalogue, interest):
            verdict = fit(catalogue, idea, avoid, title)
            reason = verdict.forbidden or _given_before(person, key, title) or _too_dear(idea, occasion)
            if idea.key in person.hidden:
                reason = "You don't want to see this idea."
            if reason:
                aside[key] = SetAside(key, title, reason)
                continue
            suggestion = _suggest(catalogue, interest, heard, idea, title, key, occasion)
            suggestion = _asked(suggestion, verdict.question, idea, person)
            suggestion = _varied(suggestion, person, occasion)
            if key not in found or found[key].score < suggestion.score:
                found[key] = suggestion
    return Ranking(_mixed(list(found.values()), limit), tuple(aside.values()))


def _candidates(catalogue: Catalogue, interest: Interest) -> list[tuple[Heard, Idea, str, str]]:
    heard = subjects_in(catalogue, interest.label)
    if not heard:
        heard = [
            one._replace(closeness=one.closeness * 0.6) for one in subjects_in(catalogue, interest.words)
        ]
    result = [
        (one, idea, idea.title, idea.key) for one in widened(catalogue, heard) for idea in one.topic.ideas
    ]
    anything = catalogue.topics.get(ANY)
    if anything is not None and (not heard or _is_more_than(heard[0], interest.label)):
        label = " ".join(interest.label.split())
        label = label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"
        mark = ("-".join(phrase(label)) or label)[:40]
        generic = Heard(anything, _FALLBACK if not heard else _PARTLY_KNOWN, 0, 0)
        result += [
            (generic, idea, idea.title.replace("{it}", label), f"{idea.key}:{mark}")
            for idea in anything.ideas
        ]
    return result


def _is_more_than(heard: Heard, label: str) -> bool:
    """Whether a label says more than the subject found in it, and is not about somebody by name."""
    words = spoken_words(label)
    owned = phrase(label)[0] in _OWNED
    return heard.length < len(words) <= 4 and not owned and not any(is_name for _, is_name in words)


def _suggest(
    catalogue: Catalogue,
    interest: Interest,
    heard: Heard,
    idea: Idea,
    title: str,
    key: str,
    occasion: Occasion,
) -> Suggestion:
    low, high = limits(idea.band, occasion.currency)
    warnings = []
    score = heard.closeness * _certainty(interest) * _recency(interest, occasion.today)
    score *= _KIND_WEIGHT[idea.kind] * (1.08 if interest.words.strip() else 1.0)
    if occasion.budget is not None and high > occasion.budget > low:
        warnings.append(f"Choose one under {money(occasion.budget, occasion.currency)}.")
        score *= 0.88
    if idea.needs_size:
        warnings.append("It needs their size.")
        score *= 0.85
    if idea.perishable:
        warnings.append("It does not keep; hand it over fresh.")
    if idea.not_for:
        warnings.append(f"Not for {idea.not_for}.")
    late = _late(idea, occasion)
    if late:
        warnings.append(late)
        score *= 0.5
    label = " ".join(interest.label.split())[:_LONGEST_LABEL]
    gesture = heard.topic.gesture.replace("{it}", label)
    return Suggestion(
        key,
        title,
        f"because of “{label}”",
        price_band(idea.band, occasion.currency),
        tuple(warnings),
        interest.id,
        idea.kind,
        gesture,
        why=_why(interest, heard),
        topic=f"{heard.topic.name}:{label}" if heard.topic.name == ANY else heard.topic.name,
        lead_days=idea.lead_days,
        score=score,
    )


def _asked(suggestion: Suggestion, question: str, idea: Idea, person: Person) -> Suggestion:
    if question:
        return suggestion._replace(question=question, score=suggestion.score * 0.45)
    if idea.eaten and not person.constraints:
        noted = "Nothing is noted about allergies or diet; ask first."
        return suggestion._replace(warnings=(*suggestion.warnings, noted), score=suggestion.score * 0.92)
    return suggestion


def _varied(suggestion: Suggestion, person: Person, occasion: Occasion) -> Suggestion:
    """What was given lately makes the same subject and the same kind a little less welcome."""
    for gift in person.given:
        if gift.on is not None and occasion.today - gift.on > timedelta(days=400):
            continue
        topic, _, kind = gift.idea.partition(".")
        if topic and topic == suggestion.idea.partition(".")[0]:
            suggestion = suggestion._replace(score=suggestion.score * 0.6)
        if kind and kind.split("-")[0].split(":")[0] == suggestion.kind:
            suggestion = suggestion._replace(score=suggestion.score * 0.75)
    return suggestion


def _mixed(found: list[Suggestion], limit: int) -> tuple[Suggestion, ...]:
    """Best first, with the second of one subject or kind weighed down, so that the top shows variety."""
    chosen: list[Suggestion] = []
    topics: dict[str, int] = {}
    kinds: dict[str, int] = {}
    titles: set[str] = set()

    def weight(one: Suggestion) -> float:
        return one.score * 0.82 ** topics.get(one.topic, 0) * 0.8 ** kinds.get(one.kind, 0)

    while found and len(chosen) < limit:
        best = max(found, key=weight)
        found.remove(best)
        if best.title in titles:
            continue
        titles.add(best.title)
        topics[best.topic] = topics.get(best.topic, 0) + 1
        kinds[best.kind] = kinds.get(best.kind, 0) + 1
        chosen.append(best)
    return tuple(chosen)


def _given_before(person: Person, key: str, title: str) -> str:
    for gift in person.given:
        if gift.state is not GiftState.IDEA and (gift.idea == key or same_words(gift.title, title)):
            return "They have had this from you before."
    return ""


def _too_dear(idea: Idea, occasion: Occasion) -> str:
    low, high = limits(idea.band, occasion.currency)
    if occasion.budget is None or high <= occasion.budget or low < occasion.budget:
        return ""
    return f"It costs more than {money(occasion.budget, occasion.currency)}."


def _late(idea: Idea, occasion: Occasion) -> str:
    if occasion.give_on is None or idea.lead_days <= (occasion.give_on - occasion.today).days:
        return ""
    return f"It takes about {idea.lead_days} days, so it may come late."


def _certainty(interest: Interest) -> float:
    return 0.7 + 0.1 * min(max(interest.certainty, 1), 5)


def _recency(interest: Interest, today: date) -> float:
    if interest.heard_on is None:
        return 0.85
    years = max((today - interest.heard_on).days, 0) / 365
    return max(1.0 - 0.08 * years, 0.6)


def _why(interest: Interest, heard: Heard) -> tuple[str, ...]:
    label = " ".join(interest.label.split())[:_LONGEST_LABEL]
    told = f"You noted “{label}”"
    if interest.heard_where:
        told += f", heard at {interest.heard_where.removeprefix('at ')}"
    if interest.heard_on is not None:
        told += f", in {interest.heard_on:%B %Y}"
    reasons = [told + "."]
    if interest.words.strip():
        whose = "Their words" if can_be_quoted(interest.words) else "You wrote"
        reasons.append(f"{whose}: “{' '.join(interest.words.split())[:200]}”")
    if heard.topic.name == ANY:
        reasons.append("We know nothing special about this, so the idea is built around their own words.")
    elif heard.closeness < 0.6:
        reasons.append(f"It is a wider idea, from “{heard.topic.name}”.")
    if interest.certainty <= 2:
        reasons.append("You were not quite sure of it; perhaps ask once more.")
    return tuple(reasons)
