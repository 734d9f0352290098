# SPDX-License-Identifier: MIT
"""Remembers of each printer what the owner once set for it, and which one was used last."""

from typing import Any

from winback_desktop.application.failures import StoreFault
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.printer_habits import Habits, read_habits, written_habits

_PREFIX, _LAST = "print.", "print-last"
PDF = "pdf"
"""Stands for a PDF where a printer's name is asked for: its paper is remembered too."""


def habits_of(work: Workspace, printer: str) -> Habits:
    """What is remembered of a printer; the usual for one that is new."""
    return read_habits(work.store.setting(_PREFIX + printer))


def keep_habits(work: Workspace, printer: str, habits: Habits) -> None:
    """Remember how a printer behaves."""
    _keep(work, _PREFIX + printer, written_habits(habits))


def last_printer(work: Workspace) -> str:
    """The printer used last, whether it is there now or not; empty for none."""
    return str(work.store.setting(_LAST, ""))


def keep_last_printer(work: Workspace, printer: str) -> None:
    """Remember the printer used last."""
    _keep(work, _LAST, printer)


def _keep(work: Workspace, key: str, value: Any) -> None:
    """Store a habit outside of undo; one that can't be remembered keeps nobody from printing."""
    store = work.store
    if store.read_only or store.setting(key) == value:
        return
    try:
        with store.transaction():
            store.set_setting(key, value)
    except StoreFault:
        return
