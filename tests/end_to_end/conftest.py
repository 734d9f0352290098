# SPDX-License-Identifier: MIT
"""Gives each end-to-end test a desktop of its own, and skips them where the tools are missing."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.desktop import TOOLS, Desktop

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where pictures of the screen are kept for people to look at."""
    folder = ROOT / "build" / "end_to_end"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def desktop(tmp_path: Path, pictures: Path, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """A fresh desktop; its pictures lie in a folder named after the test."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        sentence = f"not installed: {', '.join(missing)}; see packaging/end-to-end-packages.txt"
        if os.environ.get("WINBACK_END_TO_END") == "required":
            pytest.fail(sentence)
        pytest.skip(sentence)
    mine = pictures / request.node.name
    mine.mkdir()
    made = Desktop(tmp_path / "home", mine)
    yield made
    made.close()
