# SPDX-License-Identifier: MIT
"""What is needed more seldom: addresses, important days, roles, language, since when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.person.addresses import Addresses
from winback_desktop.ui.customers.person.autosave import Autosave
from winback_desktop.ui.customers.person.pair import Pair
from winback_desktop.ui.customers.person.places import LANGUAGES, countries
from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.rows import Fields
from winback_desktop.ui.customers.person.several import Days
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.chips import ChipItem
from winback_desktop.ui.widgets.chips_edit import ChipsEdit
from winback_desktop.ui.widgets.choices import Check, Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField
from winback_desktop.ui.widgets.offer_list import Offer

_ROLES = (
    ("client", "Customer"),
    ("prospect", "Prospect"),
    ("best", "Best customer"),
    ("lean-on", "I lean on them"),
    ("personal", "Personal"),
)


class Details(QWidget):
    """Built when it is first unfolded: its country list alone is longer than the rest of the page."""

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__()
        self._person = person
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._addresses = Addresses(theme, countries())
        self._days = Days(theme, "Important days", "Add another day")
        self._since = DateField(theme, "Customer since", None, person.today)
        self._language = Choice(theme, "Language of notes", LANGUAGES)
        self.fields = {
            "address": FormField(theme, "Address", self._addresses),
            "days": FormField(theme, "Important days", self._days, "With or without the year."),
            "customer_since": FormField(theme, "Customer since", self._since),
            "language": FormField(theme, "Language of notes", self._language),
            "roles": FormField(theme, "They are", self._roles(theme)),
            "tags": FormField(theme, "Tags", self._make_tags(theme)),
        }
        self.fields["address"].label.hide()
        column.addWidget(self.fields["address"])
        column.addWidget(self.fields["days"])
        column.addWidget(Pair(theme, self.fields["customer_since"], self.fields["language"]))
        column.addWidget(self.fields["roles"])
        column.addWidget(self.fields["tags"])
        self.saves = {
            "address": Autosave(self, lambda: person.save_addresses(self._addresses.rows())),
            "days": Autosave(self, lambda: person.save_days(self._days.rows())),
            "customer_since": Autosave(self, self._save_since),
        }
        for key, editor in (("address", self._addresses), ("days", self._days)):
            editor.edited.connect(self.saves[key].touch)
            editor.left.connect(self.saves[key].flush)
        self._since.changed.connect(lambda _: self.saves["customer_since"].touch())
        self._since.line.editingFinished.connect(self.saves["customer_since"].flush)
        self._language.currentIndexChanged.connect(
            lambda _: person.save("language", self._language.current())
        )

    def show_fields(self, fields: Fields) -> None:
        """Show what is stored; what is being typed stays."""
        if not self.saves["address"].dirty:
            self._addresses.show_rows(fields.addresses)
        if not self.saves["days"].dirty:
            self._days.show_rows(fields.days)
        if not self.saves["customer_since"].dirty and self._since.day() != fields.customer_since:
            self._since.set_day(fields.customer_since)
        self._language.set_current(fields.language)
        self._tags.set_chips([ChipItem(at, tag, "note") for at, tag in enumerate(fields.tags)])
        for role, check in self._checks.items():
            check.blockSignals(True)
            check.setChecked(role in fields.roles)
            check.blockSignals(False)

    def _roles(self, theme: Theme) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        self._checks = {role: Check(theme, words) for role, words in _ROLES}
        for at, check in enumerate(self._checks.values()):
            check.toggled.connect(self._save_roles)
            grid.addWidget(check, at // 2, at % 2, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _make_tags(self, theme: Theme) -> ChipsEdit:
        self._tags = ChipsEdit(theme, "Tags", self._tag_offers, "Newsletter, garden…", opens=False)
        self._tags.added.connect(self._person.knowing.add_tags)
        self._tags.removed.connect(self._person.knowing.remove_tag)
        return self._tags

    def _tag_offers(self, text: str) -> list[Offer]:
        return [Offer(tag, tag, "") for tag in self._person.knowing.tag_offers(text)] if text else []

    def _save_roles(self) -> None:
        self._person.save("roles", tuple(role for role, check in self._checks.items() if check.isChecked()))

    def _save_since(self) -> bool:
        self.fields["customer_since"].set_error(self._since.error)
        return not self._since.error and self._person.save("customer_since", self._since.day())
