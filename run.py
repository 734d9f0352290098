#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sets everything up and starts Winback Desktop; needs nothing but Python 3.11 or newer.

python3 run.py               set up, then open the window (without a screen: draw the tour)
python3 run.py test [ARGS]   set up, then run the tests, with pytest's arguments
python3 run.py ARGS          set up, then ``winback ARGS``
"""

# This file is read by whatever Python is found first, so it keeps to what old ones understand.

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
LIBRARIES = ROOT / "packaging" / "system-libraries.txt"
OLDEST = (3, 11)
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
NO_SCREEN = 3


class SetupProblem(Exception):
    """The set-up cannot go on; the text is for people and says what to do next."""


def main(arguments):
    """Set up, then do what the arguments ask; returns the exit code."""
    try:
        newer_python_or_problem(arguments)
        testing = arguments[:1] == ["test"]
        prepare(testing)
        if testing:
            os.chdir(ROOT)
            return run(["-m", "pytest", *arguments[1:]], QT_QPA_PLATFORM="offscreen")
        if arguments:
            return run(["-m", "winback_desktop", *arguments])
        return window_or_tour()
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def newer_python_or_problem(arguments):
    """Go on under a newer Python when this one is too old and another is installed."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(19, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            raise SystemExit(subprocess.call([newer, str(ROOT / "run.py"), *arguments]))
    raise SetupProblem(
        f"Winback Desktop needs Python 3.11 or newer; this is Python {PYTHON}. Please install a newer one "
        "(from python.org or your system's packages) and start run.py with it."
    )


def prepare(testing):
    """Bring system libraries, environment and packages up to date; quick when nothing changed."""
    current = fingerprint()
    stamps = [VENV / ("set-up-" + what) for what in (("test",) if testing else ("run", "test"))]
    fresh = venv_python().exists() and any(s.exists() and s.read_text() == current for s in stamps)
    provide_system_libraries(setting_up=not fresh)
    if fresh:
        return
    try:
        make_environment()
        install_packages(testing)
        stamps[0].write_text(current)
    except OSError as error:
        raise SetupProblem(
            f"{VENV} cannot be written ({error.strerror or error}). Please put the program into a folder "
            "of your own and try again."
        ) from None


def fingerprint():
    """What the environment was made from; another place, Python or set of packages gives another one."""
    parts = [str(ROOT), PYTHON]
    parts += [path.read_text(encoding="utf-8") for path in (ROOT / "pyproject.toml", CONSTRAINTS)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def venv_python():
    """The environment's own Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# --- system libraries


def provide_system_libraries(setting_up):
    """Install what Qt needs from the system where that is allowed, else say what is missing."""
    if not sys.platform.startswith("linux"):
        return
    needed = lacking_now(setting_up)
    wished = lacking({"wished"}) if setting_up else []
    if not needed and not wished:
        return
    packages = [package for _, package in needed + wished]
    may = administrator()
    if may is not None and shutil.which("apt-get"):
        print("Installing system libraries: " + " ".join(packages), flush=True)
        said = install_with_apt(may, packages)
        needed = lacking_now(setting_up)
        if needed:
            raise SetupProblem(f"{missing_in_words(needed)}\nThis was tried just now; apt-get said:\n{said}")
    elif needed:
        raise SetupProblem(missing_in_words(needed))


def lacking_now(setting_up):
    """What cannot be done without, as (library, package) pairs."""
    needed = lacking({"always"} | screens())
    if setting_up and not succeeds([sys.executable, "-c", "import ensurepip, venv"]):
        # Debian keeps this part of Python's standard library in a package of its own.
        needed.append(("Python's venv module", f"python{PYTHON}-venv"))
    return needed


def screens():
    """The kinds of screen that this session has."""
    kinds = {"x11": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    return {kind for kind, variable in kinds.items() if os.environ.get(variable)}


def lacking(occasions):
    """The (library or program, package) pairs of these occasions that the system does not have."""
    lines = [line.split() for line in LIBRARIES.read_text(encoding="utf-8").splitlines()]
    entries = [line for line in lines if line and not line[0].startswith("#")]
    return [(name, package) for when, name, package in entries if when in occasions and not present(name)]


def present(name):
    """Whether a shared library can be loaded, or a program found."""
    if ".so." not in name:
        return shutil.which(name) is not None
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def administrator():
    """The words before a command that needs the administrator; None when that is not allowed."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install_with_apt(may, packages):
    """Install packages without questions; returns apt's last words for the case that it failed."""
    quiet = [*may, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    said = ""
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run([*quiet, *command], stdin=subprocess.DEVNULL, capture_output=True, text=True)
        said = reason(done.stdout + done.stderr)
    return said


def missing_in_words(needed):
    """One sentence and one line to copy."""
    names = [name for name, _ in needed]
    before = "" if os.geteuid() == 0 or not shutil.which("sudo") else "sudo "
    if shutil.which("apt-get"):
        packages = " ".join(package for _, package in needed)
        line = f"{before}apt-get update && {before}apt-get install -y {packages}"
    elif shutil.which("dnf") or shutil.which("zypper"):
        # RPM systems find a package by the library it provides.
        tool = "dnf" if shutil.which("dnf") else "zypper"
        provided = " ".join(shlex.quote(name + "()(64bit)") for name in names if ".so." in name)
        line = f"{before}{tool} install -y {provided}"
    else:
        return "This computer lacks what Winback Desktop needs. Please install: " + ", ".join(names)
    if os.geteuid() != 0 and not before:
        line = "su -c " + shlex.quote(line)
    return (
        "This computer lacks system libraries that Winback Desktop needs. "
        "Please run this line, then try again:\n" + line
    )


# --- environment and packages


def make_environment():
    """Create .venv, or create it anew when it cannot install packages."""
    if venv_python().exists() and succeeds([str(venv_python()), "-c", "import pip"]):
        return
    print(f"Creating the environment in {VENV}", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if done.returncode != 0:
        said = reason(done.stdout + done.stderr)
        raise SetupProblem(f"The environment could not be created in {VENV}.\n{said}")


def install_packages(testing):
    """Install the program from this folder, its packages and, for testing, the tools of the tests."""
    print("Installing Python packages; the first time about 100 MB are fetched", flush=True)
    python = str(venv_python())
    pip = [python, "-m", "pip", "install", "--quiet", "--retries", "2", "--constraint", str(CONSTRAINTS)]
    packages = ["--editable", str(ROOT), *(tools_of_the_tests() if testing else [])]
    environment = dict(os.environ, PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    done = subprocess.run([*pip, *packages], env=environment, cwd=str(ROOT), capture_output=True, text=True)
    if done.returncode != 0:
        log = VENV / "set-up.log"
        log.write_text(done.stdout + done.stderr, encoding="utf-8")
        raise SetupProblem(
            "The Python packages could not be installed. If this computer is not online, connect it and try "
            f"again. What pip said is in {log}, most of all:\n" + reason(done.stdout + done.stderr)
        )
    succeeds([python, "-m", "compileall", "-q", str(ROOT / "winback_desktop")])


def tools_of_the_tests():
    """The dependency group "dev" of pyproject.toml; Debian 12's pip cannot read groups itself."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["dependency-groups"]["dev"]


# --- starting


def window_or_tour():
    """Open the window; where there is no screen, draw the tour and say where it lies."""
    if not sys.platform.startswith("linux") or screens():
        code = run(["-m", "winback_desktop"])
        if code != NO_SCREEN:
            return code
    folder = ROOT / "tour"
    print("There is no screen here, so the tour is drawn instead", flush=True)
    code = run(["-m", "winback_desktop", "tour", str(folder)], QT_QPA_PLATFORM="offscreen")
    if code == 0:
        pictures, papers = (len(list(folder.rglob(kind))) for kind in ("*.png", "*.pdf"))
        print(f"{pictures} pictures and {papers} PDFs are in {folder}")
    return code


def run(arguments, **variables):
    """Run the environment's Python in the foreground; returns its exit code."""
    return subprocess.call([str(venv_python()), *arguments], env=dict(os.environ, **variables))


def succeeds(command):
    """Whether a command ends well; what it says is not shown."""
    return subprocess.run(command, capture_output=True).returncode == 0


def reason(text):
    """The lines in which a tool says why it failed."""
    lines = text.strip().splitlines()
    errors = [line.strip() for line in lines if line.lstrip().startswith(("ERROR:", "E:", "Error:"))]
    return "\n".join((errors or lines)[-2:])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
