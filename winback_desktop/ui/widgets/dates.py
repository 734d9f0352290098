# SPDX-License-Identifier: MIT
"""A day to type or to pick, in the owner's own date format; it may be left empty."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from winback_desktop.ui.resources import pixmap
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton


def day_format(locale: QLocale) -> str:
    """The locale's short date form with all four digits of the year; ISO 8601 where it has none."""
    if locale.language() == QLocale.Language.C:
        return "yyyy-MM-dd"
    form = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return form if "yyyy" in form else form.replace("yy", "yyyy")


def parse_day(text: str, locale: QLocale) -> date | None:
    """A day typed in the locale's short or long form, or as ISO 8601; None when it is none."""
    text = text.strip()
    found = locale.toDate(text, day_format(locale))
    if not found.isValid():
        found = QDate.fromString(text, Qt.DateFormat.ISODate)
    if not found.isValid():
        found = locale.toDate(text, QLocale.FormatType.LongFormat)
    if not found.isValid():
        found = locale.toDate(text, QLocale.FormatType.ShortFormat)
        # Two digits of a year mean this century here, not the one before.
        if found.isValid() and found.year() < 1970:
            found = found.addYears(100)
    return _to_day(found) if found.isValid() else None


def show_day(day: date, locale: QLocale) -> str:
    """A day in the form that ``parse_day`` reads back."""
    return locale.toString(QDate(day.year, day.month, day.day), day_format(locale))


def _to_day(found: QDate) -> date | None:
    try:
        return date(found.year(), found.month(), found.day())
    except ValueError:
        return None


def pick_day(
    theme: Theme,
    under: QWidget,
    shown: date | None,
    picked: Callable[[date], object],
    first: date | None = None,
) -> QWidget:
    """Show a month under a widget; ``picked(day)`` is called at most once. No day before ``first``."""
    popup = QWidget(under, Qt.WindowType.Popup)
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(popup)
    column.setContentsMargins(6, 6, 6, 6)
    month = QCalendarWidget()
    month.setAccessibleName("Calendar")
    month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    start = theme.week_start()
    usual = popup.locale().firstDayOfWeek()
    month.setFirstDayOfWeek(Qt.DayOfWeek(start + 1) if start >= 0 else usual)
    _calm(month)
    if first is not None:
        month.setMinimumDate(QDate(first.year, first.month, first.day))
    if shown is not None:
        month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
    chosen: list[date] = []

    def choose(found: QDate) -> None:
        day = _to_day(found)
        if day is not None and not chosen:
            chosen.append(day)
            popup.close()
            picked(day)

    month.clicked.connect(choose)
    month.activated.connect(choose)
    column.addWidget(month)
    popup.adjustSize()
    popup.move(under.mapToGlobal(QPoint(0, under.height() + 4)))
    popup.show()
    month.setFocus()
    return popup


def _calm(month: QCalendarWidget) -> None:
    """No red for weekends, and room for six weeks at any text size."""
    plain = QTextCharFormat()
    plain.setForeground(month.palette().placeholderText())
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        month.setWeekdayTextFormat(day, plain)
    ink = month.palette().text().color().name()
    for name, arrow in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
        button = month.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(QIcon(pixmap(f"chevron-{arrow}", ink, 18, month.devicePixelRatioF())))
    line = month.fontMetrics().height()
    month.setMinimumSize(line * 19, line * 16)


class DateField(QWidget):
    """A line for a day with a calendar to open. Up and Down go a day, PgUp and PgDn a month; words in
    ``error`` when the text is no day. ``today`` is asked for only when the calendar or a key needs it."""

    changed = Signal(object)
    """The day, or None when empty or not a day."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        day: date | None = None,
        today: Callable[[], date] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        # "Such as": a bare day in grey reads like one that is filled in.
        self.line.setPlaceholderText(f"such as {self._example()}")
        self.line.installEventFilter(self)
        row.addWidget(self.line, 1)
        self._open = IconButton(theme, "calendar-days", f"{name}: open the calendar")
        self._open.clicked.connect(self.open_calendar)
        row.addWidget(self._open)
        self.setFocusProxy(self.line)
        self.set_day(day)
        self.line.textEdited.connect(self._typed)

    def day(self) -> date | None:
        """The day typed, or None when the line is empty or holds no day."""
        return parse_day(self.line.text(), self.locale())

    def is_empty(self) -> bool:
        """True when nothing is typed."""
        return not self.line.text().strip()

    @property
    def error(self) -> str:
        """A sentence when the text is no day, else nothing."""
        if self.is_empty() or self.day() is not None:
            return ""
        return f"This is not a day. Write it like {self._example()}."

    def set_day(self, day: date | None) -> None:
        """Show a day, or nothing."""
        self.line.setText(show_day(day, self.locale()) if day else "")

    def set_name(self, name: str) -> None:
        """Change the accessible name."""
        self.line.setAccessibleName(name)

    def open_calendar(self) -> None:
        """Show a month to pick from."""
        shown = self.day() or (self._today() if self._today else None)
        pick_day(self._theme, self, shown, self._picked)

    def eventFilter(self, watched, event) -> bool:
        if watched is self.line and event.type() == event.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Up: (1, 0),
            Qt.Key.Key_Down: (-1, 0),
            Qt.Key.Key_PageUp: (0, 1),
            Qt.Key.Key_PageDown: (0, -1),
        }
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
            return True
        if event.key() not in steps:
            return False
        start = self.day() or (self._today() if self._today else None)
        if start is None:
            return False
        days, months = steps[event.key()]
        moved = _to_day(QDate(start.year, start.month, start.day).addDays(days).addMonths(months))
        if moved:
            self.set_day(moved)
            self.changed.emit(moved)
        return True

    def _typed(self) -> None:
        self.changed.emit(self.day())

    def _picked(self, day: date) -> None:
        self.set_day(day)
        self.line.setFocus()
        self.changed.emit(day)

    def _example(self) -> str:
        return show_day(date(2026, 11, 25), self.locale())
