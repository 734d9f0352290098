# SPDX-License-Identifier: MIT
"""One chart in a card: drawn or as a table, copied, or saved as CSV, PNG or PDF."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from winback_desktop.domain.insight_charts import Chart, Form
from winback_desktop.ui.insights.plot import ChartTable, Plot
from winback_desktop.ui.insights.presenter import InsightsPresenter
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconMenuButton, QuietButton
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.labels import PlainLabel


class ChartCard(Card):
    """The sentence comes first; the picture shows it, and the table says it all."""

    def __init__(self, theme: Theme, presenter: InsightsPresenter, chart: Chart, as_table: bool) -> None:
        super().__init__(theme, gap=10)
        self._presenter, self.chart = presenter, chart
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(theme, chart.title, "card", wrap=True), 1)
        self.switch = QuietButton(theme, "Show as table")
        self.switch.clicked.connect(lambda: self.show_table(not self.shows_table))
        self.more = IconMenuButton(theme, "ellipsis", f"More for {chart.title}", self._fill)
        head.addWidget(self.switch)
        head.addWidget(self.more)
        self.body.addLayout(head)
        self.body.addWidget(PlainLabel(theme, chart.sentence, "secondary", wrap=True))
        self.plot: QWidget = Plot(theme, chart)
        self.table = ChartTable(theme, chart)
        self.body.addWidget(self.plot)
        self.body.addWidget(self.table)
        if chart.note:
            self.body.addWidget(PlainLabel(theme, chart.note, "hint", wrap=True))
        self.plot.setVisible(bool(chart.rows))
        self.table.setVisible(bool(chart.rows))
        self._drawn = chart.form is not Form.TABLE
        self.switch.setVisible(self._drawn)
        self.show_table(as_table or not self._drawn)

    @property
    def shows_table(self) -> bool:
        """True while the table stands in the picture's place."""
        return self._table_shown

    def show_table(self, table: bool) -> None:
        """Show the table, or the picture."""
        self._table_shown = table
        self.plot.setVisible(not table and bool(self.chart.rows))
        self.table.setVisible(table and bool(self.chart.rows))
        self.switch.set_words("Show as picture" if table else "Show as table")
        self.switch.setAccessibleName(f"{self.switch.words()}: {self.chart.title}")

    def copy(self) -> None:
        """Put the table on the clipboard."""
        QGuiApplication.clipboard().setText(self._presenter.table_text(self.chart))

    def save(self, ending: str) -> QFileDialog:
        """Ask where a file goes, without stopping the window."""
        kinds = {"csv": "Table (*.csv)", "png": "Picture (*.png)", "pdf": "PDF (*.pdf)"}
        return ask_for_file(
            self.window(), kinds[ending], self._presenter.suggested_name(self.chart, ending),
            lambda path: self._presenter.write(path, lambda: self.bytes_of(ending)),
        )  # fmt: skip

    def bytes_of(self, ending: str) -> bytes:
        """The chart as a file of this kind."""
        from winback_desktop.ui.insights import paper

        makers: dict[str, Callable[[Chart], bytes]] = {
            "csv": self._presenter.csv_bytes,
            "png": paper.png,
            "pdf": paper.pdf,
        }
        return makers[ending](self.chart)

    def _fill(self, menu: QMenu) -> None:
        menu.addAction("Copy the table", self.copy)
        menu.addSeparator()
        for ending in ("csv", "png", "pdf"):
            menu.addAction(f"Save as {ending.upper()}…", lambda ending=ending: self.save(ending))


def ask_for_file(window: QWidget, kind: str, name: str, chosen: Callable[[str], object]) -> QFileDialog:
    """A dialog for a file to write; ``chosen(path)`` hears which."""
    dialog = QFileDialog(window, "Save")
    dialog.finished.connect(dialog.deleteLater)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(kind.split("*.")[-1].rstrip(")"))
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog
