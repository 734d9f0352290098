# SPDX-License-Identifier: MIT
"""What is done with many people at once, each with one undo; long work leaves the window awake."""

from collections.abc import Callable, Sequence
from pathlib import Path

from winback_desktop.application import keep_many
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import PRINT, Navigator, PrintWish
from winback_desktop.ui.operations import Operations


class Many:
    """``refuse(sentence, field)`` is told why words were not taken."""

    def __init__(
        self,
        work: Workspace,
        operations: Operations,
        navigator: Navigator,
        refuse: Callable[[str, str], None],
    ) -> None:
        self._work, self._operations, self._navigator = work, operations, navigator
        self._refuse = refuse

    def delete(self, contacts: Sequence[int]) -> None:
        """Put people among the recently deleted; one undo brings all back."""
        title = f"Deleting {_people(len(contacts))}"
        self._operations.run_long(title, keep_many.remove_all(self._work, contacts))

    def tag(self, contacts: Sequence[int], text: str) -> bool:
        """Give them tags; False when the words were refused, and ``refused`` says why."""
        steps = self._operations.run(lambda: keep_many.add_tags(self._work, contacts, text), self._refuse_tag)
        if steps is None:
            return False
        title = f"Tagging {_people(len(contacts))}"
        self._operations.run_long(title, steps, self._tagged, self._refuse_tag)
        return True

    def untag(self, contacts: Sequence[int], tag: str) -> None:
        """Take a tag from them."""

        def said(changed: int) -> None:
            if not changed:
                self._operations.remarked.emit(f"Nobody of them has the tag “{tag}”.")

        title = f"Taking the tag from {_people(len(contacts))}"
        self._operations.run_long(title, keep_many.remove_tag(self._work, contacts, tag), said)

    def export(self, contacts: Sequence[int], path: str) -> None:
        """Write their cards or a table, by the file's ending."""
        from winback_desktop.application.export_data import export_people
        from winback_desktop.exchange import formats

        target = Path(path)

        def write(made: bytes) -> None:
            from winback_desktop.exchange.safe_file import write_file

            def written() -> str:
                write_file(target, made)
                return f"Wrote {target.name} with {_people(len(contacts))}."

            if said := self._operations.run(written):
                self._operations.remarked.emit(said)

        steps = export_people(self._work, target.suffix, formats, contacts)
        self._operations.run_long(f"Exporting {_people(len(contacts))}", steps, write)

    def print_out(self, contacts: Sequence[int], kind: str) -> None:
        """Ask for the print sheet with their labels or envelopes."""
        self._navigator.ask(PRINT, PrintWish(kind, tuple(contacts)))

    def restore(self, contacts: Sequence[int]) -> None:
        """Bring people back with everything that belongs to them."""
        title = f"Bringing back {_people(len(contacts))}"
        self._operations.run_long(title, keep_many.restore_all(self._work, contacts))

    def _tagged(self, changed: int) -> None:
        if not changed:
            self._operations.remarked.emit("They all have this tag already.")

    def _refuse_tag(self, why: str, _: str) -> None:
        self._refuse(why, "reason")


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"
