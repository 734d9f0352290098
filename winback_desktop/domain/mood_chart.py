# SPDX-License-Identifier: MIT
"""How the owner has been since a loss, from the private check-ins: counted gently, never a score."""

from collections.abc import Sequence

from winback_desktop.domain.insight_charts import Chart, Form, share_of
from winback_desktop.domain.insights import Felt, share_words

_BEFORE = "With no loss before"
_SINCE: tuple[tuple[str, int], ...] = (
    ("In the month after a loss", 30),
    ("Two or three months after", 91),
    ("Four to six months after", 182),
    ("Longer after", 10**7),
)


def mood_chart(found: Sequence[Felt]) -> Chart | None:
    """Check-ins by the time since the latest loss; None while there are none."""
    if not found:
        return None
    spans: dict[str, list[int]] = {name: [0, 0] for name in (_BEFORE, *dict(_SINCE))}
    for felt in found:
        sums = spans[_span(felt.days)]
        sums[0] += felt.light
        sums[1] += felt.check_ins
    shown = {name: sums for name, sums in spans.items() if sums[1]}
    total = sum(felt.check_ins for felt in found)
    return Chart(
        "mood",
        "How you have been",
        f"{total:,} check-in{'' if total == 1 else 's'}, by the time since the latest loss. "
        "Heavy days are part of it.",
        Form.SHARES,
        ("Time", "Felt light"),
        tuple((name, share_words(*sums)) for name, sums in shown.items()),
        shares=tuple(share_of(*sums) for sums in shown.values()),
        note="Light is 4 or 5. It tells how you were, not how well you did, and is only for you.",
    )


def _span(days: int | None) -> str:
    if days is None:
        return _BEFORE
    return next(name for name, most in _SINCE if days <= most)
