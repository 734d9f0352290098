# SPDX-License-Identifier: MIT
"""Looks ahead while the form is typed, records the loss, and says what is worth doing instead."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QObject

from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import preview
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Cause, LossKind, Mechanism, PlanState, StepKind
from winback_desktop.domain.wording import WHY_WAIT
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.losses.draft import LossDrafts
from winback_desktop.ui.losses.rows import LossForm, Outlook, Person, Recorded
from winback_desktop.ui.operations import Operations

_SUGGESTED = 6
_MINOR = 100

Refusal = Callable[[str, str], None]


class LossPresenter(QObject):
    """One presenter for one opened sheet; ``contact`` is a known person's id, or 0."""

    why_wait = WHY_WAIT

    def __init__(self, work: Workspace, operations: Operations, contact: int = 0) -> None:
        super().__init__()
        self._work, self._operations, self._contact = work, operations, contact
        self._drafts = LossDrafts(work.store)

    def begin(self) -> tuple[LossForm, bool]:
        """The form to start with, and whether it is one that was left half typed."""
        kept = self._drafts.find(self._contact)
        if kept is not None:
            return kept, True
        return self.fresh(), False

    def fresh(self) -> LossForm:
        """An empty form; for a known person with their name."""
        form = LossForm(learned_on=self.today())
        if self._contact:
            person = self._operations.run(lambda: self._work.store.get(Contact, self._contact))
            if person is not None:
                form = form._replace(name=person.name, contact=person.id)
        return form

    def today(self) -> date:
        """The owner's date."""
        return self._work.clock.today()

    def currency(self) -> str:
        """The currency that values are typed in."""
        return owner(self._work).currency

    def people(self, typed: str) -> list[Person]:
        """Known people whose name or firm begins so."""
        if not typed.strip():
            return []
        rows = self._work.store.queries.contacts(text=typed.strip(), limit=_SUGGESTED)
        return [Person(row.contact, row.name, row.organisation) for row in rows]

    def outlook(self, learned: date | None, kind: str, short_pause: bool) -> Outlook:
        """Until when nothing is done, for a loss learned on a day; empty where it can't be said."""
        today = self.today()
        if learned is None or learned > today:
            return Outlook("", False)
        try:
            plan = preview(self._work, learned, LossKind(kind))
            long_past = plan.note <= today
            if short_pause and long_past:
                plan = preview(self._work, today, LossKind(kind))
        except Refused as refusal:
            return Outlook(str(refusal), False)
        if plan.note <= today:
            return Outlook("The quiet days are over already; the note is what comes next.", True)
        until, note = short_day(plan.quiet_until, today), short_day(plan.note, today)
        return Outlook(f"Quiet time until {until}; a note on {note}.", long_past)

    def keep(self, form: LossForm) -> None:
        """Remember the form as it stands, when anything was typed into it."""
        if form != self.fresh():
            self._drafts.keep(form, self._contact)
        else:
            self._drafts.forget(self._contact)

    def start_over(self) -> LossForm:
        """Forget what was kept."""
        self._drafts.forget(self._contact)
        return self.fresh()

    def record(self, form: LossForm, refused: Refusal) -> Recorded | None:
        """Store the loss; ``refused(sentence, field)`` hears what is to be mended."""
        value = self.money(form.value)
        if form.value.strip() and value is None:
            refused(f"This is no sum. Write it in figures, such as {QLocale().toString(2400)}.", "value")
            return None
        draft = LossDraft(
            name=form.name,
            contact=form.contact,
            kind=LossKind(form.kind),
            learned_on=form.learned_on,
            happened_on=form.happened_on,
            value=value,
            cause=Cause(form.cause) if form.cause else None,
            mechanism=Mechanism(form.mechanism),
            reason_given=form.reason_given,
            my_reading=form.my_reading,
            competitor=form.competitor,
            short_pause=form.short_pause,
        )
        done = self._operations.run(lambda: record_loss(self._work, draft), refused)
        if done is None:
            return None
        self._drafts.forget(self._contact)
        return self._recorded(done)

    def money(self, typed: str) -> int | None:
        """A sum in minor units; None for an empty text and for one that is no sum."""
        text = "".join(c for c in typed.strip() if c.isdigit() or c in ".,-'\u2019 ").strip()
        if not text or not any(c.isdigit() for c in text):
            return None
        number, fits = QLocale().toDouble(text.replace(" ", ""))
        if not fits:
            number, fits = QLocale.c().toDouble(text.replace(" ", "").replace(",", "").replace("'", ""))
        return round(number * _MINOR) if fits and 0 <= number < 10**12 else None

    def _recorded(self, done) -> Recorded:
        today, name = self.today(), done.contact.name
        if done.plan.state is not PlanState.QUIET:
            note = next((step.due for step in done.steps if step.kind is StepKind.NOTE), None)
            sentence = (
                "The quiet days are over already. The note waits on your Today page, without hurry."
                if note is not None and done.plan.state is PlanState.ACTIVE
                else f"Nothing is planned towards {name}, as they wish. What is good for you stays."
            )
            return Recorded(name, 0, 1, sentence, quiet=False)
        note = next(step.due for step in done.steps if step.kind is StepKind.NOTE)
        first, last = done.loss.learned_on, done.plan.quiet_until
        days = working_days(self._work, first, last)
        counted = [
            day for n in range(1, (last - first).days + 1) if days.is_open(day := first + timedelta(days=n))
        ]
        sentence = (
            f"Nothing to do towards {name} until {short_day(last, today)}. "
            f"The note waits for {short_day(note, today)}."
        )
        over = sum(day < today for day in counted)
        return Recorded(name, over, max(1, len(counted)), sentence, quiet=True)
