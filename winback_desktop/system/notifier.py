# SPDX-License-Identifier: MIT
"""Native notifications from one worker of its own, so that a hung service never stops the window."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from winback_desktop.application.own_records import Announcement

Pressed = Callable[[str, str], None]

_PATIENCE = 8.0  # seconds that a service gets to answer before it counts as hung
_TITLE, _BODY = 63, 255  # UTF-16 units that every platform's service shows
_RICH_BODY = 900
_LIST = "Today shows what is due."


class DesktopNotifications:
    """Shows announcements with buttons where the desktop can, and without them through plyer elsewhere.

    ``cannot`` is called once, from the worker, with a sentence when nothing can be shown here; ``unshown``
    with each announcement that surely was not shown, and what its buttons call.
    ``announce`` and ``withdraw`` only queue, return at once and never raise.
    """

    def __init__(
        self,
        app_name: str = "Winback",
        icon: Path | None = None,
        cannot: Callable[[str], None] | None = None,
        patience: float = _PATIENCE,
        unshown: Callable[[Announcement, Pressed | None], None] | None = None,
    ) -> None:
        self._app_name = app_name
        self._icon = icon
        self._cannot = cannot
        self._patience = patience
        self._unshown = unshown
        self._jobs: deque[tuple[str, Announcement | None, Pressed | None]] = deque()
        self._lock = threading.Lock()
        self._idle = threading.Event()
        self._idle.set()
        self._thread: threading.Thread | None = None
        self._wake: Callable[[], None] | None = None
        self._shown: dict[str, str] = {}
        self._rich: Any = None
        self._told = False

    def announce(self, announcement: Announcement, pressed: Pressed | None = None) -> None:
        """Queue an announcement; ``pressed`` is called from the worker with its key and the button's id."""
        self._put((announcement.key, announcement, pressed))

    def withdraw(self, key: str) -> None:
        """Queue taking a shown announcement back; nothing happens where the desktop cannot."""
        if self._thread is not None:
            self._put((key, None, None))

    def wait(self, seconds: float) -> bool:
        """Let the queue run empty before a short-lived program ends; False when it did not in time."""
        return self._idle.wait(seconds)

    def _put(self, job: tuple[str, Announcement | None, Pressed | None]) -> None:
        with self._lock:
            self._idle.clear()
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="notifications", daemon=True)
                self._thread.start()
            elif self._wake is not None:
                self._wake()

    def _work(self) -> None:
        """The worker: an event loop, because buttons are answered on it."""
        import asyncio
        import logging

        logging.getLogger("desktop_notifier").addHandler(logging.NullHandler())
        logging.getLogger("desktop_notifier").propagate = False
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        import asyncio

        ready = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda *_: None)  # a bus that goes away is no news for the error stream

        def wake() -> None:
            loop.call_soon_threadsafe(ready.set)

        with self._lock:
            self._wake = wake
        while True:
            with self._lock:
                job = self._jobs.popleft() if self._jobs else None
                if job is None:
                    ready.clear()
                    self._idle.set()
            if job is None:
                await ready.wait()
                continue
            key, announcement, pressed = job
            try:
                if announcement is None:
                    await self._take_back(key)
                else:
                    await self._show(announcement, pressed)
            except (
                Exception
            ):  # a hint that fails must never end the worker; the list still holds the reminder
                self._tell(_how_to_mend())
                if announcement is not None:
                    self._not_shown(announcement, pressed)

    async def _show(self, announcement: Announcement, pressed: Pressed | None) -> None:
        """Show it one way or the other, never both."""
        try:
            rich = await self._with_buttons()
            if rich is not None and not await self._show_rich(rich, announcement, pressed):
                # Turned down at once, so nothing is on the screen: the service may have been started anew.
                self._rich = None
                rich = await self._with_buttons()
                if rich is not None and not await self._show_rich(rich, announcement, pressed):
                    self._rich = None
                    self._shown.pop(announcement.key, None)
                    self._tell("The desktop's notification service turns reminders down. " + _LIST)
                    self._not_shown(announcement, pressed)
        except TimeoutError:
            # It may still appear later, so the other way must not be tried with the same announcement.
            self._rich = None
            self._tell("The desktop's notification service does not answer. " + _LIST)
            return
        if rich is None and not _show_plain(self._app_name, announcement):
            self._tell(_how_to_mend())
            self._not_shown(announcement, pressed)

    async def _with_buttons(self) -> Any:
        """The service with buttons, asked again each time until there is one; None where there is none."""
        import asyncio

        if self._rich is not None:
            return self._rich
        try:
            from desktop_notifier import Capability, DesktopNotifier, Icon
        except Exception:  # a platform part may be missing in a bundled program
            return None
        candidate = DesktopNotifier(self._app_name, Icon(path=self._icon or _own_icon()))
        try:
            able = await asyncio.wait_for(candidate.get_capabilities(), self._patience)
            allowed = await asyncio.wait_for(candidate.request_authorisation(), self._patience)
        except TimeoutError:
            raise
        except Exception as fault:  # no bus, or nobody on it
            if "ServiceUnknown" in str(getattr(fault, "type", "")):
                raise  # plyer would talk to the same nobody
            if sys.platform.startswith("linux"):
                # Plyer is tried, but it cannot know whether anybody listened.
                self._tell(_how_to_mend())
            return None
        if allowed and Capability.BUTTONS in able:
            self._rich = candidate
        return self._rich

    async def _show_rich(self, rich: Any, announcement: Announcement, pressed: Pressed | None) -> bool:
        """False when the service turned it down; raises TimeoutError when it did not answer."""
        import asyncio

        from desktop_notifier import DEFAULT_SOUND, Button

        from winback_desktop.system.announcement_text import escaped, plain

        key = announcement.key

        def answer(button: str) -> Callable[[], None]:
            return lambda: pressed(key, button) if pressed is not None else None

        delivered: list[bool] = []
        body = plain(announcement.body, _RICH_BODY, lines=True)
        if key in self._shown:
            await self._take_back(key)
        self._shown[key] = await asyncio.wait_for(
            rich.send(
                title=plain(announcement.title, _TITLE) or self._app_name,
                message=escaped(body) if sys.platform.startswith("linux") else body,
                buttons=[
                    Button(title=plain(label, 40), identifier=name, on_pressed=answer(name))
                    for name, label in announcement.buttons
                ],
                on_clicked=answer("open"),
                sound=DEFAULT_SOUND if announcement.sound else None,
                on_dispatched=lambda: delivered.append(True),
            ),
            self._patience,
        )
        return bool(delivered)

    async def _take_back(self, key: str) -> None:
        import asyncio
        from contextlib import suppress

        shown = self._shown.pop(key, None)
        if shown is not None and self._rich is not None:
            with suppress(Exception):  # already closed by the owner or by the desktop
                await asyncio.wait_for(self._rich.clear(shown), self._patience)

    def _not_shown(self, announcement: Announcement, pressed: Pressed | None) -> None:
        if self._unshown is not None:
            self._unshown(announcement, pressed)

    def _tell(self, sentence: str) -> None:
        if not self._told and self._cannot is not None:
            self._told = True
            self._cannot(sentence)


def _own_icon() -> Path:
    """Inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources" / "icons" / "winback.png"
    return installed if installed.is_file() else package.parent / "resources" / "icons" / "winback.png"


def _show_plain(app_name: str, announcement: Announcement) -> bool:
    """Show it through plyer, without buttons; False when that is known to show nothing."""
    linux = sys.platform.startswith("linux")
    if linux and not _plyer_reaches_anybody():
        return False
    import warnings

    from winback_desktop.system.announcement_text import escaped, plain, undashed

    title = undashed(plain(announcement.title, _TITLE) or app_name)
    body = plain(announcement.body, _BODY, lines=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from plyer import notification

            notification.notify(
                title=title,
                message=undashed(escaped(body) if linux else body) or title,
                app_name=app_name,
                timeout=8,
            )
    except Exception:  # plyer raises whatever its platform part raises
        return False
    return True


def _plyer_reaches_anybody() -> bool:
    """Plyer ends normally on Linux although nothing was shown, so what it needs is looked at before.

    A folder ``/app`` sends it down a way on which an apostrophe loses the message and text can do harm.
    """
    import importlib.util
    import shutil

    if Path("/app").is_dir() or not (os.environ.get("DBUS_SESSION_BUS_ADDRESS") or _session_bus_socket()):
        return False
    return shutil.which("notify-send") is not None or importlib.util.find_spec("dbus") is not None


def _session_bus_socket() -> bool:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(runtime) and (Path(runtime) / "bus").exists()


def _how_to_mend() -> str:
    """What to install or switch on, in one sentence for this platform."""
    if sys.platform.startswith("linux"):
        return (
            "Notifications do not work here: install libnotify-bin and a service such as dunst. "
            "Today shows what is due."
        )
    return (
        "Notifications do not work here: allow them for Winback in your system's settings. "
        "Today shows what is due."
    )
