# SPDX-License-Identifier: MIT
"""Announces through the desktop, and over the window's own page where the desktop shows nothing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.application.own_records import Announcement
from winback_desktop.application.ports import Notifier
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton, QuietButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.floating_bar import FloatingBar
from winback_desktop.ui.widgets.labels import PlainLabel

Pressed = Callable[[str, str], None] | None


class Notices(QObject):
    """A notifier with a second way: what the desktop surely did not show stands in a bar, never both."""

    unshown = Signal(object, object)
    """An ``Announcement`` that the desktop did not show and what its buttons call; from any thread."""

    def __init__(
        self, desktop: Notifier, theme: Theme, window: Callable[[], QWidget], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desktop, self._theme, self._window = desktop, theme, window
        self.bar: NoticeBar | None = None
        self.unshown.connect(self._show_inside)

    def announce(self, announcement: Announcement, pressed: Pressed = None) -> None:
        """Hand it to the desktop."""
        self._desktop.announce(announcement, pressed)

    def withdraw(self, key: str) -> None:
        """Take it back wherever it stands."""
        if self.bar is not None:
            self.bar.take_back(key)
        self._desktop.withdraw(key)

    def _show_inside(self, announcement: Announcement, pressed: Pressed) -> None:
        window = self._window()
        if self.bar is None or self.bar.parentWidget() is not window:
            self.bar = NoticeBar(self._theme, window)
        self.bar.tell(announcement, pressed)


class NoticeBar(FloatingBar):
    """Floats at the top of ``host`` until it is answered or closed."""

    radius = 12

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host)
        self._waiting: dict[str, tuple[Announcement, Pressed]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = PlainLabel(theme, "", "item", wrap=True)
        self._body = PlainLabel(theme, "", "secondary", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._body)
        self._buttons = QHBoxLayout()
        close = IconButton(theme, "x", "Close this reminder; it stays on your list")
        close.clicked.connect(lambda: self.take_back(next(iter(self._waiting))))
        row.addWidget(Glyph(theme, "clock", "accent", 19))
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        row.addWidget(close)
        theme.changed.connect(self.place)

    def tell(self, announcement: Announcement, pressed: Pressed) -> None:
        """Show an announcement, once the earlier ones are answered or closed."""
        self._waiting[announcement.key] = announcement, pressed
        if len(self._waiting) == 1 or next(iter(self._waiting)) == announcement.key:
            self._show(announcement, pressed)

    def take_back(self, key: str) -> None:
        """Show an announcement no longer, but the next one that waits."""
        shown = next(iter(self._waiting), "") == key
        self._waiting.pop(key, None)
        if shown and self._waiting:
            self._show(*next(iter(self._waiting.values())))
        elif shown:
            self.hide()

    def _show(self, announcement: Announcement, pressed: Pressed) -> None:
        self._title.setText(announcement.title)
        self._body.setText(announcement.body)
        self._body.setVisible(bool(announcement.body))
        empty_layout(self._buttons)
        for name, label in announcement.buttons:
            button = QuietButton(self._theme, label)
            button.setAccessibleName(f"{label}: {announcement.title}")
            answered = partial(self._answer, announcement.key, name, pressed)
            button.clicked.connect(lambda _=False, answered=answered: answered())
            self._buttons.addWidget(button)
        self.come(f"{announcement.title}. {announcement.body}")

    def _answer(self, key: str, name: str, pressed: Pressed) -> None:
        self.take_back(key)
        if pressed is not None:
            pressed(key, name)

    def place(self) -> None:
        host = self.parentWidget()
        width = min(self._theme.em(760), host.width() - 48)
        height = max(self.layout().heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry((host.width() - width) // 2, 16, width, min(height, host.height() // 2))
