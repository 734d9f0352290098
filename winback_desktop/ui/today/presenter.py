# SPDX-License-Identifier: MIT
"""Asks what Today shows, turns it into rows, and runs what the owner does there.

What only the owner's actions need is imported by them, so that the first screen comes sooner.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.changes import Changes
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import QuietRow, StepRow
from winback_desktop.domain.plan_states import CARE, LossKind, StepKind
from winback_desktop.domain.wording import WHY_WAIT, smaller_version, step_reason, step_title, worth_it
from winback_desktop.ui import navigation
from winback_desktop.ui.day_words import long_day, short_day, since_day
from winback_desktop.ui.navigation import CALENDAR, CUSTOMERS, LUNCH, NOTES, RECORD_LOSS, WELLBEING, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.path_stops import path_stops
from winback_desktop.ui.today.care import care_rows, ledger_words, thanks_rows, walk_row
from winback_desktop.ui.today.rows import (
    AsleepRow,
    ComingRow,
    DueCard,
    QuietCard,
    RestingRow,
    Screen,
)
from winback_desktop.ui.today.wording import action_of, chip_of, coming_words, due_sentence, greeting

if TYPE_CHECKING:
    from winback_desktop.ui.today.laters import Laters

FIRST_DUE = 5
_MORE_DUE = 10
_FIRST_QUIET = 3
_MOST_CARE = 500
_COMING = 6
_AHEAD = timedelta(days=120)
_PUT_OFF = ("reminders.sleeping", "reminders.missed")
_SHOWN_KINDS = {"step", "plan", "contact", "loss", "setting", "interest", "dayoff", "day"}
_SHOWN_KINDS |= {"walk", "gooddeed", "mission", "referral", "touch"}


class TodayPresenter(QObject):
    """``screen`` is what to draw; ``refreshed`` says that there is another one."""

    refreshed = Signal()

    why_wait = WHY_WAIT

    def __init__(
        self, work: Workspace, operations: Operations, navigator: Navigator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._operations, self._navigator = work, operations, navigator
        self._due_shown, self._quiet_shown = FIRST_DUE, _FIRST_QUIET
        self._returned = ""
        self._stale = True
        self.visible = False
        self.screen = Screen(False, "", "")
        operations.changed.connect(self._changed)

    def activate(self) -> None:
        """The page is shown: look again if something changed meanwhile."""
        self.visible = True
        if self._stale or self.screen.greeting != self._greeting():
            self.refresh()

    def leave(self) -> None:
        """The page is hidden: no need to look until it is shown again."""
        self.visible = False

    def refresh(self) -> None:
        """Ask for everything again."""
        screen = self._operations.run(self._ask)
        if screen is not None:
            self.screen, self._stale = screen, False
            self.refreshed.emit()

    def show_more_due(self) -> None:
        """Show some more of what is due."""
        self._due_shown += _MORE_DUE
        self.refresh()

    def show_more_quiet(self) -> None:
        """Show everybody who is left in peace."""
        self._quiet_shown = 1000
        self.refresh()

    # What the owner does

    def record_loss(self) -> None:
        self._navigator.ask(RECORD_LOSS)

    def ask(self, request: str) -> None:
        """Pass a request on to whoever answers it."""
        self._navigator.ask(request)

    def act(self, card: DueCard) -> None:
        """The first button of a card: to the note, or to the customer and what is known of them."""
        if card.kind == StepKind.NOTE:
            self._navigator.go(NOTES, card.plan)
        elif card.kind in (StepKind.INVITE_LUNCH, StepKind.LUNCH):
            self._navigator.ask(LUNCH, card.step)
        else:
            self._navigator.go(CUSTOMERS, card.contact)

    def open_contact(self, contact: int) -> None:
        self._navigator.go(CUSTOMERS, contact)

    def open_calendar(self) -> None:
        self._navigator.go(CALENDAR)

    def open_wellbeing(self, what: str) -> None:
        """Go to where something for the owner is done: a kind of care, or "best"."""
        self._navigator.go(WELLBEING, what)

    def let_all_wait(self) -> None:
        """Go to where all plans are let wait, ill or away."""
        self._navigator.go(navigation.SETTINGS, navigation.LET_ALL_WAIT)

    def come_back(self) -> None:
        """Back from the walk before its time."""
        from winback_desktop.application import take_walk

        self._operations.run(lambda: take_walk.come_back(self._work))

    def answer_walk(self, walk: int, answer: str, words: str) -> None:
        """Keep what the walk brought."""
        from winback_desktop.application import take_walk
        from winback_desktop.domain.care import WalkAnswer

        self._operations.run(lambda: take_walk.answer_walk(self._work, walk, WalkAnswer(answer), words))

    def dismiss(self, kind: str) -> None:
        """Never suggest a kind of care again."""
        from winback_desktop.application.care_steps import dismiss

        self._operations.run(lambda: dismiss(self._work, StepKind(kind)))

    def done(self, step: int) -> None:
        from winback_desktop.application import move_steps

        self._operations.run(lambda: move_steps.complete(self._work, step))

    def make_smaller(self, step: int) -> None:
        from winback_desktop.application import move_steps

        self._operations.run(lambda: move_steps.make_smaller(self._work, step))

    def skip(self, step: int, reason: str, refused=None) -> bool:
        """Skip with a reason; ``refused(sentence, field)`` hears why not."""
        from winback_desktop.application import move_steps

        return self._operations.run(lambda: move_steps.skip(self._work, step, reason), refused) is not None

    @property
    def laters(self) -> "Laters":
        """Everything about later: choices, what sleeps, what was missed, a day that is too full."""
        from winback_desktop.ui.today.laters import Laters

        return Laters(self._work, self._operations)

    def rehired(self, plan: int, name: str) -> None:
        """They came back."""
        from winback_desktop.application.welcome_back import come_back

        self._returned = name
        if self._operations.run(lambda: come_back(self._work, plan)) is None:
            self._returned = ""
        else:
            self._navigator.ask(navigation.WELCOME_BACK, plan)

    def celebrated(self) -> None:
        """The good news was read."""
        self._returned = ""
        self.refresh()

    def today(self) -> date:
        """The owner's date."""
        return self._work.clock.today()

    # Questions

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & _SHOWN_KINDS:
            return
        self._stale = True
        if self.visible:
            self.refresh()

    def _greeting(self) -> str:
        return greeting(self._work.clock.local_now().hour, owner(self._work).name)

    def _ask(self) -> Screen:
        queries, today = self._work.store.queries, self._work.clock.today()
        facts = queries.own_care(today)
        walk = walk_row(self._work) if facts.walking else None
        if walk is not None and walk.away:
            return Screen(False, self._greeting(), "", walk=walk)
        # Only what is shown is read; hundreds of others are counted.
        total, care = queries.due_total(today), queries.due_steps(today, _MOST_CARE, care=True)
        if not total and not care and not self._anything():
            return Screen(True, self._greeting(), "")
        unwanted = (StepKind.WALK,) if walk else ()  # back from a walk, nobody is asked to take one
        asleep, missed = self._put_off(unwanted)
        sleeping = {row.step for row in asleep}
        total -= sum(row.kind not in CARE for row in asleep)
        care = [row for row in care if row.kind not in unwanted and row.step not in sleeping]
        due = queries.due_steps(today, self._due_shown + len(asleep), care=False) if total else []
        due = [row for row in due if row.step not in sleeping]
        quiet = queries.quiet_plans()
        for_you = care_rows(self._work, care)
        return Screen(
            first_run=False,
            greeting=self._greeting(),
            sentence=due_sentence(long_day(today), total, len(for_you)),
            due=self._due(due[: self._due_shown], today),
            due_total=total,
            too_full=total > FIRST_DUE,
            quiet=self._quiet(quiet[: self._quiet_shown], today),
            quiet_total=len(quiet),
            care=for_you,
            coming=self._coming(today),
            resting=tuple(
                RestingRow(row.contact, row.plan, row.name) for row in queries.resting_plans(limit=5)
            ),
            returned=self._returned,
            asleep=asleep,
            missed=missed,
            walk=walk,
            thanks=thanks_rows(facts),
            ledger=ledger_words(facts),
        )

    def _put_off(self, unwanted: Sequence[StepKind]) -> tuple[tuple[AsleepRow, ...], str]:
        """What sleeps, and what a crash kept from being shown; seldom anything, so imported only then."""
        if not any(map(self._work.store.setting, _PUT_OFF)):
            return (), ""
        from winback_desktop.ui.today.later import asleep_rows, missed_words, put_off_rows

        rows = [row for row in put_off_rows(self._work) if row.kind not in unwanted]
        return asleep_rows(self._work, rows), missed_words(self._work, rows)

    def _anything(self) -> bool:
        # Not counts(): it reads every row, and with 100,000 customers that is felt at start.
        return bool(self._work.store.queries.contacts(limit=1))

    def _due(self, rows: Sequence[StepRow], today: date) -> tuple[DueCard, ...]:
        if not rows:
            return ()
        queries = self._work.store.queries
        paths = queries.paths(tuple({row.plan for row in rows}))
        likes = queries.interests_of(tuple({row.contact for row in rows}))
        return tuple(self._due_card(row, paths.get(row.plan, ()), likes, today) for row in rows)

    def _due_card(self, row: StepRow, path, likes: dict[int, tuple[str, ...]], today: date) -> DueCard:
        kind = StepKind(row.kind)
        why = step_reason(
            kind,
            LossKind(row.loss_kind),
            row.learned_on,
            row.customer_since,
            today,
            likes.get(row.contact, ()),
        )
        return DueCard(
            step=row.step,
            plan=row.plan,
            contact=row.contact,
            kind=row.kind,
            name=row.name,
            title=step_title(kind, row.name, row.smaller),
            chip=chip_of(row.kind),
            why=why,
            waiting=f"waiting since {since_day(row.due, today)}" if row.due < today else "",
            stops=path_stops(path),
            action=action_of(row.kind),
            smaller="" if row.smaller else smaller_version(kind, row.name),
            worth_it=worth_it(kind),
        )

    def _quiet(self, rows: Sequence[QuietRow], today: date) -> tuple[QuietCard, ...]:
        if not rows:
            return ()
        from winback_desktop.application.working_calendar import working_days

        first, last = min(row.learned_on for row in rows), max(row.note_due for row in rows)
        days = working_days(self._work, first, last)
        cards = []
        for row in rows:
            span = [
                row.learned_on + timedelta(days=n)
                for n in range(1, (row.quiet_until - row.learned_on).days + 1)
            ]
            counted = [day for day in span if days.is_open(day)]
            over = sum(day < today for day in counted)
            returns = short_day(row.note_due, today)
            cards.append(QuietCard(row.plan, row.contact, row.name, over, max(1, len(counted)), returns))
        return tuple(cards)

    def _coming(self, today: date) -> tuple[ComingRow, ...]:
        queries = self._work.store.queries
        nearest: dict[int, StepRow] = {}
        for limit in (20, 80):  # mostly a few are enough
            rows = queries.open_steps(after=today, until=today + _AHEAD, limit=limit)
            for row in rows:
                if row.kind not in CARE and row.kind != StepKind.PAUSE:
                    nearest.setdefault(row.plan, row)
            if len(nearest) >= _COMING or len(rows) < limit:
                break
        shown = list(nearest.values())[:_COMING]
        likes = queries.interests_of([row.contact for row in shown]) if shown else {}
        return tuple(
            ComingRow(
                row.step,
                row.contact,
                row.kind,
                row.name,
                coming_words(row.kind, row.loss_kind, likes.get(row.contact, ())),
                short_day(row.due, today),
            )
            for row in shown
        )
