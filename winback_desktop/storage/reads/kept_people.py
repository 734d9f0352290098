# SPDX-License-Identifier: MIT
"""Best customers and people to lean on, each with the last contact that really took place."""

from datetime import date

from winback_desktop.application.queries import KeptPerson
from winback_desktop.storage.connection import Database

# The index holds only people in these two roles; of 100,000 customers all others stay unread.
_DAY_WIDTH = len("2026-01-31")
_KEPT = """
SELECT c.id, c.name, c.organisation, c.status, c.customer_since,
    (SELECT max(day || kind) FROM (
        SELECT "on" AS day, kind FROM touch WHERE contact = c.id
        UNION ALL SELECT posted_on, 'note' FROM note WHERE contact = c.id AND posted_on IS NOT NULL
        UNION ALL SELECT "on", 'gift' FROM gift
            WHERE contact = c.id AND "on" IS NOT NULL AND state IN ('sent', 'received')
    ) WHERE day <= ?2),
    coalesce((SELECT value FROM contact_point WHERE contact = c.id AND kind = 'phone'
        ORDER BY position, id LIMIT 1), ''),
    coalesce((SELECT value FROM contact_point WHERE contact = c.id AND kind = 'email'
        ORDER BY position, id LIMIT 1), ''),
    coalesce((SELECT state FROM plan WHERE contact = c.id ORDER BY id DESC LIMIT 1), '')
FROM contact c INDEXED BY contact_in_role
WHERE c.deleted_at IS NULL AND (instr(c.roles, 'best') OR instr(c.roles, 'lean-on'))
    AND instr(char(10) || c.roles || char(10), char(10) || ?1 || char(10))
ORDER BY c.sort_key, c.id
"""


def kept_people(database: Database, role: str, today: date) -> list[KeptPerson]:
    """Everybody with a role in name order."""
    return [
        KeptPerson(
            contact,
            name,
            organisation,
            status,
            date.fromisoformat(since) if since else None,
            date.fromisoformat(last[:_DAY_WIDTH]) if last else None,
            last[_DAY_WIDTH:] if last else "",
            phone,
            email,
            plan_state,
        )
        for contact, name, organisation, status, since, last, phone, email, plan_state in database.rows(
            _KEPT, (role, today.isoformat())
        )
    ]
