# SPDX-License-Identifier: MIT
"""Export, back up, restore and check, over the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.keeping.presenter import KINDS, KeepingPresenter, Kind
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import SecondaryButton
from winback_desktop.ui.widgets.cards import Divider
from winback_desktop.ui.widgets.choices import Check, Choice
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import ErrorLine
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.sheet import Sheet


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> "KeepingSheet":
    """Open the sheet; ``target`` may be the number of the one person whose data is wanted."""
    contact = target if isinstance(target, int) else 0
    for open_one in window.findChildren(KeepingSheet):
        if open_one.isVisible():
            return open_one
    sheet = KeepingSheet(theme, window, KeepingPresenter(workspace, operations), contact)
    sheet.open()
    return sheet


class KeepingSheet(Sheet):
    """Every button says what it did in the line at the foot, and nothing is replaced without a copy."""

    def __init__(self, theme: Theme, host: QWidget, presenter: KeepingPresenter, contact: int = 0) -> None:
        name = presenter.name_of(contact)
        title = f"Export what is kept about {name}" if name else "Export, back up, restore"
        super().__init__(theme, host, title, width=680)
        self.setObjectName("keeping-sheet")
        self._presenter = presenter
        presenter.setParent(self)
        self.closed.connect(self.deleteLater)
        if name:
            self._show_person(contact, name)
        else:
            self._show_everything()
        self.said = PlainLabel(theme, "", "strong", wrap=True)
        self._error = ErrorLine(theme)
        self.content.addWidget(self.said)
        self.content.addWidget(self._error)
        self.content.addStretch(1)
        close = SecondaryButton(theme, "Close")
        close.clicked.connect(self.dismiss)
        self.buttons.addStretch(1)
        self.buttons.addWidget(close)

    def _show_person(self, contact: int, name: str) -> None:
        words = (
            f"Three files of one name: {name} as an address card (.vcf), what is planned as a calendar "
            "(.ics), and everything that is kept, notes and gifts too (.json)."
        )
        self.content.addWidget(PlainLabel(self._theme, words, "secondary", wrap=True))
        save = SecondaryButton(self._theme, "Save as…", "download")
        save.setAccessibleName(f"Save the data of {name} as")
        plain = "".join(letter if letter.isalnum() else "-" for letter in name).strip("-") or "person"
        save.clicked.connect(
            lambda: self._ask(f"{plain[:60]}.json", ".json", lambda path: self._export_person(contact, path))
        )
        row = QHBoxLayout()
        row.addWidget(save)
        row.addStretch(1)
        self.content.addLayout(row)

    def _export_person(self, contact: int, path: str) -> None:
        self._tell(self._presenter.export_person_to(contact, path, self._refuse))

    def _show_everything(self) -> None:
        theme, presenter = self._theme, self._presenter
        self.content.addWidget(SectionLabel(theme, "Write a file"))
        for kind in KINDS:
            self.content.addLayout(self._export_row(kind))
        self.private = Check(theme, "My private check-ins and my own care too")
        self.private.toggled.connect(self._set_private)
        self.content.addWidget(self.private)
        self.content.addWidget(Divider(theme))
        self.content.addWidget(SectionLabel(theme, "Backups"))
        self.content.addWidget(PlainLabel(theme, f"Your data: {presenter.kept_in}", "hint", wrap=True))
        if presenter.is_stored:
            self.content.addLayout(self._backup_row())
            self._restore_row = QVBoxLayout()
            self.content.addLayout(self._restore_row)
            self._show_backups()

    def _set_private(self, on: bool) -> None:
        self._presenter.private = on

    def _export_row(self, kind: Kind) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(self._theme, kind.words, "strong"))
        words.addWidget(PlainLabel(self._theme, kind.use, "hint"))
        row.addLayout(words, 1)
        save = SecondaryButton(self._theme, "Save as…", "download")
        save.setAccessibleName(f"Save as {kind.words}")
        save.clicked.connect(lambda: self._ask(f"winback{kind.ending}", kind.ending, self._export))
        row.addWidget(save)
        return row

    def _backup_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, icon, pressed in (
            ("Back up now", "save", lambda: self._back_up("")),
            ("Back up to a file…", "download", lambda: self._ask("winback-backup.db", ".db", self._back_up)),
            ("Check my data", "circle-check", lambda: self._tell(self._presenter.check(self._refuse))),
        ):
            button = SecondaryButton(self._theme, words, icon)
            button.clicked.connect(lambda _checked=False, pressed=pressed: pressed())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_backups(self) -> None:
        empty_layout(self._restore_row)
        rows = self._presenter.backups()
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        if rows:
            choice = Choice(self._theme, "Backup to restore", rows, rows[0].path)
            line.addWidget(choice, 1)
            restore = SecondaryButton(self._theme, "Restore this one", "history")
            restore.clicked.connect(lambda: self._restore(choice.current()))
            line.addWidget(restore)
        other = SecondaryButton(self._theme, "Restore from a file…", "upload")
        other.clicked.connect(self._ask_restore)
        line.addWidget(other)
        if not rows:
            line.addStretch(1)
        self._restore_row.addWidget(holder)

    def _export(self, path: str) -> None:
        self._tell(self._presenter.export_to(path, self._refuse))

    def _back_up(self, path: str) -> None:
        self._tell(self._presenter.back_up(path, self._refuse))
        self._show_backups()

    def _restore(self, path: str) -> None:
        self._tell(self._presenter.restore(path, self._refuse))
        self._show_backups()

    def _ask(self, name: str, ending: str, chosen) -> None:  # type: ignore[no-untyped-def]
        dialog = QFileDialog(self.window(), "Save as")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.lstrip("."))
        dialog.selectFile(name)
        self._show_dialog(dialog, chosen)

    def _ask_restore(self) -> None:
        dialog = QFileDialog(self.window(), "Restore from a backup", "", "Backups (*.db);;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._show_dialog(dialog, self._restore)

    def _show_dialog(self, dialog: QFileDialog, chosen) -> None:  # type: ignore[no-untyped-def]
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def _tell(self, sentence: str) -> None:
        if sentence:
            self._error.set_text("")
            self.said.setText(sentence)

    def _refuse(self, sentence: str, _field: str) -> None:
        self.said.setText("")
        self._error.set_text(sentence)
