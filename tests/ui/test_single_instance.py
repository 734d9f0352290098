# SPDX-License-Identifier: MIT
"""A second start pokes the running program: the real caller in its own process, without Qt."""

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from winback_desktop.system.instance_call import call_running, decode, encode
from winback_desktop.ui.single_instance import SingleInstance

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sockets by path")

CALL = """
import sys
from winback_desktop.system.instance_call import call_running
print(call_running(sys.argv[1], sys.argv[2:]), "PySide6" in sys.modules, "asyncio" in sys.modules)
"""


@pytest.fixture
def ear(qapp, tmp_path: Path) -> Iterator[SingleInstance]:
    ear = SingleInstance(str(tmp_path / "winback"))
    yield ear
    ear.close()


def call(path: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CALL, str(path), *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_later_start_hands_its_arguments_over(
    ear: SingleInstance, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    assert ear.listening
    with qtbot.waitSignal(ear.called, timeout=5000) as called:
        process = call(tmp_path / "winback", "--quick-add", "new\nline", "ü", XDG_ACTIVATION_TOKEN="token-7")
    with process:
        assert process.communicate()[0].split() == ["True", "False", "False"]
    assert called.args == [["--quick-add", "new line", "ü"]]
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-7"


def test_the_socket_is_the_owners_alone(ear: SingleInstance, tmp_path: Path) -> None:
    mode = (tmp_path / "winback").stat().st_mode
    assert stat.S_ISSOCK(mode)
    assert not mode & 0o077


def test_what_a_killed_program_left_behind_is_replaced(qapp, tmp_path: Path) -> None:
    path = tmp_path / "winback"
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(path))
    assert not call_running(str(path), [])
    ear = SingleInstance(str(path))
    assert ear.listening
    ear.close()


def test_listening_needs_no_network_library(tmp_path: Path) -> None:
    """QtNetwork would take 3 MB of a program that waits all day."""
    listen = (
        "import sys; from PySide6.QtCore import QCoreApplication as A;"
        "from winback_desktop.ui.single_instance import SingleInstance as S;"
        "a = A([]); print(S(sys.argv[1]).listening, 'PySide6.QtNetwork' in sys.modules)"
    )
    command = [sys.executable, "-c", listen, str(tmp_path / "winback")]
    assert subprocess.run(command, capture_output=True, text=True).stdout.split() == ["True", "False"]


def test_a_closed_ear_leaves_no_socket_behind(qapp, tmp_path: Path) -> None:
    ear = SingleInstance(str(tmp_path / "winback"))
    ear.close()
    assert list(tmp_path.iterdir()) == []


def test_nobody_there_is_said_at_once(tmp_path: Path) -> None:
    assert not call_running(str(tmp_path / "none"), ["--quick-add"])


def test_nonsense_on_the_socket_is_borne(ear: SingleInstance, tmp_path: Path, qtbot) -> None:
    heard: list[list[str]] = []
    ear.called.connect(heard.append)
    with socket.socket(socket.AF_UNIX) as rude:
        rude.connect(str(tmp_path / "winback"))
        rude.sendall(b"\xff" * 100_000)
        qtbot.wait(20)
    with qtbot.waitSignal(ear.called, timeout=5000):
        process = call(tmp_path / "winback")
    process.communicate()
    assert heard[-1] == []


@pytest.mark.parametrize("arguments", [[], ["--quick-add"], ["a", "", "b"], ["\0x\n"]])
def test_a_line_is_read_as_it_was_written(arguments: list[str]) -> None:
    token, read = decode(encode("t", arguments))
    assert token == "t"
    assert read == [argument.replace("\0", "").replace("\n", " ") for argument in arguments]
