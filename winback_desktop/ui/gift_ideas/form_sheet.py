# SPDX-License-Identifier: MIT
"""The sheet of one gift idea of the owner's own."""

from PySide6.QtWidgets import QWidget

from winback_desktop.ui.gift_ideas.presenter import KINDS, Form, Ideas
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.choices import Check, Choice
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.segments import SegmentedControl
from winback_desktop.ui.widgets.sheet import Sheet

_HOLDS = "Nuts, milk, alcohol, wool… It is kept from whoever avoids that."


class IdeaSheet(Sheet):
    """Asks for little: what it is for and what it is; the rest has a good guess."""

    def __init__(self, theme: Theme, host: QWidget, ideas: Ideas, form: Form) -> None:
        super().__init__(
            theme, host, "Change your idea" if form.line else "A gift idea of your own", width=520
        )
        self.setObjectName("idea-sheet")
        self._ideas, self._line = ideas, form.line
        self.subject = TextLine("What is it for?", form.subject, "Grilling, roses, or “anything”")
        self.title_line = TextLine("The idea", form.title, "A linen apron with their initials")
        self.kind = SegmentedControl(theme, "What is it?", KINDS, form.kind, columns=3)
        self.band = Choice(theme, "About how much?", ideas.bands(), form.band)
        self.days = TextLine("Days until it is there", form.days, "5")
        self.holds = TextLine("What is in it, or what is it about?", form.holds)
        self.nothing_else = Check(theme, "Nothing else is in it", form.nothing_else)
        self.not_for = TextLine("Not for", form.not_for, "A home without a garden")
        self._fields = {
            "subject": FormField(theme, "What is it for?", self.subject),
            "title": FormField(theme, "The idea", self.title_line),
            "band": FormField(theme, "About how much?", self.band),
            "lead_days": FormField(theme, "Days until it is there", self.days),
            "holds": FormField(theme, "What is in it, or what is it about?", self.holds, _HOLDS),
        }
        for field in self._fields.values():
            self.content.addWidget(field)
        self.content.insertWidget(2, FormField(theme, "What is it?", self.kind))
        self.content.addWidget(self.nothing_else)
        self.content.addWidget(FormField(theme, "Not for (optional)", self.not_for))
        self.content.addStretch(1)
        self.kind.chosen.connect(self._fit)
        self._fit(form.kind)
        leave = QuietButton(theme, "Not now")
        leave.clicked.connect(self.dismiss)
        keep = PrimaryButton(theme, "Keep it", "check")
        keep.clicked.connect(self._keep)
        for line in (self.subject, self.title_line, self.days, self.holds, self.not_for):
            line.returnPressed.connect(self._keep)
        self.buttons.addStretch(1)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(keep)
        self.closed.connect(self.deleteLater)
        self.open()
        if form.subject and not form.title:
            self.title_line.setFocus()

    def _fit(self, kind: str) -> None:
        """Time costs nothing, and only what is eaten can hold something more."""
        self._fields["band"].setVisible(kind != "time")
        self.nothing_else.setVisible(kind == "food")

    def _keep(self) -> None:
        for field in self._fields.values():
            field.set_error("")
        form = Form(
            self.subject.text(),
            self.title_line.text(),
            self.kind.current(),
            self.band.current(),
            self.holds.text(),
            self.nothing_else.isChecked() and self.kind.current() == "food",
            self.days.text(),
            self.not_for.text(),
            self._line,
        )
        if self._ideas.keep(form, self._say):
            self.finish()

    def _say(self, sentence: str, field: str) -> None:
        shown = self._fields.get(field, self._fields["title"])
        shown.set_error(sentence)
        shown.editor.setFocus()
