# SPDX-License-Identifier: MIT
"""The board of best customers, whom to turn to after a loss, and referrals that are thanked for."""

from datetime import date, timedelta

import pytest
from fakes import FakeClock

from winback_desktop.application.best_customers import (
    add_best,
    board,
    keep_best,
    log_touch,
    take_off,
    touch_card,
)
from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_contacts import set_status
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.referrals import (
    mark_thanked,
    record_referral,
    remove_referral,
    save_thanks,
    thanks_waiting,
)
from winback_desktop.domain.people import Contact, ContactStatus, Interest
from winback_desktop.domain.practice import (
    Gift,
    GiftState,
    Note,
    NoteState,
    Step,
    StepKind,
    StepState,
    TouchKind,
)


@pytest.fixture
def ines(work: Workspace) -> Contact:
    return add_best(work, "Ines Moreau")


def row(work: Workspace, contact: int):
    return next(one for one in board(work).rows if one.contact == contact)


def test_contact_counts_from_the_last_real_touch_whatever_it_was(work: Workspace, clock: FakeClock, ines):
    assert (row(work, ines.id).last_on, row(work, ines.id).losing_touch) == (None, True)
    today = clock.today()
    log_touch(work, ines.id, TouchKind.CALL, on=today - timedelta(days=100))
    with work.store.change("more"):
        work.store.add(
            Note(ines.id, "Dear Ines", state=NoteState.POSTED, posted_on=today - timedelta(days=70))
        )
        work.store.add(Gift(ines.id, "Tongs", state=GiftState.SENT, on=today - timedelta(days=20)))
        work.store.add(Gift(ines.id, "A book", state=GiftState.CHOSEN, on=today - timedelta(days=1)))
    found = row(work, ines.id)
    assert (found.last_on, found.last_kind, found.losing_touch) == (today - timedelta(days=20), "gift", False)
    keep_best(work, ines.id, 960_000, "eur", 14)
    found = row(work, ines.id)
    assert (found.value, found.currency, found.cadence, found.losing_touch) == (960_000, "EUR", 14, True)


def test_values_in_two_currencies_stand_beside_each_other_and_are_never_added(work: Workspace, ines):
    gus = add_best(work, "Gus Petersen")
    keep_best(work, ines.id, 960_000, "EUR", 60)
    keep_best(work, gus.id, 1_000, "", 60)
    assert {one.currency for one in board(work).rows} == {"EUR", "USD"}


@pytest.mark.parametrize(
    ("value", "currency", "cadence", "field"),
    [(-1, "EUR", 30, "value"), (1, "Euro", 30, "currency"), (None, "", 0, "cadence")],
)
def test_impossible_figures_get_a_sentence(work: Workspace, ines, value, currency, cadence, field):
    with pytest.raises(Refused) as refused:
        keep_best(work, ines.id, value, currency, cadence)
    assert refused.value.field == field


def test_a_loss_proposes_one_to_three_with_a_reason_and_a_touch_answers_it(
    work: Workspace, clock: FakeClock, ines
):
    for name in ("Gus Petersen", "Mia Wong", "Lars Holm", "Eva Braun"):
        add_best(work, name)
    record_loss(work, LossDraft("Rosa Delgado", learned_on=clock.today()))
    found = board(work)
    assert (found.after, len(found.proposed)) == ("Rosa Delgado", 3)
    assert all(one.reason for one in found.proposed)
    log_touch(work, ines.id, TouchKind.HELLO, "a short hello")
    done = work.store.find(Step, kind=StepKind.BEST_CUSTOMER)[0]
    assert (done.state, done.reason) == (StepState.DONE, "In touch with Ines Moreau")
    assert board(work).after == ""
    assert ines.id not in {one.contact for one in board(work).proposed}


def test_the_lost_customer_and_their_firm_are_held_back_in_quiet_time_and_offered_after(
    work: Workspace, clock: FakeClock
):
    with work.store.change("people"):
        for name in ("Rosa Delgado", "Luis Delgado"):
            work.store.add(Contact(name, organisation="Delgado Catering"))
    rosa, luis = add_best(work, "Rosa Delgado"), add_best(work, "Luis Delgado")
    record_loss(work, LossDraft(contact=rosa.id, learned_on=clock.today()))
    assert board(work).proposed == ()
    assert "quiet time" in row(work, rosa.id).held
    assert "Rosa Delgado" in row(work, luis.id).held
    assert not row(work, rosa.id).losing_touch
    assert touch_card(work, rosa.id, TouchKind.CALL).held
    clock.move(days=10)
    from winback_desktop.application.advance import advance

    advance(work)
    assert {one.contact for one in board(work).proposed} == {rosa.id, luis.id}


def test_nobody_is_proposed_who_asked_for_no_contact(work: Workspace, ines):
    set_status(work, ines.id, ContactStatus.DO_NOT_CONTACT, "by phone")
    assert board(work).proposed == ()
    assert "not to be contacted" in row(work, ines.id).held


def test_the_cards_use_their_own_interests(work: Workspace, ines):
    with work.store.change("interest"):
        work.store.add(Interest("old maps", contact=ines.id))
    assert "old maps" in " ".join(touch_card(work, ines.id, TouchKind.KINDNESS).lines)
    hello = touch_card(work, ines.id, TouchKind.HELLO)
    assert "anything more I can do for you" in hello.text
    assert hello.text.startswith("Hello Ines")


def test_a_touch_of_tomorrow_gets_a_sentence_and_the_board_is_undoable(
    work: Workspace, clock: FakeClock, ines
):
    with pytest.raises(Refused) as refused:
        log_touch(work, ines.id, TouchKind.CALL, on=clock.today() + timedelta(days=1))
    assert refused.value.field == "on"
    take_off(work, ines.id)
    assert board(work).rows == ()
    work.store.undo()
    assert len(board(work).rows) == 1


def test_a_referral_is_joined_to_the_touch_before_it_and_thanked_by_a_note(
    work: Workspace, clock: FakeClock, ines
):
    before = log_touch(work, ines.id, TouchKind.MEETING, on=date(2026, 11, 4))
    log_touch(work, ines.id, TouchKind.CALL, on=date(2026, 11, 20))
    referral = record_referral(work, ines.id, "Petra Holm", on=date(2026, 11, 10), words="a boathouse")
    assert referral.touch == before.id
    assert [one.name for one in work.store.find(Contact)] == ["Ines Moreau"]
    (task,) = thanks_waiting(work)
    assert task.after == "after a meeting on Wed 4 Nov 2026"
    assert "Petra Holm" in task.text
    assert row(work, ines.id).referrals == 1
    save_thanks(work, referral.id, "Thank you, Ines.")
    mark_thanked(work, referral.id)
    assert thanks_waiting(work) == []
    note = work.store.find(Note, contact=ines.id)[0]
    assert (note.text, note.state, note.posted_on) == ("Thank you, Ines.", NoteState.POSTED, clock.today())
    assert row(work, ines.id).last_kind == "note"
    work.store.undo()
    assert len(thanks_waiting(work)) == 1
    remove_referral(work, referral.id)
    assert (thanks_waiting(work), work.store.find(Note)) == ([], [])
    work.store.undo()
    assert thanks_waiting(work)[0].text == "Thank you, Ines."


def test_a_referral_without_a_touch_before_or_from_tomorrow(work: Workspace, clock: FakeClock, ines):
    record_referral(work, ines.id, "Petra Holm")
    assert thanks_waiting(work)[0].after == ""
    with pytest.raises(Refused):
        record_referral(work, ines.id, "Otto", on=clock.today() + timedelta(days=1))
    with pytest.raises(Refused):
        mark_thanked(work, thanks_waiting(work)[0].referral, on=clock.today() + timedelta(days=1))
    with pytest.raises(Refused) as refused:
        record_referral(work, ines.id, " ")
    assert refused.value.field == "name"
