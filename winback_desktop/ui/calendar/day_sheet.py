# SPDX-License-Identifier: MIT
"""Everything that stands on one day, in a panel over the calendar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from winback_desktop.ui.calendar.rows import Chip, DayCell
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_LISTED = 100


class DaySheet(Sheet):
    """One line a step; Enter or a click opens the person."""

    chip_opened = Signal(object)
    """The ``Chip`` whose person is wanted; the sheet has closed itself."""

    def __init__(self, theme: Theme, host: QWidget, cell: DayCell, title: str) -> None:
        super().__init__(theme, host, title)
        self.content.setSpacing(4)
        if cell.closed:
            self.content.addWidget(PlainLabel(theme, cell.closed, "secondary"))
        for chip in cell.chips[:_LISTED]:
            self.content.addWidget(self._row(theme, chip))
        if cell.total > _LISTED:
            rest = f"and {cell.total - _LISTED} more on this day"
            self.content.addWidget(PlainLabel(theme, rest, "hint"))
        self.content.addStretch(1)

    def _row(self, theme: Theme, chip: Chip) -> ListRow:
        row = ListRow(
            theme,
            chip.name,
            chip.detail,
            chip.mark,
            icon=theme.step_icon(chip.kind),
            token=f"{theme.step_shade(chip.kind)}.solid",
            active=True,
        )
        row.activated.connect(lambda: self._leave_for(chip))
        return row

    def _leave_for(self, chip: Chip) -> None:
        self.finish()
        self.chip_opened.emit(chip)
