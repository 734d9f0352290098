# SPDX-License-Identifier: MIT
"""Everything dated about one person, newest first."""

from datetime import date

from winback_desktop.application.queries import TimelineRow
from winback_desktop.storage.connection import Database

# Titles of losses, steps, notes, touches and states are the enums' values; the screen words them.
_TIMELINE = """
SELECT learned_on AS day, 1 AS rank, 'loss', kind, reason_given, id FROM loss WHERE contact = ?1
UNION ALL SELECT s.done_on, 3, 'step', s.kind, s.reason, s.id FROM step s
    WHERE s.contact = ?1 AND s.state = 'done' AND s.done_on IS NOT NULL
UNION ALL SELECT date(m.at), 2, 'step', s.kind || ' ' || m.to_state, m.reason, s.id
    FROM step s JOIN step_move m ON m.step = s.id
    WHERE s.contact = ?1 AND m.to_state IN ('postponed', 'skipped')
UNION ALL SELECT coalesce(posted_on, date(updated_at)), 4, 'note', state, occasion, id FROM note
    WHERE contact = ?1 AND coalesce(posted_on, updated_at) IS NOT NULL
UNION ALL SELECT "on", 5, 'touch', kind, iif(summary = '', heard, summary), id FROM touch
    WHERE contact = ?1
UNION ALL SELECT "on", 6, 'gift', title, iif(reason = '', because, reason), id FROM gift
    WHERE contact = ?1 AND "on" IS NOT NULL
UNION ALL SELECT heard_on, 0, 'interest', label, words, id FROM interest
    WHERE contact = ?1 AND heard_on IS NOT NULL
UNION ALL SELECT p.state_since, 7, 'state', p.state, coalesce(nullif(r.helped, ''), p.state_reason), p.id
    FROM plan p LEFT JOIN comeback r ON r.plan = p.id AND p.state = 're-hired'
    WHERE p.contact = ?1 AND p.state_since IS NOT NULL AND p.state <> 'quiet'
UNION ALL SELECT m."on", 7, iif(m.state IN ('quiet', 'active'), 'resumed', 'state'), m.state, m.reason, m.plan
    FROM plan_move m JOIN plan p ON p.id = m.plan
    WHERE m.contact = ?1 AND (m.state IN ('quiet', 'active') OR m.state <> p.state OR m."on" <> p.state_since)
UNION ALL SELECT unlocked_on, 7, 'early', '', unlock_reason, id FROM plan
    WHERE contact = ?1 AND unlocked_on IS NOT NULL
UNION ALL SELECT "on", 5, 'referral', name, words, id FROM referral WHERE contact = ?1
UNION ALL SELECT returned_on, 4, 'mail', trim(replace(street, char(10), ', ') || ' ' || locality), '', id
    FROM address WHERE contact = ?1 AND returned_on IS NOT NULL
UNION ALL SELECT c.status_since, 7, 'state', c.status, c.status_note, c.id FROM contact c
    WHERE c.id = ?1 AND c.status <> 'normal' AND c.status_since IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM plan WHERE contact = ?1 AND state = c.status)
ORDER BY day DESC, rank DESC, 6 DESC LIMIT ?2
"""


def timeline(database: Database, contact: int, limit: int) -> list[TimelineRow]:
    """The newest ``limit`` lines of a person's history."""
    rows = database.rows(_TIMELINE, (contact, limit))
    return [
        TimelineRow(date.fromisoformat(day), kind, title, detail, ref)
        for day, _, kind, title, detail, ref in rows
    ]
