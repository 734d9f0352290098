# SPDX-License-Identifier: MIT
"""Keeps what was typed into a dismissed new-loss sheet, in the store, outside of undo."""

from datetime import date

from winback_desktop.application.failures import StoreFault
from winback_desktop.application.own_records import Draft
from winback_desktop.application.ports import Store
from winback_desktop.ui.losses.rows import LossForm

_DAYS = ("learned_on", "happened_on")


class LossDrafts:
    """One draft for a new person, and one for each known one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._unstored: dict[str, LossForm] = {}

    def find(self, contact: int = 0) -> LossForm | None:
        """What was typed last, or None."""
        key = _key(contact)
        if key in self._unstored:
            return self._unstored[key]
        kept = self._store.find(Draft, key=key, limit=1)
        return _read(kept[0].content) if kept else None

    def keep(self, form: LossForm, contact: int = 0) -> None:
        """Remember it; in memory when the file can't be written now, so that nothing is lost meanwhile."""
        key = _key(contact)
        try:
            with self._store.transaction():
                kept = self._store.find(Draft, key=key, limit=1)
                if kept:
                    self._store.save(kept[0]._replace(content=_written(form)))
                else:
                    self._store.add(Draft(key, _written(form)))
            self._unstored.pop(key, None)
        except StoreFault:
            self._unstored[key] = form

    def forget(self, contact: int = 0) -> None:
        """The form was saved, or begun anew."""
        self._unstored.pop(_key(contact), None)
        kept = self._store.find(Draft, key=_key(contact), limit=1)
        if not kept:
            return
        try:
            with self._store.transaction():
                self._store.remove(kept[0])
        except StoreFault:
            # It will be offered once more; that is better than a sentence about a draft.
            return


def _key(contact: int) -> str:
    return f"loss:{contact}" if contact else "loss"


def _written(form: LossForm) -> str:
    import json

    return json.dumps(
        {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in form._asdict().items()
        }
    )


def _read(content: str) -> LossForm | None:
    import json

    try:
        stored = json.loads(content)
        for name in _DAYS:
            stored[name] = date.fromisoformat(stored[name]) if stored.get(name) else None
        return LossForm(**{name: stored[name] for name in LossForm._fields if name in stored})
    except (ValueError, TypeError, KeyError, AttributeError):
        # Written by another version: a form that can't be read again is begun anew.
        return None
