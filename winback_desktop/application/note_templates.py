# SPDX-License-Identifier: MIT
"""Keeps the owner's templates as files in the data folder, and composes notes from them."""

import os
from pathlib import Path

from winback_desktop.application.failures import Refused
from winback_desktop.application.note_words import language_for, usual_text, wording
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_notes import facts, note_kind
from winback_desktop.domain.note_blocks import Tone, compose, values
from winback_desktop.domain.note_occasions import occasion_of, words_for
from winback_desktop.domain.note_templates import LARGEST, BrokenTemplate, file_stem, read_template
from winback_desktop.domain.practice import Note

_ENDING = ".txt"


def template_names(work: Workspace) -> list[str]:
    """The names of the owner's templates, in order."""
    if work.store.path is None:
        return []
    return sorted(file.stem for file in _folder(work).glob(f"*{_ENDING}") if file.is_file())


def template_text(work: Workspace, name: str) -> str:
    """What a template says; raises Refused when it can't be read."""
    return read_file(_file(work, name))


def save_template(work: Workspace, name: str, text: str) -> str:
    """Keep a template under a name, replacing one of that name; returns the name as it is kept."""
    stem = file_stem(name)
    if not stem:
        raise Refused("Give the template a name with letters or figures.", "name")
    if len(text) > LARGEST:
        raise Refused(f"A template holds at most {LARGEST:,} characters.", "text")
    write_file(_file(work, stem), text)
    return stem


def remove_template(work: Workspace, name: str) -> None:
    """Delete a template's file."""
    try:
        _file(work, name).unlink(missing_ok=True)
    except OSError as fault:
        raise Refused(f"“{name}” could not be deleted ({fault.strerror}). Look at its file.") from fault


def first_words(note: Note) -> str:
    """What a new template begins with: the program's own words for the note's language and occasion."""
    return usual_text(language_for(note.language), occasion_of(note.occasion))


def from_template(work: Workspace, note: Note, text: str, turn: int = 0) -> str:
    """A note in the words of a template; what it leaves out (name, closing) is said as usual.

    Raises Refused with the line to mend.
    """
    language = language_for(note.language)
    try:
        own = read_template(text, language)
    except BrokenTemplate as broken:
        raise Refused(str(broken), "text") from broken
    words = words_for(wording(language, occasion_of(note.occasion)), own)
    known = values(words, facts(work, note))
    return compose(words, note_kind(work, note), Tone(note.tone), known, note.contact, turn)


def read_file(path: Path) -> str:
    """A template from anywhere; raises Refused for what is no text or too much."""
    try:
        with path.open("rb") as file:
            data = file.read(4 * LARGEST + 1)
        text = data.decode("utf-8-sig")
    except OSError as fault:
        raise Refused(f"“{path.name}” could not be read ({fault.strerror}). Choose another file.") from fault
    except UnicodeDecodeError as fault:
        raise Refused(
            f"“{path.name}” is no plain text. Save it as plain text (UTF-8) and try again."
        ) from fault
    if len(text) > LARGEST or "\0" in text:
        raise Refused(
            f"“{path.name}” is no template: those are plain text of at most {LARGEST:,} characters."
        )
    return text


def write_file(path: Path, text: str) -> None:
    """Write a template whole or not at all; raises Refused."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as fault:
        raise Refused(
            f"“{path.name}” could not be saved ({fault.strerror}). Make room or choose another place; "
            "the text stays here."
        ) from fault


def _folder(work: Workspace) -> Path:
    if work.store.path is None:
        raise Refused("Templates are kept with your own data; the sample data has no folder for them.")
    return work.store.path.parent / "templates"


def _file(work: Workspace, name: str) -> Path:
    return _folder(work) / f"{file_stem(name)}{_ENDING}"
