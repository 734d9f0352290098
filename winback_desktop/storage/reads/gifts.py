# SPDX-License-Identifier: MIT
"""Gifts across contacts: by when each has to be bought or sent, and what was paid for all of them."""

from datetime import date

from winback_desktop.application.queries import OccasionRow
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import ASKED_FOR, GONE, OPEN

_POST = 2
"""Days that the post takes, for a gift that has arrived with the owner and for one still to be ordered."""
_MOST = 3000
# A gift without lead days is time spent together: there is nothing to buy.
_DAYS = f"""
SELECT day, state, contact, name, title FROM (
    SELECT date(s.due, '-' || (iif(g.state = 'bought', 0, g.lead_days) + {_POST}) || ' days') AS day,
        g.state, g.contact, c.name, g.title, g.id
    FROM gift g INDEXED BY gift_under_way CROSS JOIN step s ON s.id = g.step
        CROSS JOIN contact c ON c.id = g.contact
    WHERE g.state IN ('chosen', 'bought') AND g.lead_days > 0 AND s.state IN ({OPEN}) AND {ASKED_FOR}
        AND c.deleted_at IS NULL AND (?3 = 0 OR g.contact = ?3)
) WHERE day BETWEEN ?1 AND ?2 ORDER BY day, id LIMIT {_MOST}
"""


def gift_days(database: Database, first: date, last: date, contact: int) -> list[OccasionRow]:
    """The last days on which a chosen gift can be bought, and a bought one sent, to arrive in time."""
    return [
        OccasionRow(date.fromisoformat(day), "send" if state == "bought" else "buy", who, name, title, 0)
        for day, state, who, name, title in database.rows(
            _DAYS, (first.isoformat(), last.isoformat(), contact)
        )
    ]


def paid(database: Database, first: date, last: date) -> dict[str, int]:
    """What was paid for gifts from first to last, in minor units by currency."""
    return dict(
        database.rows(
            "SELECT currency, sum(cost) FROM gift INDEXED BY gift_by_payment"
            " WHERE paid_on BETWEEN ? AND ? AND cost > 0"
            " AND state IN ('bought', 'sent', 'received', 'refused', 'returned')"
            f" AND contact NOT IN {GONE} GROUP BY currency ORDER BY currency",
            (first.isoformat(), last.isoformat()),
        )
    )
