# SPDX-License-Identifier: MIT
"""The calendar's menus: what can be done with a step or with days, and what is shown."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QMenu

from winback_desktop.ui.calendar.presenter import CalendarPresenter
from winback_desktop.ui.calendar.rows import Chip
from winback_desktop.ui.calendar.sieve import GROUPS, Sieve


def fill_chip(menu: QMenu, presenter: CalendarPresenter, chip: Chip) -> None:
    """What can be done with a step, a quiet day or a day to remember."""
    if chip.contact:
        menu.addAction(f"Open {_plain(chip.name)}", lambda: presenter.open_person(chip.contact))
        if not chip.care:
            only = Sieve(contact=chip.contact, name=chip.name)
            menu.addAction(f"Show only {_plain(chip.name)}", lambda: presenter.show_only(only))
    if chip.movable:
        menu.addSeparator()
        menu.addAction("Mark as done", lambda: presenter.moving.complete(chip.step))
        menu.addAction("One day later", lambda: presenter.moving.shift(chip.step, 1))
        menu.addAction("One week later", lambda: presenter.moving.shift(chip.step, 7))


def fill_days(
    menu: QMenu,
    presenter: CalendarPresenter,
    first: date,
    last: date,
    take_off: Callable[[date, date], object],
    open_day: Callable[[date], object],
) -> None:
    """What can be done with one or several days."""
    if first == last:
        menu.addAction("Open this day", lambda: open_day(first))
        entry = presenter.days_off.of(first)
        if entry is not None:
            number, label = entry
            menu.addAction(
                f"Work after all: remove “{_plain(label)}”", lambda: presenter.days_off.remove(number)
            )
            return
    menu.addAction(
        "Take this day off…" if first == last else "Take these days off…", lambda: take_off(first, last)
    )


def fill_shown(menu: QMenu, presenter: CalendarPresenter) -> None:
    """Which kinds are shown, and one person alone."""
    sieve = presenter.sieve
    for group in GROUPS:
        action = menu.addAction(group.words)
        action.setCheckable(True)
        action.setChecked(group.key not in sieve.hidden)
        action.triggered.connect(lambda _=False, key=group.key: presenter.show_only(sieve.toggled(key)))
    menu.addSeparator()
    people = menu.addMenu("Only one person")
    for contact, name in presenter.people():
        only = sieve._replace(contact=contact, name=name)
        action = people.addAction(_plain(name), lambda only=only: presenter.show_only(only))
        action.setCheckable(True)
        action.setChecked(contact == sieve.contact)
    people.setEnabled(bool(people.actions()))
    everything = menu.addAction("Show everything", lambda: presenter.show_only(Sieve()))
    everything.setEnabled(sieve != Sieve())


def _plain(name: str) -> str:
    return name.replace("&", "&&")
