# SPDX-License-Identifier: MIT
"""Gifts for the person shown: chosen, moved on with cost and reason, and what their firm accepts."""

from collections.abc import Callable
from datetime import date

from winback_desktop.application import choose_gift, gift_limits, own_ideas
from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_shelf import known_policies
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.gifts import Suggestion
from winback_desktop.domain.practice import Gift, GiftPolicy, GiftState
from winback_desktop.ui.customers.person.rows import PolicyRow, Screen
from winback_desktop.ui.operations import Operations

_MOST = 10**10


class Giving:
    """Stores what becomes of a gift. ``suggestions`` are those behind the ideas shown."""

    def __init__(
        self,
        work: Workspace,
        operations: Operations,
        shown: Callable[[], Screen],
        keep: Callable[[str, Callable[[], object]], bool],
    ) -> None:
        self._work, self._operations = work, operations
        self._shown, self._keep = shown, keep
        self.suggestions: dict[str, Suggestion] = {}

    def choose(self, key: str) -> None:
        """Settle on an idea."""
        suggestion = self.suggestions.get(key)
        if suggestion is not None:
            self._keep("", lambda: choose_gift.choose(self._work, self._shown().contact, suggestion))

    def mark(self, gift: int, state: str, cost: str = "", reason: str = "") -> bool:
        """Move the gift on, with what it cost as typed, or why it was refused or came back."""
        return self._keep(
            "gift" if cost or reason else "",
            lambda: choose_gift.mark_gift(self._work, gift, GiftState(state), _minor(cost), reason),
        )

    def hide(self, key: str) -> None:
        """Never suggest an idea again, to nobody."""
        suggestion = self.suggestions.get(key)
        if suggestion is not None:
            self._keep("", lambda: own_ideas.hide_idea(self._work, key, suggestion.title))

    def year_note(self, gift: int, cost: str) -> str:
        """What the year's gifts come to with this cost; empty for what is no sum."""

        def look() -> str:
            stored = self._work.store.get(Gift, gift)
            counted = stored.cost or 0 if stored.state in gift_limits.PAID else 0
            more = max(0, (_minor(cost) or 0) - counted)
            return " ".join(gift_limits.year_notes(self._work, more))

        return self._operations.run(look, lambda *_: None) or ""

    def why_not(self) -> list[tuple[str, str]]:
        """Ideas that were set aside, each with the reason."""
        ranking = self._operations.run(lambda: choose_gift.ranking_for(self._work, self._shown().contact))
        return [(one.title, one.reason) for one in ranking.set_aside[:30]] if ranking else []

    def policy(self) -> PolicyRow:
        """What is noted of their firm, ready to type over."""
        firm = self._shown().fields.organisation
        found = self._operations.run(lambda: gift_limits.policy_of(self._work, firm))
        if found is None:
            return PolicyRow(currency=owner(self._work).currency)
        return _policy_row(found)

    def known_policies(self) -> list[tuple[str, PolicyRow]]:
        """(sector, policy) to start from."""
        return [(policy.organisation, _policy_row(policy)) for policy in known_policies()]

    def save_policy(self, row: PolicyRow) -> bool:
        """Note what their firm lets them accept; False when it was refused."""
        firm = self._shown().fields.organisation

        def keep() -> object:
            limits = _minor(row.per_gift), _minor(row.per_year)
            policy = GiftPolicy(
                firm,
                *limits,
                row.currency.strip().upper(),
                row.source.strip(),
                row.checked_on,
                row.words.strip(),
            )
            return gift_limits.save_policy(self._work, policy)

        return self._keep("policy", keep)

    def today(self) -> date:
        """The owner's date."""
        return self._work.clock.today()


def _minor(text: str) -> int | None:
    """A typed sum in cents; raises Refused for what is none."""
    plain = text.strip().replace(",", ".")
    if not plain:
        return None
    whole, _, cents = plain.partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) < 11 and len(cents) <= 2):
        raise Refused(f"“{text.strip()[:20]}” is no sum we can read. Write it like 25 or 24.90.")
    if cents and not (cents.isascii() and cents.isdigit()):
        raise Refused(f"“{text.strip()[:20]}” is no sum we can read. Write it like 25 or 24.90.")
    return int(whole) * 100 + int(cents.ljust(2, "0") if cents else 0)


def _policy_row(policy: GiftPolicy) -> PolicyRow:
    limits = _typed(policy.per_gift), _typed(policy.per_year)
    return PolicyRow(*limits, policy.source, policy.checked_on, policy.words, policy.currency)


def _typed(amount: int | None) -> str:
    if amount is None:
        return ""
    whole, cents = divmod(amount, 100)
    return f"{whole}.{cents:02}" if cents else str(whole)
