# SPDX-License-Identifier: MIT
"""One interest with their words, where and when it was heard, and whether it still holds."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from winback_desktop.ui.customers.person.pair import Pair
from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.rows import InterestRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.choices import Check
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextArea, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.segments import SegmentedControl
from winback_desktop.ui.widgets.sheet import Sheet

_SURE = (("1", "A guess"), ("3", "Fairly"), ("5", "Certain"))


class InterestSheet:
    """Whatever way it is closed, what was typed is stored; only a refusal keeps it open."""

    def __init__(self, person: Person, theme: Theme, host: QWidget, row: InterestRow) -> None:
        self._person, self._row = person, row
        self._stored = False
        self.sheet = Sheet(theme, host, "What they told you", width=520)
        self._label = TextLine("Interest", row.label)
        self._words = TextArea("Their words", row.words, rows=3)
        self._where = TextLine("Where you heard it", row.where, "At the fair, over lunch…")
        self._when = DateField(theme, "When you heard it", row.heard_on, person.today)
        self._attitude = SegmentedControl(
            theme, "Do they enjoy it?", (("like", "They enjoy it"), ("dislike", "They don't")),
            "like" if row.likes else "dislike",
        )  # fmt: skip
        self._sure = SegmentedControl(theme, "How sure are you?", _SURE, _nearest(row.certainty))
        self._true = Check(theme, "Still true", row.still_true)
        self._fields = {
            "label": FormField(theme, "Interest", self._label),
            "words": FormField(theme, "Their words", self._words),
            "heard_on": FormField(theme, "When you heard it", self._when),
        }
        content = self.sheet.content
        content.addWidget(self._fields["label"])
        if row.category:
            content.addWidget(PlainLabel(theme, f"Belongs to: {row.category}", "hint"))
        content.addWidget(self._fields["words"])
        content.addWidget(
            Pair(theme, FormField(theme, "Where you heard it", self._where), self._fields["heard_on"])
        )
        content.addWidget(self._attitude)
        content.addWidget(FormField(theme, "How sure are you?", self._sure))
        content.addWidget(self._true)
        others = person.knowing.others_enjoying(row.label) if row.likes else 0
        if others:
            content.addLayout(self._who_else(theme, others))
        content.addStretch(1)
        self._buttons(theme)
        person.refused.connect(self._refused)
        self.sheet.dismissed.connect(self._store)
        self.sheet.closed.connect(self._closed)
        self.sheet.open()
        self._words.setFocus()

    def _buttons(self, theme: Theme) -> None:
        remove = QuietButton(theme, "Remove", "trash-2")
        remove.setAccessibleName(f"Remove {self._row.label}")
        remove.clicked.connect(self._remove)
        done = PrimaryButton(theme, "Done", "check")
        done.clicked.connect(self._finish)
        self._label.returnPressed.connect(self._finish)
        self._where.returnPressed.connect(self._finish)
        self.sheet.buttons.addWidget(remove)
        self.sheet.buttons.addStretch(1)
        self.sheet.buttons.addWidget(done)

    def _who_else(self, theme: Theme, others: int) -> QHBoxLayout:
        words = "Who else? One other person" if others == 1 else f"Who else? {others:,} others"
        button = QuietButton(theme, words, "users")
        button.clicked.connect(self._show_others)
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        return line

    def _show_others(self) -> None:
        if self._store():
            self.sheet.finish()
            self._person.show_sharing(self._label.text().strip())

    def _typed(self) -> InterestRow:
        certainty = self._row.certainty
        if self._sure.current() != _nearest(certainty):
            certainty = int(self._sure.current())
        return self._row._replace(
            label=self._label.text(),
            words=self._words.toPlainText().strip(),
            where=self._where.text(),
            heard_on=self._when.day(),
            likes=self._attitude.current() != "dislike",
            still_true=self._true.isChecked(),
            certainty=certainty,
        )

    def _store(self) -> bool:
        self._fields["heard_on"].set_error(self._when.error)
        if self._when.error:
            return False
        self._stored = self._stored or self._person.knowing.edit_interest(self._typed())
        return self._stored

    def _finish(self) -> None:
        if self._store():
            self.sheet.finish()

    def _remove(self) -> None:
        self._stored = True
        self.sheet.finish()
        self._person.knowing.remove_interest(self._row.id)

    def _refused(self, sentence: str, field: str) -> None:
        about = next((key for key in self._fields if key in sentence.casefold()), "label")
        self._fields[about if field == "interest" else "label"].set_error(sentence)

    def _closed(self) -> None:
        self._person.refused.disconnect(self._refused)
        self.sheet.deleteLater()


def _nearest(certainty: int) -> str:
    return "1" if certainty <= 2 else "3" if certainty <= 3 else "5"
