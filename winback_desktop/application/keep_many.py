# SPDX-License-Identifier: MIT
"""What is done to many people at once, each as one change; and the people deleted lately."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.long_work import Progress, Steps
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.people import Contact

KEPT_DAYS = 30
LONGEST_TAG = 60
MOST_TAGS = 50
_READ = 2_000
"""People looked at in one step."""
_BETWEEN = str.maketrans({";": ",", "\n": ",", "\t": ","})


class DeletedPerson(NamedTuple):
    """Somebody among the recently deleted; ``days_left`` is 0 once the thirty days are over."""

    contact: int
    name: str
    organisation: str
    days_left: int


def split_tags(text: str) -> list[str]:
    """The single tags of a typed or pasted line, trimmed, nothing twice; raises Refused for one too long."""
    tags = [" ".join(part.split()) for part in text.translate(_BETWEEN).split(",")]
    for tag in tags:
        if len(tag) > LONGEST_TAG:
            raise Refused(
                f"A tag takes at most {LONGEST_TAG} characters; a word or two is enough.", field="tag"
            )
    return list(dict.fromkeys(tag for tag in tags if tag))


def add_tags(work: Workspace, contacts: Sequence[int], text: str) -> Steps[int]:
    """Give everybody these tags; answers how many did not have them all yet. Raises Refused without a tag."""
    new = split_tags(text)
    if not new:
        raise Refused("Type a tag, such as “garden” or “newsletter”.", field="tag")

    def tagged(name: str, tags: tuple[str, ...]) -> tuple[str, ...]:
        known = {tag.casefold() for tag in tags}
        tags = (*tags, *(tag for tag in new if tag.casefold() not in known))
        if len(tags) > MOST_TAGS:
            raise Refused(f"{name} would have more than {MOST_TAGS} tags; take some away first.", field="tag")
        return tags

    return _change_all(work, contacts, "tags", tagged, lambda who: f"tag {who} with “{', '.join(new)}”")


def remove_tag(work: Workspace, contacts: Sequence[int], tag: str) -> Steps[int]:
    """Take a tag from everybody; answers how many had it."""
    gone = tag.strip().casefold()

    def untagged(name: str, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in tags if one.casefold() != gone)

    return _change_all(
        work, contacts, "tags", untagged, lambda who: f"take the tag “{tag.strip()}” from {who}"
    )


def remove_all(work: Workspace, contacts: Sequence[int]) -> Steps[int]:
    """Put everybody among the recently deleted; nothing of them is lost."""
    now = work.clock.now()
    return _change_all(work, contacts, "deleted_at", lambda _, at: at or now, lambda who: f"delete {who}")


def restore_all(work: Workspace, contacts: Sequence[int]) -> Steps[int]:
    """Bring deleted people back with everything that belongs to them."""
    return _change_all(work, contacts, "deleted_at", lambda _, at: None, lambda who: f"restore {who}")


def recently_deleted(work: Workspace, limit: int = 200) -> list[DeletedPerson]:
    """Who was deleted, the latest first, and how long they are kept at least.

    Nobody goes by themselves when the days are over: a clock set wrong must not erase anybody.
    """
    now = work.clock.now()
    return [
        DeletedPerson(
            row.contact,
            row.name,
            row.organisation,
            max(0, -((now - row.deleted_at - timedelta(days=KEPT_DAYS)) // timedelta(days=1))),
        )
        for row in work.store.queries.deleted_contacts(limit)
    ]


def _change_all(
    work: Workspace,
    contacts: Sequence[int],
    field: str,
    change: Callable[[str, Any], Any],
    label: Callable[[str], str],
) -> Steps[int]:
    """Give one field the value of ``change(name, value)`` where that differs, in one change named by
    ``label(who)``; answers how many."""
    different: list[tuple[int, Any]] = []
    first = ""
    total = 2 * len(contacts)
    for at in range(0, len(contacts), _READ):
        for contact, name, old in work.store.pick(Contact, ("name", field), contacts[at : at + _READ]):
            if (new := change(name, old)) != old:
                different.append((contact, new))
                first = first or name
        yield Progress(at, total)
    if not different:
        return 0
    who = first if len(different) == 1 else f"{len(different):,} people"
    now = work.clock.now()
    with work.store.change(label(who)):
        rows = [(*row, now) for row in different]
        for written in work.store.set_fields(Contact, (field, "updated_at"), rows):
            yield Progress(len(contacts) + written.done, len(contacts) + written.total)
    return len(different)
