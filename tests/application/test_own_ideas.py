# SPDX-License-Identifier: MIT
"""Gift ideas of the owner's own: from the program or a file, hostile ones too, and what they then do."""

import pytest

from winback_desktop.application import own_ideas
from winback_desktop.application.choose_gift import ideas_for, ranking_for
from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_shelf import OWN_IDEAS
from winback_desktop.application.keep_interests import add_constraint, add_interest, suggest_labels
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.gift_catalogue import GiftKind
from winback_desktop.domain.own_ideas import OwnIdea, own_idea
from winback_desktop.domain.people import ConstraintKind, Contact

APRON = OwnIdea("grilling", "A linen apron with their initials", GiftKind.THING, 2, lead_days=14)


@pytest.fixture
def rosa(work: Workspace) -> int:
    with work.store.change("add Rosa"):
        person = work.store.add(Contact("Rosa Berg"))
    add_interest(work, person.id, "barbecue")
    return person.id


def titles(work: Workspace, contact: int) -> list[str]:
    return [one.title for one in ideas_for(work, contact, limit=100)]


def test_an_idea_of_ones_own_is_suggested_under_any_word_for_its_subject(work, rosa):
    own_ideas.keep_idea(work, APRON._replace(subject="BBQ"))
    one = next(one for one in ideas_for(work, rosa, limit=100) if one.title == APRON.title)
    assert one.idea == "grilling.thing-own-a-linen-apron-with-their-initial"
    assert (one.because, one.lead_days) == ("because of “barbecue”", 14)


def test_a_new_subject_is_completed_and_gives_ideas(work, rosa):
    own_ideas.keep_idea(work, OwnIdea("ferrofluid", "A jar of ferrofluid with a magnet"))
    add_interest(work, rosa, "ferrofluid")
    assert [one.label for one in suggest_labels(work, "ferro")] == ["ferrofluid"]
    assert "A jar of ferrofluid with a magnet" in titles(work, rosa)


def test_it_is_changed_taken_out_and_brought_back_by_undo(work, rosa):
    stored = own_ideas.keep_idea(work, APRON)
    own_ideas.keep_idea(work, OwnIdea("roses", "A rose named after a poet"))
    changed = own_idea(stored)._replace(title="A plain linen apron", band=1)
    own_ideas.keep_idea(work, changed)
    assert sorted(one.title for one in own_ideas.own(work)) == [
        "A plain linen apron",
        "A rose named after a poet",
    ]
    for _ in range(2):
        own_ideas.remove_idea(work, own_ideas.own(work)[0])
    assert own_ideas.own(work) == []
    assert work.store.setting(OWN_IDEAS) is None
    assert work.store.undo() == "remove the gift idea “A plain linen apron”"
    assert [one.title for one in own_ideas.own(work)] == ["A plain linen apron"]


@pytest.mark.parametrize(
    ("idea", "field"),
    [
        (OwnIdea("", "A lamp"), "subject"),
        (OwnIdea("lamps" * 30, "A lamp"), "subject"),
        (OwnIdea("lamps", "  "), "title"),
        (OwnIdea("lamps", "x" * 5000), "title"),
        (OwnIdea("lamps", "A lamp", lead_days=-1), "lead_days"),
        (OwnIdea("lamps", "A lamp", holds=("kryptonite",)), "holds"),
        (OwnIdea("grilling", "long tongs, and a sturdy grill brush"), "title"),
    ],
)
def test_what_cannot_be_right_is_said_in_place(work, idea, field):
    with pytest.raises(Refused) as refused:
        own_ideas.keep_idea(work, idea)
    assert refused.value.field == field
    assert str(refused.value).endswith(".")
    assert own_ideas.own(work) == []


def test_what_it_holds_is_kept_from_who_avoids_it_under_any_word(work, rosa):
    add_constraint(work, rosa, ConstraintKind.ALLERGY, "walnuts")
    own_ideas.keep_idea(
        work, OwnIdea("grilling", "A jar of nut butter", GiftKind.FOOD, 1, ("Hazelnuts",), True)
    )
    own_ideas.keep_idea(work, OwnIdea("grilling", "A jar of something", GiftKind.FOOD, 1))
    assert "A jar of nut butter" not in titles(work, rosa)
    unsure = next(one for one in ideas_for(work, rosa, limit=100) if one.title == "A jar of something")
    assert "walnuts" in unsure.question


def test_signs_of_the_text_inside_an_idea_stay_words(work, rosa):
    own_ideas.keep_idea(work, OwnIdea("grilling = x < y", "Tongs | long; and = more\u202e\x00"))
    (idea,) = own_ideas.own(work)
    assert (idea.topic, idea.title) == ("grilling x y", "Tongs / long, and = more")


def test_a_hidden_idea_is_never_suggested_and_can_be_shown_again(work, rosa):
    first = ideas_for(work, rosa)[0]
    own_ideas.hide_idea(work, first.idea, first.title)
    assert first.title not in titles(work, rosa)
    aside = ranking_for(work, rosa, limit=100).set_aside
    assert next(one.reason for one in aside if one.idea == first.idea) == "You don't want to see this idea."
    assert [one.title for one in own_ideas.hidden_ideas(work)] == [first.title]
    own_ideas.show_idea(work, first.idea)
    assert first.title in titles(work, rosa)


FILE = """# my shop
== Craft
grilling
  thing 1 | A brush for the grate | lead 3
  thing 1 | A brush for the grate
  thing 9 | Too dear
  thing 2 | Long tongs and a sturdy grill brush
origami boats = paper boats
  time 0 | Fold one together
  gesture | Send a folded card.
no idea at all | x
"""


def test_a_file_adds_what_it_can_and_names_the_lines_that_it_cannot(work, rosa):
    taken = own_ideas.take_ideas(work, "shop.txt", FILE)
    assert (taken.added, taken.known) == (2, 2)
    assert len(taken.problems) == 2
    assert taken.problems[0] == "shop.txt, line 6: the price band is a number from 0 to 4."
    assert taken.problems[1].startswith("shop.txt, line 11: ")
    assert "A brush for the grate" in titles(work, rosa)
    assert own_ideas.take_ideas(work, "shop.txt", FILE).added == 0


def test_what_is_written_to_a_file_comes_back_the_same(work):
    own_ideas.take_ideas(work, "shop.txt", FILE)
    own_ideas.keep_idea(work, APRON._replace(holds=("wool",), not_for="a tiny kitchen"))
    text, before = own_ideas.ideas_text(work), [one._replace(line=0) for one in own_ideas.own(work)]
    work.store.undo()
    work.store.undo()
    assert own_ideas.own(work) == []
    assert own_ideas.take_ideas(work, "back.txt", text).problems == ()
    assert sorted(one._replace(line=0) for one in own_ideas.own(work)) == sorted(before)
    assert "Send a folded card." in own_ideas.ideas_text(work)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\x02",
        "PK\x03\x04 not a text at all",
        "<html><script>alert(1)</script></html>",
        "  thing 1 | An idea without a subject",
        "a" * 199_999,
        "=" * 500 + "\n" + "|" * 500,
        "x\n" * 30_000,
        "b = c\n  thing 1 | A lamp\n" + "y" * 200_000,
    ],
    ids=range(9),
)
def test_a_broken_or_hostile_file_gets_a_sentence_and_changes_nothing(work, rosa, text):
    before = titles(work, rosa)
    with pytest.raises(Refused) as refused:
        own_ideas.take_ideas(work, "mine.txt", text)
    assert "mine.txt" in str(refused.value)
    assert len(str(refused.value)) < 500
    assert titles(work, rosa) == before


def test_a_store_with_spoilt_ideas_still_gives_all_the_others(work, rosa):
    with work.store.change("spoil it"):
        work.store.set_setting(OWN_IDEAS, "grilling =\n  thing 1 | A good one\n  thing x | broken\n\x00\n")
    assert "A good one" in titles(work, rosa)
    own_ideas.keep_idea(work, APRON)
    assert APRON.title in titles(work, rosa)


def test_own_ideas_travel_with_the_archive(work, rosa):
    from winback_desktop.application.export_data import gather_archive

    own_ideas.keep_idea(work, APRON)
    assert "linen apron" in gather_archive(work).settings[OWN_IDEAS]
