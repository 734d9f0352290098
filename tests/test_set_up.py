# SPDX-License-Identifier: MIT
"""What is said where something is missing; the set-up itself is tried on bare systems."""

import runpy
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

from winback_desktop.system import screen_libraries

ROOT = Path(__file__).parent.parent
LIST = [
    line.split()
    for line in (ROOT / "packaging" / "system-libraries.txt").read_text().splitlines()
    if not line.startswith("#")
]


def test_the_program_names_the_same_packages_as_the_set_up():
    needed = {package for when, _, package in LIST if when in ("always", "x11")}
    assert set(screen_libraries.PACKAGES.split()) == needed


def test_a_missing_library_is_one_sentence_and_one_line():
    said = screen_libraries.how_to_install(
        ImportError("libEGL.so.1: cannot open shared object file: No such file")
    )
    sentence, line = said.split("\n")
    assert "lacks libEGL.so.1, a system library" in sentence
    assert line.startswith("sudo apt-get install -y libegl1 ")


def test_what_the_set_up_finds_missing_is_a_line_to_copy():
    set_up = runpy.run_path(str(ROOT / "run.py"))
    assert not set_up["present"]("libno-such-thing.so.9")
    assert not set_up["present"]("no-such-program")
    assert set_up["present"]("sh")
    said = set_up["missing_in_words"]([("libEGL.so.1", "libegl1"), ("libGL.so.1", "libgl1")])
    assert "libegl1 libgl1" in said or "libEGL.so.1" in said


def test_every_pin_allows_what_the_project_asks_for():
    """A pin outside the project's own range would make every set-up fail."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = (ROOT / "packaging" / "constraints.txt").read_text().lower().replace("_", "-").splitlines()
    pins = dict(line.split("==") for line in lines if "==" in line)
    for text in project["dependencies"]:
        asked = Requirement(text)
        assert asked.specifier.contains(pins[asked.name.lower()]), text
