# SPDX-License-Identifier: MIT
"""The notifier against a real session bus with a small notification server of our own on it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from winback_desktop.application.own_records import Announcement
from winback_desktop.system.notifier import DesktopNotifications

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None, reason="needs a session bus"
)

SERVER = Path(__file__).with_name("notification_server.py")
NOTE = Announcement(
    "step-1", "One thing to do", "Write a <note> & post it.", (("open", "Open"), ("done", "Done"))
)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    config = tmp_path / "bus.conf"
    config.write_text(
        f"<busconfig><type>session</type><listen>unix:path={tmp_path}/bus</listen>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow own="*"/>'
        '<allow receive_sender="*"/></policy></busconfig>'
    )
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    with daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.kill()


@pytest.fixture
def server(bus: str, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, str(SERVER), getattr(request, "param", "")],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert line(process) == "ready"
        yield process
        process.send_signal(signal.SIGCONT)
        process.kill()


def line(server: subprocess.Popen[str]) -> str:
    assert server.stdout is not None
    return server.stdout.readline().strip()


def test_it_is_shown_once_with_its_buttons_and_the_answer_comes_back(server: subprocess.Popen[str]) -> None:
    told: list[str] = []
    pressed: list[tuple[str, str]] = []
    notifier = DesktopNotifications(cannot=told.append)
    notifier.announce(NOTE, lambda key, button: pressed.append((key, button)))
    assert line(server) == (
        "notify|One thing to do|Write a &lt;note&gt; &amp; post it.|default,,open,Open,done,Done"
    )
    assert notifier.wait(5)
    assert server.stdin is not None
    server.stdin.write("press done\n")
    server.stdin.flush()
    deadline = time.monotonic() + 5
    while not pressed and time.monotonic() < deadline:
        time.sleep(0.01)
    assert pressed == [("step-1", "done")]
    assert told == []


def test_it_can_be_taken_back(server: subprocess.Popen[str]) -> None:
    notifier = DesktopNotifications()
    notifier.announce(NOTE)
    assert line(server).startswith("notify|")
    notifier.withdraw("step-1")
    notifier.withdraw("never shown")
    assert line(server) == "close"
    assert notifier.wait(5)


def test_a_service_that_was_started_anew_gets_the_next_one(bus: str, server: subprocess.Popen[str]) -> None:
    told: list[str] = []
    notifier = DesktopNotifications(cannot=told.append)
    notifier.announce(NOTE)
    assert line(server).startswith("notify|")
    assert notifier.wait(5)
    server.kill()
    server.wait()
    with subprocess.Popen(
        [sys.executable, str(SERVER)],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as another:
        assert line(another) == "ready"
        notifier.announce(NOTE._replace(key="step-2"))
        assert line(another).startswith("notify|")
        assert notifier.wait(5)
        another.kill()
    assert told == []


def test_a_hung_service_blocks_nobody_and_is_told_once(server: subprocess.Popen[str]) -> None:
    server.send_signal(signal.SIGSTOP)
    told: list[str] = []
    notifier = DesktopNotifications(cannot=told.append, patience=0.2)
    before = time.monotonic()
    notifier.announce(NOTE)
    notifier.announce(NOTE._replace(key="step-2"))
    assert time.monotonic() - before < 0.1
    assert notifier.wait(10)
    (sentence,) = told
    assert "does not answer" in sentence


@pytest.mark.parametrize("server", ["refuse"], indirect=True)
def test_what_a_service_turns_down_is_told_once_and_handed_back(server: subprocess.Popen[str]) -> None:
    told: list[str] = []
    unshown: list[str] = []
    notifier = DesktopNotifications(cannot=told.append, unshown=lambda note, _: unshown.append(note.key))
    for number in range(3):
        notifier.announce(NOTE._replace(key=f"step-{number}"))
    assert notifier.wait(10)
    (sentence,) = told
    assert "turns reminders down" in sentence
    assert unshown == ["step-0", "step-1", "step-2"]


def test_no_service_is_told_once_with_what_to_install(bus: str) -> None:
    told: list[str] = []
    notifier = DesktopNotifications(cannot=told.append)
    for number in range(3):
        notifier.announce(NOTE._replace(key=str(number)))
    assert notifier.wait(20)
    (sentence,) = told
    assert "libnotify-bin" in sentence


@pytest.mark.parametrize(
    "text", ["", "-x", "\0", "it's", "<b>", "'}); evil", "x" * 5000, "😀" * 400, "\ud800"]
)
def test_no_text_breaks_it(server: subprocess.Popen[str], text: str) -> None:
    told: list[str] = []
    notifier = DesktopNotifications(cannot=told.append)
    notifier.announce(Announcement("k", text, text, (("open", text or "Open"),)))
    assert line(server).startswith("notify|")
    assert notifier.wait(5)
    assert told == []
