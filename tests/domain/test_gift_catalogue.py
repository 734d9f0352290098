# SPDX-License-Identifier: MIT
"""The gift shelf as it is shipped: complete, understood to the last line, and nothing to blush at."""

import re
from pathlib import Path

import pytest

from winback_desktop.application.gift_shelf import catalogue, known_policies
from winback_desktop.domain.gift_catalogue import ANY, GiftKind, read_catalogue
from winback_desktop.domain.plain_words import phrase

SHELF = catalogue()
IDEAS = [idea for topic in SHELF.topics.values() for idea in topic.ideas]
TOKENS = {
    "alcohol", "bees", "caffeine", "chilli", "egg", "fish", "fragrance", "gluten", "honey", "leather",
    "meat",
    "milk", "mustard", "nickel", "nuts", "pollen", "salt", "soy", "sugar", "sulphites", "wool",
}  # fmt: skip
BLUSHES = re.compile(
    r"\b(sexy|lingerie|underwear|bikini|naked|kiss\w*|wedding|diet pills?|slimming|weight[- ]loss|deodorant|"
    r"anti-?ageing|wrinkle|crucifix|bible|koran|quran|party badge|election|gun|rifle|ammunition|tobacco|"
    r"cigars?|"
    r"cannabis|casino|lottery|voucher for (?:our|my)|our logo|branded|flyer|brochure|discount)\b",
    re.IGNORECASE,
)


def test_every_line_is_understood() -> None:
    assert SHELF.problems == ()


def test_there_are_enough_subjects_in_categories() -> None:
    subjects = [topic for topic in SHELF.topics.values() if topic.name != ANY]
    assert len(subjects) >= 120
    assert len({topic.category for topic in subjects}) >= 10
    assert all(len(topic.names) >= 2 for topic in subjects)
    assert {topic.parent for topic in subjects} - {""} <= set(SHELF.topics)


def test_each_subject_has_five_kinds_of_ideas_a_gesture_and_something_affordable() -> None:
    for topic in SHELF.topics.values():
        assert len({idea.kind for idea in topic.ideas}) >= 5, topic.name
        assert topic.gesture, topic.name
        assert any(idea.band <= 2 and idea.kind is not GiftKind.TIME for idea in topic.ideas), topic.name


def test_no_two_subjects_share_a_word() -> None:
    owners: dict[tuple[str, ...], str] = {}
    for topic in SHELF.topics.values():
        for name in topic.names:
            assert owners.setdefault(phrase(name), topic.name) == topic.name, name


def test_keys_and_titles_are_unique_within_their_subject() -> None:
    assert len({idea.key for idea in IDEAS}) == len(IDEAS)
    assert len({(idea.topic, idea.title) for idea in IDEAS}) == len(IDEAS)


def test_each_idea_is_well_formed() -> None:
    for idea in IDEAS:
        assert 8 <= len(idea.title) <= 90, idea
        assert idea.title[0].isupper(), idea
        assert not idea.title.endswith((".", "!")), idea
        assert idea.has | idea.may <= TOKENS, idea
        assert (idea.band == 0) == (idea.kind is GiftKind.TIME), idea
        assert 0 <= idea.lead_days <= 28, idea
        assert idea.eaten or not idea.plain, idea
        assert not BLUSHES.search(idea.title), idea


@pytest.mark.parametrize(
    ("word", "token"),
    [
        ("wine", "alcohol"), ("beer", "alcohol"), ("whisky", "alcohol"), ("honey", "honey"), ("wool", "wool"),
        ("cheese", "milk"), ("lambswool", "wool"), ("leather", "leather"), ("coffee", "caffeine"),
    ],
)  # fmt: skip
def test_what_is_eaten_or_worn_says_what_it_is_made_of(word: str, token: str) -> None:
    touched = (GiftKind.FOOD, GiftKind.THING)
    named = [i for i in IDEAS if i.kind in touched and re.search(rf"\b{word}\b(?!-free)", i.title, re.I)]
    exceptions = {"cheese.thing", "hiking.food", "honey.thing", "coffee.thing"}
    assert [i.key for i in named if token not in i.has | i.may and i.key not in exceptions] == []


def test_a_bad_line_is_reported_and_never_stops_the_rest() -> None:
    text = "\n".join(
        [
            "stray = subject",
            "== Home",
            "lamps = lights",
            "  thing 9 | Too dear",
            "  toy 1 | No kind",
            "  thing 1 | A lamp | explodes",
            "  thing 1 | A small lamp | lead 3; flat",
            "  thing 1",
            "x" * 5000,
            "wide < nowhere = x",
        ]
    )
    read = read_catalogue([("mine.txt", text)])
    assert [idea.title for idea in read.topics["lamps"].ideas] == ["A small lamp"]
    assert len(read.problems) == 7
    assert all(problem.startswith("mine.txt, line ") and problem.endswith(".") for problem in read.problems)


def test_a_flood_of_lines_is_cut_off() -> None:
    read = read_catalogue([("flood.txt", "== A\n" + "b = c\n" * 50_000)])
    assert len(read.problems) == 1


def test_the_licence_lies_beside_the_data() -> None:
    folder = Path(__file__).parents[2] / "resources" / "gifts"
    assert "CC0 1.0 Universal" in (folder / "LICENSE-CC0.txt").read_text(encoding="utf-8")
    assert all(
        path.read_text(encoding="utf-8").startswith("# CC0-1.0") for path in folder.glob("[0-9a]*.txt")
    )


def test_each_known_policy_says_where_and_when_it_was_read() -> None:
    policies = known_policies()
    assert len(policies) >= 4
    for policy in policies:
        assert policy.source, policy
        assert policy.checked_on, policy
        assert policy.per_gift, policy
        assert len(policy.currency) == 3, policy
        assert len(policy.words) <= 200, policy
        assert not re.search(r"\b(?:you should|you may|you can|we advise)\b", policy.words), policy
