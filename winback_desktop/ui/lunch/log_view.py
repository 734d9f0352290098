# SPDX-License-Identifier: MIT
"""The two-minute log: how they are, what was heard, what comes next."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.lunch.presenter import LunchPresenter
from winback_desktop.ui.lunch.rows import FORMS, LogForm
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.choices import Check
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextArea, TextLine
from winback_desktop.ui.widgets.segments import SegmentedControl

_REST = 400
"""Milliseconds of rest after which is listened to what was typed."""


class LogView(QWidget):
    """What was heard is offered as boxes that are ticked already; each may be unticked."""

    def __init__(self, theme: Theme, presenter: LunchPresenter) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self.fields: dict[str, FormField] = {}
        self.heard_boxes: list[Check] = []
        screen, today = presenter.screen, presenter.today()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        on = screen.agreed if screen.agreed and screen.agreed <= today else today
        self.on = DateField(theme, "When you met", on, presenter.today)
        self.form = SegmentedControl(theme, "How you met", FORMS)
        self.form.set_current(screen.form)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._field("on", "When you met", self.on), 1)
        row.addWidget(self._field("form", "How you met", self.form), 2)
        column.addLayout(row)
        self.how = TextArea("How they are", rows=2)
        column.addWidget(self._field("how", "How they are", self.how))
        self.heard = TextArea("What I heard", rows=3)
        self.heard.textChanged.connect(lambda: self._rest.start(_REST))
        column.addWidget(
            self._field("heard", "What I heard", self.heard, "What they enjoy or avoid is noted from here.")
        )
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(0)
        column.addLayout(self._boxes)
        self.next = TextLine("What comes next", placeholder="send the book, ask about the exam …")
        column.addWidget(self._field("next_words", "What comes next", self.next))
        self.counts = Check(theme, "Count this as the lunch", True)
        column.addWidget(self.counts)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.listen)

    def listen(self) -> None:
        """Look again at what was typed; boxes that were unticked stay so."""
        self._rest.stop()
        left_out = {box.text() for box in self.heard_boxes if not box.isChecked()}
        for box in self.heard_boxes:
            box.hide()
            box.deleteLater()
        self.heard_boxes = []
        for row in self._presenter.hear(self.heard.toPlainText()):
            box = Check(self._theme, row.words)
            box.setChecked(box.text() not in left_out)
            box.setAccessibleDescription(f"heard in: {row.because}")
            self.heard_boxes.append(box)
            self._boxes.addWidget(box)

    def save(self) -> bool:
        """Record it, or say what is to be mended."""
        for field in self.fields.values():
            field.set_error("")
        if self.on.error:
            self._say(self.on.error, "on")
            return False
        if self._rest.isActive():
            self.listen()
        return self._presenter.log(
            LogForm(
                self.on.day(),
                self.form.current() or "lunch",
                self.how.toPlainText(),
                self.heard.toPlainText(),
                self.next.text(),
                tuple(place for place, box in enumerate(self.heard_boxes) if box.isChecked()),
                self.counts.isChecked(),
            ),
            self._say,
        )

    def _say(self, sentence: str, field: str) -> None:
        shown = self.fields.get(field, self.fields["how"])
        shown.set_error(sentence)
        shown.editor.setFocus()

    def _field(self, name: str, label: str, editor: QWidget, hint: str = "") -> FormField:
        self.fields[name] = FormField(self._theme, label, editor, hint)
        return self.fields[name]
