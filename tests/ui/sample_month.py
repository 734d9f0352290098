# SPDX-License-Identifier: MIT
"""A small November with a loss in quiet time, a note that is due and a lunch, for tests of the window."""

from datetime import UTC, date, datetime

from fakes import FakeClock

from winback_desktop.application.advance import advance
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import CARE, Step
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.system.public_holidays import PublicHolidays

PEOPLE = (
    ("Marcus Lindqvist", date(2026, 8, 24)),
    ("Rosa Delgado", date(2026, 11, 19)),
    ("<img src='/etc/hostname'> & Sons", date(2026, 11, 23)),
)


def sample_month(clock: FakeClock, *, care: bool = False) -> Workspace:
    """Tuesday 24 November 2026 at nine: a note and a lunch are due, one person is in quiet time."""
    work = Workspace(open_memory_store(clock.now), clock, PublicHolidays())
    save_owner(work, Owner(name="Dana", country="US", week_start=0))
    for name, learned in PEOPLE:
        clock.instant = datetime(learned.year, learned.month, learned.day, 12, tzinfo=UTC)
        record_loss(work, LossDraft(name, learned_on=learned))
    if not care:
        with work.store.transaction():
            for step in work.store.find(Step):
                if step.kind in CARE:
                    work.store.remove(step)
    clock.instant = datetime(2026, 11, 24, 9, tzinfo=UTC)
    advance(work)
    return work


def step_of(work: Workspace, name: str, kind: str) -> Step:
    """One person's step of a kind."""
    (contact,) = work.store.find(Contact, name=name)
    (step,) = work.store.find(Step, contact=contact.id, kind=kind)
    return step
