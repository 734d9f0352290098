# SPDX-License-Identifier: MIT
"""The form of the new-loss sheet: the essentials first, the rest under "More, if you like"."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.losses.presenter import LossPresenter
from winback_desktop.ui.losses.rows import LossForm
from winback_desktop.ui.losses.who_field import WhoField
from winback_desktop.ui.losses.wording import CAUSES, KINDS, MECHANISMS
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import QuietButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.choices import Check, Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextArea, TextLine, is_submit
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.segments import SegmentedControl

_KEEP_AFTER = 1_000
"""Milliseconds of rest after which what was typed is kept."""


class LossFormView(QWidget):
    """Every edit updates the live line, and is kept after a second of rest."""

    save_wanted = Signal()

    def __init__(self, theme: Theme, presenter: LossPresenter) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        self.fields: dict[str, FormField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._essentials(column)
        column.addLayout(self._live_line())
        self.more_button = QuietButton(theme, "More, if you like", "chevron-down")
        self.more_button.clicked.connect(lambda: self.show_more(not self.more.isVisibleTo(self)))
        opener = QHBoxLayout()
        opener.addWidget(self.more_button)
        opener.addStretch(1)
        column.addLayout(opener)
        self.more = self._more()
        self.more.hide()
        column.addWidget(self.more)
        form, self.continued = presenter.begin()
        self.set_form(form)
        if self._has_more(form):
            self.show_more(True)

    def form(self) -> LossForm:
        """Everything as typed."""
        return LossForm(
            name=self.who.text(),
            contact=self.who.contact,
            kind=self.kind.current() or "client",
            learned_on=self.learned.day(),
            happened_on=self.happened.day(),
            value=self.value.text(),
            cause=self.cause.current(),
            mechanism=self.mechanism.current(),
            reason_given=self.reason.toPlainText(),
            my_reading=self.reading.toPlainText(),
            competitor=self.competitor.text(),
            short_pause=self.short_pause.isChecked(),
        )

    def set_form(self, form: LossForm) -> None:
        """Show a form."""
        self.who.set_person(form.name, form.contact)
        self.kind.set_current(form.kind)
        self.learned.set_day(form.learned_on)
        self.happened.set_day(form.happened_on)
        self.value.setText(form.value)
        self.cause.set_current(form.cause)
        self.mechanism.set_current(form.mechanism)
        self.reason.setPlainText(form.reason_given)
        self.reading.setPlainText(form.my_reading)
        self.competitor.setText(form.competitor)
        self.short_pause.setChecked(form.short_pause)
        self._look_ahead()
        self._timer.stop()

    def keep(self) -> None:
        """Keep what was typed."""
        self._timer.stop()
        self._presenter.keep(self.form())

    def discard_timer(self) -> None:
        """Nothing is to be kept any more."""
        self._timer.stop()

    def show_error(self, sentence: str, field: str) -> None:
        """Say what is to be mended, under its field, and go there."""
        for name, each in self.fields.items():
            each.set_error(sentence if name == field else "")
        if field in ("happened_on", "value"):
            self.show_more(True)
        shown = self.fields.get(field, self.fields["name"])
        if field not in self.fields:
            shown.set_error(sentence)
        shown.editor.setFocus()

    def date_errors(self) -> bool:
        """Show what is wrong with a typed day; True when something is."""
        for name, editor in (("learned_on", self.learned), ("happened_on", self.happened)):
            if editor.error:
                self.show_error(editor.error, name)
                return True
        return False

    def show_more(self, shown: bool) -> None:
        """Open or close the rest of the form."""
        self.more.setVisible(shown)
        self.more_button.set_words("Less" if shown else "More, if you like")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_submit(event):
            self.save_wanted.emit()
            return
        super().keyPressEvent(event)

    def _essentials(self, column: QVBoxLayout) -> None:
        theme, presenter = self._theme, self._presenter
        self.who = WhoField(presenter.people)
        self.who.changed.connect(self._edited)
        self.who.returnPressed.connect(self.save_wanted)
        column.addWidget(self._field("name", "Who", self.who))
        self.kind = SegmentedControl(theme, "Client or prospect", KINDS)
        self.kind.chosen.connect(self._edited)
        self.learned = DateField(theme, "When you learned of it", today=presenter.today)
        self.learned.changed.connect(self._edited)
        row = QHBoxLayout()
        row.setSpacing(14)
        # Kept at the top: a sentence under the one day leaves the other field where it is.
        row.addWidget(self._field("kind", "Client or prospect", self.kind), 1, Qt.AlignmentFlag.AlignTop)
        learned = self._field("learned_on", "When you learned of it", self.learned)
        row.addWidget(learned, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _live_line(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._pause_sign = Glyph(self._theme, "pause", "pause.solid", 17)
        row.addWidget(self._pause_sign)
        self.ahead = PlainLabel(self._theme, "", "secondary", wrap=True)
        row.addWidget(self.ahead, 1)
        column.addLayout(row)
        self.short_pause = Check(self._theme, "Take two quiet days from today all the same")
        self.short_pause.toggled.connect(self._edited)
        column.addWidget(self.short_pause)
        return column

    def _more(self) -> QWidget:
        theme, presenter = self._theme, self._presenter
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(14)
        self.cause = Choice(theme, "What was behind it", CAUSES)
        self.mechanism = Choice(theme, "How they went", MECHANISMS)
        self.reason = TextArea("The reason they gave", rows=2)
        self.reading = TextArea("How you read it", rows=2)
        self.happened = DateField(theme, "When it happened", today=presenter.today)
        self.value = TextLine("Worth a year")
        self.competitor = TextLine("Who has them now")
        grid.addWidget(self._field("cause", "What was behind it", self.cause), 0, 0)
        grid.addWidget(self._field("mechanism", "How they went", self.mechanism), 0, 1)
        grid.addWidget(self._field("reason_given", "The reason they gave", self.reason), 1, 0, 1, 2)
        reading = self._field("my_reading", "How you read it", self.reading)
        grid.addWidget(reading, 2, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop  # as above: a sentence under the one leaves the other where it is
        grid.addWidget(self._field("happened_on", "When it happened", self.happened), 3, 0, top)
        grid.addWidget(self._field("competitor", "Who has them now", self.competitor), 3, 1, top)
        grid.addWidget(self._field("value", f"Worth a year, in {presenter.currency()}", self.value), 4, 0)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.cause.currentIndexChanged.connect(self._edited)
        self.mechanism.currentIndexChanged.connect(self._edited)
        self.happened.changed.connect(self._edited)
        for line in (self.value, self.competitor):
            line.textEdited.connect(self._edited)
        for area in (self.reason, self.reading):
            area.textChanged.connect(self._edited)
        return box

    def _field(self, name: str, label: str, editor: QWidget) -> FormField:
        self.fields[name] = FormField(self._theme, label, editor)
        return self.fields[name]

    def _edited(self, *_: object) -> None:
        for field in self.fields.values():
            if field.error:
                field.set_error("")
        self._look_ahead()
        self._timer.start(_KEEP_AFTER)

    def _look_ahead(self) -> None:
        outlook = self._presenter.outlook(
            self.learned.day(), self.kind.current() or "client", self.short_pause.isChecked()
        )
        self.ahead.setText(outlook.sentence)
        self._pause_sign.setVisible(bool(outlook.sentence))
        if self.short_pause.isVisibleTo(self) != outlook.long_past:
            self.short_pause.setVisible(outlook.long_past)

    @staticmethod
    def _has_more(form: LossForm) -> bool:
        plain = LossForm(name=form.name, contact=form.contact, kind=form.kind, learned_on=form.learned_on)
        return form != plain._replace(short_pause=form.short_pause)
