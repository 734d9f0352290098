# SPDX-License-Identifier: MIT
"""The cards with the path back and with everything that happened."""

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from winback_desktop.ui.customers.person.dated_line import DatedLine
from winback_desktop.ui.customers.person.gift_card import _empty
from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.reason_sheet import ask_reason
from winback_desktop.ui.customers.person.rows import NextStep, PathCard, Screen, StepLine
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import (
    IconMenuButton,
    MenuButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.path import PathStop, PathWidget


class PathView(Card):
    """Four nodes, their days, and what can be done now."""

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__(theme, gap=3)
        self._person, self._moves = person, person.moves
        self._shown: object = self

    def show_screen(self, screen: Screen) -> None:
        """Show a person's path; drawn anew only when it changed."""
        wanted = (screen.path, screen.contact, screen.reachable)
        if wanted == self._shown:
            return
        self._shown = wanted
        _empty(self.body)
        theme = self._theme
        self.body.addWidget(PlainLabel(theme, "Path back", "card"))
        if screen.path is None:
            self._draw_nothing(screen)
            return
        path = screen.path
        stops = [PathStop(stop.kind, stop.caption, stop.progress) for stop in path.stops]
        self.body.addWidget(PathWidget(theme, stops))
        if path.sentence:
            self.body.addWidget(PlainLabel(theme, path.sentence, "secondary", wrap=True))
        for line in path.lines:
            self.body.addWidget(self._line(line))
        if path.now is not None or path.can_return:
            self.body.addLayout(self._actions(path))

    def _draw_nothing(self, screen: Screen) -> None:
        words = (
            f"Nothing is lost: {screen.short} is still with you."
            if screen.reachable
            else "Nothing is planned."
        )
        self.body.addWidget(PlainLabel(self._theme, words, "secondary", wrap=True))
        if screen.reachable:
            row = QHBoxLayout()
            record = SecondaryButton(self._theme, "Record a loss…", "plus")
            record.clicked.connect(self._moves.record_loss)
            row.addWidget(record)
            row.addStretch(1)
            self.body.addLayout(row)

    def _line(self, line: StepLine) -> QWidget:
        theme = self._theme
        token = "text3" if line.muted else f"{theme.step_shade(line.kind)}.solid"
        return DatedLine(theme, theme.step_icon(line.kind), token, line.words, line.day, muted=line.muted)

    def _actions(self, path: PathCard) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        now = path.now
        if now is not None:
            if now.action:
                act = PrimaryButton(theme, now.action, theme.step_icon(now.kind))
                act.clicked.connect(lambda: self._moves.write_note(path.plan))
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
        pick_day(under, today, lambda day: self._moves.later(now.step, day), first=today)

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
        super().__init__(theme, gap=2)
        self._person = person
        self._shown: object = self

    def show_screen(self, screen: Screen) -> None:
        """Show a person's history; drawn anew only when it changed."""
        wanted = (screen.timeline, screen.longer)
        if wanted == self._shown:
            return
        self._shown = wanted
        _empty(self.body)
        theme = self._theme
        self.body.addWidget(PlainLabel(theme, "Timeline", "card"))
        for line in screen.timeline:
            icon = line.icon or theme.step_icon(line.token)
            token = line.token if line.icon else f"{theme.step_shade(line.token)}.solid"
            words = f"{line.words}: {line.detail}" if line.detail else line.words
            self.body.addWidget(DatedLine(theme, icon, token, words, line.day))
        if not screen.timeline:
            words = "Notes, meetings, gifts and what you hear about them gather here."
            self.body.addWidget(PlainLabel(theme, words, "secondary", wrap=True))
        if screen.longer:
            row = QHBoxLayout()
            more = QuietButton(theme, "Show everything", "chevron-down")
            more.clicked.connect(self._person.show_whole_timeline)
            row.addWidget(more)
            row.addStretch(1)
            self.body.addLayout(row)
