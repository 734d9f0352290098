# SPDX-License-Identifier: MIT
"""A return marked in one word keeps its notes, and one undo takes both back."""

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.welcome_back import come_back, welcome_back
from winback_desktop.domain.meetings import Return
from winback_desktop.domain.practice import Plan, PlanState


def test_coming_back_notes_the_return_and_undo_takes_both_back(work, clock):
    plan = record_loss(work, LossDraft("Rosa Delgado", value=120_000, currency="EUR")).plan
    clock.move(days=40)
    assert come_back(work, plan.id).state is PlanState.REHIRED
    (kept,) = work.store.find(Return)
    assert (kept.on, kept.value, kept.currency) == (clock.today(), 120_000, "EUR")
    with pytest.raises(Refused, match="has ended"):
        come_back(work, plan.id)
    assert work.store.undo() == "mark Rosa Delgado as re-hired"
    assert work.store.find(Return) == []
    assert work.store.get(Plan, plan.id).state is not PlanState.REHIRED
    work.store.redo()
    assert work.store.find(Return) == [kept]


def test_what_helped_belongs_to_the_same_step_only_right_after_the_mark(work, clock):
    plan = record_loss(work, LossDraft("Rosa Delgado")).plan
    clock.move(days=40)
    come_back(work, plan.id)
    (offered,) = work.store.find(Return)
    kept = welcome_back(work, offered._replace(helped="the lunch"))
    assert welcome_back(work, kept) == kept
    assert work.store.undo_label() == "mark Rosa Delgado as re-hired"
    work.store.undo()
    assert work.store.find(Return) == []
    assert work.store.undo_label() == "record the loss of Rosa Delgado"
    work.store.redo()
    assert work.store.find(Return) == [kept]

    record_loss(work, LossDraft("Ben Okafor"))
    welcome_back(work, kept._replace(helped="the lunch, and time"))
    assert work.store.undo() == "note how Rosa Delgado came back"
    assert work.store.find(Return) == [kept]
