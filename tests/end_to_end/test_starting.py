# SPDX-License-Identifier: MIT
"""Starting and ending: second starts, power cuts, the tray, and what is said where it cannot start."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop, Program, until

TODAY = "2026-11-20"
Start = Callable[..., Program]


@pytest.fixture
def start(desktop: Desktop, tmp_path: Path) -> Start:
    """Starts the program on a day, always over the same data."""

    def begin(*more: str, today: str = TODAY, window: bool = True) -> Program:
        return Program(desktop, tmp_path / "owner", today, *more, window=window)

    return begin


def test_killed_at_any_moment_it_goes_on_where_it_was(desktop: Desktop, start: Start) -> None:
    app = start()
    app.press("Record a loss")
    app.write("Who", "Rosa Marin")
    app.press("Record it")
    app.reads("You need do nothing now.")
    app.kill()

    app = start()
    app.reads("Rosa Marin", "Returns Wed 25 Nov.")
    app.press("Record a loss")
    app.write("Who", "Tom Berg")
    until(lambda: "Tom Berg" in app.names(), "the name to stand there")
    time.sleep(1.5)  # a form keeps itself one second after the last key
    app.kill()

    app = start()
    app.press("Record a loss")
    app.wait(lambda: app.node("Who", ["text"])["text"] == "Tom Berg", "the draft to have outlived the cut")
    assert app.line("check")["sound"] is True
    assert [row["name"] for row in app.line("list", "contacts")] == ["Rosa Marin"]


def test_it_opens_where_it_was_closed(desktop: Desktop, start: Start) -> None:
    app = start()
    desktop.run("xdotool", "windowsize", "--sync", str(app.window), "1000", "700")
    stood = app.nodes()[0]["box"]
    assert app.quit() == 0
    app = start()
    app.wait(lambda: app.nodes()[0]["box"] == stood, f"the window at {stood}, not {app.nodes()[0]['box']}")


def test_a_second_start_raises_the_first(desktop: Desktop, start: Start) -> None:
    first = start()
    # Something else in front.
    other = desktop.start(
        [
            sys.executable,
            "-c",
            "from PySide6.QtWidgets import *; a = QApplication([]); "
            "w = QLabel('other'); w.setWindowTitle('Other'); w.resize(900, 700); w.show(); a.exec()",
        ]
    )
    until(lambda: desktop.windows("Other"), "another window")
    until(lambda: not first.raised(), "it to be in front")
    second = start(window=False)
    assert second.process.wait(20) == 0
    first.wait(first.raised, "the first window in front again")
    third = start("--quick-add", window=False)
    assert third.process.wait(20) == 0
    first.reads("Record it")
    other.kill()


def test_closing_waits_in_the_tray_and_comes_back(desktop: Desktop, start: Start) -> None:
    app = start("--background", window=False)
    icon = until(desktop.tray_icons, "the tray icon")[0]
    assert desktop.windows("Winback") == []
    desktop.click(icon)
    until(lambda: desktop.windows("Winback"), "the window")
    desktop.picture("from-the-tray")
    desktop.click(icon, button=3)
    desktop.picture("tray-menu")
    desktop.key("Up", "Return")  # the last entry: Quit
    assert app.process.wait(20) == 0


def test_without_a_screen_it_says_so(desktop: Desktop, tmp_path: Path) -> None:
    bare = {k: v for k, v in desktop.environment.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "winback_desktop", "--data", str(tmp_path / "owner")]
    for environment in (bare, bare | {"DISPLAY": ":4242"}):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stdout) == (3, "")
        assert "no screen" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_shown_and_not_changed(desktop: Desktop, start: Start, tmp_path: Path) -> None:
    start().quit()
    folder = tmp_path / "owner"
    before = (folder / "winback.db").read_bytes()
    folder.chmod(0o500)
    try:
        app = start()
        app.reads("for reading only")
        app.quit()
    finally:
        folder.chmod(0o700)
    assert (folder / "winback.db").read_bytes() == before
