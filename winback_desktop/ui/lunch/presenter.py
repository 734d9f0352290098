# SPDX-License-Identifier: MIT
"""Keeps one lunch as it is planned, and records how it was."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from winback_desktop.application import plan_lunch, value_ideas
from winback_desktop.application.ask_lightly import questions_for
from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_interests import hear
from winback_desktop.application.log_meeting import MeetingLog, log_meeting
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.listening import Proposal
from winback_desktop.domain.lunch import EASIER_AFTER, is_safe_link, subject
from winback_desktop.domain.meetings import MeetingForm
from winback_desktop.domain.moves import plan_state_on, quiet_sentence
from winback_desktop.domain.people import Attitude, Interest
from winback_desktop.domain.practice import PlanState
from winback_desktop.ui.day_words import long_day, short_day
from winback_desktop.ui.lunch.rows import BringRow, HeardRow, LogForm, Screen
from winback_desktop.ui.operations import Operations

Refusal = Callable[[str, str], None]


class LunchPresenter(QObject):
    """``screen`` is what to draw; ``refreshed`` says that there is another one."""

    refreshed = Signal()

    def __init__(self, work: Workspace, operations: Operations, step: int) -> None:
        super().__init__()
        self._work, self._operations, self._step = work, operations, step
        self._heard: list[Proposal] = []
        self._days: tuple[date, ...] = ()
        self.screen = Screen("", "lunch")

    @property
    def step(self) -> int:
        """The step that the lunch was opened from."""
        return self._step

    def open(self) -> bool:
        """Read the lunch; False, with a sentence in the bar below, when it is closed."""
        plan = self._operations.run(lambda: plan_lunch.lunch_plan(self._work, self._step))
        if plan is None:
            return False
        self._plan = plan
        self._days = tuple(date.fromisoformat(day) for day in plan.meeting.proposed)
        if not self._days:
            self.propose()
        self._show()
        return True

    def propose(self) -> None:
        """Three days that suit; they are kept with what is typed next."""
        self._days = self._operations.run(lambda: plan_lunch.days_for(self._work, self._plan)) or ()
        self._show()

    def about_day(self, day: date) -> tuple[str, bool]:
        """What speaks against a day, and whether that forbids it."""
        try:
            return plan_lunch.doubt_about(self._work, self._plan, day), False
        except Refused as refusal:
            return str(refusal), True

    def set_days(self, days: list[date], refused: Refusal) -> bool:
        """Propose other days."""
        self._days = tuple(days)
        return self._keep(refused)

    def save(self, refused: Refusal, **fields: str) -> bool:
        """Keep some of the fields; an invitation that is only the proposed one is not kept as own words."""
        if fields.get("invitation") in (self.screen.invitation, ""):
            fields.pop("invitation", None)
        return self._keep(refused, **fields)

    def start_over(self) -> None:
        """Propose the invitation's words again."""
        self._keep(lambda *_: None, invitation="")

    def set_form(self, form: str) -> None:
        """Meet in another way."""
        done = self._operations.run(lambda: plan_lunch.change_form(self._work, self._plan, MeetingForm(form)))
        self._take(done)

    def mark_invited(self, refused: Refusal) -> bool:
        """The invitation is out."""
        if not self._keep(refused):
            return False
        return self._take(
            self._operations.run(lambda: plan_lunch.mark_invited(self._work, self._plan), refused)
        )

    def agree(self, day: date | None, at: str, refused: Refusal) -> bool:
        """They said yes to a day."""
        if day is None:
            refused("Choose the day that you agreed on.", "day")
            return False
        return self._take(
            self._operations.run(lambda: plan_lunch.agree(self._work, self._plan, day, at), refused)
        )

    def mail_link(self, text: str, refused: Refusal) -> str:
        """A link that opens the mail program; nothing when there is no address."""
        link = self._operations.run(lambda: plan_lunch.mail_link(self._plan, text), refused) or ""
        return link if is_safe_link(link) else ""

    def write_file(self, path: str) -> bool:
        """Write the agreed day, or the proposed ones, for a calendar."""

        def write() -> object:
            from winback_desktop.exchange.meeting_file import write_meetings
            from winback_desktop.exchange.safe_file import write_file

            return write_file(Path(path), write_meetings(self._entries(), self._work.clock.now()))

        return self._operations.run(lambda: write() or True) is not None

    def put_out(self, write: Callable[[], object]) -> bool:
        """Print or save the brief; a refusal is said in the bar below."""
        return self._operations.run(lambda: write() or True) is not None

    # What I bring

    def bring(self, key: str, refused: Refusal) -> bool:
        """Choose something to bring."""
        if not self._plan.meeting.id and not self._keep(refused):
            return False
        meeting, contact = self._plan.meeting.id, self._plan.contact.id
        done = self._operations.run(lambda: value_ideas.bring(self._work, contact, key, meeting), refused)
        self._show()
        return done is not None

    def leave(self, use: int) -> None:
        """Not bring it after all."""
        self._operations.run(lambda: value_ideas.leave(self._work, use))
        self._show()

    def add(self, title: str, news: bool, refused: Refusal) -> bool:
        """Keep a new idea, or log something new, and bring it."""
        make = value_ideas.add_news if news else value_ideas.add_idea
        added = self._operations.run(lambda: make(self._work, title), refused)
        return added is not None and self.bring(f"{'news' if news else 'idea'}:{added.id}", refused)

    def forget(self, key: str) -> None:
        """Take an idea or news out of the list."""
        self._operations.run(lambda: value_ideas.remove_offer(self._work, key))
        self._show()

    # Afterwards

    def hear(self, text: str) -> list[HeardRow]:
        """What the words say that is not noted yet."""
        contact = self._plan.contact.id
        self._heard = (self._operations.run(lambda: hear(self._work, contact, text)) or [])[:6]
        return [HeardRow(at, _heard_words(one), one.because) for at, one in enumerate(self._heard)]

    def log(self, form: LogForm, refused: Refusal) -> bool:
        """Record how it was."""
        if form.on is None:
            refused("Choose the day on which you met.", "on")
            return False
        log = MeetingLog(
            form.on,
            MeetingForm(form.form),
            form.how,
            form.heard,
            form.next_words,
            tuple(self._heard[place] for place in form.accepted if place < len(self._heard)),
            form.counts,
        )
        return self._operations.run(lambda: log_meeting(self._work, self._plan, log), refused) is not None

    def today(self) -> date:
        """The owner's date."""
        return self._work.clock.today()

    # For paper

    @property
    def subject(self) -> str:
        """What the invitation is about."""
        return subject(self._plan.meeting.form)

    def remembered(self) -> tuple[str, ...]:
        """What they once told, in their own words where those are known."""
        liked = self._work.store.find(Interest, contact=self._plan.contact.id, order="position")
        return tuple(
            f"{one.label}: “{one.words}”" if one.words else one.label
            for one in liked
            if one.attitude is Attitude.LIKE and one.still_true
        )

    def questions(self) -> tuple[str, ...]:
        """Light questions from what is not known of them yet."""
        found = self._operations.run(lambda: questions_for(self._work, self._plan.contact.id)) or ()
        return tuple(one.words for one in found)

    @property
    def country(self) -> str:
        """The owner's, for the size of paper."""
        return owner(self._work).country

    @property
    def organisation(self) -> str:
        """Their firm."""
        return self._plan.contact.organisation

    def _keep(self, refused: Refusal, **fields: object) -> bool:
        proposed = tuple(day.isoformat() for day in self._days)
        return self._take(
            self._operations.run(
                lambda: plan_lunch.save_meeting(self._work, self._plan, proposed=proposed, **fields), refused
            )
        )

    def _take(self, plan: plan_lunch.LunchPlan | None) -> bool:
        if plan is not None:
            self._plan = plan
            self._show()
        return plan is not None

    def _show(self) -> None:
        plan, meeting, today = self._plan, self._plan.meeting, self._work.clock.today()
        days = [short_day(day, today) for day in self._days]
        quiet = plan_state_on(plan.plan, today) is PlanState.QUIET
        contact = plan.contact.id
        self.screen = Screen(
            plan.contact.name,
            meeting.form.value,
            self._days,
            meeting.venue,
            ", ".join(plan.mind),
            meeting.news,
            plan_lunch.text_for(self._work, plan, days),
            plan.email,
            meeting.on,
            meeting.at,
            plan.postponed >= EASIER_AFTER and meeting.form is MeetingForm.LUNCH,
            quiet_sentence(plan.plan) if quiet else "",
            plan.invited,
            tuple(
                BringRow(use.title, use=use.id)
                for use in (value_ideas.brought_to(self._work, contact, meeting.id) if meeting.id else ())
            ),
            tuple(
                BringRow(one.title, _about(one.news, one.used_with), one.key, own=not one.key.startswith("s"))
                for one in value_ideas.offers_for(self._work, contact)
            ),
        )
        self.refreshed.emit()

    def _entries(self):
        from winback_desktop.exchange.meeting_file import MeetingEntry

        meeting, name = self._plan.meeting, self._plan.contact.name
        sender = owner(self._work).name
        word = {"lunch": "Lunch", "coffee": "Coffee", "call": "Call", "online": "Lunch online"}[meeting.form]
        summary = f"{word}: {sender} and {name}" if sender else f"{word} with {name}"
        at = time.fromisoformat(meeting.at) if meeting.at else None
        days = (meeting.on,) if meeting.on else self._days
        return [
            MeetingEntry(
                f"lunch-{self._plan.step.id}-{day.isoformat()}@winback-desktop",
                day,
                at,
                summary if meeting.on else f"{summary}?",
                meeting.venue,
                meeting.on is not None,
            )
            for day in days
        ]

    def when_words(self) -> str:
        """The agreed day and time, for the brief."""
        screen = self.screen
        if screen.agreed is None:
            return ""
        return long_day(screen.agreed) + (f", {screen.at}" if screen.at else "")


def _about(news: bool, people: int) -> str:
    parts = ["new for our customers"] if news else []
    if people:
        parts.append("brought to one other" if people == 1 else f"brought to {people:,} others")
    return " · ".join(parts)


def _heard_words(proposal: Proposal) -> str:
    record = proposal.record
    if isinstance(record, Interest):
        verb = "enjoy" if record.attitude is Attitude.LIKE else "dislike"
        return f"Note that they {verb} {record.label}"
    return f"Note to avoid {proposal.label}"
