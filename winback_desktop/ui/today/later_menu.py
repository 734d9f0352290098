# SPDX-License-Identifier: MIT
"""The menu behind "Later…": days that make sense, and a month to pick any other."""

from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.presenter import TodayPresenter


def fill_later(menu: QMenu, theme: Theme, presenter: TodayPresenter, step: int, under: QWidget) -> None:
    """The days to move a step to, and a month to pick another from."""
    for choice in presenter.later_choices():
        menu.addAction(choice.words).triggered.connect(
            lambda _=False, day=choice.day: presenter.later(step, day)
        )
    menu.addSeparator()
    menu.addAction(theme.icon("calendar-days"), "Pick a date…").triggered.connect(
        lambda: _pick(under, presenter, step)
    )


def _pick(under: QWidget, presenter: TodayPresenter, step: int) -> None:
    from winback_desktop.ui.widgets.dates import pick_day

    def picked(day: date) -> None:
        presenter.later(step, day)

    pick_day(under, presenter.today(), picked, first=presenter.today())
