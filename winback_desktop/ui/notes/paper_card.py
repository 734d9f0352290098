# SPDX-License-Identifier: MIT
"""The paper: the card as it will come out, which card and which way, and whether the note fits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from winback_desktop.ui.notes.gauge import FitGauge
from winback_desktop.ui.notes.paper_desk import PaperDesk
from winback_desktop.ui.printing.paper_preview import PaperPreview
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.labels import PlainLabel

_TALL = 460


class PaperCard(Card):
    """The live preview with its choices."""

    pdf_wanted = Signal()
    envelope_wanted = Signal()

    def __init__(self, desk: PaperDesk, theme: Theme) -> None:
        super().__init__(theme, gap=10)
        self._desk = desk
        self._size = Choice(theme, "Card")
        self._mode = Choice(theme, "How it is put on paper")
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self._size, 1)
        choices.addWidget(self._mode, 1)
        self.body.addLayout(choices)
        self.gauge = FitGauge(theme)
        self.body.addWidget(self.gauge)
        self.preview = PaperPreview()
        self._theme = theme
        self._fit_height()
        self.body.addWidget(self.preview)
        self.body.addLayout(self._pages())
        self.body.addLayout(self._buttons())
        self._size.currentIndexChanged.connect(lambda: desk.choose_card(self._size.current()))
        self._mode.currentIndexChanged.connect(lambda: desk.choose_mode(self._mode.current()))
        desk.drawn.connect(self._draw)
        self.preview.page_turned.connect(lambda _number: self._draw())
        theme.changed.connect(self._fit_height)

    def refresh(self) -> None:
        """Show the choices as they are kept."""
        self._size.set_choices(self._desk.card_sizes(), self._desk.card)
        self._mode.set_choices(self._desk.modes(), self._desk.mode)
        self._draw()

    def allow(self, may_go_out: bool) -> None:
        """Let it go out, or not yet."""
        for button in (self._pdf, self._envelope):
            button.setEnabled(may_go_out)

    def _fit_height(self) -> None:
        self.preview.setFixedHeight(self._theme.em(_TALL))

    def _pages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._back = IconButton(self._theme, "chevron-left", "The sheet before")
        self._on = IconButton(self._theme, "chevron-right", "The next sheet")
        self._sheet = PlainLabel(self._theme, "", "secondary")
        self._back.clicked.connect(lambda: self.preview.set_page_number(self.preview.page_number - 1))
        self._on.clicked.connect(lambda: self.preview.set_page_number(self.preview.page_number + 1))
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._sheet)
        row.addWidget(self._on)
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._pdf = SecondaryButton(self._theme, "Save as PDF…", "download")
        self._envelope = SecondaryButton(self._theme, "Envelope…", "mail")
        self._pdf.clicked.connect(self.pdf_wanted)
        self._envelope.clicked.connect(self.envelope_wanted)
        row.addWidget(self._pdf)
        row.addWidget(self._envelope)
        row.addStretch(1)
        return row

    def _draw(self) -> None:
        self.preview.set_document(self._desk.document)
        self.gauge.set_fit(*self._desk.state)
        self._mode.setToolTip(self._desk.mode_sentence)
        pages = self._desk.document.pages
        number = self.preview.page_number
        several = len(pages) > 1
        for widget in (self._back, self._on, self._sheet):
            widget.setVisible(several)
        if several:
            self._sheet.setText(f"Sheet {number + 1} of {len(pages)}: {pages[number].title}")
            self._back.setEnabled(number > 0)
            self._on.setEnabled(number < len(pages) - 1)
