# SPDX-License-Identifier: MIT
"""The bar that appears when several people are chosen: tag, print, export, delete."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu

from winback_desktop.ui.customers.directory.presenter import Directory
from winback_desktop.ui.customers.person.reason_sheet import ask_reason
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import MenuButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.labels import PlainLabel

_MOST_TAGS = 20


class ManyBar(Card):
    """``chosen`` answers who is chosen; ``ended`` says that the owner is through."""

    ended = Signal()
    merge_wanted = Signal()
    """The two that are chosen may be one person."""

    def __init__(self, directory: Directory, theme: Theme, chosen: Callable[[], Sequence[int]]) -> None:
        super().__init__(theme, padding=8)
        self._directory, self._chosen = directory, chosen
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(8)
        self._words = PlainLabel(theme, "", "strong")
        row.addWidget(self._words, 1)
        self._buttons = (
            MenuButton(theme, "Tag", "tag", self._fill_tags),
            MenuButton(theme, "Print", "printer", self._fill_print),
            MenuButton(theme, "Export", "upload", self._fill_export),
            SecondaryButton(theme, "Delete", "trash-2"),
        )
        self._buttons[3].clicked.connect(lambda: directory.many.delete(chosen()))
        for button in self._buttons:
            row.addWidget(button)
        self._merge = SecondaryButton(theme, "Merge…", "users")
        self._merge.clicked.connect(self.merge_wanted)
        row.insertWidget(1, self._merge)
        done = QuietButton(theme, "Done", "x")
        done.clicked.connect(self.ended)
        row.addWidget(done)
        self.body.addLayout(row)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are chosen."""
        words = "Choose people to tag, print, export or delete" if not count else f"{count:,} chosen"
        self._words.setText(words)
        self._merge.setVisible(count == 2)
        for button in self._buttons:
            button.setEnabled(count > 0)

    def _fill_tags(self, menu: QMenu) -> None:
        new = menu.addAction(self._theme.icon("plus"), "New tag…")
        new.triggered.connect(self._ask_tag)
        tags = self._directory.tags()[:_MOST_TAGS]
        if not tags:
            return
        menu.addSeparator()
        for tag in tags:
            give = menu.addAction(self._theme.icon("tag"), tag.replace("&", "&&"))
            give.triggered.connect(lambda _=False, tag=tag: self._directory.many.tag(self._chosen(), tag))
        away = menu.addMenu("Take away")
        for tag in tags:
            take = away.addAction(tag.replace("&", "&&"))
            take.triggered.connect(lambda _=False, tag=tag: self._directory.many.untag(self._chosen(), tag))

    def _fill_print(self, menu: QMenu) -> None:
        for words, kind in (("Address labels…", "labels"), ("Envelopes…", "envelopes")):
            menu.addAction(words).triggered.connect(
                lambda _=False, kind=kind: self._directory.many.print_out(self._chosen(), kind)
            )

    def _fill_export(self, menu: QMenu) -> None:
        for words, ending in (("Address book (vCard)…", ".vcf"), ("Table (CSV)…", ".csv")):
            menu.addAction(words).triggered.connect(lambda _=False, ending=ending: self._ask_file(ending))

    def _ask_tag(self) -> None:
        ask_reason(
            self._theme,
            self.window(),
            "Tag them",
            "Several tags are divided by commas.",
            "Tag",
            lambda words: self._directory.many.tag(self._chosen(), words),
            self._directory.refused,
            "Tag",
        )

    def _ask_file(self, ending: str) -> None:
        contacts = list(self._chosen())
        dialog = QFileDialog(self.window(), "Save as")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.lstrip("."))
        dialog.selectFile(f"customers{ending}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._directory.many.export(contacts, path))
        dialog.open()
