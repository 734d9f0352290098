# SPDX-License-Identifier: MIT
"""The form in which a lunch is planned: how, when, where, what to bring, the invitation, and their answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.lunch.bring import BringBox
from winback_desktop.ui.lunch.day_row import DayRow
from winback_desktop.ui.lunch.presenter import LunchPresenter
from winback_desktop.ui.lunch.rows import FORMS
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import MenuButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.fields import FormField, TextArea, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.segments import SegmentedControl


class PlanView(QWidget):
    """Every field is kept when it is left."""

    mail_wanted = Signal(str)
    copy_wanted = Signal(str)
    file_wanted = Signal()

    def __init__(self, theme: Theme, presenter: LunchPresenter, fill_brief) -> None:
        super().__init__()
        self._theme, self._presenter, self._fill_brief = theme, presenter, fill_brief
        self.fields: dict[str, FormField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._hints(column)
        self.form = SegmentedControl(theme, "How you meet", FORMS)
        self.form.chosen.connect(presenter.set_form)
        column.addWidget(self._field("form", "How you meet", self.form))
        self._days(column)
        self.venue = TextLine("Where", placeholder="A place that suits them, or how you will talk")
        self.venue.left.connect(self._keep)
        column.addWidget(self._field("venue", "Where", self.venue))
        self.mind = PlainLabel(theme, "", "hint", wrap=True)
        column.addWidget(self.mind)
        self.bring = BringBox(theme, presenter)
        column.addWidget(self.bring)
        self._invitation(column)
        self._answer(column)
        self.news = TextArea("What is new with them", rows=2)
        self.news.left.connect(self._keep)
        column.addWidget(
            self._field("news", "What is new with them", self.news, "For your brief only: ask, and listen.")
        )
        self._brief(column)
        presenter.refreshed.connect(self.refresh)
        self.refresh()

    def keep(self) -> bool:
        """Keep everything as typed; False when something can't be."""
        return self._keep()

    def refresh(self) -> None:
        """Show what is stored, without touching a field that is being typed in."""
        screen = self._presenter.screen
        self.form.set_current(screen.form)
        self._easier.setVisible(screen.easier)
        self._quiet.setVisible(bool(screen.quiet))
        self._quiet_words.setText(screen.quiet)
        for row, day in zip(self.days, (*screen.days, None, None, None), strict=False):
            if not row.editor.line.hasFocus() and row.day() != day and not row.is_wrong():
                row.set_day(day)
        for line, words in ((self.venue, screen.venue),):
            if not line.hasFocus():
                line.setText(words)
        for area, words in ((self.news, screen.news), (self.invitation, screen.invitation)):
            if not area.hasFocus() and area.toPlainText() != words:
                area.setPlainText(words)
        self.mind.setText(f"To mind at the table: {screen.mind}." if screen.mind else "")
        self.mind.setVisible(bool(screen.mind))
        if not self.agreed.editor.line.hasFocus() and screen.agreed:
            self.agreed.set_day(screen.agreed)
            self.at.setText(screen.at)
        self.bring.show_rows()

    def say(self, sentence: str, field: str) -> None:
        """Say what is to be mended, in place."""
        if field == "day":
            self.agreed.set_error(sentence)
            return
        shown = self.fields.get(field, self.fields["invitation"])
        shown.set_error(sentence)
        shown.editor.setFocus()

    def agree(self) -> bool:
        """They said yes to the day typed."""
        for field in self.fields.values():
            field.set_error("")
        return self._presenter.agree(self.agreed.day(), self.at.text(), self.say)

    def _hints(self, column: QVBoxLayout) -> None:
        theme = self._theme
        self._quiet, self._quiet_words, _ = _hint(theme, "pause", "pause.solid")
        self._easier, words, row = _hint(theme, "feather", "lunch.solid")
        words.setText("Moved twice already. A coffee or a call may be easier for both of you.")
        for key, label in (("coffee", "Make it a coffee"), ("call", "Make it a call")):
            button = SecondaryButton(theme, label)
            button.clicked.connect(lambda _=False, key=key: self._presenter.set_form(key))
            row.addWidget(button)
        for hint in (self._quiet, self._easier):
            column.addWidget(hint)

    def _days(self, column: QVBoxLayout) -> None:
        theme, presenter = self._theme, self._presenter
        head = QHBoxLayout()
        head.addWidget(SectionLabel(theme, "Three days to propose"), 1)
        other = QuietButton(theme, "Propose days", "calendar-days")
        other.setAccessibleName("Propose three days that suit you")
        other.clicked.connect(self._propose)
        head.addWidget(other)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.days = [
            DayRow(theme, words, presenter.about_day, presenter.today)
            for words in ("First", "Second", "Third")
        ]
        for day in self.days:
            day.changed.connect(self._keep_days)
            row.addWidget(day, 1)
        column.addLayout(row)

    def _invitation(self, column: QVBoxLayout) -> None:
        theme = self._theme
        self.invitation = TextArea("Invitation", rows=17)
        self.invitation.left.connect(self._keep)
        column.addWidget(self._field("invitation", "Invitation", self.invitation))
        row = QHBoxLayout()
        row.setSpacing(8)
        mail = SecondaryButton(theme, "Open in mail", "mail")
        mail.clicked.connect(lambda: self.mail_wanted.emit(self.invitation.toPlainText()))
        copy = SecondaryButton(theme, "Copy")
        copy.setAccessibleName("Copy the invitation")
        copy.clicked.connect(lambda: self.copy_wanted.emit(self.invitation.toPlainText()))
        file = SecondaryButton(theme, "Calendar file…", "calendar-days")
        file.clicked.connect(self._ask_file)
        again = QuietButton(theme, "Start over", "undo-2")
        again.setAccessibleName("Start the invitation over")
        again.clicked.connect(self._presenter.start_over)
        for button in (mail, copy, file):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(again)
        column.addLayout(row)

    def _answer(self, column: QVBoxLayout) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(12)
        self.agreed = DayRow(theme, "The day you agreed on", self._presenter.about_day, self._presenter.today)
        self.at = TextLine("At", placeholder="12:30")
        self.at.returnPressed.connect(self.agree)
        self.yes = SecondaryButton(theme, "They said yes", "check")
        self.yes.clicked.connect(self.agree)
        row.addWidget(self.agreed, 3)
        row.addWidget(self._field("at", "At", self.at), 1, Qt.AlignmentFlag.AlignTop)
        holder = QVBoxLayout()
        holder.addSpacing(theme.em(22))
        holder.addWidget(self.yes)
        holder.addStretch(1)
        row.addLayout(holder)
        column.addLayout(row)

    def _brief(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        brief = MenuButton(self._theme, "Brief on one page", "printer", self._fill_brief)
        row.addWidget(brief)
        row.addStretch(1)
        column.addLayout(row)

    def _field(self, name: str, label: str, editor: QWidget, hint: str = "") -> FormField:
        self.fields[name] = FormField(self._theme, label, editor, hint)
        return self.fields[name]

    def _keep(self) -> bool:
        for name in ("venue", "news", "invitation"):
            self.fields[name].set_error("")
        return self._presenter.save(
            self.say,
            venue=self.venue.text().strip(),
            news=self.news.toPlainText().strip(),
            invitation=self.invitation.toPlainText(),
        )

    def _keep_days(self) -> None:
        days = [row.day() for row in self.days]
        if not any(row.is_wrong() for row in self.days if not row.editor.is_empty()):
            self._presenter.set_days([day for day in days if day is not None], self.say)

    def _propose(self) -> None:
        self._presenter.propose()
        for row, day in zip(self.days, (*self._presenter.screen.days, None, None, None), strict=False):
            row.set_day(day)
        self._keep_days()

    def _ask_file(self) -> None:
        if self._keep():
            self.file_wanted.emit()


def _hint(theme: Theme, icon: str, token: str) -> tuple[QWidget, PlainLabel, QHBoxLayout]:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Glyph(theme, icon, token, 17))
    words = PlainLabel(theme, "", "secondary", wrap=True)
    row.addWidget(words, 1)
    return holder, words, row
