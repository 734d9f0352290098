# SPDX-License-Identifier: MIT
"""A private CUPS with one printer that writes PDFs, apart from the machine's own printers.

It listens on a socket in its own folder, so that nothing on the machine sees
it but programs started with `environment`. It has to run as root, because
CUPS starts its backend only then.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TOOLS = ("/usr/sbin/cupsd", "lpadmin", "lpstat", "pdfinfo", "pdftotext", "pdftoppm")
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
BACKEND_SETTINGS = Path("/etc/cups/cups-pdf-winback.conf")

_SETTINGS = """LogLevel warn
Listen {root}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """ServerRoot {root}
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
"""


def missing() -> str:
    """What keeps CUPS from being started here; empty when nothing does."""
    absent = [tool for tool in TOOLS if shutil.which(tool) is None]
    if absent or not PPD.exists():
        return f"not installed: {', '.join(absent) or 'printer-driver-cups-pdf'}"
    return "" if os.geteuid() == 0 else "a private CUPS can only be started as root"


class PrivateCups:
    """Starts the server in a folder of its own; `close` ends it and clears up."""

    printer = "Winback_PDF"

    def __init__(self) -> None:
        # Not in pytest's folder: every other test run closes that to the filters, which are not root.
        self.root = root = Path(tempfile.mkdtemp(prefix="winback-cups-"))
        self.out = root / "out"
        self._broken = ""
        for name in ("out", "ppd", "spool/tmp", "cache", "state", "pdf-spool"):
            (root / name).mkdir(parents=True)
        root.chmod(0o755)
        self.out.chmod(0o777)
        (root / "cupsd.conf").write_text(_SETTINGS.format(root=root))
        (root / "cups-files.conf").write_text(_FILES.format(root=root))
        BACKEND_SETTINGS.write_text(
            f"Out {self.out}\nAnonDirName {self.out}\nSpool {root}/pdf-spool\nLog {root}\nAnonUser root\n"
        )
        self._server = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", "-c", f"{root}/cupsd.conf", "-s", f"{root}/cups-files.conf"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait("the scheduler", lambda: b"is running" in self._ask("lpstat", "-r"))
        self.add_printer()

    @property
    def environment(self) -> dict[str, str]:
        """For programs that shall see this CUPS and no other, and need no screen."""
        return {**os.environ, "CUPS_SERVER": f"{self.root}/cups.sock", "QT_QPA_PLATFORM": "offscreen"}

    def add_printer(self, ppd: Path = PPD) -> None:
        """Set the printer up, with paper sizes as ``ppd`` says."""
        device = ("-v", "cups-pdf:/winback", "-P", str(ppd))
        # On its way to this printer the page becomes PostScript; the usual converter forgets which letter
        # a glyph stands for, so that the words could not be read back.
        converter = ("-o", "pdftops-renderer-default=pdftocairo")
        self._ask("lpadmin", "-p", self.printer, *device, *converter, "-E")

    def remove_printer(self) -> None:
        """Take the printer away, as if it were unplugged."""
        self._ask("lpadmin", "-x", self.printer)

    def printed(self, before: frozenset[Path] = frozenset()) -> Path:
        """The file that came out of the printer and was not there ``before``."""
        (file,) = self.all_printed(before, 1)
        return file

    def all_printed(self, before: frozenset[Path], count: int) -> list[Path]:
        """The files of so many jobs that were not there ``before``, the first job's first."""

        def arrived() -> bool:
            busy = self._ask("lpstat", "-W", "not-completed", "-o").strip()
            return not busy and len(self.files() - before) >= count

        # One page that does not come is waited for; after that the queue is known to be broken.
        assert not self._broken, self._broken
        self._wait("the printed page", arrived)
        jobs = sorted(self.files() - before, key=lambda file: int(file.stem.rpartition("_")[2]))
        assert len(jobs) == count, jobs
        return jobs

    def files(self) -> frozenset[Path]:
        """All that has come out so far."""
        return frozenset(self.out.glob("**/*.pdf"))

    def close(self) -> None:
        """End the server and take its settings away."""
        self._server.terminate()
        self._server.wait(20)
        BACKEND_SETTINGS.unlink(missing_ok=True)
        shutil.rmtree(self.root, ignore_errors=True)

    def _ask(self, *command: str) -> bytes:
        done = subprocess.run(command, env=self.environment, capture_output=True, timeout=30, check=False)
        return done.stdout

    def _wait(self, what: str, ready: Callable[[], bool]) -> None:
        for _ in range(150):
            if ready():
                return
            time.sleep(0.1)
        log = (self.root / "error_log").read_text(errors="replace")[-2000:]
        self._broken = f"{what} did not come\n{log}"
        raise AssertionError(self._broken)
