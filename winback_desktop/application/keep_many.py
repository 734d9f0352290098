# SPDX-License-Identifier: MIT
"""What is done to many people at once, each as one change; and the people deleted lately."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.many_records import many_records
from winback_desktop.domain.people import Contact

KEPT_DAYS = 30
LONGEST_TAG = 60
MOST_TAGS = 50
_CHUNK = 5_000
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


def add_tags(work: Workspace, contacts: Sequence[int], text: str) -> int:
    """Give everybody these tags; answers how many did not have them all yet. Raises Refused without a tag."""
    new = split_tags(text)
    if not new:
        raise Refused("Type a tag, such as “garden” or “newsletter”.", field="tag")

    def tagged(person: Contact) -> Contact:
        known = {tag.casefold() for tag in person.tags}
        tags = (*person.tags, *(tag for tag in new if tag.casefold() not in known))
        if len(tags) > MOST_TAGS:
            raise Refused(
                f"{person.name} would have more than {MOST_TAGS} tags; take some away first.", field="tag"
            )
        return person._replace(tags=tags)

    return _change_all(work, contacts, lambda who: f"tag {who} with “{', '.join(new)}”", tagged)


def remove_tag(work: Workspace, contacts: Sequence[int], tag: str) -> int:
    """Take a tag from everybody; answers how many had it."""
    gone = tag.strip().casefold()

    def untagged(person: Contact) -> Contact:
        return person._replace(tags=tuple(one for one in person.tags if one.casefold() != gone))

    return _change_all(work, contacts, lambda who: f"take the tag “{tag.strip()}” from {who}", untagged)


def remove_all(work: Workspace, contacts: Sequence[int]) -> int:
    """Put everybody among the recently deleted; nothing of them is lost."""
    now = work.clock.now()
    return _change_all(
        work,
        contacts,
        lambda who: f"delete {who}",
        lambda person: person._replace(deleted_at=person.deleted_at or now),
    )


def restore_all(work: Workspace, contacts: Sequence[int]) -> int:
    """Bring deleted people back with everything that belongs to them."""
    return _change_all(
        work, contacts, lambda who: f"restore {who}", lambda person: person._replace(deleted_at=None)
    )


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
            max(0, (row.deleted_at + timedelta(days=KEPT_DAYS) - now).days),
        )
        for row in work.store.queries.deleted_contacts(limit)
    ]


def _change_all(
    work: Workspace,
    contacts: Sequence[int],
    label: Callable[[str], str],
    change: Callable[[Contact], Contact],
) -> int:
    """Change those that differ after ``change``, in one journalled change named by ``label(who)``."""
    with many_records():
        different = [(old, new) for old in _people(work, contacts) if (new := change(old)) != old]
        if not different:
            return 0
        who = different[0][0].name if len(different) == 1 else f"{len(different):,} people"
        now = work.clock.now()
        with work.store.change(label(who)):
            work.store.save_all([new._replace(updated_at=now) for _, new in different])
    return len(different)


def _people(work: Workspace, contacts: Sequence[int]) -> Iterable[Contact]:
    for at in range(0, len(contacts), _CHUNK):
        yield from work.store.find(Contact, id=tuple(contacts[at : at + _CHUNK]))
