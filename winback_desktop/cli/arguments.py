# SPDX-License-Identifier: MIT
"""The command line's words: every command with its arguments and what it does."""

import argparse
from datetime import date
from pathlib import Path
from typing import NoReturn

from winback_desktop import __version__
from winback_desktop.domain.practice import Cause, LossKind

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and how to get help; exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. “{self.prog} --help” shows how it goes.\n")


def day(text: str) -> date:
    """A date written as 2026-11-25."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is no date; write it as 2026-11-25") from None


def day_or_dash(text: str) -> date | str:
    """A date written as 2026-11-25, or - for standard input."""
    return text if text == "-" else day(text)


def work_week(text: str) -> tuple[int, ...]:
    """Working days written as mon,tue,wed,thu,fri."""
    wanted = [part.strip().lower()[:3] for part in text.split(",") if part.strip()]
    if not wanted or any(part not in _WEEKDAYS for part in wanted):
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is no working week; write it as mon,tue,wed,thu,fri")
    return tuple(sorted({_WEEKDAYS.index(part) for part in wanted}))


def amount(text: str) -> int:
    """A sum of money in whole or decimal units, kept in hundredths."""
    from decimal import Decimal, InvalidOperation

    try:
        value = Decimal(text)
        if value.is_finite() and 0 <= value < 10**13:
            return int((value * 100).to_integral_value())
    except InvalidOperation:
        pass
    raise argparse.ArgumentTypeError(f"“{text[:40]}” is no sum; write it as 1200 or 1200.50")


def number(text: str) -> int:
    """The number of a stored record."""
    if text.isascii() and text.isdigit() and len(text) < 16:
        return int(text)
    raise argparse.ArgumentTypeError(
        f"“{text[:40]}” is no number of a record; “winback due” and “winback list” show them"
    )


def parser() -> Parser:
    """The whole command line."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON document"
    )
    top = Parser(
        prog="winback",
        parents=[common],
        description="From a lost customer to the day they may come back. Without a command the window opens.",
    )
    top.add_argument("--version", action="version", version=f"Winback Desktop {__version__}")
    top.add_argument(
        "--data", metavar="DIR", help="the data folder (else WINBACK_HOME, else the usual place)"
    )
    top.add_argument("--today", metavar="DATE", type=day, help="pretend this date")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[common], help=text, description=text)

    _practice(command)
    _people(command)
    _paper(command)
    _files(command)
    return top


def _practice(command) -> None:  # type: ignore[no-untyped-def]
    kinds = [kind.value for kind in LossKind]
    plan = command(
        "plan", "What the practice would schedule for a loss learned on each date; stores nothing."
    )
    plan.add_argument(
        "dates",
        nargs="+",
        type=day_or_dash,
        metavar="DATE",
        help="a date, or - to read dates from standard input",
    )
    plan.add_argument("--country")
    plan.add_argument("--subdivision")
    plan.add_argument("--work-week", type=work_week, metavar="mon,tue,…")
    plan.add_argument("--kind", choices=kinds, default="client")
    lose = command("lose", "Record a loss; the customer is found by name or added.")
    lose.add_argument("name")
    lose.add_argument("--kind", choices=kinds, default="client")
    lose.add_argument("--on", type=day, metavar="DATE", help="when it happened")
    lose.add_argument("--learned", type=day, metavar="DATE", help="when you learned of it (today)")
    lose.add_argument("--value", type=amount, metavar="N", help="what they brought in a year")
    lose.add_argument("--cause", choices=[cause.value for cause in Cause])
    lose.add_argument("--reason", default="", metavar="TEXT", help="the reason they gave")
    due = command("due", "What is due, oldest first.")
    due.add_argument("--until", type=day, metavar="DATE")
    show = command("show", "Everything stored about one customer, by number or name.")
    show.add_argument("who", metavar="ID")
    listing = command("list", "All that is stored of one kind.")
    listing.add_argument("what", choices=["contacts", "plans", "losses"])
    done = command("done", "Mark a step as done.")
    done.add_argument("step", type=number, metavar="STEP")
    done.add_argument("--on", type=day, metavar="DATE", help="the day it was done (today)")
    done.add_argument("--shift", action="store_true", help="after a late note, shift lunch and gift as far")
    later = command("later", "Move a step to a later day.")
    later.add_argument("step", type=number, metavar="STEP")
    later.add_argument("--until", type=day, required=True, metavar="DATE")
    later.add_argument("--reason", default="", metavar="TEXT")
    smaller = command("smaller", "Make a step smaller.")
    smaller.add_argument("step", type=number, metavar="STEP")
    skip = command("skip", "Skip a step, with a reason that is kept.")
    skip.add_argument("step", type=number, metavar="STEP")
    skip.add_argument("--reason", required=True, metavar="TEXT")
    rehired = command("rehired", "The customer came back.")
    rehired.add_argument("plan", type=number, metavar="PLAN")
    command("undo", "Take back the latest change.")
    command("redo", "Do again what was undone last.")


def _people(command) -> None:  # type: ignore[no-untyped-def]
    interest = command("interest", "Add something a customer enjoys or dislikes.")
    interest.add_argument("contact", metavar="CONTACT", help="number or name")
    interest.add_argument("label")
    interest.add_argument("--words", default="", metavar="TEXT", help="what they said")
    interest.add_argument("--on", type=day, metavar="DATE", help="when you heard it")
    interest.add_argument("--dislike", action="store_true")
    gifts = command("gifts", "Gift ideas for a customer, best first.")
    gifts.add_argument("contact", metavar="CONTACT", help="number or name")
    gifts.add_argument("--budget", type=amount, metavar="N")
    sharing = command("sharing", "Who enjoys the same thing; without one, what most people enjoy.")
    sharing.add_argument("label", nargs="?", default="", metavar="INTEREST")
    ideas = command("ideas", "Your own gift ideas, also from and to a text file.")
    file = ideas.add_mutually_exclusive_group()
    file.add_argument("--add", type=Path, metavar="FILE", help="add the ideas of a file")
    file.add_argument("--save", type=Path, metavar="FILE", help="write your own ideas to a file")
    search = command("search", "Search customers, steps, notes and interests.")
    search.add_argument("text")
    forget = command("forget", "Erase a person everywhere that the program controls.")
    forget.add_argument("contact", metavar="CONTACT", help="number or name")
    forget.add_argument("--yes", action="store_true", help="really erase; this cannot be undone")


def _paper(command) -> None:  # type: ignore[no-untyped-def]
    note = command("note", "Draw the note of a plan as a PDF, or print it.")
    note.add_argument("plan", type=number, metavar="PLAN")
    note.add_argument("--card", default="A6", help="the card's size, such as A6, A5 or 5x7in")
    note.add_argument("--mode", choices=["copy", "ruled", "hand"], default="copy")
    note.add_argument("--unlock", metavar="REASON", help="end quiet time early, for this reason")
    envelope = command("envelope", "Draw a customer's envelope as a PDF, or print it.")
    envelope.add_argument("contact", metavar="CONTACT", help="number or name")
    envelope.add_argument("--size", default="C6", help="the envelope's size, such as C6, DL or #10")
    envelope.add_argument("--unlock", metavar="REASON", help="end quiet time early, for this reason")
    for paper in (note, envelope):
        target = paper.add_mutually_exclusive_group(required=True)
        target.add_argument("--pdf", type=Path, metavar="FILE")
        target.add_argument("--printer", metavar="NAME")
    agenda = command("agenda", "Draw a month's follow-ups as a PDF.")
    agenda.add_argument("--month", metavar="YYYY-MM")
    agenda.add_argument("--pdf", type=Path, required=True, metavar="FILE")


def _files(command) -> None:  # type: ignore[no-untyped-def]
    reading = command("import", "Import customers from a vCard or CSV file; importing again updates.")
    reading.add_argument("file", type=Path, metavar="FILE")
    reading.add_argument("--dry-run", action="store_true", help="say what would happen, store nothing")
    reading.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN")
    writing = command("export", "Write a file by its ending: .ics, .csv, .vcf or .json (everything).")
    writing.add_argument("file", type=Path, metavar="FILE")
    writing.add_argument("--private", action="store_true", help="your check-ins and own care too")
    backup = command("backup", "Write a verified backup.")
    backup.add_argument("file", type=Path, nargs="?", metavar="FILE")
    restore = command("restore", "Restore a backup; a safety copy of what is there comes first.")
    restore.add_argument("file", type=Path, metavar="FILE")
    command("check", "Check the store: integrity, schema, index and the practice's own rules.")
    remind = command("remind", "Announce what is due now, without a window, exactly once.")
    remind.add_argument("--once", action="store_true", required=True)
    tour = command("tour", "Draw every page with sample data, without a screen.")
    tour.add_argument("folder", type=Path, metavar="OUT")
    command("self-test", "What a support person asks for: versions, store, fonts, notifier, tray, printers.")
