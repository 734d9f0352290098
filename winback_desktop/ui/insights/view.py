# SPDX-License-Identifier: MIT
"""Draws the insights page: charts in two columns, and the letter to oneself."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from winback_desktop.ui.insights.chart_card import ChartCard, ask_for_file
from winback_desktop.ui.insights.presenter import InsightsPresenter
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import MenuButton
from winback_desktop.ui.widgets.cards import EmptyState, PageHeader
from winback_desktop.ui.widgets.scroll_page import Columns, ScrollPage

_YEARS = 6


class InsightsView(QWidget):
    """The page of key "insights"."""

    def __init__(self, presenter: InsightsPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter, self._theme = presenter, theme
        self._stack = QStackedLayout(self)
        self._shown: QWidget | None = None
        self._tables: set[str] = set()
        self.cards: list[ChartCard] = []
        self._all_tables = QAction("Show all charts as tables", self)
        self._all_tables.triggered.connect(self.show_tables)
        presenter.refreshed.connect(self._draw)

    def activate(self, target: object = None) -> None:
        """Show the figures as they are now."""
        self._presenter.activate()

    def commands(self) -> list[QAction]:
        """What can be done on this page."""
        return [self._all_tables]

    def show_tables(self) -> None:
        """Show every chart as a table, or every one as a picture again."""
        table = not all(card.shows_table for card in self.cards)
        for card in self.cards:
            if card.switch.isVisibleTo(self):
                card.show_table(table)

    def showEvent(self, event: QEvent) -> None:
        # The window may come back from the tray or the task bar without a visit to the page.
        self._presenter.activate()
        super().showEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        self._presenter.leave()
        super().hideEvent(event)

    def _draw(self) -> None:
        self._tables = {card.chart.key for card in self.cards if card.shows_table}
        at = self._shown.verticalScrollBar().value() if isinstance(self._shown, ScrollPage) else 0
        old, self._shown = self._shown, self._page() if self._presenter.charts else self._empty()
        self._stack.addWidget(self._shown)
        self._stack.setCurrentWidget(self._shown)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        if isinstance(self._shown, ScrollPage) and at:
            self._shown.widget().layout().activate()
            self._shown.verticalScrollBar().setValue(at)

    def _page(self) -> ScrollPage:
        page = ScrollPage(self._theme)
        self.letter = MenuButton(self._theme, "Letter to myself", "mail", self._fill_years)
        page.column.addWidget(PageHeader(self._theme, "Insights", self._presenter.caution, self.letter))
        columns = Columns(self._theme, shares=(1, 1))
        self.cards = []
        for place, chart in enumerate(self._presenter.charts):
            card = ChartCard(self._theme, self._presenter, chart, chart.key in self._tables)
            self.cards.append(card)
            (columns.second if place % 2 else columns.first).addWidget(card)
        columns.first.addStretch(1)
        columns.second.addStretch(1)
        page.column.addWidget(columns)
        page.column.addStretch(1)
        return page

    def _empty(self) -> QWidget:
        self.cards = []
        return EmptyState(
            self._theme,
            "chart-line",
            "Figures come by themselves",
            "Once a loss is recorded, this page counts what came of it, honestly and without hurry.",
            "Record a loss",
            self._presenter.record_loss,
        )

    def _fill_years(self, menu: QMenu) -> None:
        from winback_desktop.ui.printing import output

        printers = output.printers()
        for year in self._presenter.years[:_YEARS]:
            about = menu.addMenu(str(year))
            about.addAction("Save as PDF…", lambda year=year: self.save_letter(year))
            for name in printers:
                about.addAction(
                    f"Print on {name}".replace("&", "&&"),
                    lambda year=year, name=name: self._presenter.put_out(
                        lambda: output.print_to(self.letter_document(year), name)
                    ),
                )

    def save_letter(self, year: int):
        """Ask where the letter goes."""
        from winback_desktop.ui.printing import output

        return ask_for_file(
            self.window(),
            "PDF (*.pdf)",
            f"A letter to myself {year}.pdf",
            lambda path: self._presenter.put_out(lambda: output.save_pdf(self.letter_document(year), path)),
        )

    def letter_document(self, year: int):
        """The letter about a year, on one page."""
        from winback_desktop.ui.printing import letter

        return letter.compose(letter.LetterJob(str(year), self._presenter.letter(year)))
