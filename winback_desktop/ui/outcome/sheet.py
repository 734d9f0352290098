# SPDX-License-Identifier: MIT
"""The sheet that opens when somebody came back: first gladness, then two questions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from winback_desktop.ui.outcome.joy import Joy
from winback_desktop.ui.outcome.presenter import OutcomePresenter
from winback_desktop.ui.sheet_opening import opener
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextArea, TextLine, is_submit
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_NAME = "outcome-sheet"


class OutcomeSheet(Sheet):
    """What was typed is kept however the sheet is left, unless it can't be."""

    def __init__(self, theme: Theme, host: QWidget, presenter: OutcomePresenter) -> None:
        super().__init__(theme, host, f"{presenter.name} is back")
        self.setObjectName(_NAME)
        self._presenter = presenter
        presenter.setParent(self)
        self.fields: dict[str, FormField] = {}
        self.joy = Joy(theme)
        self.content.addWidget(self.joy)
        glad = PlainLabel(theme, "You kept the door open, and they walked through it.", "item", wrap=True)
        glad.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.content.addWidget(glad)
        known = presenter.known
        self.helped = TextArea("What helped", known.helped, rows=3)
        self.on = DateField(theme, "When they came back", known.on, presenter.today)
        self.value = TextLine("Worth a year", presenter.value_words())
        self._add("helped", "What helped", self.helped, "For you alone: a note, a lunch, time, luck.")
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._field("on", "When they came back", self.on), 1, Qt.AlignmentFlag.AlignTop)
        value = self._field("value", f"Worth a year, in {presenter.currency}", self.value)
        row.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(row)
        self.content.addStretch(1)
        later = QuietButton(theme, "Not now")
        later.clicked.connect(self.finish)
        keep = PrimaryButton(theme, "Keep it", "check")
        keep.clicked.connect(self.keep)
        self.buttons.addStretch(1)
        self.buttons.addWidget(later)
        self.buttons.addWidget(keep)
        self._before = self._typed()
        self.dismissed.connect(self._leave)
        self.closed.connect(self.deleteLater)

    def keep(self) -> bool:
        """Keep it, or say what is to be mended."""
        if not self._store():
            return False
        self.finish()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_submit(event):
            self.keep()
            return
        super().keyPressEvent(event)

    def _store(self) -> bool:
        for field in self.fields.values():
            field.set_error("")
        if self.on.error:
            self._say(self.on.error, "on")
            return False
        return self._presenter.keep(self.on.day(), self.helped.toPlainText(), self.value.text(), self._say)

    def _leave(self) -> None:
        if self._typed() != self._before:
            self._store()

    def _typed(self) -> tuple[object, str, str]:
        return self.on.day(), self.helped.toPlainText(), self.value.text()

    def _say(self, sentence: str, field: str) -> None:
        shown = self.fields.get(field, self.fields["helped"])
        shown.set_error(sentence)
        shown.editor.setFocus()

    def _add(self, name: str, label: str, editor: QWidget, hint: str) -> None:
        self.content.addWidget(self._field(name, label, editor, hint))

    def _field(self, name: str, label: str, editor: QWidget, hint: str = "") -> FormField:
        self.fields[name] = FormField(self._theme, label, editor, hint)
        return self.fields[name]


open_sheet = opener(OutcomePresenter, OutcomeSheet)
