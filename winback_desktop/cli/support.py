# SPDX-License-Identifier: MIT
"""For schedulers and support: remind once, the tour, and the self-test."""

import os
import platform
import sys
import time
from argparse import Namespace
from typing import Any

from winback_desktop import __version__
from winback_desktop.application.due import due_steps
from winback_desktop.application.own_records import Announcement
from winback_desktop.application.remind import remind
from winback_desktop.cli.answers import Answer
from winback_desktop.cli.workspaces import workspace
from winback_desktop.system.notifier import DesktopNotifications
from winback_desktop.system.paths import paths_for
from winback_desktop.system.zone_check import unknown_zone

_PATIENCE = 15.0


def run_remind(arguments: Namespace) -> Answer:
    """Announce what is due and was not announced yet, sharing the window's claims."""
    silent: list[str] = []
    notifier = DesktopNotifications(cannot=silent.append)
    with workspace(arguments) as work:
        announced = remind(work, notifier, by=f"command {os.getpid()}")
        waiting = len(due_steps(work))
    if announced:
        notifier.wait(_PATIENCE)
    for sentence in filter(None, (unknown_zone(), *silent)):
        print(sentence, file=sys.stderr)
    if not announced and waiting:
        print("Nothing new to announce at this hour; “winback due” lists what is due.", file=sys.stderr)
    data = [{"key": a.key, "title": a.title, "body": a.body} for a in announced]
    lines = tuple(f"{a.title}: {a.body}" if a.body else a.title for a in announced)
    return Answer(data, lines or ("Nothing to announce.",))


def run_tour(arguments: Namespace) -> Answer:
    """Draw every page and every sheet with sample data into a folder."""
    from winback_desktop.app import draw_tour_into

    files = draw_tour_into(arguments.folder, arguments.today)
    return Answer([str(file) for file in files], tuple(map(str, files)))


def run_self_test(arguments: Namespace) -> Answer:
    """Versions, data folder, store, fonts, notifications, tray and printers; code 1 if essentials fail."""
    from winback_desktop.application.failures import Refused, StoreFault
    from winback_desktop.cli.store_facts import store_facts
    from winback_desktop.ui.drawing_facts import drawing_facts
    from winback_desktop.window import has_screen

    facts: dict[str, Any] = {
        "winback": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "data_folder": str(paths_for(arguments.data).data),
        "time_zone": unknown_zone() or time.tzname[0],
    }
    problems: list[str] = []
    gatherers = (lambda: store_facts(arguments), lambda: drawing_facts(has_screen()), _notification_facts)
    for gather in gatherers:
        try:
            found = gather()
            problems += found.pop("problems", [])
            facts.update(found)
        except (Refused, StoreFault, ImportError, OSError) as problem:
            problems.append(str(problem))
    facts["problems"] = problems
    lines = [f"{name.replace('_', ' ')}: {_words(value)}" for name, value in facts.items()]
    return Answer(facts, tuple(lines), 1 if problems else 0)


def _notification_facts() -> dict[str, Any]:
    """Shows one for real; it is no failure of the program when the desktop has no way to."""
    silent: list[str] = []
    notifier = DesktopNotifications(cannot=silent.append)
    notifier.announce(Announcement("self-test", "Winback", "Notifications work here."))
    answered = notifier.wait(_PATIENCE)
    late = "The notification service does not answer. Reminders stay on the Today page."
    return {"notifications": silent[0] if silent else "shown" if answered else late}


def _words(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value)
