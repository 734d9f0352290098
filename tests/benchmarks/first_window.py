# SPDX-License-Identifier: MIT
"""How long the first window takes and how much memory it holds, as ratios to a bare PySide6 window.

Run by hand on a quiet machine, never as a timed test:

    python tests/benchmarks/first_window.py [--sizes 10 1000 100000] [--runs 9] [--compare PROGRAM]

Without ``--compare`` (or WINBACK_COMPARE) it measures by itself: the time until the window shows, and
the proportional set size five seconds later. With it, a program that knows when a window is *painted* is
asked instead: it is given ``--spec FILE --ref NAME --runs N`` and answers one JSON object a line with
``name``, ``ratio_paint_ms`` and ``ratio_pss_kib`` as [median, lowest, highest].
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
BARE = "bare window"
HELLO = """\
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Winback")
window.setCentralWidget(QLabel("hello"))
window.resize(800, 600)
window.show()
sys.exit(application.exec())
"""


def main() -> None:
    """Measure the bare window and the program with stores of the sizes asked for, and print the ratios."""
    wishes = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    wishes.add_argument("--sizes", type=int, nargs="*", default=[10, 1_000, 100_000])
    wishes.add_argument("--runs", type=int, default=9)
    wishes.add_argument("--compare", default=os.environ.get("WINBACK_COMPARE"))
    wishes.add_argument("--stores", type=Path, help="keep the generated stores here and use them again")
    wanted = wishes.parse_args()
    with tempfile.TemporaryDirectory(prefix="winback-first-window-") as scratch:
        candidates = {BARE: [sys.executable, str(written(Path(scratch) / "hello.py"))]}
        for size in wanted.sizes:
            data = store(size, (wanted.stores or Path(scratch)) / f"{size}")
            candidates[f"{size:,} customers"] = [sys.executable, "-m", "winback_desktop", "--data", str(data)]
        measure = by_the_program(wanted.compare) if wanted.compare else by_ourselves
        for name, (paint, memory) in measure(candidates, wanted.runs, Path(scratch)).items():
            print(f"{name:>20}   time × {paint:.2f}   memory × {memory:.2f}")


def written(path: Path) -> Path:
    path.write_text(HELLO)
    return path


def store(size: int, folder: Path) -> Path:
    """A generated data folder with so many customers; made once."""
    if not folder.exists():
        subprocess.run(
            [sys.executable, str(HERE / "generate_store.py"), str(folder), "--customers", str(size)],
            check=True,
        )
    return folder


def by_the_program(compare: str):
    """A measure that leaves the work to another program."""

    def measure(candidates: dict[str, list[str]], runs: int, scratch: Path) -> dict[str, tuple[float, float]]:
        spec = scratch / "spec.json"
        # Most of the bare window is one colour; ours counts as painted only when its page stands.
        share = {True: 0.0, False: 0.02}
        rows = [{"name": name, "cmd": cmd, "share": share[name == BARE]} for name, cmd in candidates.items()]
        spec.write_text(json.dumps(rows))
        command = [compare, "--spec", str(spec), "--ref", BARE, "--runs", str(runs)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        return {row["name"]: (row["ratio_paint_ms"][0], row["ratio_pss_kib"][0]) for row in answers}

    return measure


def by_ourselves(
    candidates: dict[str, list[str]], runs: int, scratch: Path
) -> dict[str, tuple[float, float]]:
    """Medians of the ratios run by run, on a desktop of its own, after one run that is not counted."""
    from desktop import Desktop

    found: dict[str, list[tuple[float, float]]] = {name: [] for name in candidates}
    desktop = Desktop(scratch / "home", scratch)
    try:
        for number in range(runs + 1):
            took = {name: once(desktop, command) for name, command in candidates.items()}
            if number:
                for name, (seconds, kibibytes) in took.items():
                    found[name].append((seconds / took[BARE][0], kibibytes / took[BARE][1]))
    finally:
        desktop.close()
    return {
        name: (
            statistics.median(time for time, _ in ratios),
            statistics.median(memory for _, memory in ratios),
        )
        for name, ratios in found.items()
    }


def once(desktop, command: list[str]) -> tuple[float, float]:
    """Seconds until the window shows, and KiB of proportional set size five seconds later."""
    started = time.monotonic()
    process = desktop.start(command)
    while not desktop.windows("Winback"):
        assert process.poll() is None, f"{command} ended with {process.returncode}"
        time.sleep(0.002)
    seconds = time.monotonic() - started
    time.sleep(5)
    lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
    kibibytes = next(float(line.split()[1]) for line in lines if line.startswith("Pss:"))
    process.kill()
    process.wait()
    return seconds, kibibytes


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent / "end_to_end"))
    main()
