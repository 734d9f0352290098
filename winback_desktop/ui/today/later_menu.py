# SPDX-License-Identifier: MIT
"""The menus behind "Later…": moments and days that make sense, and a month to pick any other day."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.presenter import TodayPresenter
from winback_desktop.ui.today.rows import LaterChoice


def fill_later(menu: QMenu, theme: Theme, presenter: TodayPresenter, step: int, under: QWidget) -> None:
    """Moments later today, days to move a step to, and a month to pick another from."""

    def chosen(choice: LaterChoice) -> None:
        presenter.laters.put_off(step, choice)

    _fill(menu, theme, presenter, presenter.laters.choices(), chosen, under)


def fill_asleep(menu: QMenu, theme: Theme, presenter: TodayPresenter, step: int, under: QWidget) -> None:
    """Other moments for what sleeps already, and the way back to the list."""

    def chosen(choice: LaterChoice) -> None:
        presenter.laters.remind(step, choice)

    _fill(menu, theme, presenter, presenter.laters.moments(), chosen, under)
    menu.addSeparator()
    menu.addAction(theme.icon("undo-2"), "Back on today’s list").triggered.connect(
        lambda: presenter.laters.wake(step)
    )


def _fill(
    menu: QMenu,
    theme: Theme,
    presenter: TodayPresenter,
    choices: Sequence[LaterChoice],
    chosen: Callable[[LaterChoice], None],
    under: QWidget,
) -> None:
    for choice in choices:
        menu.addAction(choice.words).triggered.connect(lambda _=False, choice=choice: chosen(choice))
    menu.addSeparator()

    def pick() -> None:
        from winback_desktop.ui.widgets.dates import pick_day

        def picked(day: date) -> None:
            chosen(LaterChoice("", day))

        pick_day(theme, under, presenter.today(), picked, first=presenter.today())

    menu.addAction(theme.icon("calendar-days"), "Pick a date…").triggered.connect(pick)
