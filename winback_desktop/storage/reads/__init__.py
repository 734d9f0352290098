# SPDX-License-Identifier: MIT
"""The Queries port: plain SQL for the rows that screens show, one module a screen.

Only what Today asks is imported with it; the others come when they are first asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winback_desktop.storage.reads import customers, interests, steps

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
    from winback_desktop.storage.connection import Database
    from winback_desktop.storage.reads.directory import Listing


class SqliteQueries:
    """Answers the screens' questions; each method is documented in the port."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listing: Listing | None = None

    def counts(self) -> Counts:
        return customers.counts(self._database)

    def open_steps(
        self, until: date | None = None, after: date | None = None, limit: int = 500
    ) -> list[StepRow]:
        return steps.open_steps(self._database, until, after, limit)

    def due_steps(
        self, until: date, limit: int, *, care: bool | None = None, among: Sequence[int] | None = None
    ) -> list[StepRow]:
        return steps.due_steps(self._database, until, limit, care, among)

    def due_total(self, until: date) -> int:
        return steps.due_total(self._database, until)

    def unannounced(
        self, until: date, since: datetime, also: Sequence[int] = (), limit: int = 5000
    ) -> list[StepRow]:
        return steps.unannounced(self._database, until, since, also, limit)

    def plans_to_advance(self, today: date) -> list[int]:
        return steps.plans_to_advance(self._database, today)

    def quiet_plans(self) -> list[QuietRow]:
        return steps.quiet_plans(self._database)

    def resting_plans(self, limit: int = 50) -> list[StepRow]:
        return steps.resting_plans(self._database, limit)

    def paths(self, plans: Sequence[int]) -> dict[int, tuple[PathNode, ...]]:
        return steps.paths(self._database, plans)

    def step(self, step: int) -> StepRow:
        return steps.step(self._database, step)

    def month(
        self, first: date, last: date, per_day: int = 5, *, kinds: Sequence[str] = (), contact: int = 0
    ) -> dict[date, DayRow]:
        from winback_desktop.storage.reads import month

        return month.month(self._database, first, last, per_day, kinds, contact)

    def occasions(self, first: date, last: date, contact: int = 0) -> list[OccasionRow]:
        from winback_desktop.storage.reads import occasions

        return occasions.occasions(self._database, first, last, contact)

    def gifts_paid(self, first: date, last: date) -> dict[str, int]:
        from winback_desktop.storage.reads import gifts

        return gifts.paid(self._database, first, last)

    def contacts(
        self, *, text: str = "", role: str = "", after: tuple[str, int] | None = None, limit: int = 100
    ) -> list[ContactRow]:
        return customers.page(self._database, text, role, after, limit)

    def contact_total(self, *, text: str = "", role: str = "") -> int:
        return customers.total(self._database, text, role)

    def contact_ids(self, sieve: Sieve, limit: int | None = None) -> list[int]:
        if self._listing is None:
            from winback_desktop.storage.reads.directory import Listing

            self._listing = Listing(self._database)
        return self._listing.ids(sieve, limit)

    def contact_rows(self, contacts: Sequence[int]) -> list[ContactRow]:
        from winback_desktop.storage.reads import directory

        return directory.lines(self._database, contacts)

    def last_contacts(self, contacts: Sequence[int]) -> dict[int, date]:
        from winback_desktop.storage.reads import directory

        return directory.last_contacts(self._database, contacts)

    def tags(self) -> list[str]:
        from winback_desktop.storage.reads import directory

        return directory.tags(self._database)

    def organisations(self, text: str, limit: int = 8) -> list[str]:
        from winback_desktop.storage.reads import directory

        return directory.organisations(self._database, text, limit)

    def colleagues(self, contact: int, limit: int = 20) -> list[ContactRow]:
        from winback_desktop.storage.reads import directory

        return directory.colleagues(self._database, contact, limit)

    def deleted_contacts(self, limit: int) -> list[DeletedRow]:
        from winback_desktop.storage.reads import directory

        return directory.deleted(self._database, limit)

    def interest_labels(self, prefix: str = "", limit: int = 8) -> list[tuple[str, int]]:
        return interests.labels(self._database, prefix, limit)

    def interest_counts(self, text: str = "", limit: int = 60) -> list[tuple[str, int]]:
        from winback_desktop.storage.reads import shared_interests

        return shared_interests.counts(self._database, text, limit)

    def people_sharing(self, label: str, limit: int = 200) -> list[SharingRow]:
        from winback_desktop.storage.reads import shared_interests

        return shared_interests.sharing(self._database, label, limit)

    def interests_of(self, contacts: Sequence[int]) -> dict[int, tuple[str, ...]]:
        return interests.liked(self._database, contacts)

    def own_care(self, today: date) -> OwnCare:
        from winback_desktop.storage.reads import own_care

        return own_care.own_care(self._database, today)

    def kept_people(self, role: str, today: date) -> list[KeptPerson]:
        from winback_desktop.storage.reads import kept_people

        return kept_people.kept_people(self._database, role, today)

    def timeline(self, contact: int, limit: int = 200) -> list[TimelineRow]:
        from winback_desktop.storage.reads import timeline

        return timeline.timeline(self._database, contact, limit)

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        from winback_desktop.storage.reads import search

        return search.search(self._database, text, limit)

    def insights(self, today: date) -> Figures:
        from winback_desktop.storage.reads import insights

        return insights.figures(self._database, today)

    def year_in_deeds(self, year: int) -> YearInDeeds:
        from winback_desktop.storage.reads import insights

        return insights.year_in_deeds(self._database, year)
