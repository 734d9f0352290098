# SPDX-License-Identifier: MIT
"""The command line's front door: a command goes to the command line, none opens the window."""

import sys

_WINDOW_OPTIONS = ("--quick-add", "--background")


def run() -> None:
    """Entry point of the installed program."""
    raise SystemExit(main(sys.argv[1:]))


def main(argv: list[str]) -> int:
    """Run one command or open the window; returns the exit code."""
    if window := _window_arguments(argv):
        from winback_desktop.window import open_window

        return open_window(*window)
    from winback_desktop.cli import main as command_line

    return command_line(argv)


def _window_arguments(argv: list[str]) -> tuple[str | None, str | None, tuple[str, ...]] | None:
    """Data folder, pretended date and window options, or None where a command or a mistake is given.

    Read by hand: argparse costs 11 ms, and this is the way to the first window.
    """
    data = today = None
    options: list[str] = []
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word in _WINDOW_OPTIONS:
            options.append(word)
        elif word == "--data" and rest:
            data = rest.pop(0)
        elif word == "--today" and rest:
            today = rest.pop(0)
        else:
            return None
    return data, today, tuple(options)


if __name__ == "__main__":
    run()
