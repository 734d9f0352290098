# SPDX-License-Identifier: MIT
"""Who was deleted lately, to bring back."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.directory.presenter import Directory
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import SecondaryButton
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


class DeletedSheet(Sheet):
    """Each with how long they are kept; nobody is erased by a clock alone."""

    def __init__(self, host: QWidget, directory: Directory, theme: Theme) -> None:
        super().__init__(theme, host, "Recently deleted", width=560)
        self._directory = directory
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.content.addWidget(
            PlainLabel(
                theme,
                "Everybody is kept here for at least 30 days, with all that belongs to them. "
                "Nobody goes by themselves after that: open somebody to forget them for good.",
                "secondary",
                wrap=True,
            )
        )
        self.content.addLayout(self._lines)
        self.content.addStretch(1)
        close = SecondaryButton(theme, "Close")
        close.clicked.connect(self.dismiss)
        self.buttons.addStretch(1)
        self.buttons.addWidget(close)
        self.closed.connect(self.deleteLater)
        self._fill()
        self.open()

    def _fill(self) -> None:
        empty_layout(self._lines)
        rows = self._directory.deleted()
        if not rows:
            self._lines.addWidget(PlainLabel(self._theme, "Nobody was deleted.", "hint"))
        for row in rows:
            self._lines.addWidget(self._line(row.contact, row.name, row.detail))

    def _line(self, contact: int, name: str, detail: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(self._theme, name, "strong"))
        words.addWidget(PlainLabel(self._theme, detail, "hint"))
        row.addLayout(words, 1)
        look = SecondaryButton(self._theme, "Open")
        look.setAccessibleName(f"Open {name}")
        look.clicked.connect(lambda: self._open(contact))
        back = SecondaryButton(self._theme, "Bring back", "undo-2")
        back.setAccessibleName(f"Bring back {name}")
        back.clicked.connect(lambda: self._restore(contact))
        row.addWidget(look)
        row.addWidget(back)
        return holder

    def _open(self, contact: int) -> None:
        self.finish()
        self._directory.open(contact)

    def _restore(self, contact: int) -> None:
        self._directory.many.restore([contact])
        self._fill()
