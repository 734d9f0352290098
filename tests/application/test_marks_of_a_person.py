# SPDX-License-Identifier: MIT
"""What a mark on a person drops or redirects, and what it leaves alone."""

from datetime import date

import pytest

from winback_desktop.application.change_firm import NewFirm, change_firm
from winback_desktop.application.failures import Refused
from winback_desktop.application.gather_paper import current_address, envelope_lines
from winback_desktop.application.keep_contacts import add_contact, set_status
from winback_desktop.application.rebuild import rebuild
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.referrals import record_referral
from winback_desktop.application.write_notes import mark_note
from winback_desktop.domain.archives import Archive
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.history_words import history_words
from winback_desktop.domain.moves import is_open
from winback_desktop.domain.people import Address, Contact, ContactStatus
from winback_desktop.domain.practice import CARE, Loss, LossKind, Note, NoteState, Plan, PlanState, Step

ENDS = {
    ContactStatus.DO_NOT_CONTACT: PlanState.DO_NOT_CONTACT,
    ContactStatus.DECEASED: PlanState.DECEASED,
    ContactStatus.ORGANISATION_GONE: PlanState.ORGANISATION_GONE,
}
FIRM = Address("1 Quay", postal_code="10115", locality="Berlin", country="DE", label="work")
HOME = Address("9 Hill", postal_code="10117", locality="Berlin", country="DE", label="home")


@pytest.fixture
def ann(work) -> int:
    card = ContactCard(Contact("Ann Berg", organisation="Boats"), addresses=(FIRM, HOME))
    return add_contact(work, card).id


def open_kinds(work, contact: int) -> set:
    return {step.kind for step in work.store.find(Step, contact=contact) if is_open(step)}


@pytest.mark.parametrize("status", ENDS)
def test_everything_towards_them_drops_at_once_and_care_stays(work, ann, status) -> None:
    plan = record_loss(work, LossDraft(contact=ann)).plan
    before = open_kinds(work, ann)
    assert before & set(CARE)
    assert before - set(CARE)
    set_status(work, ann, status, "on the phone")
    assert open_kinds(work, ann) == before & set(CARE)
    assert work.store.get(Plan, plan.id).state is ENDS[status]
    work.store.undo()
    assert open_kinds(work, ann) == before


def test_who_changes_the_firm_keeps_the_path_and_gets_no_letter_there(work, ann) -> None:
    plan = record_loss(work, LossDraft(contact=ann)).plan
    before = open_kinds(work, ann)
    today = work.clock.today()
    changed = change_firm(work, ann, NewFirm("Sails  Ltd", today, "Rigger"))
    assert (changed.organisation, changed.job_title) == ("Sails Ltd", "Rigger")
    assert "at Boats" in changed.about
    assert open_kinds(work, ann) == before
    assert work.store.get(Plan, plan.id).state is PlanState.QUIET
    assert envelope_lines(work, ann)[2] == "9 Hill"
    assert work.store.undo() == "note that Ann Berg changed to Sails Ltd"
    assert envelope_lines(work, ann)[2] == "1 Quay"


def test_a_new_firm_opens_the_way_again_after_the_old_one_went(work, ann) -> None:
    set_status(work, ann, ContactStatus.ORGANISATION_GONE)
    assert change_firm(work, ann, NewFirm("Sails", work.clock.today())).status is ContactStatus.NORMAL


def test_a_firm_that_cannot_be_gets_a_sentence(work, ann) -> None:
    for new, field in (
        (NewFirm("boats", work.clock.today()), "organisation"),
        (NewFirm("Sails", date(2099, 1, 1)), "since"),
    ):
        with pytest.raises(Refused) as refusal:
            change_firm(work, ann, new)
        assert refusal.value.field == field
    assert work.store.get(Contact, ann).organisation == "Boats"


def test_mail_that_came_back_goes_to_the_next_address(work, ann) -> None:
    with work.store.change("write"):
        note = work.store.add(Note(ann, "Dear Ann", state=NoteState.POSTED, posted_on=work.clock.today()))
    mark_note(work, note, NoteState.RETURNED)
    assert current_address(work, ann).label == "home"
    titles = [history_words(row.kind, row.title) for row in work.store.queries.timeline(ann)]
    assert "Mail came back from 1 Quay Berlin" in titles
    work.store.undo()
    assert current_address(work, ann).label == "work"


def test_the_history_tells_of_referrals_and_of_marks(work, ann) -> None:
    record_referral(work, ann, "Petra Holm")
    set_status(work, ann, ContactStatus.DO_NOT_CONTACT, "by letter")
    told = {history_words(row.kind, row.title): row.detail for row in work.store.queries.timeline(ann)}
    assert "Sent you Petra Holm" in told
    assert told["Asked for no contact"] == "by letter"


def test_an_archive_whose_losses_follow_one_another_in_a_ring_is_refused(work) -> None:
    person = Contact("Ann", id=1)
    day = work.clock.today()
    losses = tuple(
        Loss(1, LossKind.CLIENT, day, previous_loss=before, id=number) for number, before in ((1, 2), (2, 1))
    )
    archive = Archive({Contact: (person,), Loss: losses}, {}, work.clock.now(), "")
    with pytest.raises(Refused, match="comes before itself"):
        rebuild(work, archive)
    assert work.store.find(Contact) == []
