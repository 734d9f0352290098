# SPDX-License-Identifier: MIT
"""The cards of a best customer: one kind of touch, how they stand, a referral, and the thanks for it."""

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.best import KINDS, Best
from winback_desktop.ui.wellbeing.reach import reach_buttons
from winback_desktop.ui.wellbeing.rows import BestDetails, ThanksRow, TouchRow
from winback_desktop.ui.wellbeing.sheets import FormSheet, Refused
from winback_desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import TextArea, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel


class AddBestSheet(FormSheet):
    """A name; known ones are offered while it is typed."""

    def __init__(self, theme: Theme, host: QWidget, best: Best) -> None:
        super().__init__(theme, host, "A best customer", "Put them on the board", "user-plus")
        self._best = best
        self.say("Who values you, and is good to work for?")
        self.name = TextLine("Name", placeholder="Their name")
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.name.textEdited.connect(lambda text: self._known.setStringList(best.names_like(text)))
        self.add_field("name", "Name", self.name)
        self.end()

    def store(self, refused: Refused) -> bool:
        """Put them on the board."""
        return self._best.add(self.name.text(), refused)


class TouchSheet(FormSheet):
    """What to say or do, ways to reach them, and two minutes afterwards."""

    def __init__(self, theme: Theme, host: QWidget, best: Best, row: TouchRow) -> None:
        super().__init__(theme, host, row.title, "It took place", "check")
        self._best, self._row = best, row
        if row.held:
            self.say(f"Better not now. {row.held}")
        else:
            for words in row.lines:
                self.content.addLayout(self._line(words))
            ways = reach_buttons(theme, row.name, row.phone, row.email, row.text)
            if ways is not None:
                self.content.addLayout(ways)
        self.summary = TextLine("How it was", placeholder="In a few words, if you like")
        self.heard = TextArea("What I heard from them", rows=2)
        self.on = DateField(theme, "When", best.today(), best.today)
        self.add_field("summary", "How it was", self.summary)
        self.add_field("heard", "What I heard from them", self.heard)
        self.add_field("on", "When", self.on)
        self.end()

    def store(self, refused: Refused) -> bool:
        """Note that it took place."""
        if self.on.error:
            refused(self.on.error, "on")
            return False
        row = self._row
        return self._best.log(
            row.contact, row.kind, self.summary.text(), self.heard.toPlainText(), self.on.day(), refused
        )

    def _line(self, words: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Glyph(self._theme, "chevron-right", "accent", 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(PlainLabel(self._theme, words, "body", wrap=True), 1)
        return line


class DetailsSheet(FormSheet):
    """How a best customer stands, and everything that can be done for them."""

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        best: Best,
        row: BestDetails,
        touch: Callable[[int, str], object],
        refer: Callable[[int, str], object],
    ) -> None:
        super().__init__(theme, host, row.name, "Keep it", about=row.contact)
        self._best, self._row = best, row
        self.say(f"Last contact: {row.about}.")
        if row.held:
            self.say(row.held)
        else:
            self.content.addLayout(self._kinds(touch))
        self.value = TextLine("Worth a year", row.value, "A sum, if you know it")
        self.currency = TextLine("Currency", row.currency)
        self.cadence = Choice(theme, "How often to be in touch", best.cadences(row.cadence), row.cadence)
        self.add_field("value", "Worth a year", self.value)
        self.add_field("currency", "Currency", self.currency)
        self.add_field("cadence", "How often to be in touch", self.cadence)
        self.content.addLayout(self._more(refer))
        self.end()
        off = QuietButton(theme, "Take off the board", "x")
        off.clicked.connect(self._take_off)
        self.buttons.insertWidget(0, off)

    def store(self, refused: Refused) -> bool:
        """Keep value and rhythm."""
        return self._best.keep(
            self._row.contact, self.value.text(), self.currency.text(), self.cadence.current(), refused
        )

    def _kinds(self, touch: Callable[[int, str], object]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for kind, words, icon in KINDS:
            button = SecondaryButton(self._theme, words, icon)
            button.setAccessibleName(f"{words}: {self._row.name}")
            button.clicked.connect(lambda _=False, kind=kind: self._leave(touch, kind))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _more(self, refer: Callable[[int, str], object]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        sent = SecondaryButton(self._theme, "They sent me somebody…", "user-plus")
        sent.clicked.connect(lambda: self._leave(refer, self._row.name))
        person = QuietButton(self._theme, "Open the customer", "user")
        person.clicked.connect(self._open)
        row.addWidget(sent)
        row.addWidget(person)
        row.addStretch(1)
        return row

    def _leave(self, act: Callable[[int, str], object], what: str) -> None:
        self.finish()
        act(self._row.contact, what)

    def _open(self) -> None:
        self.finish()
        self._best.open_contact(self._row.contact)

    def _take_off(self) -> None:
        self._best.take_off(self._row.contact)
        self.finish()


class ReferralSheet(FormSheet):
    """Whom they sent; the thanks are drafted at once."""

    def __init__(self, theme: Theme, host: QWidget, best: Best, contact: int, name: str) -> None:
        super().__init__(theme, host, f"{name} sent you somebody", "Keep it", about=contact)
        self._best, self._contact = best, contact
        self.say(
            "It is joined to your last contact with them, and a thank-you note is drafted for you. "
            "Whoever was sent stays a name here until you say otherwise."
        )
        self.name = TextLine("Who was sent")
        self.words = TextLine("What about", placeholder="If you like")
        self.on = DateField(theme, "When", best.today(), best.today)
        self.add_field("name", "Who was sent", self.name)
        self.add_field("words", "What about", self.words)
        self.add_field("on", "When", self.on)
        self.end()

    def store(self, refused: Refused) -> bool:
        """Record it."""
        if self.on.error:
            refused(self.on.error, "on")
            return False
        return self._best.refer(
            self._contact, self.name.text(), self.on.day(), self.words.text(), refused
        )  # fmt: skip


class ThanksSheet(FormSheet):
    """The words of the thanks, to copy by hand; and that they are on their way."""

    def __init__(self, theme: Theme, host: QWidget, best: Best, row: ThanksRow) -> None:
        super().__init__(theme, host, f"Thank {row.name}", "It is on its way", "mail", about=row.referral)
        self._best, self._row = best, row
        after = f", {row.after}" if row.after else ""
        self.say(f"For {row.referred}{after}. By hand is best; a few lines are enough.")
        self.text = TextArea("The words of your thanks", row.text, rows=9)
        self.text.left.connect(self._keep)
        self.add_field("text", "The words of your thanks", self.text)
        self.content.addLayout(self._ways())
        self.on = DateField(theme, "Posted on", best.today(), best.today)
        self.add_field("on", "Posted on", self.on)
        self.end()
        remove = QuietButton(theme, "Remove it", "trash-2")
        remove.clicked.connect(self._remove)
        self.buttons.insertWidget(0, remove)
        self.dismissed.connect(self._keep)

    def store(self, refused: Refused) -> bool:
        """The thanks are on their way."""
        if self.on.error:
            refused(self.on.error, "on")
            return False
        return self._best.mark_thanked(
            self._row.referral, self.text.toPlainText(), self.on.day(), refused
        )  # fmt: skip

    def _keep(self) -> None:
        if self.text.toPlainText() != self._row.text:
            self._row = self._row._replace(text=self.text.toPlainText())
            self._best.save_thanks(self._row.referral, self._row.text)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        out = SecondaryButton(self._theme, "Print…", "printer")
        out.clicked.connect(lambda: self._best.print_thanks(self._row.contact, self.text.toPlainText()))
        studio = SecondaryButton(self._theme, "Note studio…", "pen-line")
        studio.clicked.connect(self._open_studio)
        row.addWidget(out)
        row.addWidget(studio)
        row.addStretch(1)
        return row

    def _remove(self) -> None:
        self._best.remove_referral(self._row.referral)
        self.finish()

    def _open_studio(self) -> None:
        self._keep()
        self.finish()
        self._best.open_studio(self._row.referral)
