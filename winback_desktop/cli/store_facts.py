# SPDX-License-Identifier: MIT
"""What the self-test says of the data folder and the store."""

from argparse import Namespace
from typing import Any

from winback_desktop.cli.workspaces import workspace_to_ask
from winback_desktop.storage.connection import sqlite_version
from winback_desktop.system.paths import paths_for


def store_facts(arguments: Namespace) -> dict[str, Any]:
    """Driver, counts, backups and findings; raises StoreFault when the data can't be opened."""
    paths = paths_for(arguments.data)
    with workspace_to_ask(arguments) as work:
        counts = work.store.queries.counts()
        findings = work.store.check()
    backups = sorted(paths.backups.glob("winback-*.db")) if paths.backups.is_dir() else []
    return {
        "sqlite": sqlite_version(),
        "stored": "yes" if paths.database.exists() else "nothing yet",
        "contacts": counts.contacts,
        "losses": counts.losses,
        "backups": len(backups),
        "problems": [finding.sentence for finding in findings],
    }
