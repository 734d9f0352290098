# SPDX-License-Identifier: MIT
"""An owner at the desktop: what they lived through, the program they start, what it opened."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from tests.end_to_end.desktop import Desktop, Program, until
from winback_desktop.application.ports import Workspace
from winback_desktop.opening import clock_for, open_workspace
from winback_desktop.system.paths import paths_for

OPENER = """#!/bin/sh
# stands where the desktop's own opener would: writes down what it was asked to open
printf '%s\\n' "$1" >> "$HOME/opened"
"""

AWAY = 0.6
"""Seconds after which a window without the keyboard knows that it was left."""
BACK = 1.0


class Owner:
    """One data folder, and what surrounds it."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        self.desktop, self._folder = desktop, folder
        self._programs: list[Program] = []
        tools = desktop.home / "bin"
        if not tools.exists():
            tools.mkdir()
            (tools / "xdg-open").write_text(OPENER)
            (tools / "xdg-open").chmod(0o700)
            desktop.environment["PATH"] = f"{tools}:{desktop.environment['PATH']}"
        self._opened = desktop.home / "opened"
        self._opened.unlink(missing_ok=True)
        self._noticed = len(desktop.notifications())
        self.let_notices_show(False)

    def let_notices_show(self, shown: bool) -> None:
        """Show notifications, or only write them down: they lie over the window, where it is clicked."""
        self.desktop.run("dunstctl", "set-paused", str(not shown).lower())

    @contextmanager
    def on(self, day: date | str) -> Iterator[Workspace]:
        """The stored data on a day, to live through what came before or to read what was kept."""
        day = date.fromisoformat(day) if isinstance(day, str) else day
        work = open_workspace(paths_for(self._folder, self.desktop.environment), clock_for(day))
        with closing(work.store):
            yield work

    def kept(self, record: type[Any], /, **equal: Any) -> list[Any]:
        """Stored records of one type."""
        with self.on("2026-11-20") as work:
            return work.store.find(record, **equal)

    def start(self, day: date | str, *more: str) -> Program:
        """Start the program on a day."""
        program = Program(self.desktop, self._folder, str(day), *more)
        self._programs.append(program)
        return program

    def leave(self) -> None:
        """End what was started and still runs."""
        for program in self._programs:
            program.kill()
        self.desktop.run("dunstctl", "close-all")

    def notices(self) -> list[dict[str, Any]]:
        """The notifications of this test so far, oldest first."""
        return self.desktop.notifications()[self._noticed :]

    def opened(self) -> list[str]:
        """The links that the desktop was asked to open so far."""
        return self._opened.read_text().splitlines() if self._opened.exists() else []

    def opens(self, start: str) -> str:
        """Wait for a link that begins so, and return it."""

        def found() -> str:
            return next((link for link in self.opened() if link.startswith(start)), "")

        return until(found, f"a link {start}…; opened so far: {self.opened()}")

    def clipboard(self) -> str:
        """The text on the clipboard."""
        ask = "from PySide6.QtGui import QGuiApplication as A; a = A([]); print(a.clipboard().text(), end='')"
        return self.desktop.run(sys.executable, "-c", ask)

    def save_as(self, app: Program, file: Path) -> Path:
        """Answer the file dialog that shows, and wait for the file."""
        app.wait(lambda: app.says("File name:"), "the file dialog")
        self.desktop.key("ctrl+a")
        self.desktop.type(str(file))
        self.desktop.key("Return")
        app.wait(lambda: file.exists() and file.stat().st_size, f"the file {file.name}")
        app.wait(app.raised, "the dialog to be gone")
        time.sleep(AWAY)  # the window hears a little later that it has the keyboard again
        return file

    def glance_until(self, app: Program, question: Callable[[], Any], what: str) -> Any:
        """Leave the window and come back, which makes it look at clock and data, until the answer is true."""

        def glance() -> Any:
            self.desktop.run("xdotool", "windowminimize", str(app.window))
            app.wait(lambda: not app.raised(), "the window to be away")
            time.sleep(AWAY)
            self.desktop.run("xdotool", "windowactivate", "--sync", str(app.window))
            with suppress(AssertionError):
                return until(question, what, BACK)

        return app.wait(glance, what)

    def look(self, app: Program, look: str) -> None:
        """Choose light or dark in the settings."""
        self.desktop.key("ctrl+comma")
        app.press(look)
        self.desktop.key("alt+Left")

    def text_of(self, pdf: Path) -> str:
        """The words of a PDF, with single spaces."""
        return " ".join(self.desktop.run("pdftotext", str(pdf), "-").split())
