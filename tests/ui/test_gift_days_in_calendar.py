# SPDX-License-Identifier: MIT
"""The last days to buy and to post a gift, as the calendar shows them."""

from datetime import date, timedelta

import pytest
from fakes import FakeClock, NoHolidays

from winback_desktop.application.choose_gift import choose, ideas_for, mark_gift
from winback_desktop.application.keep_interests import add_interest
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.practice import GiftState, StepKind
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.ui.calendar.presenter import CalendarPresenter
from winback_desktop.ui.calendar.sieve import Sieve
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations


@pytest.fixture
def work(qapp, clock: FakeClock):
    store = open_memory_store(clock.now)
    yield Workspace(store, clock, NoHolidays())
    store.listener = None
    store.close()


def test_a_chosen_gift_stands_on_its_last_days_with_a_word_of_its_own(work: Workspace) -> None:
    recorded = record_loss(work, LossDraft("Rosa Delgado"))
    contact = recorded.contact.id
    add_interest(work, contact, "grilling")
    due = next(step.due for step in recorded.steps if step.kind is StepKind.GIFT)
    operations = Operations(work.store)
    calendar = CalendarPresenter(work, operations, Navigator())
    calendar.activate(due)

    def chips(day: date) -> list[tuple[str, str]]:
        found = (chip for cell in calendar.cells if cell.day == day for chip in cell.chips)
        return [(chip.kind, chip.title) for chip in found if chip.kind in ("buy", "send")]

    gift = choose(work, contact, next(one for one in ideas_for(work, contact) if one.lead_days == 5))
    title = f"{gift.title}, for Rosa Delgado"
    assert chips(due - timedelta(days=7)) == [("buy", f"Last day to buy: {title}")]
    mark_gift(work, gift.id, GiftState.BOUGHT)
    assert chips(due - timedelta(days=7)) == []
    assert chips(due - timedelta(days=2)) == [("send", f"Last day to post: {title}")]
    calendar.show_only(Sieve().toggled("gift"))
    assert chips(due - timedelta(days=2)) == []
    calendar.shown = False
