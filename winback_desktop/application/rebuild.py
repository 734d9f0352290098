# SPDX-License-Identifier: MIT
"""Rebuilds everything from an archive, in a data file that holds nothing yet."""

from typing import Any

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.archives import ARCHIVED, REFERENCES, Archive
from winback_desktop.domain.many_records import many_records
from winback_desktop.domain.practice import Loss


def rebuild(work: Workspace, archive: Archive) -> dict[str, int]:
    """Store all that an archive holds; the counts by type. Raises Refused when there is something stored."""
    counts = work.store.queries.counts()
    if counts.contacts or counts.losses:
        raise Refused(
            "There are customers in this data already. Choose an empty data folder to rebuild the archive in."
        )
    ids: dict[type, dict[int, int]] = {}
    with many_records(), work.store.change("rebuild from an archive"):
        for kind in ARCHIVED:
            records = sorted(archive.records.get(kind, ()), key=lambda record: record.id)
            stored = work.store.add_all([_pointed(record, ids) for record in records])
            ids[kind] = {old.id: new.id for old, new in zip(records, stored, strict=True)}
            if kind is Loss:
                _link_losses(work, records, ids[Loss])
        for key, value in archive.settings.items():
            work.store.set_setting(key, value)
    return archive.counts()


def _pointed(record: Any, ids: dict[type, dict[int, int]]) -> Any:
    """The record without its old id, pointing to the new ids."""
    changes: dict[str, Any] = {"id": 0}
    for field in set(REFERENCES).intersection(record._fields):
        old = getattr(record, field)
        if old is None:
            continue
        if field == "previous_loss":
            changes[field] = None
        else:
            changes[field] = _new_id(ids.get(REFERENCES[field], {}), old, field)
    return record._replace(**changes)


def _link_losses(work: Workspace, losses: list[Any], ids: dict[int, int]) -> None:
    """A loss may follow another one, which must be stored first, and none may follow itself in a ring."""
    before = {loss.id: loss.previous_loss for loss in losses}
    for loss in losses:
        seen, at = {loss.id}, loss.previous_loss
        while at is not None and at not in seen:
            seen.add(at)
            at = before.get(at)
        if at is not None:
            raise Refused(
                f"The archive is damaged: loss number {loss.id} comes before itself. Choose another archive."
            )
        if loss.previous_loss is not None:
            stored = work.store.get(Loss, ids[loss.id])
            work.store.save(stored._replace(previous_loss=_new_id(ids, loss.previous_loss, "previous_loss")))


def _new_id(ids: dict[int, int], old: int, field: str) -> int:
    try:
        return ids[old]
    except KeyError:
        raise Refused(
            f"The archive is incomplete: it refers to {field.replace('_', ' ')} number {old}, "
            "which is not in it. Choose another archive."
        ) from None
