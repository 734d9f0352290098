# SPDX-License-Identifier: MIT
"""Where number, chips and "+2 more" stand in a day's cell; painting and the mouse share it."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt

from winback_desktop.ui.calendar.rows import Chip, DayCell
from winback_desktop.ui.theme import Theme

_SIDE = 5
_LOWEST = 14


class DayLayout(NamedTuple):
    """The places of one day: ``hidden`` counts what ``more`` stands for, 0 for nothing."""

    number: QRect
    name: QRect
    chips: tuple[tuple[QRect, Chip], ...]
    more: QRect
    hidden: int


def fitting(height: int, theme: Theme) -> int:
    """So many chips of one line fit into a cell of this height."""
    gap = max(2, theme.em(3))
    return max(1, (height - theme.em(26) - 8 + gap) // (theme.em(22) + gap))


def lay_out(
    cell: DayCell, area: QRect, theme: Theme, direction: Qt.LayoutDirection, roomy: bool
) -> DayLayout:
    """Fit a day into its cell; ``roomy`` gives each chip two lines."""
    disc, gap, more_height = theme.em(26), max(2, theme.em(3)), theme.em(18)
    chip_height = theme.em(44 if roomy else 22)
    left, width = area.left() + _SIDE, area.width() - 2 * _SIDE - 1
    top = area.top() + 3 + disc + 2
    room = max(0, area.bottom() - 3 - top + 1)
    fits = (room + gap) // (chip_height + gap)
    if not fits and room >= theme.em(_LOWEST):
        chip_height, fits = room, 1  # large text in a small window: one low chip says more than a count
    below = max(0, room - more_height) // (chip_height + gap)
    beside = below == 0  # too low a cell for both: "+2" goes beside the number
    if (cell.total > fits or cell.total > len(cell.chips)) and not beside:
        fits = below
    shown = cell.chips[:fits]
    chips = tuple(
        (QRect(left, top + i * (chip_height + gap), width, chip_height), chip) for i, chip in enumerate(shown)
    )
    hidden = cell.total - len(shown)
    after = top + len(shown) * (chip_height + gap)
    more = QRect(left, after, width, min(more_height, max(0, area.bottom() - after))) if hidden else QRect()
    number = QRect(left, area.top() + 3, disc, disc)
    name = QRect(number.right() + 5, area.top() + 3, max(0, width - disc - 5), disc)
    if hidden and beside:
        count = min(name.width(), theme.em(36))
        more = QRect(name.right() + 1 - count, name.top(), count, disc)
        name.setWidth(name.width() - count)
    placed = DayLayout(number, name, chips, more, hidden)
    return _mirrored(placed, area) if direction == Qt.LayoutDirection.RightToLeft else placed


def _mirrored(placed: DayLayout, area: QRect) -> DayLayout:
    def flip(rect: QRect) -> QRect:
        return QRect(area.left() + area.right() - rect.right(), rect.top(), rect.width(), rect.height())

    return placed._replace(
        number=flip(placed.number),
        name=flip(placed.name),
        chips=tuple((flip(rect), chip) for rect, chip in placed.chips),
        more=flip(placed.more) if placed.hidden else placed.more,
    )
