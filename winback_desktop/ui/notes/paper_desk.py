# SPDX-License-Identifier: MIT
"""Puts the note on paper: which card, which way, does it fit, and out it goes."""

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.failures import StoreFault
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.domain import paper
from winback_desktop.ui.navigation import PRINT, Navigator, PrintWish
from winback_desktop.ui.notes.presenter import Studio
from winback_desktop.ui.notes.rows import PaperState
from winback_desktop.ui.notes.words import COVERS
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.printing import card as cards
from winback_desktop.ui.printing.marks import Document

_CARD, _MODE = "notes.card", "notes.mode"
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

    def __init__(
        self, workspace: Workspace, operations: Operations, navigator: Navigator, studio: Studio
    ) -> None:
        super().__init__()
        self._navigator = navigator
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

    def choose_card(self, key: str) -> None:
        """Take another card."""
        self._keep(_CARD, key)
        self._draw()

    def choose_mode(self, key: str) -> None:
        """Put it on paper another way."""
        self._keep(_MODE, key)
        self._draw()

    def card_document(self, refused) -> Document | None:  # type: ignore[no-untyped-def]
        """The note ready to go out, or None after ``refused(sentence, field)``."""

        def composed() -> Document:
            self._studio.may_go()
            return cards.compose(cards.CardJob(self._studio.text, self._size, cards.Mode(self.mode)))

        self._studio.flush()
        return self._operations.run(composed, refused)

    def ask_for_card(self) -> None:
        """Ask for the print sheet with the card."""
        studio = self._studio
        wish = PrintWish(
            "note",
            (studio.contact,),
            studio.text,
            self.card,
            self.mode,
            COVERS.get(studio.language, COVERS["en"]),
            may_go=studio.may_go,
            done=self._came_out,
        )
        self._navigator.ask(PRINT, wish)

    def ask_for_envelope(self) -> None:
        """Ask for the print sheet with the envelope that goes with the card."""
        fitting = paper.envelope_for(self._size)
        size = fitting.key if fitting else ""
        contact = (self._studio.contact,)
        wish = PrintWish("envelopes", contact, size=size, may_go=self._studio.may_go)
        self._navigator.ask(PRINT, wish)

    def save_pdf(self, document: Document, path: str, refused) -> bool:  # type: ignore[no-untyped-def]
        """Write a document as a PDF."""
        from winback_desktop.ui.printing.output import save_pdf

        return self._operations.run(lambda: save_pdf(document, path), refused) is not None

    def file_name(self, what: str) -> str:
        """A name to offer for a PDF; nothing of it can lead to another folder."""
        plain = "".join(letter if letter.isalnum() or letter in " -" else "" for letter in self._studio.name)
        return f"{what} {' '.join(plain.split())[:60]}".strip() + ".pdf"

    @property
    def _size(self) -> paper.Size:
        kept = self._work.store.setting(_CARD, "")
        found = next((size for size in paper.CARDS if size.key == kept), None)
        return found or paper.usual_card(owner(self._work).country)

    def _came_out(self) -> None:
        """What came out is the card itself, or only a help for the hand."""
        if self.mode in (cards.Mode.HAND, cards.Mode.PLAIN):
            self._studio.printed()

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
