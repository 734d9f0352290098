# SPDX-License-Identifier: MIT
"""Which pages and sheets there are; each is imported and built only when it is first asked for."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import (
    CALENDAR,
    CUSTOMERS,
    EXPORT,
    GIFT_IDEAS,
    HELPED,
    IMPORT,
    INSIGHTS,
    INTERESTS,
    LISTEN,
    LUNCH,
    NEW_CUSTOMER,
    NOTES,
    PRINT,
    RECORD_LOSS,
    SEARCH,
    SETTINGS,
    TODAY,
    VENT,
    WELCOME_BACK,
    WELLBEING,
    Navigator,
)
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme


class Entry(NamedTuple):
    """A page in the sidebar."""

    key: str
    words: str
    icon: str


ENTRIES: tuple[Entry, ...] = (
    Entry(TODAY, "Today", "sun"),
    Entry(CALENDAR, "Calendar", "calendar-days"),
    Entry(CUSTOMERS, "Customers", "users"),
    Entry(NOTES, "Notes & print", "pen-line"),
    Entry(WELLBEING, "Wellbeing", "heart-pulse"),
    Entry(INSIGHTS, "Insights", "chart-line"),
)
SETTINGS_ENTRY = Entry(SETTINGS, "Settings", "settings")


def build_page(
    key: str, workspace: Workspace, operations: Operations, navigator: Navigator, theme: Theme
) -> QWidget:
    """Build one page; raises KeyError for a page that does not exist."""
    return _PAGES[key]()(workspace, operations, navigator, theme)


def _today() -> Callable[..., QWidget]:
    from winback_desktop.ui.today.page import build_page

    return build_page


def _calendar() -> Callable[..., QWidget]:
    from winback_desktop.ui.calendar.page import build_page

    return build_page


def _customers() -> Callable[..., QWidget]:
    from winback_desktop.ui.customers.page import build_page

    return build_page


def _notes() -> Callable[..., QWidget]:
    from winback_desktop.ui.notes.page import build_page

    return build_page


def _wellbeing() -> Callable[..., QWidget]:
    from winback_desktop.ui.wellbeing.page import build_page

    return build_page


def _insights() -> Callable[..., QWidget]:
    from winback_desktop.ui.insights.page import build_page

    return build_page


def _settings() -> Callable[..., QWidget]:
    from winback_desktop.ui.settings.page import build_page

    return build_page


_PAGES: dict[str, Callable[[], Callable[..., QWidget]]] = {
    TODAY: _today,
    CALENDAR: _calendar,
    CUSTOMERS: _customers,
    NOTES: _notes,
    WELLBEING: _wellbeing,
    INSIGHTS: _insights,
    SETTINGS: _settings,
}


def open_sheet(
    request: str,
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object,
) -> None:
    """Answer a request for something that is no page; each opens itself over ``window``."""
    opener = _SHEETS.get(request)
    if opener is not None:
        opener()(window, workspace, operations, navigator, theme, target)


def _losses() -> Callable[..., object]:
    from winback_desktop.ui.losses.sheet import open_sheet

    return open_sheet


def _search() -> Callable[..., object]:
    from winback_desktop.ui.search.sheet import open_sheet

    return open_sheet


def _outcome() -> Callable[..., object]:
    from winback_desktop.ui.outcome.sheet import open_sheet

    return open_sheet


def _lunch() -> Callable[..., object]:
    from winback_desktop.ui.lunch.sheet import open_sheet

    return open_sheet


def _new_customer() -> Callable[..., object]:
    from winback_desktop.ui.customers.sheet import open_sheet

    return open_sheet


def _import() -> Callable[..., object]:
    from winback_desktop.ui.importing.sheet import open_sheet

    return open_sheet


def _export() -> Callable[..., object]:
    from winback_desktop.ui.keeping.sheet import open_sheet

    return open_sheet


def _helped() -> Callable[..., object]:
    from winback_desktop.ui.wellbeing.sheet import open_sheet

    return open_sheet


def _vent() -> Callable[..., object]:
    from winback_desktop.ui.vent.sheet import open_sheet

    return open_sheet


def _print() -> Callable[..., object]:
    from winback_desktop.ui.paperwork.sheet import open_sheet

    return open_sheet


def _interests() -> Callable[..., object]:
    from winback_desktop.ui.interests.sheet import open_sheet

    return open_sheet


def _listen() -> Callable[..., object]:
    from winback_desktop.ui.interests.hear_sheet import open_sheet

    return open_sheet


def _gift_ideas() -> Callable[..., object]:
    from winback_desktop.ui.gift_ideas.sheet import open_sheet

    return open_sheet


_SHEETS: dict[str, Callable[[], Callable[..., object]]] = {
    EXPORT: _export,
    GIFT_IDEAS: _gift_ideas,
    HELPED: _helped,
    IMPORT: _import,
    INTERESTS: _interests,
    LISTEN: _listen,
    LUNCH: _lunch,
    NEW_CUSTOMER: _new_customer,
    PRINT: _print,
    RECORD_LOSS: _losses,
    SEARCH: _search,
    VENT: _vent,
    WELCOME_BACK: _outcome,
}
