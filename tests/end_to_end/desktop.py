# SPDX-License-Identifier: MIT
"""A whole desktop of its own for a test: screen, window manager, session bus, notifications, tray, home."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from winback_desktop.system.paths import paths_for

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = (
    "Xvfb",
    "dbus-daemon",
    "openbox",
    "dunst",
    "dunstctl",
    "trayer",
    "xdotool",
    "xprop",
    "xwininfo",
    "pdfinfo",
    "pdftotext",
)
PATIENCE = 20.0
TURNS = 2
"""How often the wheel is turned in vain before something counts as unable to move."""
BUTTONS = ("push button", "toggle button", "check box", "radio button", "page tab", "list item", "filler")
"""A row that can be pressed is a "filler" with a name."""
FIELDS = ("text", "entry", "editbar", "combo box", "spin button")

PICK = """#!/bin/sh
# stands where dmenu would: takes the first line that holds the wanted words
grep -m1 -F "$(cat "$PICK_FILE")"
"""

CAMERA = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
for path in sys.stdin:
    print(application.primaryScreen().grabWindow(0).save(path.strip()), flush=True)
"""

DUNSTRC = """[global]
    monitor = 0
    origin = bottom-right
    width = 320
    dmenu = {pick}
    font = DejaVu Sans 9
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
"""


class Desktop:
    """Starts everything in a private home; ``close`` ends only what it started."""

    def __init__(self, home: Path, pictures: Path) -> None:
        self.home = home
        self.pictures = pictures
        self._processes: list[subprocess.Popen[Any]] = []
        self._picture = 0
        self._camera: subprocess.Popen[str] | None = None
        self.environment = self._private_environment()
        try:
            self._start_all()
        except BaseException as failure:
            failure.add_note((self.home / "log").read_text())
            self.close()
            raise

    def _start_all(self) -> None:
        self.environment["DISPLAY"] = ":" + self._told(
            [
                "Xvfb",
                "-displayfd",
                "{fd}",
                "-screen",
                "0",
                "1280x860x24",
                "-nolisten",
                "tcp",
                "-noreset",
                "-dpi",
                "96",
            ]
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._told(
            ["dbus-daemon", "--session", "--nofork", "--print-address={fd}"]
        )
        self.start(["openbox", "--sm-disable"])
        until(
            lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
            "the window manager",
        )
        self.notices = self.home / "notices.jsonl"
        self.start([SYSTEM_PYTHON, str(HERE / "watch_bus.py")], output=self.notices)
        self.dunst = self._dunst()
        self.start_tray()
        self.tree = Tree(self)
        until(lambda: self.notices.stat().st_size, "the bus to be watched")
        until(self._tray, "the tray")

    def start_tray(self) -> None:
        """Put a tray on the screen; it can be ended and started again."""
        self.trayer = self.start(
            ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request", "--height", "28"]
        )

    def _private_environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "TERM") if name in os.environ}
        folders = {}
        for variable, name in (
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "run"),
        ):
            (self.home / name).mkdir(mode=0o700, parents=True)
            folders[variable] = str(self.home / name)
        # A zone in which it is office hours now, as a pretended date keeps the real time of day.
        ahead = 10 - time.gmtime().tm_hour
        return {
            **kept,
            **folders,
            "HOME": str(self.home),
            "LANG": "en_US.UTF-8",
            "TZ": f"OFFICE{-ahead:+d}",
            "XDG_DATA_DIRS": "/usr/local/share:/usr/share",
            "XDG_SESSION_TYPE": "x11",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PICK_FILE": str(self.home / "pick"),
        }

    def _dunst(self) -> subprocess.Popen[Any]:
        folder = self.home / "config" / "dunst"
        folder.mkdir()
        pick = folder / "pick.sh"
        pick.write_text(PICK)
        pick.chmod(0o700)
        (folder / "dunstrc").write_text(DUNSTRC.format(pick=pick))
        return self.start(["dunst", "-config", str(folder / "dunstrc")])

    def start(self, command: list[str], output: Path | None = None, **more: Any) -> subprocess.Popen[Any]:
        """Start a program inside this desktop; it ends with the desktop at the latest."""
        with (output or self.home / "log").open("ab") as log:
            process = subprocess.Popen(
                command,
                env=self.environment,
                cwd=self.home,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                **more,
            )
        self._processes.append(process)
        return process

    def _told(self, command: list[str]) -> str:
        """Start a service that writes its address to a pipe when it is ready."""
        reading, writing = os.pipe()
        self.start([part.format(fd=writing) for part in command], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as pipe:
            address = pipe.readline().strip()
        assert address, f"{command[0]} did not start"
        return address

    def run(self, *command: str) -> str:
        """Run a tool to its end and return what it printed."""
        done = subprocess.run(
            command, env=self.environment, cwd=self.home, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, f"{command}: {done.stderr or done.stdout}"
        return done.stdout

    # --- what a person does and sees

    def key(self, *keys: str) -> None:
        """Press keys, each in xdotool's words (``ctrl+n``)."""
        self.run("xdotool", "key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type text into whatever has the focus."""
        self.run("xdotool", "type", "--delay", "4", "--", text)

    def click(self, box: list[int], button: int = 1) -> None:
        """Click the middle of a box given as x, y, width, height."""
        x, y, width, height = box
        self._click(x + width // 2, y + height // 2, str(button))

    def turn(self, x: int, y: int, down: bool) -> None:
        """Turn the wheel a little over a place."""
        self._click(x, y, "--repeat", "2", "5" if down else "4")

    def _click(self, x: int, y: int, *what: str) -> None:
        self.run("xdotool", "mousemove", str(x), str(y), "click", "--delay", "0", *what)

    def windows(self, title: str) -> list[int]:
        """The visible windows whose title holds the words, as X ids."""
        return self._search("--name", title)

    def _tray(self) -> list[int]:
        return self._search("--class", "trayer")

    def _search(self, what: str, words: str) -> list[int]:
        command = ["xdotool", "search", "--onlyvisible", what, words]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        return [int(number) for number in done.stdout.split()]

    def active_window(self) -> int | None:
        """The window that has the keyboard, if any has."""
        command = ["xdotool", "getactivewindow"]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        return int(done.stdout) if done.returncode == 0 else None

    def tray_icons(self) -> list[list[int]]:
        """The boxes of the icons inside the tray, as x, y, width, height on the screen."""
        boxes = []
        for tray in self._tray():
            for line in self.run("xwininfo", "-id", str(tray), "-tree").splitlines():
                words = line.split()
                if (
                    words
                    and words[0].startswith("0x")
                    and words[-1].startswith("+")
                    and "winback" in line.lower()
                ):
                    size, place = words[-2], words[-1]
                    width, height = (int(part) for part in size.split("+")[0].split("x"))
                    x, y = (int(part) for part in place.lstrip("+").split("+"))
                    boxes.append([x, y, width, height])
        return boxes

    def notifications(self) -> list[dict[str, Any]]:
        """What the notification service was asked to show so far, oldest first."""
        return [line for line in self._on_the_bus() if "title" in line]

    def withdrawn(self) -> list[int]:
        """The numbers of the notifications that were taken back."""
        return [line["closed"] for line in self._on_the_bus() if "closed" in line]

    def _on_the_bus(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.notices.read_text().splitlines()]

    def press_notification(self, button: str) -> None:
        """Press a button of the notification that shows, by its label."""
        (self.home / "pick").write_text(button)
        self.run("dunstctl", "context")

    def picture(self, name: str) -> Path:
        """Keep a picture of the whole screen for people to look at."""
        self._picture += 1
        path = self.pictures / f"{self._picture:02d}-{name}.png"
        if self._camera is None:
            self._camera = subprocess.Popen(
                [sys.executable, "-c", CAMERA],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            self._processes.append(self._camera)
        assert self._camera.stdin is not None
        assert self._camera.stdout is not None
        self._camera.stdin.write(f"{path}\n")
        self._camera.stdin.flush()
        assert self._camera.stdout.readline().strip() == "True", f"no picture at {path}"
        return path

    def close(self) -> None:
        """End what was started, last first."""
        for process in reversed(self._processes):
            with suppress(ProcessLookupError):
                process.terminate()
        for process in reversed(self._processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Tree:
    """The accessibility tree of the desktop's programs, through the system's Python."""

    def __init__(self, desktop: Desktop) -> None:
        self._driver = subprocess.Popen(
            [SYSTEM_PYTHON, str(HERE / "at.py")],
            env=desktop.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        desktop._processes.append(self._driver)

    def ask(self, **request: Any) -> Any:
        """One question; raises LookupError with the driver's words when it cannot be answered."""
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        self._driver.stdin.write(json.dumps(request) + "\n")
        self._driver.stdin.flush()
        reply = json.loads(self._driver.stdout.readline())
        if "error" in reply:
            raise LookupError(reply["error"])
        return reply["answer"]


def stamp_of(path: Path) -> tuple[int, int] | None:
    """What tells a file from one that stood there before, or None where there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_ctime_ns


class Program:
    """The real program as a process of its own, used by mouse, keys and the accessibility tree."""

    TITLE = "Winback"

    def __init__(self, desktop: Desktop, data: Path, today: str, *more: str, window: bool = True) -> None:
        self.desktop = desktop
        self.data = data
        self.command = [sys.executable, "-m", "winback_desktop", "--data", str(data), "--today", today]
        self.log = desktop.home / "program.log"
        ear = Path(paths_for(data, desktop.environment).socket)
        before = stamp_of(ear)
        self.process = desktop.start([*self.command, *more], output=self.log)
        if window:
            self.window = self.wait(lambda: desktop.windows(self.TITLE), "the window")[-1]
            self.wait(self.names, "the window's widgets")
            # It listens once everything that waits for the first paint is there, shortcuts among it.
            self.wait(lambda: stamp_of(ear) not in (None, before), "the start to be over")

    def wait(self, question: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
        """Ask until the answer is true; says what was on the screen when it never was."""
        try:
            return until(question, what, patience)
        except AssertionError as late:
            shown = self.names() if self.process.poll() is None else [f"ended with {self.process.returncode}"]
            self.desktop.picture("waiting")
            raise AssertionError(
                f"{late}; the window shows {shown}; it said {self.log.read_text()[-2000:]}"
            ) from None

    def names(self) -> list[str]:
        """Every name and text that shows, in order."""
        words: list[str] = self.desktop.tree.ask(ask="words", process=self.process.pid)
        return words

    def nodes(self) -> list[dict[str, Any]]:
        """Every widget that shows."""
        nodes: list[dict[str, Any]] = self.desktop.tree.ask(ask="tree", process=self.process.pid)
        return nodes

    def says(self, words: str) -> bool:
        """Whether the words stand anywhere in the window."""
        return any(words in line for line in self.names())

    def reads(self, *sentences: str) -> None:
        """Wait until all the words stand in the window."""
        for words in sentences:
            self.wait(lambda words=words: self.says(words), f"the words {words!r}")

    def node(
        self, name: str, roles: Iterable[str] = (), exact: bool = True, number: int = 0
    ) -> dict[str, Any]:
        """Wait for a widget with this name and return it."""

        def find() -> Any:
            request = {"ask": "find", "process": self.process.pid, "name": name, "exact": exact}
            hits = self.desktop.tree.ask(**request, role=list(roles))
            return hits[number] if hits and len(hits) > number else None

        found: dict[str, Any] = self.wait(find, f"a widget named {name!r}")
        return found

    def press(self, name: str, exact: bool = True, number: int = 0) -> None:
        """Click a button, tab, link or menu entry with the mouse, once it has come to rest."""
        self.desktop.click(self._at_rest(name, BUTTONS, exact, number))

    def choose(self, button: str, *keys: str) -> None:
        """Open a button's menu and choose by the keyboard, once the menu is there."""
        before = len(self.desktop._search("--class", "winback"))
        self.press(button)
        self.wait(lambda: len(self.desktop._search("--class", "winback")) > before, f"the menu of {button!r}")
        self.desktop.key(*keys)

    def write(self, field: str, text: str) -> None:
        """Click into a named field, clear it and type."""
        self.desktop.click(self._at_rest(field, FIELDS))
        self.desktop.key("ctrl+a")
        self.desktop.type(text)

    def _at_rest(self, name: str, roles: Iterable[str], exact: bool = True, number: int = 0) -> list[int]:
        """The box of a widget that has come to rest, brought into view with the wheel where it must be."""

        def box() -> list[int]:
            found: list[int] = self.node(name, roles, exact, number)["box"]
            return found

        _, y, _, height = self._box(self.window)
        before, now, turns = [], box(), 0
        while now != before or turns:
            before = now
            middle = now[1] + now[3] // 2
            # A sheet's buttons or the bar with "Undo" lie over the lowest part, a title over the highest.
            down, up = middle > y + height - 130, middle < y + 60
            if down or up:
                self.desktop.turn(now[0] - 8, y + height // 2, down)
                with suppress(AssertionError):  # it may stand at the very end already
                    until(lambda was=now: box() != was, "the page to move", 0.3)
            now = box()
            # A page that is busy moves a little later; what does not move at all stands where it can be used.
            turns = turns + 1 if (down or up) and now == before and turns < TURNS else 0
        return now

    def _box(self, window: int) -> list[int]:
        """A window's box on the screen, as x, y, width, height."""
        lines = self.desktop.run("xdotool", "getwindowgeometry", "--shell", str(window)).split()
        told = dict(line.split("=") for line in lines)
        return [int(told[word]) for word in ("X", "Y", "WIDTH", "HEIGHT")]

    def put(self, field: str, text: str) -> None:
        """Set a field's text as an input method would: for letters that no keyboard here has."""
        self.node(field, ("text", "entry"))
        request = {"ask": "write", "process": self.process.pid, "name": field, "text": text}
        self.desktop.tree.ask(**request, role=["text", "entry"])

    def raised(self) -> bool:
        """Whether the program's window is the active one."""
        return self.desktop.active_window() == self.window

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.process.kill()
        self.process.wait()

    def quit(self) -> int:
        """Leave by the keyboard; returns the exit code."""
        self.desktop.run("xdotool", "windowactivate", "--sync", str(self.window))
        self.desktop.key("ctrl+q")
        return self.process.wait(PATIENCE)

    def line(self, *arguments: str) -> Any:
        """Ask the command line over the same data folder; returns the JSON answer."""
        done = subprocess.run(
            [*self.command, *arguments, "--json"],
            env=self.desktop.environment,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def until(question: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Ask until the answer is true; fails with what was waited for."""
    end = time.monotonic() + patience
    while True:
        answer = question()
        if answer:
            return answer
        assert time.monotonic() < end, f"waited {patience:.0f} s for {what}"
        time.sleep(0.1)
