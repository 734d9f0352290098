# SPDX-License-Identifier: MIT
"""The cards with the path back and with everything that happened."""

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from winback_desktop.ui.customers.person.dated_line import Dated, DatedLines
from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.reason_sheet import ask_reason
from winback_desktop.ui.customers.person.rows import NextStep, PathCard, Screen, StepLine, TimelineLine
from winback_desktop.ui.customers.person.touch_line import TouchLine
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import (
    IconMenuButton,
    MenuButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.path import PathStop, PathWidget


class PathView(Card):
    """Four nodes, their days, and what can be done now."""

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__(theme, gap=8)
        self._person, self._moves = person, person.moves
        self._shown: object = self
        self.body.addWidget(PlainLabel(theme, "Path back", "card"))
        self._path = PathWidget(theme)
        self._sentence = PlainLabel(theme, "", "secondary", wrap=True)
        self._lines = DatedLines(theme)
        self._actions = QVBoxLayout()
        for widget in (self._path, self._sentence, self._lines):
            self.body.addWidget(widget)
        self.body.addLayout(self._actions)

    def show_screen(self, screen: Screen) -> None:
        """Show a person's path; drawn anew only when it changed."""
        wanted = (screen.path, screen.short, screen.reachable)
        if wanted == self._shown:
            return
        self._shown = wanted
        empty_layout(self._actions)
        path = screen.path
        self._path.setVisible(path is not None)
        self._lines.show_lines([self._line(line) for line in path.lines] if path else ())
        sentence = path.sentence if path else self._nothing(screen)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        if path is not None:
            self._path.set_stops([PathStop(stop.kind, stop.caption, stop.progress) for stop in path.stops])
            if path.now is not None or path.can_return:
                self._actions.addLayout(self._buttons(path))
        elif screen.reachable:
            row = QHBoxLayout()
            record = SecondaryButton(self._theme, "Record a loss…", "plus")
            record.clicked.connect(self._moves.record_loss)
            row.addWidget(record)
            row.addStretch(1)
            self._actions.addLayout(row)

    def _nothing(self, screen: Screen) -> str:
        if screen.reachable:
            return f"Nothing is lost: {screen.short} is still with you."
        return "Nothing is planned."

    def _line(self, line: StepLine) -> Dated:
        token = "text3" if line.muted else f"{self._theme.step_shade(line.kind)}.solid"
        return Dated(self._theme.step_icon(line.kind), token, line.words, line.day, line.muted)

    def _buttons(self, path: PathCard) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        now = path.now
        if now is not None:
            if now.action:
                act = PrimaryButton(theme, now.action, theme.step_icon(now.kind))
                act.clicked.connect(lambda: self._moves.act(now, path.plan))
                row.addWidget(act)
            done = SecondaryButton(theme, "Done", "check")
            done.setAccessibleName(f"Done: {now.title}")
            done.clicked.connect(lambda: self._moves.done(now.step))
            row.addWidget(done)
            later = MenuButton(theme, "Later…", "clock", lambda menu: self._fill_later(menu, now, later))
            later.setAccessibleName(f"Later: {now.title}")
            row.addWidget(later)
        else:
            back = SecondaryButton(theme, "They came back", "party-popper")
            back.clicked.connect(self._moves.rehired)
            row.addWidget(back)
        row.addStretch(1)
        row.addWidget(
            IconMenuButton(theme, "ellipsis", "More for this path", lambda menu: self._fill_more(menu, path))
        )
        return row

    def _fill_later(self, menu: QMenu, now: NextStep, under: QWidget) -> None:
        for words, day in self._moves.later_days():
            menu.addAction(words).triggered.connect(lambda _=False, day=day: self._moves.later(now.step, day))
        menu.addSeparator()
        pick = menu.addAction(self._theme.icon("calendar-days"), "Pick a date…")
        pick.triggered.connect(lambda: self._pick(now, under))

    def _pick(self, now: NextStep, under: QWidget) -> None:
        from winback_desktop.ui.widgets.dates import pick_day

        today = self._moves.today()
        pick_day(self._theme, under, today, lambda day: self._moves.later(now.step, day), first=today)

    def _fill_more(self, menu: QMenu, path: PathCard) -> None:
        theme, moves, now = self._theme, self._moves, path.now
        if now is not None:
            if now.smaller:
                smaller = menu.addAction(
                    theme.icon("feather"), "Make it smaller: " + now.smaller.replace("&", "&&")
                )
                smaller.triggered.connect(lambda: moves.make_smaller(now.step))
            skip = menu.addAction(theme.icon("skip-forward"), "Leave it out, with a reason…")
            skip.triggered.connect(lambda: self._ask_skip(now))
            menu.addSeparator()
        note = menu.addAction(theme.icon("pen-line"), "Open the note")
        note.triggered.connect(lambda: moves.write_note(path.plan))
        if path.can_return:
            back = menu.addAction(theme.icon("party-popper"), "They came back")
            back.triggered.connect(moves.rehired)
        if path.can_rest:
            rest = menu.addAction(theme.icon("door-open"), "Let it rest with the door open")
            rest.triggered.connect(moves.rest)
        if path.can_return:
            close = menu.addAction(theme.icon("x"), "Close the plan, with a reason…")
            close.triggered.connect(self._ask_close)

    def _ask_skip(self, now: NextStep) -> None:
        ask_reason(
            self._theme,
            self.window(),
            "Leave this step out",
            "That is all right. A word on why stays with the step.",
            "Leave it out",
            lambda reason: self._moves.skip(now.step, reason),
            self._person.refused,
        )

    def _ask_close(self) -> None:
        ask_reason(
            self._theme,
            self.window(),
            "Close this plan",
            "Nothing more is planned towards them. A word on why stays with the plan.",
            "Close the plan",
            self._moves.close,
            self._person.refused,
        )


class TimelineView(Card):
    """What happened, newest first."""

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__(theme, gap=4)
        self._shown: object = self
        self._lines = DatedLines(theme)
        self._lines.offered.connect(person.listen_to)
        self._nothing = PlainLabel(
            theme, "Notes, meetings, gifts and what you hear about them gather here.", "secondary", wrap=True
        )
        self._more = QuietButton(theme, "Show everything", "chevron-down")
        self._more.clicked.connect(person.show_whole_timeline)
        self.body.addWidget(PlainLabel(theme, "Timeline", "card"))
        self._touch = TouchLine(person, theme)
        for widget in (self._touch, self._nothing, self._lines, self._more):
            self.body.addWidget(widget)

    def show_screen(self, screen: Screen) -> None:
        """Show a person's history; drawn anew only when it changed."""
        self._touch.show_contact(screen.contact, screen.deleted)
        wanted = (screen.timeline, screen.longer)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._lines.show_lines([self._line(line) for line in screen.timeline])
        self._nothing.setVisible(not screen.timeline)
        self._more.setVisible(screen.longer)

    def _line(self, line: TimelineLine) -> Dated:
        theme = self._theme
        icon = line.icon or theme.step_icon(line.token)
        token = line.token if line.icon else f"{theme.step_shade(line.token)}.solid"
        words = f"{line.words}: {line.detail}" if line.detail else line.words
        offer = f"Note an interest from this: {words}" if line.source else ""
        return Dated(icon, token, words, line.day, offer=offer[:120])
