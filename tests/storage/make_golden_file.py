# SPDX-License-Identifier: MIT
"""Makes the golden file of the present schema; run once before a schema is released, then never again."""

import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from stored_records import add_one_of_each

from winback_desktop.storage.migrations import SCHEMA
from winback_desktop.storage.opening import open_store

if __name__ == "__main__":
    target = Path(__file__).parent / f"schema_{SCHEMA}.db"
    store = open_store(target, clock_now=lambda: datetime(2026, 3, 2, tzinfo=UTC), program_version="0.1.0")
    add_one_of_each(store)
    store.close()
    for suffix in (".id", ".db-journal"):
        target.with_suffix(suffix).unlink(missing_ok=True)
