# SPDX-License-Identifier: MIT
"""Whether less motion is asked for, as each system keeps it."""

import pytest

from winback_desktop.system.motion import motion_unwelcome


def nobody(*command: str) -> str:
    return ""


@pytest.mark.parametrize(
    ("file", "text", "unwelcome"),
    [
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations = False\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "\udcff\n=\n", False),
    ],
)
def test_the_files_of_the_desktops_are_read(tmp_path, file, text, unwelcome):
    kept = tmp_path / file
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert motion_unwelcome({"XDG_CONFIG_HOME": str(tmp_path)}, "linux", nobody) is unwelcome


@pytest.mark.parametrize(
    ("platform", "printed", "unwelcome"),
    [("linux", "false", True), ("linux", "true", False), ("darwin", "1", True), ("darwin", "0", False)],
)
def test_the_tools_of_the_systems_are_asked(tmp_path, platform, printed, unwelcome):
    asked = []

    def ask(*command: str) -> str:
        asked.append(command[0])
        return printed

    assert motion_unwelcome({"HOME": str(tmp_path)}, platform, ask) is unwelcome
    assert asked == [{"linux": "gsettings", "darwin": "defaults"}[platform]]


def test_where_nobody_can_tell_motion_is_welcome(tmp_path):
    assert not motion_unwelcome({"HOME": str(tmp_path)}, "linux", nobody)
    assert not motion_unwelcome({"PATH": ""}, "win32"), "no Windows here to ask"
