# SPDX-License-Identifier: MIT
import subprocess
import sys
from pathlib import Path

from winback_desktop.system.instance_lock import InstanceLock

HOLD = """
import sys
from pathlib import Path
from winback_desktop.system.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def test_only_one_process_holds_it_and_a_killed_one_frees_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "True"
        mine = InstanceLock(path)
        assert not mine.acquire()
        other.kill()
    assert mine.acquire()
    assert mine.held
    assert path.stat().st_mode & 0o077 == 0
    mine.release()
    assert InstanceLock(path).acquire()


def test_two_locks_in_one_process_know_of_each_other(tmp_path: Path) -> None:
    first, second = InstanceLock(tmp_path / "lock"), InstanceLock(tmp_path / "lock")
    assert first.acquire()
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_a_folder_that_cannot_be_written_needs_no_lock(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path / "missing" / "lock")
    assert lock.acquire()
    assert not lock.held
