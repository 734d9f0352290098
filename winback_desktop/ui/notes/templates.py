# SPDX-License-Identifier: MIT
"""The owner's templates for the note that is open: read, tried, kept, shared as files."""

from pathlib import Path

from PySide6.QtCore import QObject

from winback_desktop.application import note_templates
from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.note_templates import unknown_placeholders
from winback_desktop.domain.practice import Note
from winback_desktop.ui.notes.presenter import Studio
from winback_desktop.ui.operations import Operations


class Templates(QObject):
    """What the template sheet asks and does; sentences of refusals go to ``refused(sentence, field)``."""

    def __init__(self, workspace: Workspace, operations: Operations, studio: Studio) -> None:
        super().__init__()
        self._work, self._operations, self._studio = workspace, operations, studio

    def names(self) -> list[str]:
        """The templates there are."""
        return note_templates.template_names(self._work)

    def text(self, name: str, refused) -> str:  # type: ignore[no-untyped-def]
        """What a template says; empty when it can't be read."""
        return self._operations.run(lambda: note_templates.template_text(self._work, name), refused) or ""

    def beginning(self) -> str:
        """The program's own words, to begin a template with."""
        return note_templates.first_words(self._note())

    def trial(self, text: str) -> tuple[str, str]:
        """(the note in these words, what is to be mended): one of the two may be empty."""
        try:
            note = note_templates.from_template(self._work, self._note(), text)
        except Refused as refused:
            return "", str(refused)
        unknown = unknown_placeholders(text)
        if not unknown:
            return note, ""
        shown = ", ".join(f"{{{name}}}" for name in unknown[:3])
        return note, f"Nothing is known by {shown}; it stays in the note as a marked gap."

    def use(self, text: str, refused) -> bool:  # type: ignore[no-untyped-def]
        """Say the open note in these words; undo and the earlier versions bring the old ones back."""
        made = self._operations.run(
            lambda: note_templates.from_template(self._work, self._note(), text), refused
        )
        if made is not None:
            self._studio.take_back(made)
        return made is not None

    def save(self, name: str, text: str, refused) -> str:  # type: ignore[no-untyped-def]
        """Keep a template; its name as it is kept, or empty."""
        return (
            self._operations.run(lambda: note_templates.save_template(self._work, name, text), refused) or ""
        )

    def remove(self, name: str, refused) -> None:  # type: ignore[no-untyped-def]
        """Delete a template."""
        self._operations.run(lambda: note_templates.remove_template(self._work, name), refused)

    def bring(self, path: str, refused) -> str:  # type: ignore[no-untyped-def]
        """Take a template from a file that somebody shared; its name, or empty."""
        source = Path(path)

        def copied() -> str:
            return note_templates.save_template(self._work, source.stem, note_templates.read_file(source))

        return self._operations.run(copied, refused) or ""

    def share(self, path: str, text: str, refused) -> None:  # type: ignore[no-untyped-def]
        """Write a template into a file to give away."""
        self._operations.run(lambda: note_templates.write_file(Path(path), text), refused)

    def _note(self) -> Note:
        note = self._studio.note
        assert note is not None
        return note
