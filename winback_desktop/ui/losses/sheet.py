# SPDX-License-Identifier: MIT
"""Opens the new-loss sheet over the window, and says afterwards what is worth doing instead."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.losses.presenter import LossPresenter
from winback_desktop.ui.losses.rows import Recorded
from winback_desktop.ui.losses.view import LossFormView
from winback_desktop.ui.losses.wording import WORTH_DOING
from winback_desktop.ui.navigation import TODAY, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.ring import QuietRing
from winback_desktop.ui.widgets.sheet import Sheet

_NAME = "loss-sheet"


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> "LossSheet":
    """Open the sheet, for a known person when ``target`` is a contact's id; an open one comes forward."""
    for open_one in window.findChildren(LossSheet, _NAME):
        if open_one.isVisible():
            return open_one
    contact = target if isinstance(target, int) else 0
    sheet = LossSheet(theme, window, LossPresenter(workspace, operations, contact), navigator)
    sheet.open()
    return sheet


class LossSheet(Sheet):
    """First the form, then what stands until when."""

    def __init__(self, theme: Theme, host: QWidget, presenter: LossPresenter, navigator: Navigator) -> None:
        super().__init__(theme, host, "Record a loss")
        self.setObjectName(_NAME)
        self._presenter, self._navigator = presenter, navigator
        presenter.setParent(self)
        self.form = LossFormView(theme, presenter)
        self.form.save_wanted.connect(self.save)
        if self.form.continued:
            self.content.addLayout(self._continued_line())
        self.content.addWidget(self.form)
        self.content.addStretch(1)
        self.save_button = PrimaryButton(theme, "Record it", "check")
        self.save_button.clicked.connect(self.save)
        self.later_button = QuietButton(theme, "Not now")
        self.later_button.clicked.connect(self.dismiss)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.later_button)
        self.buttons.addWidget(self.save_button)
        self._recorded = False
        self.dismissed.connect(self._keep)
        self.closed.connect(self.deleteLater)

    def open(self) -> None:
        super().open()
        if self.form.continued:  # "Start over" comes first, but Enter must not throw the draft away
            self.form.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Record the loss, or say what is to be mended."""
        if self._recorded or self.form.date_errors():
            return
        done = self._presenter.record(self.form.form(), self.form.show_error)
        if done is not None:
            self._recorded = True
            self.form.discard_timer()
            self._show_recorded(done)

    def _keep(self) -> None:
        if not self._recorded:
            self.form.keep()

    def _continued_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = PlainLabel(self._theme, "This is where you left off.", "hint")
        again = QuietButton(self._theme, "Start over", "undo-2")

        def start_over() -> None:
            self.form.set_form(self._presenter.start_over())
            words.setText("Started over.")
            again.hide()

        again.clicked.connect(start_over)
        row.addWidget(words, 1)
        row.addWidget(again)
        return row

    def _show_recorded(self, done: Recorded) -> None:
        theme = self._theme
        empty_layout(self.content)
        empty_layout(self.buttons)
        self.set_title("It is recorded")
        row = QHBoxLayout()
        row.setSpacing(18)
        if done.quiet:
            row.addWidget(QuietRing(theme, done.over, done.total), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(
            PlainLabel(theme, "You need do nothing now." if done.quiet else "All is set.", "item")
        )
        words.addWidget(PlainLabel(theme, done.sentence, "secondary", wrap=True))
        why = QuietButton(theme, "Why wait?", "life-buoy")
        because = PlainLabel(theme, self._presenter.why_wait, "secondary", wrap=True)
        because.hide()
        why.clicked.connect(lambda: self._toggle(because))
        why.setVisible(done.quiet)
        words.addWidget(why, 0, Qt.AlignmentFlag.AlignLeading)
        words.addWidget(because)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.content.addLayout(row)
        self.content.addWidget(SectionLabel(theme, "Worth doing meanwhile"))
        for kind, sentence in WORTH_DOING:
            self.content.addLayout(self._worth(kind, sentence))
        self.content.addStretch(1)
        close = PrimaryButton(theme, "Back to today", "sun")
        close.clicked.connect(self._back_to_today)
        self.buttons.addStretch(1)
        self.buttons.addWidget(close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _worth(self, kind: str, sentence: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Glyph(self._theme, self._theme.step_icon(kind), "accent", 18))
        line.addWidget(PlainLabel(self._theme, sentence, "body"), 1)
        return line

    def _toggle(self, label: PlainLabel) -> None:
        label.setVisible(not label.isVisible())

    def _back_to_today(self) -> None:
        self.finish()
        self._navigator.go(TODAY)
