# SPDX-License-Identifier: MIT
"""The port that answers what screens, lists and the command line ask; its rows stand in ``queries``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from winback_desktop.application.queries import (
        ContactRow,
        Counts,
        DayRow,
        DeletedRow,
        KeptPerson,
        OccasionRow,
        OwnCare,
        PathNode,
        QuietRow,
        SearchHit,
        SharingRow,
        Sieve,
        StepRow,
        TimelineRow,
    )
    from winback_desktop.domain.insights import Figures
    from winback_desktop.domain.yearly_letter import YearInDeeds


class Queries(Protocol):
    """Read-only questions to the store; each answers in one or two statements, never one a row."""

    def counts(self) -> Counts:
        """How much is stored (deleted contacts not counted)."""

    def open_steps(
        self, until: date | None = None, after: date | None = None, limit: int = 500
    ) -> list[StepRow]:
        """Open steps of quiet and active plans, and open care steps of every plan that is not paused, oldest
        due first; ``after`` < due <= ``until`` where given. Deleted contacts are left out."""

    def due_steps(
        self, until: date, limit: int, *, care: bool | None = None, among: Sequence[int] | None = None
    ) -> list[StepRow]:
        """Open steps due by a day whose turn it is: care always, a path step when none before it is open.

        ``care`` asks for what is for the owner, or for what is not; ``among`` only for some steps."""

    def due_total(self, until: date) -> int:
        """How many of them are towards customers."""

    def unannounced(
        self, until: date, since: datetime, also: Sequence[int] = (), limit: int = 5000
    ) -> list[StepRow]:
        """Of the steps due by a day whose turn it is, those without a reminder claimed at ``since`` or
        before, and those in ``also``; oldest due first."""

    def plans_to_advance(self, today: date) -> list[int]:
        """Plans that the day may move on: quiet ones whose quiet days are over (and the reverse, for a clock
        set back), paused ones whose pause is over, live ones with a planned or postponed step due by today or
        a ready one due later. May hold a few that need nothing; never misses one."""

    def quiet_plans(self) -> list[QuietRow]:
        """Plans in quiet time, the one that ends first first."""

    def resting_plans(self, limit: int = 50) -> list[StepRow]:
        """The last path step of each plan that rests with the door open, latest first."""

    def paths(self, plans: Sequence[int]) -> dict[int, tuple[PathNode, ...]]:
        """Pause, note, lunch and gift of each plan, in that order."""

    def step(self, step: int) -> StepRow:
        """One step's row; raises Missing."""

    def month(
        self, first: date, last: date, per_day: int = 5, *, kinds: Sequence[str] = (), contact: int = 0
    ) -> dict[date, DayRow]:
        """What stands on each day from first to last: the first ``per_day`` rows, those towards people
        before those for the owner, and the count. Open and done steps, of live plans and of ended ones
        where done; only of these kinds, or of one contact, where given."""

    def occasions(self, first: date, last: date, contact: int = 0) -> list[OccasionRow]:
        """Birthdays, anniversaries, last days to buy or send a gift, and contacts with best customers, by
        day; of one contact where given."""

    def gifts_paid(self, first: date, last: date) -> dict[str, int]:
        """What was paid for gifts to anybody from first to last, in minor units by currency."""

    def contacts(
        self, *, text: str = "", role: str = "", after: tuple[str, int] | None = None, limit: int = 100
    ) -> list[ContactRow]:
        """A page of contacts in name order, keyset-paged by the last row's (sort_key, contact)."""

    def contact_total(self, *, text: str = "", role: str = "") -> int:
        """How many contacts such a list has in all."""

    def contact_ids(self, sieve: Sieve, limit: int | None = None) -> list[int]:
        """The numbers of the contacts that pass, in the sieve's order."""

    def contact_rows(self, contacts: Sequence[int]) -> list[ContactRow]:
        """The lines of these contacts, in the order asked for; those that are gone are left out."""

    def last_contacts(self, contacts: Sequence[int]) -> dict[int, date]:
        """The day of the last note, touch or gift of each contact that has any."""

    def tags(self) -> list[str]:
        """Every tag in use, in order."""

    def organisations(self, text: str, limit: int = 8) -> list[str]:
        """Organisations with these words in their name."""

    def colleagues(self, contact: int, limit: int = 20) -> list[ContactRow]:
        """Others of the same organisation, in name order."""

    def deleted_contacts(self, limit: int) -> list[DeletedRow]:
        """Deleted contacts, the latest first."""

    def interest_labels(self, prefix: str = "", limit: int = 8) -> list[tuple[str, int]]:
        """Interest labels that start with a prefix, with how many contacts share each, most first."""

    def interest_counts(self, text: str = "", limit: int = 60) -> list[tuple[str, int]]:
        """Interests with these words in them (without any: all) and how many contacts share each, most
        first; only what is liked and still true."""

    def people_sharing(self, label: str, limit: int = 200) -> list[SharingRow]:
        """Who enjoys a thing, in name order; only what is liked and still true."""

    def interests_of(self, contacts: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The liked, still true interests of each contact, in the owner's order."""

    def own_care(self, today: date) -> OwnCare:
        """What Today says about the owner besides the steps."""

    def kept_people(self, role: str, today: date) -> list[KeptPerson]:
        """Everybody with a role in name order, with the last contact up to a day."""

    def timeline(self, contact: int, limit: int = 200) -> list[TimelineRow]:
        """Everything dated about one contact, newest first."""

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        """Customers, steps, notes, interests: accents and case ignored, every word a prefix."""

    def insights(self, today: date) -> Figures:
        """What all losses, plans and returns add up to, as of a day; withdrawn losses are not counted."""

    def year_in_deeds(self, year: int) -> YearInDeeds:
        """What the owner did in one calendar year, and who came back in it."""
