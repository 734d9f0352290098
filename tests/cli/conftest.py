# SPDX-License-Identifier: MIT
"""Runs commands in this process, on a data folder of their own."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from winback_desktop.__main__ import main


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document it must be."""
        return json.loads(self.out)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder."""
    return tmp_path / "data"


@pytest.fixture
def winback(folder: Path, capsys, monkeypatch, qapp) -> Callable[..., Outcome]:  # type: ignore[no-untyped-def]
    """Run ``winback --data FOLDER …``; ``today`` is Friday 20 November 2026 unless said otherwise.

    ``qapp`` first: a command that draws would make an application without widgets, for all tests after it.
    """

    def run(*words: str, today: str = "2026-11-20", stdin: str = "") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        code = main(["--data", str(folder), "--today", today, *words])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Outcome(code, out, err)

    return run
