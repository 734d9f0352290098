# SPDX-License-Identifier: MIT
"""A return marked in one word keeps its notes, and one undo takes both back."""

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.welcome_back import come_back
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
