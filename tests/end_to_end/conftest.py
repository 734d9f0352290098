# SPDX-License-Identifier: MIT
"""Gives each end-to-end test a desktop of its own, and skips them where the tools are missing."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.desktop import TOOLS, Desktop
from tests.end_to_end.owner import Owner

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
    yield from _desktop(tmp_path, pictures / request.node.name)


@pytest.fixture(scope="module")
def shared_desktop(
    tmp_path_factory: pytest.TempPathFactory, pictures: Path, request: pytest.FixtureRequest
) -> Iterator[Desktop]:
    """One desktop for all tests of a module, which is quicker; each of them starts the program anew."""
    name = request.module.__name__.rpartition(".")[2]
    yield from _desktop(tmp_path_factory.mktemp(name), pictures / name)


@pytest.fixture
def owner(shared_desktop: Desktop, tmp_path: Path) -> Iterator[Owner]:
    """An owner with an empty data folder; the programs that they started are ended."""
    one = Owner(shared_desktop, tmp_path / "owner")
    yield one
    one.leave()


def _desktop(folder: Path, pictures: Path) -> Iterator[Desktop]:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        sentence = f"not installed: {', '.join(missing)}; see packaging/end-to-end-packages.txt"
        if os.environ.get("WINBACK_END_TO_END") == "required":
            pytest.fail(sentence)
        pytest.skip(sentence)
    pictures.mkdir()
    made = Desktop(folder / "home", pictures)
    yield made
    made.close()
