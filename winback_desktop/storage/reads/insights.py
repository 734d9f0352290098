# SPDX-License-Identifier: MIT
"""What all losses and returns add up to; each question is answered from an index alone."""

from datetime import date

from winback_desktop.domain.insights import (
    LIGHT,
    CauseCount,
    Felt,
    Figures,
    KeptCount,
    PathCount,
    Referred,
    SecondLifetime,
    Spent,
    Wait,
    YearCount,
)
from winback_desktop.domain.practice import PATH, PlanState, StepKind
from winback_desktop.domain.yearly_letter import YearInDeeds
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import GONE

_NEWEST = 2000
"""Losses whose given reasons are read: what people said lately, and quick to count."""
_REASONS = 2
_FINISHED = (PlanState.RESTING, PlanState.REHIRED, PlanState.CLOSED)
"""States of a plan whose path may have been gone to its end."""

# Grouped by day first, which the index gives in order, so that only some days are sorted by year.
_LOSSES = f"""
SELECT substr(day, 1, 4), cause, sum(number) FROM (
    SELECT learned_on AS day, coalesce(cause, '') AS cause, count(*) AS number FROM loss
    WHERE id NOT IN (SELECT loss FROM plan WHERE state = 'withdrawn') AND contact NOT IN {GONE}
    GROUP BY learned_on, loss.cause
) GROUP BY 1, 2
"""
_RETURNS = f"""
SELECT day, learned, count(*) FROM (
    SELECT coalesce(r."on", p.state_since, l.learned_on) AS day, l.learned_on AS learned
    FROM plan p INDEXED BY plan_by_state_since
    CROSS JOIN loss l INDEXED BY loss_by_contact ON l.contact = p.contact AND l.id = p.loss
    LEFT JOIN comeback r ON r.plan = p.id
    WHERE p.state = 're-hired' AND p.contact NOT IN {GONE}
) GROUP BY 1, 2
"""
_PLANS = f"""
SELECT state, count(*) FROM plan INDEXED BY plan_by_state_since
WHERE contact NOT IN {GONE} GROUP BY state
"""
_UNDONE = f"""
SELECT p.state, u.skipped, count(*) FROM (
    SELECT plan, max(state = 'skipped') AS skipped FROM step INDEXED BY step_undone
    WHERE state <> 'done' AND kind IN ('note', 'lunch', 'gift') GROUP BY plan
) AS u CROSS JOIN plan p ON p.id = u.plan
WHERE p.contact NOT IN {GONE} GROUP BY 1, 2
"""
_KEPT = """
SELECT kind, done_on <= due, count(*) FROM step INDEXED BY step_kept
WHERE state = 'done' AND kind IN ('note', 'lunch', 'gift') GROUP BY kind, done_on <= due
"""
_THEIRS = f"""
SELECT cause, reason, count(*) AS number FROM (
    SELECT coalesce(cause, '') AS cause, trim(reason_given) AS reason FROM loss
    WHERE contact NOT IN {GONE} ORDER BY id DESC LIMIT {_NEWEST}
) WHERE reason <> '' GROUP BY cause, lower(reason) ORDER BY number DESC, reason
"""
_SPENT = f"""
SELECT currency, count(*), sum(cost) FROM gift
WHERE plan IS NOT NULL AND cost IS NOT NULL AND state IN ('bought', 'sent', 'received', 'refused', 'returned')
    AND contact NOT IN {GONE}
GROUP BY currency ORDER BY currency
"""
# A second lifetime lasts until the next loss of the same person, or until today.
_LIFETIMES = f"""
SELECT currency, count(*), sum(value), sum(CAST(value * days / 365.25 AS INTEGER)) FROM (
    SELECT r.currency, r.value, max(0, julianday(coalesce((
        SELECT min(l.learned_on) FROM loss l
        WHERE l.contact = r.contact AND l.id <> r.loss AND l.learned_on >= r."on"
    ), ?1)) - julianday(r."on")) AS days
    FROM comeback r JOIN plan p ON p.id = r.plan
    WHERE r.value IS NOT NULL AND p.state = 're-hired' AND r.contact NOT IN {GONE}
) GROUP BY currency ORDER BY currency
"""
_LOST_AGAIN = f"""
SELECT count(*) FROM loss l JOIN plan p ON p.loss = l.previous_loss
WHERE l.previous_loss IS NOT NULL AND p.state = 're-hired' AND l.contact NOT IN {GONE}
"""
_DEEDS = f"""
SELECT substr("on", 1, 4), count(*) FROM (
    SELECT "on" FROM good_deed
    UNION ALL SELECT "on" FROM touch WHERE kind = 'kindness' AND contact NOT IN {GONE}
) GROUP BY 1
"""
_REFERRED = f"""
SELECT coalesce(t.kind, ''), count(*) FROM referral r LEFT JOIN touch t ON t.id = r.touch
WHERE r.contact NOT IN {GONE} GROUP BY 1 ORDER BY 2 DESC, 1
"""
# The latest loss is found from the end of the index, which stops at the first that counts.
_FELT = f"""
SELECT CAST(julianday(day) - julianday(learned) AS INTEGER), count(*), sum(level >= ?2) FROM (
    SELECT c."on" AS day, c.level AS level, (
        SELECT l.learned_on FROM loss l INDEXED BY loss_by_day
        WHERE l.learned_on <= c."on" AND l.contact NOT IN {GONE}
            AND l.id NOT IN (SELECT loss FROM plan WHERE state = 'withdrawn')
        ORDER BY l.learned_on DESC LIMIT 1
    ) AS learned
    FROM check_in c WHERE c."on" <= ?1
) GROUP BY 1 ORDER BY 1
"""

_IN_YEAR = f"""
SELECT
    (SELECT count(*) FROM loss WHERE learned_on BETWEEN ?1 AND ?2 AND contact NOT IN {GONE}
        AND id NOT IN (SELECT loss FROM plan WHERE state = 'withdrawn')),
    (SELECT count(*) FROM note WHERE posted_on BETWEEN ?1 AND ?2 AND contact NOT IN {GONE}),
    (SELECT count(*) FROM step WHERE kind = 'lunch' AND state = 'done' AND done_on BETWEEN ?1 AND ?2
        AND contact NOT IN {GONE}),
    (SELECT count(*) FROM step WHERE kind = 'gift' AND state = 'done' AND done_on BETWEEN ?1 AND ?2
        AND contact NOT IN {GONE}),
    (SELECT count(*) FROM touch WHERE "on" BETWEEN ?1 AND ?2 AND contact NOT IN {GONE}),
    (SELECT count(*) FROM good_deed WHERE "on" BETWEEN ?1 AND ?2),
    (SELECT count(*) FROM interest WHERE heard_on BETWEEN ?1 AND ?2 AND contact NOT IN {GONE})
"""
_BACK_IN_YEAR = f"""
SELECT c.name FROM plan p JOIN contact c ON c.id = p.contact LEFT JOIN comeback r ON r.plan = p.id
WHERE p.state = 're-hired' AND coalesce(r."on", p.state_since) BETWEEN ?1 AND ?2
    AND p.contact NOT IN {GONE}
ORDER BY coalesce(r."on", p.state_since), c.sort_key
"""


def figures(database: Database, today: date) -> Figures:
    """Everything counted as of a day; withdrawn losses and deleted people are left out."""
    losses = database.rows(_LOSSES)
    years: dict[int, YearCount] = {}
    for year, _, number in losses:
        _add(years, int(year), losses=number)
    waits: dict[int, int] = {}
    misdated = 0
    for day, learned, number in database.rows(_RETURNS):
        _add(years, int(day[:4]), returns=number)
        waited = (date.fromisoformat(day) - date.fromisoformat(learned)).days
        if waited < 0:
            misdated += number
        else:
            waits[waited] = waits.get(waited, 0) + number
    for year, number in database.rows(_DEEDS):
        _add(years, int(year), deeds=number)
    return Figures(
        today,
        tuple(years[year] for year in sorted(years)),
        tuple(Wait(days, waits[days]) for days in sorted(waits)),
        misdated,
        _causes(database, losses),
        _paths(database),
        _kept(database),
        tuple(Spent(*row) for row in database.rows(_SPENT)),
        tuple(SecondLifetime(*row) for row in database.rows(_LIFETIMES, (today.isoformat(),))),
        int(database.value(_LOST_AGAIN) or 0),
        tuple(Referred(*row) for row in database.rows(_REFERRED)),
        tuple(Felt(*row) for row in database.rows(_FELT, (today.isoformat(), LIGHT))),
    )


def year_in_deeds(database: Database, year: int) -> YearInDeeds:
    """What one calendar year held."""
    span = (f"{year:04d}-01-01", f"{year:04d}-12-31")
    counts = database.rows(_IN_YEAR, span)[0]
    names = tuple(row[0] for row in database.rows(_BACK_IN_YEAR, span))
    return YearInDeeds(year, *counts)._replace(names=names)


def _add(years: dict[int, YearCount], year: int, losses: int = 0, returns: int = 0, deeds: int = 0) -> None:
    old = years.get(year, YearCount(year))
    years[year] = YearCount(year, old.losses + losses, old.returns + returns, old.deeds + deeds)


def _causes(database: Database, losses: list[tuple[str, str, int]]) -> tuple[CauseCount, ...]:
    totals: dict[str, int] = {}
    for _, cause, number in losses:
        totals[cause] = totals.get(cause, 0) + number
    theirs: dict[str, list[str]] = {}
    for cause, reason, _ in database.rows(_THEIRS):
        theirs.setdefault(cause, []).append(reason)
    return tuple(
        CauseCount(cause, number, tuple(theirs.get(cause, ())[:_REASONS]))
        for cause, number in sorted(totals.items(), key=lambda item: (not item[0], -item[1], item[0]))
    )


def _paths(database: Database) -> tuple[PathCount, ...]:
    """Few plans have a step that was not done, so the whole paths are what those leave over."""
    plans: dict[str, int] = dict(database.rows(_PLANS))
    found: dict[str, list[int]] = {}

    def count(path: str, state: str, number: int) -> None:
        sums = found.setdefault(path, [0, 0])
        sums[0] += number
        sums[1] += number if state == PlanState.REHIRED else 0

    for state, skipped, number in database.rows(_UNDONE):
        plans[state] -= number
        if state != PlanState.WITHDRAWN:
            count("left" if skipped or state == PlanState.CLOSED else "other", state, number)
    for state, number in plans.items():
        if state != PlanState.WITHDRAWN and number:
            count("whole" if state in _FINISHED else "other", state, number)
    return tuple(PathCount(path, *sums) for path, sums in found.items())


def _kept(database: Database) -> tuple[KeptCount, ...]:
    done: dict[StepKind, int] = {kind: 0 for kind in PATH if kind is not StepKind.PAUSE}
    on_time = dict(done)
    for kind, kept, number in database.rows(_KEPT):
        done[StepKind(kind)] += number
        on_time[StepKind(kind)] += number if kept else 0
    return tuple(KeptCount(kind.value, done[kind], on_time[kind]) for kind in done)
