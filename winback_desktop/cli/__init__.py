# SPDX-License-Identifier: MIT
"""The command line: thin commands over the same use cases as the window.

May not: hold a rule of the practice, or import Qt except in the commands that draw.
"""

import os
import sys
from importlib import import_module

from winback_desktop.application.failures import Refused, StoreFault

_MODULES = {
    "practice": ("plan", "lose", "due", "show", "list", "done", "later", "smaller", "skip", "rehired"),
    "history": ("undo", "redo", "search"),
    "safekeeping": ("check", "backup", "restore", "forget"),
    "people": ("interest", "gifts", "sharing", "ideas"),
    "files": ("import", "export"),
    "paper": ("note", "envelope", "agenda"),
    "support": ("remind", "tour", "self-test"),
}
_UNFORESEEN = (
    "Something went wrong that should not have ({kind}: {text}). Nothing was stored. "
    "Please report it with what “winback self-test” prints."
)
_MODULE_OF = {command: module for module, commands in _MODULES.items() for command in commands}


def main(argv: list[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 not allowed, 2 wrong usage, 3 no screen."""
    from winback_desktop.cli.arguments import parser

    try:
        arguments = parser().parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        return _answer(arguments)
    except BrokenPipeError:
        # The reader has seen enough.
        _write_no_more()
        return 0
    except OSError as fault:
        _write_no_more()
        print(f"The answer could not be written ({fault.strerror or fault}).", file=sys.stderr)
        return 1


def _write_no_more() -> None:
    """Point standard output elsewhere, so that leaving does not complain of it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _answer(arguments) -> int:  # type: ignore[no-untyped-def]
    from winback_desktop.cli.answers import Answer, show

    as_json = getattr(arguments, "json", False)
    command = arguments.command
    try:
        module = import_module(f"winback_desktop.cli.{_MODULE_OF[command]}")
        answer: Answer = getattr(module, "run_" + command.replace("-", "_"))(arguments)
    except (Refused, StoreFault) as problem:
        print(problem, file=sys.stderr)
        answer = Answer({"error": str(problem)}, (), 1)
    except Exception as fault:
        # Whatever was not foreseen still ends in a sentence; with WINBACK_DEBUG it shows its trace.
        if os.environ.get("WINBACK_DEBUG"):
            raise
        print(_in_words(fault), file=sys.stderr)
        answer = Answer({"error": f"{type(fault).__name__}: {fault}"}, (), 1)
    show(answer, as_json)
    return answer.code


def _in_words(fault: Exception) -> str:
    if isinstance(fault, ImportError) and ".so" in str(fault):
        from winback_desktop.system.screen_libraries import how_to_install

        return how_to_install(fault)
    return _UNFORESEEN.format(kind=type(fault).__name__, text=fault)
