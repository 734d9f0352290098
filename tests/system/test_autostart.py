# SPDX-License-Identifier: MIT
import plistlib
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.system.autostart import (
    AutostartState,
    DesktopEntry,
    LaunchAgent,
    RunKey,
    autostart,
)

COMMAND = ["/opt/my apps/win$back", "--background", 'a"b', "50%", "c\\d"]


def test_linux_writes_an_entry_into_a_folder_that_did_not_exist(tmp_path: Path) -> None:
    entry = autostart({"XDG_CONFIG_HOME": str(tmp_path / "config")}, "linux")
    assert entry.state() is AutostartState.OFF
    entry.turn_on(COMMAND)
    assert entry.state() is AutostartState.ON
    entry.turn_off()
    entry.turn_off()
    assert entry.state() is AutostartState.OFF


def test_every_argument_survives_the_two_readings_of_an_exec_line(tmp_path: Path) -> None:
    entry = DesktopEntry(tmp_path)
    entry.turn_on(COMMAND)
    line = next(
        text.removeprefix("Exec=")
        for text in (tmp_path / "winback-desktop.desktop").read_text().splitlines()
        if text.startswith("Exec=")
    )
    read_as_string = line.replace("\\\\", "\\")
    arguments = re.findall(r'"((?:[^"\\]|\\.)*)"', read_as_string)
    assert [re.sub(r"\\(.)", r"\1", part).replace("%%", "%") for part in arguments] == COMMAND


@pytest.mark.parametrize("mark", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_a_desktop_that_switched_it_off_is_believed(tmp_path: Path, mark: str) -> None:
    entry = DesktopEntry(tmp_path)
    entry.turn_on(COMMAND)
    file = tmp_path / "winback-desktop.desktop"
    file.write_text(file.read_text() + mark + "\n")
    assert entry.state() is AutostartState.SWITCHED_OFF_BY_SYSTEM


def test_macos_writes_a_property_list(tmp_path: Path) -> None:
    agent = LaunchAgent(tmp_path / "LaunchAgents")
    agent.turn_on(COMMAND)
    assert agent.state() is AutostartState.ON
    (file,) = (tmp_path / "LaunchAgents").iterdir()
    assert plistlib.loads(file.read_bytes())["ProgramArguments"] == COMMAND
    agent.turn_off()
    assert agent.state() is AutostartState.OFF


def test_a_folder_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match="start-up programs"):
        DesktopEntry(tmp_path / "file").turn_on(COMMAND)


class Registry(SimpleNamespace):
    """The few calls of winreg, over a dictionary."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = "user", 1, 2

    def __init__(self) -> None:
        super().__init__(values={}, path="")

    def OpenKey(self, root: str, path: str, *_: int) -> "Registry":
        return self.CreateKey(root, path)

    def CreateKey(self, root: str, path: str) -> "Registry":
        key = Registry()
        key.values, key.path = self.values, path
        return key

    def __enter__(self) -> "Registry":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def SetValueEx(self, key: "Registry", name: str, _: int, __: int, value: object) -> None:
        self.values[key.path, name] = value

    def QueryValueEx(self, key: "Registry", name: str) -> tuple[object, int]:
        if (key.path, name) not in self.values:
            raise FileNotFoundError(name)
        return self.values[key.path, name], 1

    def DeleteValue(self, key: "Registry", name: str) -> None:
        if self.values.pop((key.path, name), None) is None:
            raise FileNotFoundError(name)


def test_windows_quotes_and_respects_the_systems_own_switch() -> None:
    registry = Registry()
    run = RunKey(registry)
    assert run.state() is AutostartState.OFF
    run.turn_on([r"C:\Program Files\Winback\winback.exe", "--background"])
    ((_, line),) = registry.values.items()
    assert line == r'"C:\Program Files\Winback\winback.exe" "--background"'
    assert run.state() is AutostartState.ON
    registry.values[RunKey._APPROVED, "Winback"] = b"\x03" + bytes(11)
    assert run.state() is AutostartState.SWITCHED_OFF_BY_SYSTEM
    run.turn_off()
    run.turn_off()
    assert run.state() is AutostartState.OFF
