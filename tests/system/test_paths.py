# SPDX-License-Identifier: MIT
import os
import stat
from pathlib import Path

import pytest

from winback_desktop.application.failures import StoreFault
from winback_desktop.system.paths import paths_for, prepare


def test_the_argument_wins_over_the_environment(tmp_path: Path) -> None:
    env = {"WINBACK_HOME": str(tmp_path / "env"), "XDG_DATA_HOME": str(tmp_path / "xdg")}
    assert paths_for(tmp_path / "given", env, "linux").data == tmp_path / "given"
    assert paths_for(None, env, "linux").data == tmp_path / "env"
    assert (
        paths_for(None, {"XDG_DATA_HOME": env["XDG_DATA_HOME"]}, "linux").data == tmp_path / "xdg" / "winback"
    )


def test_a_relative_xdg_folder_is_ignored_as_the_standard_says() -> None:
    assert paths_for(None, {"XDG_DATA_HOME": "data"}, "linux").data == Path.home() / ".local/share/winback"


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_two_data_folders_never_share_a_socket(tmp_path: Path, platform: str) -> None:
    one, two = (paths_for(tmp_path / name, {}, platform).socket for name in ("one", "two"))
    assert one != two
    assert one == paths_for(tmp_path / "one", {}, platform).socket


def test_the_socket_lies_in_the_session_folder_and_is_short_enough(tmp_path: Path) -> None:
    assert Path(paths_for(tmp_path, {"XDG_RUNTIME_DIR": str(tmp_path)}, "linux").socket).parent == tmp_path
    deep = paths_for("/" + "long/" * 60, {}, "linux")
    assert len(deep.socket) < 100


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_folders_are_made_for_the_owner_alone(tmp_path: Path) -> None:
    paths = paths_for(tmp_path / "a" / "b", {})
    prepare(paths)
    prepare(paths)
    assert stat.S_IMODE(paths.data.stat().st_mode) == 0o700
    assert stat.S_IMODE(paths.backups.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreFault, match=r"cannot be made .*Choose another folder"):
        prepare(paths_for(tmp_path / "file" / "below", {}))
