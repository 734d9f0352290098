# SPDX-License-Identifier: MIT
"""Opens the lunch over the window: first the plan, afterwards the log."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from winback_desktop.ui.lunch.log_view import LogView
from winback_desktop.ui.lunch.presenter import LunchPresenter
from winback_desktop.ui.lunch.view import PlanView
from winback_desktop.ui.navigation import PRINT, Navigator, PrintWish
from winback_desktop.ui.sheet_opening import opener
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.sheet import Sheet

_NAME = "lunch-sheet"
_WIDTH = 720


class LunchSheet(Sheet):
    """The plan is kept however the sheet is left; the log only when it is saved."""

    print_wanted = Signal()

    def __init__(self, theme: Theme, host: QWidget, presenter: LunchPresenter) -> None:
        super().__init__(theme, host, f"Lunch with {presenter.screen.name}", _WIDTH)
        self.setObjectName(_NAME)
        self._presenter = presenter
        presenter.setParent(self)
        self.plan = PlanView(theme, presenter, self._fill_brief)
        self.log: LogView | None = None
        self.content.addWidget(self.plan)
        self.content.addStretch(1)
        self.plan.mail_wanted.connect(self._open_mail)
        self.plan.copy_wanted.connect(lambda text: QGuiApplication.clipboard().setText(text))
        self.plan.file_wanted.connect(self.ask_file)
        self.back = QuietButton(theme, "Back", "arrow-left")
        self.back.clicked.connect(self.show_plan)
        self.met = QuietButton(theme, "We met", "message-circle")
        self.met.clicked.connect(self.show_log)
        self.main = PrimaryButton(theme, "", "check")
        self.main.clicked.connect(self._main)
        self.buttons.addWidget(self.back)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.met)
        self.buttons.addWidget(self.main)
        presenter.refreshed.connect(self._dress)
        self.dismissed.connect(self._leave)
        self.closed.connect(self.deleteLater)
        self._dress()

    @property
    def step(self) -> int:
        """The lunch's step."""
        return self._presenter.step

    def show_log(self) -> None:
        """Go on to how it was."""
        if not self.plan.keep():
            return
        if self.log is None:
            self.log = LogView(self._theme, self._presenter)
            self.content.insertWidget(1, self.log)
        self.plan.hide()
        self.log.show()
        self.set_title(f"How it was with {self._presenter.screen.name}")
        self._dress()
        self.log.how.setFocus()

    def show_plan(self) -> None:
        """Go back to the plan; what was typed into the log stays."""
        if self.log is not None:
            self.log.hide()
        self.plan.show()
        self.set_title(f"Lunch with {self._presenter.screen.name}")
        self._dress()

    def ask_file(self) -> QFileDialog:
        """Ask where the calendar file goes."""
        dialog = self._file_dialog("Calendar (*.ics)", "Invitation.ics")
        dialog.fileSelected.connect(self._presenter.write_file)
        return dialog

    def brief_document(self):
        """The brief on one page."""
        from winback_desktop.domain.paper import usual_sheet
        from winback_desktop.ui.printing import brief

        screen = self._presenter.screen
        return brief.compose(
            brief.BriefJob(
                screen.name,
                self._presenter.organisation,
                self._presenter.when_words(),
                screen.venue,
                tuple(line for line in screen.news.splitlines() if line.strip()),
                self._presenter.remembered(),
                tuple(row.title for row in screen.chosen),
                tuple(part for part in screen.mind.split(", ") if part),
                brief.three(self._presenter.questions()),
                usual_sheet(self._presenter.country),
            )
        )

    def _fill_brief(self, menu: QMenu) -> None:
        from winback_desktop.ui.printing import output

        self.plan.keep()
        menu.addAction("Look at it and print…", self.print_wanted.emit)
        menu.addAction("Save as PDF…", self.ask_brief)
        for name in output.printers():
            menu.addAction(
                f"Print on {name}".replace("&", "&&"),
                lambda name=name: self._presenter.put_out(
                    lambda: output.print_to(self.brief_document(), name)
                ),
            )

    def ask_brief(self) -> QFileDialog:
        """Ask where the brief goes."""
        from winback_desktop.ui.printing import output

        dialog = self._file_dialog("PDF (*.pdf)", "Lunch brief.pdf")
        dialog.fileSelected.connect(
            lambda path: self._presenter.put_out(lambda: output.save_pdf(self.brief_document(), path))
        )
        return dialog

    def _file_dialog(self, kind: str, name: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), "Save")
        dialog.finished.connect(dialog.deleteLater)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
        dialog.open()
        return dialog

    def _open_mail(self, text: str) -> None:
        link = self._presenter.mail_link(text, self.plan.say)
        if link:
            QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))

    def _dress(self) -> None:
        """Show the buttons that fit where one is."""
        logging = self.log is not None and not self.plan.isVisibleTo(self)
        invited = self._presenter.screen.invited
        self.back.setVisible(logging)
        self.met.setVisible(not logging and not invited)
        words = "Keep it" if logging else "How was it?" if invited else "The invitation is out"
        self.main.set_words(words)

    def _main(self) -> None:
        if self.log is not None and not self.plan.isVisibleTo(self):
            if self.log.save():
                self.finish()
        elif self._presenter.screen.invited:
            self.show_log()
        elif self.plan.keep() and self._presenter.mark_invited(self.plan.say):
            self.finish()

    def _leave(self) -> None:
        self.plan.keep()


def _connect(sheet: LunchSheet, navigator: Navigator) -> None:
    sheet.print_wanted.connect(lambda: navigator.ask(PRINT, PrintWish("brief", step=sheet.step)))


open_sheet = opener(LunchPresenter, LunchSheet, _connect)
