# SPDX-License-Identifier: MIT
"""The composition root: the one place that knows every layer and puts the window together."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from winback_desktop.application.failures import DamagedStore, NewerStore, StoreFault
from winback_desktop.application.ports import Clock, Notifier, Workspace
from winback_desktop.opening import clock_for, open_workspace
from winback_desktop.system import lean_start
from winback_desktop.system.paths import Paths
from winback_desktop.ui import navigation
from winback_desktop.ui.main_window import MainWindow
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.pages import open_sheet
from winback_desktop.ui.preferences import Preferences
from winback_desktop.ui.session import Session
from winback_desktop.ui.theme import STYLE, Theme


class Desktop(QObject):
    """The running program. ``show`` opens the window; what can wait is built after its first paint."""

    def __init__(
        self, work: Workspace, notifier: Notifier, application: QApplication, socket: str = ""
    ) -> None:
        super().__init__(application)
        self._application, self._notifier, self._socket = application, notifier, socket
        preferences = Preferences(work.store)
        self.theme = Theme(application, preferences.appearance, preferences.scale, complete=False)
        self._own = self._open(work)
        self._shown = self._own
        self._settled = False
        self._leaving = False

    @property
    def window(self) -> MainWindow:
        """The window that is shown now."""
        return self._shown.window

    @property
    def work(self) -> Workspace:
        """The data that is shown now."""
        return self._shown.work

    @property
    def operations(self) -> Operations:
        """What runs changes to the data that is shown now."""
        return self._shown.operations

    @property
    def navigator(self) -> Navigator:
        """The way to the pages of the window that is shown now."""
        return self._shown.navigator

    def show(self, options: Sequence[str] = ()) -> None:
        """Open the window, or wait in the tray when ``--background`` is among the options."""
        if "--background" in options:
            self.settle()
            if self._tray.available:
                return
        self.window.painted.connect(self.settle)
        self.window.show()
        self.answer_call(options, bring_forward=False)

    def answer_call(self, options: Sequence[str], *, bring_forward: bool = True) -> None:
        """Do what a later start asks for: come to the front, perhaps with the new-loss sheet."""
        if bring_forward and "--background" not in options:
            self.bring_forward()
        if "--quick-add" in options:
            self.navigator.ask(navigation.RECORD_LOSS)

    def bring_forward(self) -> None:
        """Show the window in front of the others."""
        window = self.window
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    def settle(self) -> None:
        """Build what the first screen does not need: tray, reminders, the ear for later starts."""
        if self._settled:
            return
        self._settled = True
        lean_start.finish()
        self.theme.complete()
        from winback_desktop.system.zone_check import unknown_zone
        from winback_desktop.ui.background import Background
        from winback_desktop.ui.heartbeat import Heartbeat
        from winback_desktop.ui.notices import Notices
        from winback_desktop.ui.planning import Planning
        from winback_desktop.ui.reminding import Reminding
        from winback_desktop.ui.safekeeping import Safekeeping
        from winback_desktop.ui.tray import Tray
        from winback_desktop.ui.walking import Walking

        own = self._own
        self._heartbeat = Heartbeat(own.work.clock, self)
        self._notices = Notices(self._notifier, self.theme, lambda: own.window, self)
        self._reminding = Reminding(
            own.work, own.operations, own.navigator, self._notices, self._heartbeat, self
        )
        self._walking = Walking(own.work, own.operations, own.navigator, self._notices, self._heartbeat, self)
        self._planning = Planning(own.work, own.operations, self.theme, lambda: own.window, self)
        self._safekeeping = Safekeeping(own.work, own.operations, self._heartbeat, self)
        self._tray = Tray(own.work, own.operations, own.navigator, self._heartbeat, self.theme, self)
        self._background = Background(own.work, self._tray, self)
        self._reminding.raise_wanted.connect(self.bring_forward)
        self._walking.raise_wanted.connect(self.bring_forward)
        self._tray.raise_wanted.connect(self.bring_forward)
        self._tray.quit_wanted.connect(self.quit)
        self._tray.availability_changed.connect(self._follow_tray)
        self._tray.start()
        self._heartbeat.start()
        if zone := unknown_zone():
            own.operations.remarked.emit(zone)
        if self._socket:
            from winback_desktop.ui.single_instance import SingleInstance

            self._ear = SingleInstance(self._socket, self)
            self._ear.called.connect(self.answer_call)

    def cannot_notify(self, sentence: str) -> None:
        """Called from the notifier's thread when the desktop shows nothing."""
        self._reminding.unable.emit(sentence)

    def show_inside(self, announcement: object, pressed: object) -> None:
        """Called from the notifier's thread with what the desktop did not show."""
        self._notices.unshown.emit(announcement, pressed)

    def _follow_tray(self, available: bool) -> None:
        """A tray that went away must not take the only way to a hidden window with it."""
        if not available and not self.window.isVisible():
            self.window.showMinimized()

    def quit(self) -> None:
        """End the program; everything is stored already."""
        self._leaving = True
        if self._settled:
            if self._socket:
                self._ear.close()
            self._heartbeat.stop()
            self._tray.stop()
            self._safekeeping.back_up("quit")
        if self._shown is not self._own:
            self._shown.window.close()
            self._shown.work.store.close()
            self._shown = self._own
        self._own.window.close()
        self._own.work.store.close()
        self._application.quit()

    def _open(self, work: Workspace, *, sample: bool = False) -> Session:
        session = Session(work, self.theme, sample=sample)
        session.navigator.asked.connect(self._answer)
        session.window.may_close = self._may_close
        session.window.quit_wanted.connect(self.quit)
        return session

    def _answer(self, request: str, target: object) -> None:
        if request == navigation.SAMPLE_DATA:
            self._show_sample()
        elif request == navigation.START_FOR_REAL:
            self._show_own()

    def _show_sample(self) -> None:
        """A store of its own in memory, so that sample rows never stand beside real ones."""
        from winback_desktop.application.sample_data import fill_with_samples
        from winback_desktop.opening import open_nothing

        if self._shown is not self._own:
            return
        work = open_nothing(self._own.work.clock)
        fill_with_samples(work)
        self._swap(self._open(work, sample=True))

    def _show_own(self) -> None:
        if self._shown is self._own:
            return
        sample = self._shown
        self._swap(self._own)
        sample.work.store.listener = None
        QTimer.singleShot(0, sample.window.deleteLater)
        QTimer.singleShot(0, sample.work.store.close)

    def _swap(self, session: Session) -> None:
        """Show another window where this one stands."""
        before = self._shown.window
        session.window.setGeometry(before.geometry())
        self._shown = session
        self.theme.week_start = session.week_start
        session.window.show()
        before.hide()

    def _may_close(self) -> bool:
        """What closing the window means: the end, the tray, or a question."""
        if self._leaving:
            return True
        self.settle()
        from winback_desktop.ui.background import OnClose

        choice = self._background.closing()
        if choice is OnClose.QUIT:
            QTimer.singleShot(0, self.quit)
        elif choice is OnClose.HIDE:
            self.window.hide()
        elif choice is OnClose.MINIMISE:
            self.window.showMinimized()
        else:
            self._background.ask(self.window)
        return False


def build(
    paths: Paths, clock: Clock, notifier: Notifier, application: QApplication, *, listen: bool = False
) -> Desktop:
    """Open the data and build the window around it; a newer file is opened for reading only.

    ``listen`` answers later starts; the caller holds the instance lock. Raises StoreFault in plain words.
    """
    try:
        work = open_workspace(paths, clock)
    except NewerStore:
        work = open_workspace(paths, clock, read_only=True)
    return Desktop(work, notifier, application, paths.socket if listen else "")


def run(paths: Paths, today: date | None, options: Sequence[str]) -> int:
    """Run the program until it is quit; returns the exit code."""
    from winback_desktop.system.notifier import DesktopNotifications

    application = QApplication([*sys.argv[:1], *STYLE])
    application.setApplicationName("winback")
    application.setApplicationDisplayName("Winback")
    application.setDesktopFileName("winback-desktop")
    application.setQuitOnLastWindowClosed(False)
    speak_english()

    def start() -> None:
        notifier = DesktopNotifications(
            cannot=lambda sentence: started[0].cannot_notify(sentence),
            unshown=lambda announcement, pressed: started[0].show_inside(announcement, pressed),
        )
        started.append(build(paths, clock_for(today), notifier, application, listen=True))
        started[0].show(options)

    started: list[Desktop] = []
    try:
        start()
    except StoreFault as fault:
        print(fault, file=sys.stderr)
        return _rescue(application, paths, fault, start)
    return application.exec()


def draw_tour_into(folder: Path, today: date | None) -> list[Path]:
    """The tour on sample data, without a screen; returns the files. Raises Refused in plain words."""
    from winback_desktop.application.sample_data import fill_with_samples
    from winback_desktop.opening import open_nothing
    from winback_desktop.ui.tour import draw_tour, screenless

    keep = screenless()
    speak_english()
    sample, empty = (open_nothing(clock_for(today)) for _ in range(2))
    fill_with_samples(sample)
    sessions: list[Session] = []  # a session ends with its last reference

    def open_window(work: Workspace, theme: Theme) -> tuple[MainWindow, Navigator]:
        session = Session(work, theme, sample=work is sample)
        sessions.append(session)
        session.navigator.asked.connect(
            lambda request, target: open_sheet(
                request, session.window, work, session.operations, session.navigator, theme, target
            )
        )
        return session.window, session.navigator

    files = draw_tour(folder, sample, empty, open_window)
    del keep
    return files


def speak_english() -> None:
    """Name days and months in the language of the window, and keep the forms of the owner's place."""
    system = QLocale.system()
    if system.language() not in (QLocale.Language.English, QLocale.Language.C):
        QLocale.setDefault(QLocale(QLocale.Language.English, system.territory()))


def _rescue(application: QApplication, paths: Paths, fault: StoreFault, start: Callable[[], None]) -> int:
    """Say what is wrong; for a damaged file offer its backups, and start when one was restored."""
    from winback_desktop.storage.backups import list_backups
    from winback_desktop.storage.restoring import replace_damaged
    from winback_desktop.ui.rescue import BackupChoice, Rescue

    backups = list_backups(paths.backups) if isinstance(fault, DamagedStore) else []
    choices = [
        BackupChoice(str(each.path), f"{each.made_at.astimezone():%A %d %B %Y, %H:%M} ({each.reason})")
        for each in backups
    ]

    def restore(key: str) -> str:
        try:
            replace_damaged(paths.database, Path(key))
            start()
        except StoreFault as again:
            return str(again)
        return ""

    rescue = Rescue(Theme(application), str(fault), choices, restore)
    rescue.left.connect(lambda: application.exit(1))
    rescue.restored.connect(rescue.hide)
    rescue.show()
    return application.exec()
