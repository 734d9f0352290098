# SPDX-License-Identifier: MIT
"""Gives each end-to-end test a desktop of its own, and skips them where the tools are missing."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.desktop import TOOLS, Desktop

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a tool these tests are skipped, or fail where the environment asks for them."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing and os.environ.get("WINBACK_END_TO_END") != "required":
        for item in (item for item in items if HERE in item.path.parents):
            item.add_marker(pytest.mark.skip(f"not installed: {', '.join(missing)}"))


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
    mine = pictures / request.node.name
    mine.mkdir()
    made = Desktop(tmp_path / "home", mine)
    yield made
    made.close()
