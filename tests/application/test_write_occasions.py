# SPDX-License-Identifier: MIT
"""Notes for other occasions: in every language, checked for what matters then, held back like any other."""

from datetime import timedelta

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_contacts import set_status
from winback_desktop.application.note_words import languages
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.referrals import record_referral, thanks_waiting
from winback_desktop.application.write_notes import check_note, mark_note, may_send, reword, save_text
from winback_desktop.application.write_occasions import discard, occasion_note, other_notes
from winback_desktop.domain.note_occasions import ALLOWED_IN_QUIET_TIME, Occasion
from winback_desktop.domain.people import Contact, ContactStatus, Interest
from winback_desktop.domain.practice import Note, NoteState

OTHERS = [each for each in Occasion if each is not Occasion.THANK_YOU]


@pytest.fixture
def rosa(work):
    save_owner(work, Owner(name="Ann Lee", country="US"))
    with work.store.change("add Rosa"):
        return work.store.add(Contact("Rosa Delgado", given="Rosa")).id


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("occasion", OTHERS)
def test_every_draft_is_whole_kind_and_personal(work, rosa, occasion, language):
    with work.store.change("add opera"):
        work.store.add(Interest("opera", words="The kitchen is my opera", contact=rosa))
    record_referral(work, rosa, "Petra Holm")
    note = Note(rosa, "", occasion=str(occasion), language=language)
    seen = set()
    for tone in ("warm", "plain", "brief"):
        for turn in range(3):
            text = reword(work, note, tone, turn)
            seen.add(text)
            assert "Rosa" in text
            assert text.endswith("Ann Lee")
            assert "[" not in text
            assert not any("!" in line for line in text.splitlines()), text
            found = check_note(work, note._replace(tone=tone), text)
            assert [each for each in found if each.marked] == [], text
            open_ones = [each.rule for each in found if not each.good and not each.optional]
            assert open_ones == [], text
    assert len(seen) > 3
    if occasion is Occasion.REFERRAL:
        assert "Petra Holm" in reword(work, note, "warm")


def test_the_courtesy_reply_is_two_lines_and_says_when_it_grows(work, rosa):
    note = occasion_note(work, rosa, Occasion.COURTESY)
    body = [line for line in note.text.splitlines() if line.strip()][1:-2]
    assert len(body) <= 2
    grown = note.text.replace("\n\nAnn", "") + " And one more thing I wanted to add here." * 8
    assert any(each.rule == "length" and not each.good for each in check_note(work, note, grown))


@pytest.mark.parametrize(
    ("language", "hurtful"),
    [
        ("en", "At least she is in a better place, and time heals."),
        ("de", "Die Zeit heilt alle Wunden, und das Leben geht weiter."),
        ("fr", "La vie continue et le temps guérit tout."),
        ("es", "La vida sigue y el tiempo lo cura todo."),
    ],
)
def test_sympathy_is_told_what_hurts(work, rosa, language, hurtful):
    note = Note(rosa, hurtful, occasion="condolence", language=language)
    assert "comfort" in {each.rule for each in check_note(work, note, hurtful) if each.marked}
    hello = note._replace(occasion="hello")
    assert "comfort" not in {each.rule for each in check_note(work, hello, hurtful)}


@pytest.mark.parametrize("occasion", OTHERS)
def test_in_quiet_time_only_what_cannot_wait_goes(work, rosa, occasion):
    record_loss(work, LossDraft(contact=rosa))
    note = save_text(work, occasion_note(work, rosa, occasion), "Dear Rosa")
    if occasion in ALLOWED_IN_QUIET_TIME:
        may_send(work, note)
        assert mark_note(work, note, NoteState.POSTED).state is NoteState.POSTED
    else:
        with pytest.raises(Refused, match="Quiet time"):
            mark_note(work, note, NoteState.PRINTED)


def test_a_begun_note_is_gone_on_with_and_can_be_discarded(work, rosa):
    note = save_text(work, occasion_note(work, rosa, Occasion.HELLO), "Dear Rosa, hello.")
    assert occasion_note(work, rosa, Occasion.HELLO) == note
    assert other_notes(work) == [note]
    discard(work, note)
    assert other_notes(work) == []
    assert occasion_note(work, rosa, Occasion.HELLO).id == 0
    work.store.undo()
    assert other_notes(work) == [note]


def test_thanks_for_a_referral_posted_here_count_as_thanked(work, rosa):
    record_referral(work, rosa, "Petra Holm")
    note = occasion_note(work, rosa, Occasion.REFERRAL)
    assert note.id
    mark_note(work, note, NoteState.POSTED)
    assert thanks_waiting(work) == []
    work.store.undo()
    assert [each.referred for each in thanks_waiting(work)] == ["Petra Holm"]


def test_thanks_for_a_referral_are_drafted_like_every_note_in_the_person_s_language(work, rosa):
    with work.store.change("add Jan"):
        jan = work.store.add(Contact("Jan Brandt", given="Jan", language="de-DE")).id
    german = work.store.get(Note, record_referral(work, jan, "Petra Holm").note)
    assert german.language == "de"
    assert german.text.startswith("Guten Tag Jan")
    assert "Petra Holm" in german.text
    earlier = work.clock.today() - timedelta(days=30)
    record_referral(work, rosa, "Cleo Park")
    before = work.store.get(Note, record_referral(work, rosa, "Petra Holm", earlier).note)
    assert "Petra Holm" in reword(work, before, "plain", 1)
    assert not [found for found in check_note(work, before, before.text) if found.marked]


@pytest.mark.parametrize("language", languages())
def test_sympathy_for_somebody_who_died_goes_to_the_family(work, rosa, language):
    set_status(work, rosa, ContactStatus.DECEASED)
    note = Note(rosa, "", occasion=str(Occasion.CONDOLENCE), language=language)
    for turn in range(3):
        greeting, *rest = reword(work, note, "warm", turn).splitlines()
        assert "famil" in greeting.casefold()
        assert "Rosa Delgado" in greeting
        assert "Rosa" not in " ".join(rest)
    may_send(work, note)
    with pytest.raises(Refused, match="deceased"):
        may_send(work, note._replace(occasion=str(Occasion.COURTESY)))
    set_status(work, rosa, ContactStatus.DO_NOT_CONTACT)
    with pytest.raises(Refused, match="do-not-contact"):
        may_send(work, note)
