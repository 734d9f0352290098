# SPDX-License-Identifier: MIT
"""A file arrives whole or not at all, for the owner's eyes only."""

import os
import stat
import sys
from pathlib import Path

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.exchange.safe_file import write_file


def test_written_whole_and_private(tmp_path: Path):
    target = tmp_path / "contacts.vcf"
    target.write_bytes(b"old")
    target.chmod(0o644)
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["contacts.vcf"]
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "real.ics").write_bytes(b"old")
    (tmp_path / "link.ics").symlink_to(tmp_path / "real.ics")
    write_file(tmp_path / "link.ics", b"new")
    assert (tmp_path / "link.ics").is_symlink()
    assert (tmp_path / "real.ics").read_bytes() == b"new"


def test_places_that_cannot_be_written(tmp_path: Path):
    with pytest.raises(Refused, match="folder"):
        write_file(tmp_path, b"")
    with pytest.raises(Refused, match="no folder"):
        write_file(tmp_path / "missing" / "x.vcf", b"")
    with pytest.raises(Refused):
        write_file(tmp_path / ("n" * 300 + ".vcf"), b"")
    assert list(tmp_path.iterdir()) == []
