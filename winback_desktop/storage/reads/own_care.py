# SPDX-License-Identifier: MIT
"""What Today says about the owner, in one statement: a walk that is open, good deeds, thanks that wait."""

from datetime import date, timedelta

from winback_desktop.application.queries import OwnCare
from winback_desktop.storage.connection import Database

_WEEK = timedelta(days=7)
_FACTS = """
SELECT 'walk', 0, '', '' FROM walk WHERE id = (SELECT max(id) FROM walk) AND answer IS NULL
UNION ALL SELECT 'helped', count(*), '', '' FROM good_deed WHERE "on" > ?1 AND "on" <= ?2
UNION ALL SELECT * FROM (SELECT 'thanks', r.contact, c.name, r.name
    FROM referral r CROSS JOIN contact c ON c.id = r.contact
    WHERE r.thanked_on IS NULL AND c.deleted_at IS NULL ORDER BY r."on", r.id LIMIT 3)
"""


def own_care(database: Database, today: date) -> OwnCare:
    """The facts as of a day."""
    walking, helped, thanks = False, 0, []
    for what, number, name, referred in database.rows(
        _FACTS, ((today - _WEEK).isoformat(), today.isoformat())
    ):
        if what == "walk":
            walking = True
        elif what == "helped":
            helped = number
        else:
            thanks.append((number, name, referred))
    return OwnCare(walking, helped, tuple(thanks))
