# SPDX-License-Identifier: MIT
"""Puts the note and its envelope on paper: which card, which way, does it fit, and out it goes."""

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.failures import StoreFault
from winback_desktop.application.gather_paper import envelope_lines, sender_lines
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_notes import may_print
from winback_desktop.domain import paper
from winback_desktop.ui.notes.presenter import Studio
from winback_desktop.ui.notes.rows import PaperState
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.printing import card as cards
from winback_desktop.ui.printing import envelope as envelopes
from winback_desktop.ui.printing.marks import Document

_CARD, _MODE, _PRINTER, _ENVELOPE = "notes.card", "notes.mode", "notes.printer", "notes.envelope"
_MODES = (
    (cards.Mode.COPY, "To copy by hand"),
    (cards.Mode.RULED, "To write over pale letters"),
    (cards.Mode.HAND, "Handwriting face"),
    (cards.Mode.PLAIN, "Plain letters"),
    (cards.Mode.UNDERLAY, "Only the ruled sheet"),
)


class PaperDesk(QObject):
    """Knows the chosen card and mode, which are remembered, and draws what the studio holds."""

    drawn = Signal()
    """The preview is another one."""

    def __init__(self, workspace: Workspace, operations: Operations, studio: Studio) -> None:
        super().__init__()
        self._work, self._operations, self._studio = workspace, operations, studio
        self._document = Document("", ())
        self._state = PaperState("", 0.0, True)
        studio.checked.connect(self._draw)

    @property
    def document(self) -> Document:
        """The note as it lies on the card now."""
        return self._document

    @property
    def state(self) -> PaperState:
        """Whether it fits."""
        return self._state

    def card_sizes(self) -> list[tuple[str, str]]:
        """(key, words) of the cards."""
        return [(size.key, f"{size.label}, {size.measure}") for size in paper.CARDS]

    def envelope_sizes(self) -> list[tuple[str, str]]:
        """(key, words) of the envelopes."""
        return [(size.key, f"{size.label}, {size.measure}") for size in paper.ENVELOPES]

    def modes(self) -> list[tuple[str, str]]:
        """(key, words) of the ways to put it on paper."""
        return [(str(mode), words) for mode, words in _MODES]

    @property
    def card(self) -> str:
        """The chosen card's key."""
        return self._size.key

    @property
    def mode(self) -> str:
        """The chosen mode's key."""
        kept = self._work.store.setting(_MODE, "")
        return kept if kept in {str(mode) for mode, _ in _MODES} else str(cards.Mode.COPY)

    @property
    def mode_sentence(self) -> str:
        """What the mode is good for."""
        return f"{cards.MODE_WORDS[cards.Mode(self.mode)]}."

    @property
    def envelope(self) -> str:
        """The key of the envelope that goes with the card, or of the one chosen last for it."""
        kept = self._work.store.setting(_ENVELOPE, {})
        fitting = paper.envelope_for(self._size)
        return kept.get(self.card) or (fitting.key if fitting else paper.ENVELOPES[0].key)

    @property
    def printer(self) -> str:
        """The printer used last."""
        return str(self._work.store.setting(_PRINTER, ""))

    def choose_card(self, key: str) -> None:
        """Take another card."""
        self._keep(_CARD, key)
        self._draw()

    def choose_mode(self, key: str) -> None:
        """Put it on paper another way."""
        self._keep(_MODE, key)
        self._draw()

    def choose_envelope(self, key: str) -> None:
        """Take another envelope for this card."""
        self._keep(_ENVELOPE, {**self._work.store.setting(_ENVELOPE, {}), self.card: key})

    def printers(self) -> tuple[str, ...]:
        """The printers this computer knows now."""
        from winback_desktop.ui.printing.output import printers

        return printers()

    def card_document(self, refused) -> Document | None:  # type: ignore[no-untyped-def]
        """The note ready to go out, or None after ``refused(sentence, field)``."""

        def composed() -> Document:
            may_print(self._work, self._studio.plan)
            return cards.compose(cards.CardJob(self._studio.text, self._size, cards.Mode(self.mode)))

        self._studio.flush()
        return self._operations.run(composed, refused)

    def envelope_document(self, refused) -> Document | None:  # type: ignore[no-untyped-def]
        """The envelope ready to go out, or None after ``refused(sentence, field)``."""

        def composed() -> Document:
            may_print(self._work, self._studio.plan)
            return envelopes.compose(self._envelope_job())

        return self._operations.run(composed, refused)

    def envelope_preview(self) -> Document | None:
        """The envelope as it would look, also without an address; None when it can't be drawn."""
        return self._operations.run(lambda: envelopes.preview(self._envelope_job()), lambda *_: None)

    def print(self, document: Document, printer: str, refused) -> bool:  # type: ignore[no-untyped-def]
        """Send a document to a printer, which is remembered."""
        from winback_desktop.ui.printing.output import print_to

        done = self._operations.run(lambda: print_to(document, printer), refused) is not None
        if done:
            self._keep(_PRINTER, printer)
        return done

    def save_pdf(self, document: Document, path: str, refused) -> bool:  # type: ignore[no-untyped-def]
        """Write a document as a PDF."""
        from winback_desktop.ui.printing.output import save_pdf

        return self._operations.run(lambda: save_pdf(document, path), refused) is not None

    def file_name(self, what: str) -> str:
        """A name to offer for a PDF; nothing of it can lead to another folder."""
        plain = "".join(letter if letter.isalnum() or letter in " -" else "" for letter in self._studio.name)
        return f"{what} {' '.join(plain.split())[:60]}".strip() + ".pdf"

    @property
    def prints_the_note(self) -> bool:
        """True when what comes out is the card itself, not a help for the hand."""
        return self.mode in (cards.Mode.HAND, cards.Mode.PLAIN)

    @property
    def _size(self) -> paper.Size:
        kept = self._work.store.setting(_CARD, "")
        found = next((size for size in paper.CARDS if size.key == kept), None)
        return found or paper.usual_card(owner(self._work).country)

    def _envelope_job(self) -> envelopes.EnvelopeJob:
        size = next(size for size in paper.ENVELOPES if size.key == self.envelope)
        lines = envelope_lines(self._work, self._studio.contact)
        return envelopes.EnvelopeJob(lines, size, sender_lines(self._work))

    def _draw(self) -> None:
        job = cards.CardJob(self._studio.text, self._size, cards.Mode(self.mode))
        self._document, fit = cards.preview(job)
        self._state = PaperState(fit.advice, fit.fullness, fit.fits)
        self.drawn.emit()

    def _keep(self, key: str, value: object) -> None:
        store = self._work.store
        if store.read_only or store.setting(key) == value:
            return
        try:
            with store.transaction():
                store.set_setting(key, value)
        except StoreFault:
            # A paper size that could not be remembered is no reason to stop anybody from writing.
            return
