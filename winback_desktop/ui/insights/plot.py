# SPDX-License-Identifier: MIT
"""A chart on the screen, and the same as a table that the keyboard and a screen reader can walk."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from winback_desktop.domain.insight_charts import Chart
from winback_desktop.ui.insights import drawing
from winback_desktop.ui.insights.drawing import Look
from winback_desktop.ui.theme import Theme


class Plot(QWidget):
    """The drawn chart; its accessible description holds every number."""

    def __init__(self, theme: Theme, chart: Chart) -> None:
        super().__init__()
        self._theme, self._chart = theme, chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(drawing.height(self._chart, self._look(), width))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(360), self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing.draw(painter, self._chart, self._look(), self.width())
        painter.end()

    def _look(self) -> Look:
        theme = self._theme
        return Look(
            theme.colour("text"),
            theme.colour("text2"),
            theme.colour("control_border"),
            theme.colour("accent"),
            theme.colour("surface"),
            theme.colour("surface"),
            theme.font,
            theme.em(100) / 100,
        )


class ChartTable(QTableWidget):
    """The chart's figures as plain text cells."""

    def __init__(self, theme: Theme, chart: Chart) -> None:
        super().__init__(len(chart.rows), len(chart.headers))
        self.setAccessibleName(f"{chart.title} as a table")
        self.setHorizontalHeaderLabels(chart.headers)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setStyleSheet(
            "QTableWidget { border: none; border-radius: 0 } QTableWidget::item { padding: 0 8px }"
            " QHeaderView::section { padding: 0 8px; border-top: none }"
        )
        for line, row in enumerate(chart.rows):
            for place, cell in enumerate(row):
                item = QTableWidgetItem(cell)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row[0]}, {chart.headers[place]}: {cell}")
                item.setTextAlignment(self._side(chart, place))
                self.setItem(line, place, item)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for place in range(len(chart.headers)):
            self.horizontalHeaderItem(place).setTextAlignment(self._side(chart, place))
            grows = place == (len(chart.headers) - 1 if _is_wordy(chart) else 0)
            mode = QHeaderView.ResizeMode.Stretch if grows else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(place, mode)
        self.verticalHeader().setDefaultSectionSize(theme.em(34))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(theme.em(34) * len(chart.rows) + header.sizeHint().height() + 4)

    @staticmethod
    def _side(chart: Chart, place: int) -> Qt.AlignmentFlag:
        """Names and words lead, figures stand below one another at the end."""
        words = not place or (_is_wordy(chart) and place == len(chart.headers) - 1)
        side = Qt.AlignmentFlag.AlignLeading if words else Qt.AlignmentFlag.AlignTrailing
        return side | Qt.AlignmentFlag.AlignVCenter


def _is_wordy(chart: Chart) -> bool:
    """Whether the last column holds somebody's words."""
    return any("“" in row[-1] for row in chart.rows)
