# SPDX-License-Identifier: MIT
"""The calendar page: title and controls, the grid or the agenda, the legend, and a day's whole list."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from winback_desktop.ui.calendar import menus
from winback_desktop.ui.calendar.agenda_list import AgendaList
from winback_desktop.ui.calendar.day_sheet import DaySheet
from winback_desktop.ui.calendar.grid import DayGrid
from winback_desktop.ui.calendar.grid_frame import GridFrame, ListFrame
from winback_desktop.ui.calendar.legend import Legend
from winback_desktop.ui.calendar.presenter import AGENDA, MONTH, WEEK, CalendarPresenter
from winback_desktop.ui.calendar.rows import Chip
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton, IconMenuButton, SecondaryButton
from winback_desktop.ui.widgets.cards import EmptyState
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.segments import SegmentedControl

_GRID_HINT = "Drag to reschedule or to choose days · T today"
_CHOSEN_HINT = "Alt and arrows move it · Enter opens"
_MODES = ((MONTH, "Month"), (WEEK, "Week"), (AGENDA, "Agenda"))
_TODAY_KEYS = (QKeySequence("Ctrl+T"), QKeySequence("T"))


class CalendarView(QWidget):
    """Shows what the presenter has and asks it for everything else."""

    def __init__(self, presenter: CalendarPresenter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._theme = presenter, theme
        self._sheet: DaySheet | None = None
        self._actions: list[QAction] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addLayout(self._body(), 1)
        column.addLayout(self._foot())
        presenter.changed.connect(self._show)
        self._add_commands()

    # --- The page's contract

    def activate(self, target: object = None) -> None:
        """Show the calendar, at a ``date`` when one is given."""
        self._presenter.activate(target if isinstance(target, date) else None)
        self._focus_body()

    def commands(self) -> list[QAction]:
        """The page's own actions, for the window's menu and its list of shortcuts."""
        return self._actions

    def showEvent(self, event: QShowEvent) -> None:
        # The window may come back from the tray on another day, without a visit to the page.
        self._presenter.activate(None)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._presenter.shown = False
        super().hideEvent(event)

    # --- Parts

    def _head(self) -> QBoxLayout:
        """Title and controls side by side; one above the other where that is too narrow."""
        row = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        self._title = PlainLabel(self._theme, "", "title")
        row.addWidget(self._title, 1)
        self._controls = QWidget()
        inner = QHBoxLayout(self._controls)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        self._print = IconButton(self._theme, "printer", "Print or save as PDF")
        self._shown = IconMenuButton(
            self._theme,
            "menu",
            "Choose what is shown",
            lambda menu: menus.fill_shown(menu, self._presenter),
        )
        self._pick = IconButton(self._theme, "calendar-days", "Jump to a day")
        self._pick.clicked.connect(self._jump)
        self._back = IconButton(self._theme, "chevron-left", "Earlier")
        self._today = SecondaryButton(self._theme, "Today")
        self._forward = IconButton(self._theme, "chevron-right", "Later")
        self._modes = SegmentedControl(self._theme, "What to show", _MODES, MONTH)
        for widget in (self._shown, self._print, self._pick, self._back, self._today, self._forward):
            inner.addWidget(widget)
        inner.addSpacing(8)
        inner.addWidget(self._modes)
        row.addWidget(self._controls)
        self._print.clicked.connect(self._offer_paper)
        self._back.clicked.connect(lambda: self._presenter.turn(-1))
        self._forward.clicked.connect(lambda: self._presenter.turn(1))
        self._today.clicked.connect(self._go_today)
        self._modes.chosen.connect(self._presenter.set_mode)
        return row

    def _body(self) -> QStackedLayout:
        self._grid = DayGrid(self._theme)
        self._frame = GridFrame(self._theme, self._grid)
        self._agenda = AgendaList(self._theme)
        self._agenda_frame = ListFrame(self._theme, self._agenda)
        self._empty = EmptyState(
            self._theme,
            "calendar-days",
            "Nothing is planned yet",
            "The steps of a plan appear on their days as soon as a loss is recorded.",
            "Record a loss",
            self._presenter.record_loss,
        )
        stack = QStackedLayout()
        for widget in (self._frame, self._agenda_frame, self._empty):
            stack.addWidget(widget)
        grid = self._grid
        grid.day_wanted.connect(self._look_at)
        grid.drop_wanted.connect(self._presenter.moving.move)
        grid.hovering.connect(self._hover)
        grid.days_wanted.connect(self._days_menu)
        grid.chip_chosen.connect(lambda _: self._say(""))
        for view in (grid, self._agenda):
            view.day_opened.connect(self._open_day)
            view.chip_opened.connect(self._open_chip)
            view.shift_wanted.connect(self._presenter.moving.shift)
            view.menu_wanted.connect(self._menu)
        self._stack = stack
        return stack

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._legend = Legend(self._theme)
        row.addWidget(self._legend)
        row.addStretch(0)
        self._hint = PlainLabel(self._theme, _GRID_HINT, "hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._hint, 1)
        return row

    # --- Showing

    def _show(self) -> None:
        presenter = self._presenter
        self._modes.set_current(presenter.mode)
        self._say("")
        if presenter.mode == AGENDA:
            self._agenda.show_lines(presenter.lines)
            planned = any(line.chip for line in presenter.lines) or presenter.sieve.words()
            self._stack.setCurrentWidget(self._agenda_frame if planned else self._empty)
            return
        if presenter.nothing_yet():
            self._stack.setCurrentWidget(self._empty)
            return
        self._frame.weekdays.set_week_start(presenter.week_start)
        self._grid.show_days(presenter.cells, presenter.week_start, presenter.day, presenter.mode == WEEK)
        self._stack.setCurrentWidget(self._frame)

    def _look_at(self, day: date) -> None:
        self._presenter.show_day(day)
        self._grid.show_days(
            self._presenter.cells,
            self._presenter.week_start,
            self._presenter.day,
            self._presenter.mode == WEEK,
        )

    def _hover(self, step: int, day: date | None) -> None:
        sentence = ""
        self._grid.delegate.refused = False
        if step and day is not None:
            objection = self._presenter.moving.objection(step, day)
            self._grid.delegate.refused = bool(objection)
            sentence = objection or self._presenter.moving.warning(step, day)
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        """A sentence across the foot, or the legend with a hint on what the keys do."""
        sentence = sentence or self._presenter.sieve.words()
        chosen = self._presenter.mode == AGENDA or self._grid.delegate.selected
        self._legend.setVisible(not sentence)
        self._hint.setText(sentence or (_CHOSEN_HINT if chosen else _GRID_HINT))
        self._hint.set_role("waiting" if sentence else "hint")
        self._fit()

    def _fit(self) -> None:
        """Short title, two rows on top or no hint below, where the window is narrow."""
        presenter, width = self._presenter, self.width() - 56
        metrics = self._title.fontMetrics()
        controls = self._controls.sizeHint().width() + 16
        long, short = presenter.title(), presenter.title(short=True)
        beside = metrics.horizontalAdvance(short) + controls <= width
        room = width - controls if beside else width
        self._title.setText(long if metrics.horizontalAdvance(long) <= room else short)
        ways = QBoxLayout.Direction
        self._top.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        fits = self._legend.sizeHint().width() + self._hint.sizeHint().width() + 16 <= width
        self._hint.setVisible(fits or self._legend.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._presenter.set_room(self._grid.room())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            rtl = self.isRightToLeft()
            self._back.set_icon("chevron-right" if rtl else "chevron-left")
            self._forward.set_icon("chevron-left" if rtl else "chevron-right")

    def _focus_body(self) -> None:
        shown = self._stack.currentWidget()
        (self._grid if shown is self._frame else self._agenda).setFocus()

    # --- A day's whole list

    def _open_day(self, day: date) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
        cell, title = self._presenter.entries(day)
        self._sheet = DaySheet(self._theme, self, cell, title)
        self._sheet.chip_opened.connect(lambda chip: self._presenter.open_person(chip.contact))
        self._sheet.open()

    # --- Menus and keys

    def _menu(self, chip: Chip, at: QPoint) -> None:
        self._pop_up(at, lambda menu: menus.fill_chip(menu, self._presenter, chip))

    def _days_menu(self, first: date, last: date, at: QPoint) -> None:
        def fill(menu: QMenu) -> None:
            menus.fill_days(menu, self._presenter, first, last, self._take_off, self._open_day)

        self._pop_up(at, fill)

    def _pop_up(self, at: QPoint, fill: Callable[[QMenu], None]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu)
        if menu.actions():
            menu.popup(at)

    def _take_off(self, first: date, last: date) -> None:
        from winback_desktop.ui.calendar.day_off_sheet import DayOffSheet

        self.day_off_sheet = DayOffSheet(self._theme, self, first, last, self._presenter.days_off.add)
        self.day_off_sheet.closed.connect(self._grid.unmark)
        self.day_off_sheet.open()
        self.day_off_sheet.label.setFocus()

    def _take_chosen_off(self) -> None:
        days = self._grid.marked() or (self._presenter.day, self._presenter.day)
        self._take_off(*days)

    def _jump(self) -> None:
        from winback_desktop.ui.widgets.dates import pick_day

        self._mini = pick_day(self._theme, self._pick, self._presenter.day, self._jump_to)

    def _jump_to(self, day: date) -> None:
        self._presenter.show_day(day)
        self._show()
        self._focus_body()

    def _open_chip(self, chip: Chip) -> None:
        """A person's page; the whole day for a chip that stands for several things."""
        if chip.contact:
            self._presenter.open_person(chip.contact)
            return
        agenda = self._presenter.mode == AGENDA
        day = self._agenda.current_day() if agenda else self._grid.day()
        if day is not None:
            self._open_day(day)

    def _offer_paper(self) -> None:
        from winback_desktop.ui.calendar.paper import print_wish

        self._presenter.print(print_wish(self._presenter))

    def _go_today(self) -> None:
        self._presenter.show_day(self._presenter.today)
        self._show()
        self._focus_body()

    def _complete_chosen(self) -> None:
        view = self._agenda if self._presenter.mode == AGENDA else self._grid
        if (chip := view.chosen()) is not None and chip.movable:
            self._presenter.moving.complete(chip.step)

    def _add_commands(self) -> None:
        today = QAction("Today in the calendar", self)
        today.setShortcuts(list(_TODAY_KEYS))  # the window has Ctrl+T too: answered in ``event`` while here
        today.triggered.connect(self._go_today)
        self._actions.append(today)
        for words, keys, act in (
            ("Earlier month or week", "PgUp", lambda: self._presenter.turn(-1)),
            ("Later month or week", "PgDown", lambda: self._presenter.turn(1)),
            ("Show a month", "Ctrl+Shift+1", lambda: self._presenter.set_mode(MONTH)),
            ("Show a week", "Ctrl+Shift+2", lambda: self._presenter.set_mode(WEEK)),
            ("Show the agenda", "Ctrl+Shift+3", lambda: self._presenter.set_mode(AGENDA)),
            ("Jump to a day", "Ctrl+G", self._jump),
            ("Take the chosen days off", "Ctrl+Shift+O", self._take_chosen_off),
            ("Mark the chosen step as done", "Ctrl+Return", self._complete_chosen),
            ("Print these days or save them as PDF", "Ctrl+P", self._offer_paper),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)
            self._actions.append(action)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_today(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_today(event):
            self._go_today()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_today(event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in _TODAY_KEYS
