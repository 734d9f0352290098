# SPDX-License-Identifier: MIT
"""Editors for postal addresses, structured as letters need them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from winback_desktop.ui.customers.person.pair import Pair
from winback_desktop.ui.customers.person.rows import AddressRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import QuietButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextArea, TextLine


class Addresses(QWidget):
    """All addresses, each with its own editors; emptying one removes it."""

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, countries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme, self._countries = theme, countries
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._column = QVBoxLayout()
        self._column.setSpacing(18)
        column.addLayout(self._column)
        self._another = QuietButton(theme, "Add another address", "plus")
        self._another.clicked.connect(self._add_empty)
        column.addWidget(self._another)
        self._editors: list[_Address] = []

    def rows(self) -> list[AddressRow]:
        """What is typed."""
        return [editor.row() for editor in self._editors]

    def show_rows(self, rows: Sequence[AddressRow]) -> None:
        """Show other addresses."""
        wanted = list(rows) or [AddressRow()]
        while len(self._editors) > len(wanted):
            last = self._editors.pop()
            last.hide()
            last.deleteLater()
        while len(self._editors) < len(wanted):
            self._add()
        for editor, row in zip(self._editors, wanted, strict=True):
            editor.show_row(row)
        self._another.setVisible(bool(rows))

    def _add(self) -> "_Address":
        editor = _Address(self._theme, self._countries)
        editor.edited.connect(self.edited)
        editor.left.connect(self.left)
        self._column.addWidget(editor)
        self._editors.append(editor)
        return editor

    def _add_empty(self) -> None:
        self._another.hide()
        self._add().street.setFocus()


class _Address(QWidget):
    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, countries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._id = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.street = TextArea("Street and number", rows=2)
        self.street.textChanged.connect(self._typed)
        self.street.left.connect(self.left)
        self._code, self._town, self._region = (
            TextLine(name) for name in ("Postal code", "Town", "Region or state")
        )
        for line in (self._code, self._town, self._region):
            line.textEdited.connect(self.edited)
            line.left.connect(self.left)
        self._country = Choice(theme, "Country", countries)
        self._country.currentIndexChanged.connect(self._chosen)
        column.addWidget(FormField(theme, "Street and number", self.street))
        column.addWidget(
            Pair(theme, FormField(theme, "Postal code", self._code), FormField(theme, "Town", self._town))
        )
        column.addWidget(
            Pair(
                theme,
                FormField(theme, "Region or state", self._region),
                FormField(theme, "Country", self._country),
            )
        )
        self._days = {
            name: DateField(theme, words)
            for name, words in (("valid_from", "Valid from"), ("valid_to", "Valid until"))
        }
        self._days["returned_on"] = DateField(theme, "Mail came back on")
        self._periods = {
            name: FormField(theme, day.line.accessibleName(), day) for name, day in self._days.items()
        }
        for day in self._days.values():
            day.changed.connect(lambda _: self.edited.emit())
            day.line.editingFinished.connect(self._check_days)
        column.addWidget(Pair(theme, self._periods["valid_from"], self._periods["valid_to"]))
        column.addWidget(Pair(theme, self._periods["returned_on"], QWidget()))
        self._showing = False

    def row(self) -> AddressRow:
        """What is typed."""
        texts = (line.text().strip() for line in (self._code, self._town, self._region))
        days = (day.day() for day in self._days.values())
        return AddressRow(self._id, self.street.toPlainText().strip(), *texts, self._country.current(), *days)

    def show_row(self, row: AddressRow) -> None:
        """Show another address; equal texts stay untouched."""
        self._showing = True
        if self.row() != row:
            if self.street.toPlainText().strip() != row.street:
                self.street.setPlainText(row.street)
            for line, text in (
                (self._code, row.postal_code),
                (self._town, row.locality),
                (self._region, row.region),
            ):
                if line.text().strip() != text:
                    line.setText(text)
            self._country.set_current(row.country)
            for name, editor in self._days.items():
                if editor.day() != getattr(row, name):
                    editor.set_day(getattr(row, name))
        self._id = row.id
        self._showing = False

    def _check_days(self) -> None:
        for name, day in self._days.items():
            self._periods[name].set_error(day.error)
        self.left.emit()

    def _typed(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _chosen(self) -> None:
        self.edited.emit()
        self.left.emit()
