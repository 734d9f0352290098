# SPDX-License-Identifier: MIT
"""A window that was hidden, in the tray or the task bar, says what is true now when it comes back."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from winback_desktop.app import Session
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.referrals import record_referral
from winback_desktop.domain.people import Contact
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.system.public_holidays import PublicHolidays


@pytest.fixture
def session(qtbot, clock, theme) -> Iterator[Session]:
    """A window over a store with one customer lost a while ago."""
    work = Workspace(open_memory_store(clock.now), clock, PublicHolidays())
    record_loss(work, LossDraft("Rosa Marin"))
    clock.move(days=20)
    session = Session(work, theme)
    qtbot.addWidget(session.window)
    session.window.show()
    yield session
    session.window.hide()
    work.store.close()


def said(session: Session) -> str:
    for _ in range(4):  # what is made fit, and what is drawn only when seen, follows on later rounds
        QApplication.processEvents()
    return "\n".join(label.text() for label in session.window.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("today", None),
        ("wellbeing", "best"),
        ("customers", None),
        ("customers", 1),
        ("notes", None),
        ("insights", None),
    ],
)
def test_a_page_shows_what_changed_while_its_window_was_away(session, page, target) -> None:
    session.navigator.go(page, target)
    before = said(session)
    session.window.hide()
    for name in ("Ben Okafor", "Mina Sol"):
        record_loss(session.work, LossDraft(name))
    record_referral(session.work, 1, "Cleo Park")
    rosa = session.work.store.get(Contact, 1)
    with session.work.store.change("a firm"):
        session.work.store.save(rosa._replace(organisation="Marin & Co", roles=(*rosa.roles, "best")))
    session.window.show()
    after = said(session)
    assert after != before
    session.navigator.go("settings")
    session.navigator.go(page, target)
    assert said(session) == after, "no visit is needed"
