# SPDX-License-Identifier: MIT
"""Notifications through a real service: buttons, odd text, a service that is stopped, one that is gone."""

import signal
import time
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop, Program, until
from winback_desktop.application.own_records import Announcement
from winback_desktop.system.notifier import DesktopNotifications

_BUTTONS = (("open", "Open"), ("later", "Later"), ("done", "Done"))
_AT_ONCE = 0.1  # seconds

NO_SERVICES = """<busconfig><type>session</type><listen>unix:dir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


class Notices:
    """The notifier as the window uses it, over a desktop of its own."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.pressed: list[tuple[str, str]] = []
        self.told: list[str] = []
        self.unshown: list[str] = []
        self.notifier = DesktopNotifications(
            cannot=self.told.append,
            patience=1.0,
            unshown=lambda announcement, _: self.unshown.append(announcement.key),
        )

    def announce(self, key: str, title: str, body: str) -> None:
        """Queue one; the window would have to wait for as long as this takes."""
        before = time.monotonic()
        announcement = Announcement(key, title, body, _BUTTONS)
        self.notifier.announce(announcement, lambda key, button: self.pressed.append((key, button)))
        assert time.monotonic() - before < _AT_ONCE


@pytest.fixture
def notices(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Notices:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"):
        monkeypatch.setenv(name, desktop.environment[name])
    return Notices(desktop)


def test_buttons_are_answered_and_any_text_is_shown_as_it_is(notices: Notices) -> None:
    desktop = notices.desktop
    notices.announce("step-1", "-u critical & <b>Rosa</b>", "--help\n<img src='/etc/hostname'> & more")
    notice = until(desktop.notifications, "the notification")[0]
    assert notice["title"] == "-u critical & <b>Rosa</b>"
    assert notice["body"] == "--help\n&lt;img src='/etc/hostname'&gt; &amp; more"
    assert notice["icon"].endswith("/icons/winback.png")
    assert Path(notice["icon"].removeprefix("file://")).is_file()
    assert not {"sound-name", "sound-file"} & set(notice["hints"])
    desktop.picture("odd-text")
    desktop.press_notification("Later")
    until(lambda: notices.pressed == [("step-1", "later")], "the answer")
    notices.announce("step-2", "x" * 10_000, "Bell \a and\x00 escape \x1b[31m" + "y" * 10_000)
    until(lambda: len(desktop.notifications()) == 2, "the long one")
    notice = desktop.notifications()[1]
    assert len(notice["title"]) < 100
    assert len(notice["body"]) < 1000
    assert not {"\a", "\x00", "\x1b"} & set(notice["title"] + notice["body"])
    notices.notifier.withdraw("step-2")
    until(desktop.withdrawn, "it to be taken back")
    assert (notices.told, notices.unshown) == ([], [])


def test_a_service_that_is_stopped_holds_nobody_up_and_goes_on_later(notices: Notices) -> None:
    desktop = notices.desktop
    notices.announce("step-1", "First", "")
    until(desktop.notifications, "the notification")
    desktop.dunst.send_signal(signal.SIGSTOP)
    try:
        for number in range(2, 5):
            notices.announce(f"step-{number}", "Meanwhile", "")
        until(lambda: notices.told, "the owner to be told")
        assert "does not answer" in notices.told[0]
    finally:
        desktop.dunst.send_signal(signal.SIGCONT)
    assert notices.notifier.wait(15)
    notices.announce("step-9", "Afterwards", "")
    until(lambda: desktop.notifications()[-1]["title"] == "Afterwards", "the later one")
    desktop.press_notification("Done")
    until(lambda: notices.pressed, "the answer")
    assert len(notices.told) == 1, "told once"
    assert notices.unshown == [], "what may still appear is not shown a second time"


def test_without_a_service_the_owner_is_told_what_to_install(
    notices: Notices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "bus.conf"
    config.write_text(NO_SERVICES.format(folder=tmp_path))
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address={fd}"]
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", notices.desktop._told(command))
    for number in range(3):
        notices.announce(f"step-{number}", "Nobody there", "")
    until(lambda: notices.told, "the owner to be told")
    assert notices.notifier.wait(15)
    assert len(notices.told) == 1
    assert "install" in notices.told[0]
    assert "dunst" in notices.told[0]
    assert notices.unshown == ["step-0", "step-1", "step-2"], "the window shows them itself"


def test_a_tray_that_goes_leaves_the_window_and_one_that_comes_has_the_icon(
    desktop: Desktop, tmp_path: Path
) -> None:
    app = Program(desktop, tmp_path / "owner", "2026-11-20", "--background", window=False)
    until(desktop.tray_icons, "the tray icon")
    assert _listed(desktop) == []
    desktop.trayer.terminate()
    desktop.trayer.wait()
    until(lambda: _listed(desktop), "the window in the list of windows", 45)
    desktop.start_tray()
    until(desktop.tray_icons, "the icon in the new tray", 45)
    desktop.picture("tray-again")
    desktop.click(desktop.tray_icons()[0])
    until(lambda: desktop.windows(Program.TITLE), "the window from the new tray")
    assert app.process.poll() is None


def _listed(desktop: Desktop) -> list[str]:
    """The windows a person can switch to, minimised ones too."""
    listed = desktop.run("xprop", "-root", "_NET_CLIENT_LIST").partition("#")[2].split(",")
    names = [desktop.run("xprop", "-id", each.strip(), "WM_NAME") for each in listed if each.strip()]
    return [name for name in names if Program.TITLE in name]
