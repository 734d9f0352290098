# SPDX-License-Identifier: MIT
"""The icon in the system tray: everything from its menu, a dot only when something is due."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from winback_desktop.application.pause_reminders import pause_choices, pause_reminders, resume_reminders
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.heartbeat import Heartbeat
from winback_desktop.ui.navigation import LET_ALL_WAIT, PAUSE, RECORD_LOSS, SETTINGS, TODAY, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.tray_watch import TrayWatch
from winback_desktop.ui.tray_words import tray_words

_WALKS = (15, 20, 30, 60)
_SIZES = (16, 22, 24, 32, 48, 64)


class Tray(QObject):
    """Shows itself as soon as there is a tray, also one that starts later; see ``available``."""

    raise_wanted = Signal()
    quit_wanted = Signal()
    availability_changed = Signal(bool)

    def __init__(
        self,
        work: Workspace,
        operations: Operations,
        navigator: Navigator,
        heartbeat: Heartbeat,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._operations, self._navigator, self._theme = work, operations, navigator, theme
        self._was_available = False
        self._due: int | None = None
        self._stopped = False
        self._menu = QMenu()
        self._build_menu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._stale = False
        operations.changed.connect(self._on_changed)
        theme.changed.connect(self._on_theme)
        self._watched = False
        self._watch = TrayWatch(self)
        self._watch.doubted.connect(self._look_for_tray)
        heartbeat.beat.connect(self._on_beat)

    @property
    def available(self) -> bool:
        """Whether there is a tray right now; only then may the window be hidden."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def theme(self) -> Theme:
        """The look that the tray follows."""
        return self._theme

    def start(self) -> None:
        """Show the icon; where there is no tray yet it appears when one starts."""
        self.refresh()
        self._icon.show()
        self._look_for_tray()

    def stop(self) -> None:
        """Take the icon away; from now on nothing is asked of the store any more."""
        self._stopped = True
        self._icon.hide()

    def refresh(self) -> None:
        """Say anew how much is due and what comes next."""
        self._stale = False
        if self._stopped:
            return
        words = self._operations.run(lambda: tray_words(self._work))
        if words is None:
            return
        self._today.setText(words.today)
        self._next.setText(words.next_step.replace("&", "&&"))
        self._today.setVisible(not words.walking)
        self._next.setVisible(bool(words.next_step) and not words.walking)
        self._walk.setTitle(words.walking or "I’m going for a walk")
        for action in self._walk.actions():
            action.setVisible((action is self._back) == bool(words.walking))
        self._pause.setTitle(words.paused or "Pause reminders")
        self._resume.setVisible(bool(words.paused))
        self._icon.setToolTip(words.tooltip)
        due = 0 if words.walking else words.due
        if self._due != due:
            self._due = due
            self._icon.setIcon(self._drawn(due > 0))

    def _build_menu(self) -> None:
        menu = self._menu
        menu.aboutToShow.connect(self.refresh)
        self._today = self._add(menu, "Today", self._open_today)
        self._next = self._add(menu, "", self._open_today)
        menu.addSeparator()
        self._add(menu, "Record a loss…", self._record_loss)
        self._walk = menu.addMenu("I’m going for a walk")
        for minutes in _WALKS:
            self._add(self._walk, f"{minutes} minutes", lambda minutes=minutes: self._go_for_a_walk(minutes))
        self._back = self._add(self._walk, "I’m back", self._come_back)
        self._add(menu, "+1 helped", self._help_one)
        self._pause = menu.addMenu("Pause reminders")
        for place, choice in enumerate(pause_choices(self._work)):
            self._add(self._pause, choice.label, lambda place=place: self._pause_for(place))
        self._add(self._pause, "Until a date…", self._pick_pause)
        self._resume = self._add(self._pause, "Resume now", self._resume_now)
        self._pause.addSeparator()
        self._add(self._pause, "Let all plans wait…", self._let_all_wait)
        menu.addSeparator()
        self._add(menu, "Open", self.raise_wanted.emit)
        self._add(menu, "Quit", self.quit_wanted.emit)

    @staticmethod
    def _add(menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda: do())
        return action

    def _open_today(self) -> None:
        self._navigator.go(TODAY)
        self.raise_wanted.emit()

    def _record_loss(self) -> None:
        self.raise_wanted.emit()
        self._navigator.ask(RECORD_LOSS)

    def _go_for_a_walk(self, minutes: int) -> None:
        from winback_desktop.application.take_walk import begin_walk

        self._operations.run(lambda: begin_walk(self._work, minutes))

    def _come_back(self) -> None:
        from winback_desktop.application.take_walk import come_back

        self._operations.run(lambda: come_back(self._work))
        self.raise_wanted.emit()

    def _help_one(self) -> None:
        from winback_desktop.application.play_game import help_one

        self._operations.run(lambda: help_one(self._work))

    def _pause_for(self, place: int) -> None:
        moment = pause_choices(self._work)[place].until
        self._operations.run(lambda: pause_reminders(self._work, moment))

    def _pick_pause(self) -> None:
        self.raise_wanted.emit()
        self._navigator.go(SETTINGS, PAUSE)

    def _let_all_wait(self) -> None:
        self.raise_wanted.emit()
        self._navigator.go(SETTINGS, LET_ALL_WAIT)

    def _resume_now(self) -> None:
        self._operations.run(lambda: resume_reminders(self._work))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.raise_wanted.emit()

    def _on_changed(self) -> None:
        if not self._stale:  # once after a burst of changes
            self._stale = True
            QTimer.singleShot(0, self.refresh)

    def _on_beat(self) -> None:
        # With the tray goes the only way to a hidden window, and not every tray that goes or comes says so.
        if not (self._watched and self._was_available):
            self._look_for_tray()

    def _look_for_tray(self) -> None:
        available = self.available
        if available != self._was_available:
            self._was_available = available
            self._watched = available and self._watch.begin()
            self.availability_changed.emit(available)

    def _on_theme(self) -> None:
        if self._due is not None:
            self._icon.setIcon(self._drawn(self._due > 0))

    def _drawn(self, due: bool) -> QIcon:
        icon = QIcon()
        for size in _SIZES:
            icon.addPixmap(self._drawn_at(size, due))
        return icon

    def _drawn_at(self, size: int, due: bool) -> QPixmap:
        """The heart on a green disc, for light and dark panels; the dot says that something is due."""
        drawn = QPixmap(size, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawEllipse(0, 0, size, size)
        inner = round(size * 0.72)
        spare = (size - inner) / 2
        painter.drawPixmap(QPointF(spare, spare), self._theme.pixmap("heart-handshake", "on_accent", inner))
        if due:
            edge = size * 0.44
            ring = max(1.0, size / 16)
            painter.setPen(QPen(self._theme.colour("surface"), ring))
            painter.setBrush(self._theme.colour("lunch.solid"))
            painter.drawEllipse(QPointF(size - edge / 2 - ring / 2, edge / 2 + ring / 2), edge / 2, edge / 2)
        painter.end()
        return drawn
