# SPDX-License-Identifier: MIT
"""Gift ranking: a good idea on top for people somebody thought about, and never a forbidden one."""

import random
import re
from datetime import date, timedelta
from pathlib import Path
from time import process_time

import pytest

from winback_desktop.application.gift_shelf import catalogue
from winback_desktop.domain.gift_catalogue import ANY, GiftKind
from winback_desktop.domain.gifts import Occasion, Person, Suggestion, rank
from winback_desktop.domain.people import Attitude, Constraint, ConstraintKind, Interest
from winback_desktop.domain.practice import Gift, GiftState

SHELF = catalogue()
BY_KEY = {idea.key: idea for topic in SHELF.topics.values() for idea in topic.ideas}
TODAY = date(2026, 11, 24)
OCCASION = Occasion(TODAY, TODAY + timedelta(days=21), 30)


def person_of(line: str) -> tuple[Person, list[str], list[str]]:
    told, avoids, given, good, never = ([*(part.strip() for part in line.split("|")), "", "", ""])[:5]
    interests = []
    for number, said in enumerate(told.split(";"), 1):
        said = said.strip()
        words = re.search(r"\((.*)\)", said)
        interests.append(
            Interest(
                re.sub(r"\(.*\)", "", said).strip("- "),
                words=words.group(1) if words else "",
                attitude=Attitude.DISLIKE if said.startswith("-") else Attitude.LIKE,
                id=number,
            )
        )
    pairs = (one.strip().partition(" ") for one in avoids.split(";") if one.strip())
    constraints = tuple(Constraint(ConstraintKind(kind), avoid) for kind, _, avoid in pairs)
    history = tuple(
        Gift(0, BY_KEY[key].title, idea=key, state=GiftState.RECEIVED, on=date(2024, 5, 2))
        for key in given.split()
    )
    return Person(tuple(interests), constraints, history), good.split(), never.split()


def people_of(file: str) -> list[str]:
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


LABELLED = people_of("labelled_gift_people.txt")
HELD_OUT = people_of("held_out_gift_people.txt")
"""Nobody may tune the ranking by these: they tell how it does for people it was not made for."""


def matches(key: str, patterns: list[str]) -> bool:
    return any(key.startswith(p[:-1]) if p.endswith("*") else key == p for p in patterns)


def missed(lines: list[str]) -> list[tuple[str, list[str]]]:
    """The people whose top three holds no good idea."""
    found = []
    for line in lines:
        person, good, _ = person_of(line)
        top = [one.idea for one in rank(SHELF, person, OCCASION).suggestions[:3]]
        if not any(matches(key, good) for key in top):
            found.append((line, top))
    return found


def test_the_top_three_holds_a_good_idea_for_nine_of_ten_people() -> None:
    assert len(LABELLED) >= 60
    assert len(missed(LABELLED)) <= len(LABELLED) // 10, missed(LABELLED)


def test_it_does_as_well_for_people_it_was_never_tuned_by() -> None:
    assert len(HELD_OUT) >= 30
    assert len(missed(HELD_OUT)) <= len(HELD_OUT) // 10, missed(HELD_OUT)


def test_nothing_that_a_thoughtful_person_would_never_give_appears() -> None:
    for line in LABELLED + HELD_OUT:
        person, _, never = person_of(line)
        shown = [one.idea for one in rank(SHELF, person, OCCASION, limit=100).suggestions]
        assert [key for key in shown if matches(key, never)] == [], line


# A second, plainer reading of the rules, to hold the ranking against.
MUST_NOT_HOLD = {
    "nuts": {"nuts", "peanuts"}, "lactose": {"milk"}, "gluten": {"gluten"}, "wool": {"wool"},
    "pork": {"pork"},
    "vegan": {"meat", "fish", "milk", "egg", "honey", "wool", "leather"}, "vegetarian": {"meat", "fish"},
    "fish": {"fish"}, "hay fever": {"pollen"}, "bee stings": {"bees", "honey"}, "caffeine": {"caffeine"},
    "sugar": {"sugar"}, "alcohol": {"alcohol"}, "perfume": {"fragrance"}, "halal": {"alcohol", "meat"},
}  # fmt: skip
KIND_OF = {
    "alcohol": ConstraintKind.ALCOHOL, "perfume": ConstraintKind.FRAGRANCE,
    "halal": ConstraintKind.OBSERVANCE,
    "vegan": ConstraintKind.DIET, "vegetarian": ConstraintKind.DIET, "pork": ConstraintKind.DIET,
}  # fmt: skip
ON_THE_BODY = {"wool", "pollen", "bees", "fragrance", "leather"}
OWNERS = {name: topic.name for topic in SHELF.topics.values() for name in topic.names}
STRANGE = ["kiwi", "strawberry", "nightshades", "Lent", "quinoa"]


def generated(rnd: random.Random) -> tuple[Person, Occasion]:
    names = [name for topic in SHELF.topics.values() for name in topic.names if name != ANY]
    labels = rnd.sample(names, rnd.randint(1, 6)) + rnd.sample(["ferrofluid", "old tin toys", "🎈", "  "], 1)
    interests = tuple(
        Interest(
            label,
            heard_on=rnd.choice([None, TODAY - timedelta(days=rnd.randint(0, 4000))]),
            attitude=rnd.choice([Attitude.LIKE, Attitude.LIKE, Attitude.LIKE, Attitude.DISLIKE]),
            still_true=rnd.random() > 0.1,
            certainty=rnd.randint(1, 5),
            id=number,
        )
        for number, label in enumerate(labels, 1)
    )
    avoided = rnd.sample(list(MUST_NOT_HOLD), rnd.randint(0, 4))
    constraints = [Constraint(KIND_OF.get(avoid, ConstraintKind.ALLERGY), avoid) for avoid in avoided]
    if rnd.random() < 0.1:
        constraints.append(Constraint(ConstraintKind.NO_GIFTS))
    if rnd.random() < 0.2:
        constraints.append(Constraint(ConstraintKind.ALLERGY, rnd.choice(STRANGE)))
    given = tuple(
        Gift(0, BY_KEY[key].title, idea=key, state=GiftState.SENT, on=TODAY)
        for key in rnd.sample(list(BY_KEY), rnd.randint(0, 5))
    )
    occasion = Occasion(TODAY, TODAY + timedelta(days=rnd.randint(0, 60)), rnd.choice([None, 0, 5, 30, 80]))
    return Person(interests, tuple(constraints), given), occasion


def wrongs(person: Person, occasion: Occasion, one: Suggestion) -> list[str]:
    idea = BY_KEY[one.idea.split(":")[0]]
    avoided = {c.avoid for c in person.constraints}
    bad: set[str] = set().union(*(MUST_NOT_HOLD.get(a, set()) for a in avoided))
    found = [f"holds {token}" for token in idea.has & bad]
    if idea.may & bad and not one.question:
        found.append("guesses")
    eaten = bad - ON_THE_BODY or avoided & set(STRANGE)
    if idea.eaten and not idea.plain and eaten and not one.question:
        found.append("guesses what is in it")
    if any(c.kind is ConstraintKind.NO_GIFTS for c in person.constraints) and idea.kind is not GiftKind.TIME:
        found.append("is a gift for somebody who prefers none")
    if any(gift.idea == one.idea for gift in person.given):
        found.append("was given before")
    if occasion.budget is not None and (0, 0, 10, 25, 50)[idea.band] >= occasion.budget and idea.band:
        found.append("is too dear")
    for interest in person.interests:
        if interest.attitude is Attitude.DISLIKE and OWNERS.get(interest.label) == idea.topic:
            found.append(f"is about {interest.label}, which they dislike")
    if not any(i.id == one.interest and i.still_true and i.attitude == "like" for i in person.interests):
        found.append("has no reason")
    return found


@pytest.mark.parametrize("seed", range(10))
def test_no_forbidden_idea_for_ten_thousand_people(seed: int) -> None:
    rnd = random.Random(seed)
    for _ in range(1000):
        person, occasion = generated(rnd)
        for one in rank(SHELF, person, occasion, limit=30).suggestions:
            assert wrongs(person, occasion, one) == [], (one, person, occasion)


def test_the_plain_reading_notices_a_forbidden_idea() -> None:
    person = Person((Interest("wine", id=1),), (Constraint(ConstraintKind.ALCOHOL, "alcohol"),))
    wine = Suggestion("wine.food", "A bottle", "", "", interest=1)
    assert wrongs(person, OCCASION, wine)[0] == "holds alcohol"


def test_ranking_takes_far_less_than_a_blink() -> None:
    person, _, _ = person_of(LABELLED[0])
    many = tuple(Interest(topic.name, id=n) for n, topic in enumerate(list(SHELF.topics.values())[:20], 1))
    best = min(_seconds(lambda: rank(SHELF, person._replace(interests=many), OCCASION)) for _ in range(5))
    assert best < 0.2  # a guard against something quadratic; the figure itself is a benchmark's


def _seconds(call) -> float:
    start = process_time()
    call()
    return process_time() - start


def test_an_unknown_interest_still_gives_ideas_around_their_own_words() -> None:
    found = rank(SHELF, Person((Interest("ferrofluid", id=7),)), OCCASION).suggestions
    assert len(found) >= 4
    assert all("ferrofluid" in one.title and one.because == "because of “ferrofluid”" for one in found)
    assert any("nothing special" in sentence for sentence in found[0].why)


def test_their_words_are_part_of_the_reason() -> None:
    interest = Interest(
        "grilling", words="every Sunday", heard_on=date(2026, 4, 2), heard_where="the fair", id=1
    )
    best = rank(SHELF, Person((interest,)), OCCASION).suggestions[0]
    assert best.why == (
        "You noted “grilling”, heard at the fair, in April 2026.",
        "Their words: “every Sunday”",
    )


def test_recent_and_certain_words_weigh_more() -> None:
    old = Interest("tennis", heard_on=date(2015, 1, 1), certainty=2, id=1)
    new = Interest("chess", heard_on=date(2026, 10, 1), certainty=5, id=2)
    best = rank(SHELF, Person((old, new)), OCCASION).suggestions
    assert best[0].interest == 2
    assert max(o.score for o in best if o.interest == 1) < best[0].score


def test_what_can_arrive_in_time_comes_first() -> None:
    soon = Occasion(TODAY, TODAY + timedelta(days=1), 30)
    found = rank(SHELF, Person((Interest("coffee", id=1),)), soon).suggestions
    late = [one for one in found if any("late" in warning for warning in one.warnings)]
    assert found[0] not in late
    assert late


def test_an_unknown_allergy_asks_before_food_is_given() -> None:
    person = Person((Interest("hot sauce", id=1),), (Constraint(ConstraintKind.ALLERGY, "kiwi"),))
    food = next(o for o in rank(SHELF, person, OCCASION).suggestions if o.kind is GiftKind.FOOD)
    assert "kiwi" in food.question


def test_a_dislike_shuts_out_the_subject_and_its_words() -> None:
    person = Person((Interest("music", id=1), Interest("poster", attitude=Attitude.DISLIKE, id=2)))
    ranking = rank(SHELF, person, OCCASION)
    assert not any("poster" in one.title for one in ranking.suggestions)
    assert any("poster" in one.title and "don't enjoy" in one.reason for one in ranking.set_aside)


def test_without_interests_there_is_nothing_to_suggest() -> None:
    assert rank(SHELF, Person(), OCCASION) == ((), ())


def test_a_year_is_varied_and_nothing_is_given_twice() -> None:
    person = Person((Interest("grilling", id=1), Interest("chess", id=2)))
    first = rank(SHELF, person, OCCASION).suggestions[0]
    assert first.interest == 1
    given = Gift(0, first.title, idea=first.idea, state=GiftState.RECEIVED, on=TODAY - timedelta(days=90))
    again = rank(SHELF, person._replace(given=(given,)), OCCASION, limit=100)
    assert again.suggestions[0].interest == 2
    assert again.suggestions[0].kind is not first.kind
    assert first.idea not in [one.idea for one in again.suggestions]
    aside = next(one for one in again.set_aside if one.idea == first.idea)
    assert aside.reason == "They have had this from you before."
    long_ago = given._replace(on=TODAY - timedelta(days=900))
    later = rank(SHELF, person._replace(given=(long_ago,)), OCCASION, limit=100)
    book, book_later = (
        next(one.score for one in found.suggestions if one.idea == "grilling.book")
        for found in (again, later)
    )
    assert book < book_later
    assert first.idea not in [one.idea for one in later.suggestions]


def test_each_idea_says_why_and_each_set_aside_says_why_not() -> None:
    for line in HELD_OUT:
        person, _, _ = person_of(line)
        ranking = rank(SHELF, person, OCCASION, limit=100)
        assert all(one.why and one.because for one in ranking.suggestions)
        assert all(one.reason.endswith(".") for one in ranking.set_aside)
