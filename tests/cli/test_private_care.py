# SPDX-License-Identifier: MIT
"""What is only for the owner leaves the program when it is asked for, and not otherwise."""

from winback_desktop.application.check_in import check_in
from winback_desktop.application.ports import Workspace
from winback_desktop.storage.opening import open_store
from winback_desktop.system.clock import SystemClock
from winback_desktop.system.public_holidays import PublicHolidays


def test_check_ins_stay_out_of_an_archive_unless_asked_for(winback, tmp_path, folder):
    winback("lose", "Rosa")
    store = open_store(folder / "winback.db", clock_now=SystemClock().now, program_version="0")
    check_in(Workspace(store, SystemClock(), PublicHolidays()), "threadbare", 2)
    store.close()
    for name, private in (("plain.json", ()), ("whole.json", ("--private",))):
        assert winback("export", str(tmp_path / name), *private).code == 0
        assert ("threadbare" in (tmp_path / name).read_text(encoding="utf-8")) == bool(private)
