# SPDX-License-Identifier: MIT
"""What the window remembers between starts: appearance, text size, sidebar and its place on the screen."""

from winback_desktop.application.failures import StoreFault
from winback_desktop.application.ports import Store

APPEARANCE = "window.appearance"
SCALE = "window.text_scale"
SIDEBAR = "window.sidebar_narrow"
PLACE = "window.place"
ON_CLOSE = "window.on_close"
"""What closing the window means: ``background``, ``quit``, or nothing before it was asked."""


class Place:
    """How the window stood: left, top, width, height in logical pixels and whether it was maximised."""

    def __init__(self, left: int, top: int, width: int, height: int, maximised: bool) -> None:
        self.left, self.top, self.width, self.height = left, top, width, height
        self.maximised = maximised


class Preferences:
    """Reads and keeps them in the store, outside of undo. A store that can't be written is no fault here."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def appearance(self) -> str:
        """One of ``theme.APPEARANCES``."""
        return str(self._store.setting(APPEARANCE, "system"))

    @property
    def scale(self) -> int:
        """Text size in per cent."""
        return int(self._store.setting(SCALE, 100))

    @property
    def sidebar_narrow(self) -> bool:
        """Whether the owner folded the sidebar."""
        return bool(self._store.setting(SIDEBAR, False))

    @property
    def place(self) -> Place | None:
        """Where the window stood last, or None."""
        kept = self._store.setting(PLACE)
        if isinstance(kept, list) and len(kept) == 5 and all(isinstance(part, int) for part in kept):
            return Place(*kept[:4], maximised=bool(kept[4]))
        return None

    def keep(self, key: str, value: object) -> None:
        """Remember one of them, if it changed."""
        if self._store.read_only or self._store.setting(key) == value:
            return
        try:
            with self._store.transaction():
                self._store.set_setting(key, value)
        except StoreFault:
            # A lost window place is not worth a sentence; what the owner writes is checked elsewhere.
            return

    def keep_place(self, place: Place) -> None:
        """Remember where the window stands."""
        self.keep(PLACE, [place.left, place.top, place.width, place.height, int(place.maximised)])
