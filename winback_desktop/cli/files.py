# SPDX-License-Identifier: MIT
"""Files of other programs on the command line: import and export."""

from argparse import Namespace

from winback_desktop import __version__
from winback_desktop.application.export_data import Exported, export
from winback_desktop.application.failures import Refused
from winback_desktop.application.import_contacts import Action, apply_import, plan_import
from winback_desktop.cli.answers import Answer
from winback_desktop.cli.workspaces import own_file_refused, workspace, workspace_to_read

_SHOWN_PROBLEMS = 20


def run_import(arguments: Namespace) -> Answer:
    """Import a vCard or CSV file, told by content; ``--dry-run`` says what would happen."""
    from winback_desktop.exchange.detect import read_file

    reading = read_file(arguments.file, _mapping(arguments.map))
    with workspace(arguments) as work:
        plan = plan_import(
            work, reading.cards, reading.problems, source=arguments.file.name, unreadable=reading.skipped
        )
        if arguments.dry_run:
            data = {
                "created": plan.count(Action.CREATE),
                "updated": plan.count(Action.UPDATE),
                "unchanged": plan.count(Action.UNCHANGED),
                "skipped": plan.count(Action.SKIP),
                "problems": plan.problems,
            }
        else:
            data = apply_import(work, plan)._asdict()
    verb = "would be " if arguments.dry_run else ""
    line = ", ".join(
        f"{data[name]:,} {verb}{name}" for name in ("created", "updated", "unchanged", "skipped")
    )
    problems = data["problems"]
    lines = [line + ".", *(f"{problem.where}: {problem.why}" for problem in problems[:_SHOWN_PROBLEMS])]
    if len(problems) > _SHOWN_PROBLEMS:
        lines.append(f"… and {len(problems) - _SHOWN_PROBLEMS:,} more; --json lists them all.")
    return Answer(data, tuple(lines))


def run_export(arguments: Namespace) -> Answer:
    """Write a file by its ending."""
    from winback_desktop.exchange import formats
    from winback_desktop.exchange.safe_file import write_file

    own_file_refused(arguments, arguments.file)
    with workspace_to_read(arguments) as work:
        exported = export(work, arguments.file.suffix, formats, care=arguments.private, program=__version__)
    written = write_file(arguments.file, exported.data)
    return Answer({"file": written, "counts": exported.counts}, (f"Wrote {written}: {_counted(exported)}.",))


def _counted(exported: Exported) -> str:
    """What a person wants to know of it; the archive's many kinds of records are one number."""
    if len(exported.counts) > 1:
        return f"everything, {sum(exported.counts.values()):,} entries"
    return ", ".join(f"{count:,} {name}" for name, count in exported.counts.items())


def _mapping(pairs: list[str]) -> dict[str, str]:
    mapping = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or not field.strip():
            raise Refused(
                f"“{pair[:40]}” is no mapping; write it as --map FIELD=COLUMN, such as name=Client."
            )
        mapping[field.strip()] = column.strip()
    return mapping
