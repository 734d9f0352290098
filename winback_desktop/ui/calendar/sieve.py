# SPDX-License-Identifier: MIT
"""What the calendar shows and hides: groups of kinds, and one person alone."""

from typing import NamedTuple

from winback_desktop.domain.practice import CARE, StepKind


class Group(NamedTuple):
    """Kinds that are shown or hidden together."""

    key: str
    words: str
    kinds: tuple[str, ...] = ()


GROUPS = (
    Group("note", "Thank-you notes", (StepKind.NOTE,)),
    Group("lunch", "Lunches and invitations", (StepKind.LUNCH, StepKind.INVITE_LUNCH)),
    Group("gift", "Gifts", (StepKind.GIFT, StepKind.CHOOSE_GIFT, StepKind.ORDER_GIFT)),
    Group("quiet", "Quiet days", (StepKind.PAUSE,)),
    Group("care", "For you", CARE),
    Group("date", "Birthdays and days to remember"),
    Group("touch", "In touch with best customers"),
)


class Sieve(NamedTuple):
    """``hidden`` are keys of groups; ``contact`` is the only person shown, 0 for everybody."""

    hidden: frozenset[str] = frozenset()
    contact: int = 0
    name: str = ""

    def kinds(self) -> tuple[str, ...]:
        """The kinds of steps to ask for; none means all of them."""
        steps = [group for group in GROUPS if group.kinds]
        if not self.hidden & {group.key for group in steps}:
            return ()
        shown = [str(kind) for group in steps if group.key not in self.hidden for kind in group.kinds]
        return tuple(shown) or ("none",)

    def toggled(self, key: str) -> "Sieve":
        """With one group hidden, or shown again."""
        return self._replace(hidden=self.hidden ^ {key})

    def words(self) -> str:
        """What is left out, in a sentence; empty when everything is shown."""
        shown = [group.words for group in GROUPS if group.key not in self.hidden]
        parts = [f"only {self.name}"] if self.contact else []
        if self.hidden:
            parts.append(", ".join(shown) if shown else "nothing")
        return f"Showing {': '.join(parts)}." if parts else ""
