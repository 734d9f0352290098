# SPDX-License-Identifier: MIT
"""Draws the settings page: one card a subject, everything stored as soon as it is changed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.navigation import LET_ALL_WAIT, PAUSE
from winback_desktop.ui.settings.fields import Number, side_by_side, text_line
from winback_desktop.ui.settings.lead_times import LeadTimes
from winback_desktop.ui.settings.presenter import Settings
from winback_desktop.ui.settings.reminder_card import ReminderCard
from winback_desktop.ui.settings.waiting import WaitingLine
from winback_desktop.ui.theme import SCALES, Theme
from winback_desktop.ui.widgets.buttons import IconButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card, PageHeader
from winback_desktop.ui.widgets.choices import Check, Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.scroll_page import Columns, ScrollPage

_APPEARANCES = (
    ("system", "As the system"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("high-contrast", "High contrast"),
)


class SettingsView(ScrollPage):
    """The page; ``activate`` is called at each visit."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__(theme)
        self._settings = settings
        self._fields: dict[str, FormField] = {}
        self.column.addWidget(
            PageHeader(theme, "Settings", "Everything is kept on this computer, as soon as you change it.")
        )
        columns = Columns(theme, shares=(1, 1))
        for card in (self._you(), self._pace()):
            columns.first.addWidget(card)
        columns.first.addStretch(1)
        for card in (self._days_off(), self._reminders(), self._look(), self._data()):
            columns.second.addWidget(card)
        columns.second.addStretch(1)
        self.column.addWidget(columns)
        self.column.addStretch(1)
        settings.changed.connect(self._refresh)
        settings.refused.connect(self._say)

    def activate(self, target: object) -> None:
        """Show what is stored now; for ``PAUSE`` also a month to pick the end of a pause from, for
        ``LET_ALL_WAIT`` the sheet that asks until when, or the line that says it where they wait already."""
        self._refresh()
        if target == PAUSE:
            self.ensureWidgetVisible(self.reminders.paused)
            QTimer.singleShot(0, self.reminders.pick_pause)
        elif target == LET_ALL_WAIT:
            self.ensureWidgetVisible(self.waiting)
            if not self._settings.waiting():
                QTimer.singleShot(0, self.waiting.ask)

    def _card(self, title: str, sentence: str = "") -> Card:
        card = Card(self._theme, gap=14)
        card.body.addWidget(PlainLabel(self._theme, title, "card"))
        if sentence:
            card.body.addWidget(PlainLabel(self._theme, sentence, "hint", wrap=True))
        return card

    def _field(self, key: str, label: str, editor: QWidget, hint: str = "") -> FormField:
        self._fields[key] = FormField(self._theme, label, editor, hint)
        return self._fields[key]

    def _you(self) -> Card:
        owner, settings = self._settings.owner, self._settings
        card = self._card("You and your place")
        self._name = text_line("Your name", owner.name, lambda text: settings.set_owner(name=text))
        self._country = Choice(self._theme, "Country", settings.countries(), owner.country)
        self._country.currentIndexChanged.connect(
            lambda _: settings.set_owner(country=self._country.current(), subdivision="")
        )
        self._region = Choice(self._theme, "Region", settings.subdivisions(), owner.subdivision)
        self._region.currentIndexChanged.connect(
            lambda _: settings.set_owner(subdivision=self._region.current())
        )
        starts = [
            ("-1", "As on this computer"),
            *((str(day), name) for day, name, _ in settings.weekdays()),
        ]
        self._week_start = Choice(self._theme, "First day of the week", starts, str(owner.week_start))
        self._week_start.currentIndexChanged.connect(
            lambda _: settings.set_owner(week_start=int(self._week_start.current()))
        )
        self._week = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for place, (day, name, worked) in enumerate(settings.weekdays()):
            self._week[day] = Check(self._theme, name, worked)
            self._week[day].toggled.connect(lambda on, day=day: settings.set_weekday(day, on))
            grid.addWidget(self._week[day], place // 3, place % 3)
        holder = QWidget()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(self._field("name", "Your name", self._name))
        card.body.addWidget(
            side_by_side(
                self._field("country", "Country", self._country),
                self._field("subdivision", "Region", self._region),
            )
        )
        card.body.addWidget(
            self._field(
                "work_week", "Days you work", holder, "Public holidays and your days off are left out."
            )
        )
        card.body.addWidget(self._field("week_start", "First day of the week", self._week_start))
        return card

    def _pace(self) -> Card:
        owner, settings = self._settings.owner, self._settings
        card = self._card(
            "How the practice is paced", "New losses follow this; plans under way keep their dates."
        )
        self._quiet = Number(
            self._theme,
            "Quiet working days",
            range(2, 31),
            owner.quiet_days,
            lambda n: settings.set_owner(quiet_days=n),
        )
        self._lunch = Number(
            self._theme,
            "Months to the lunch",
            range(1, 24),
            owner.lunch_months,
            lambda n: settings.set_owner(lunch_months=n),
        )
        self._gift = Number(
            self._theme,
            "Months to the gift",
            range(2, 25),
            owner.gift_months,
            lambda n: settings.set_owner(gift_months=n),
        )
        self._anchor = Choice(
            self._theme,
            "Months count from",
            (("learned", "The day you learned of it"), ("posted", "The day the note was posted")),
            owner.anchor,
        )
        self._anchor.currentIndexChanged.connect(lambda _: settings.set_owner(anchor=self._anchor.current()))
        self._budget = text_line("Budget for a gift", str(owner.gift_budget), settings.set_budget)
        self._year_budget = text_line(
            "Budget for all gifts of a year",
            _year_text(owner.gift_year_budget),
            lambda text: settings.set_budget(text, "gift_year_budget"),
            "none",
        )
        self._currency = text_line(
            "Currency", owner.currency, lambda text: settings.set_owner(currency=text.upper()[:3])
        )
        card.body.addWidget(self._field("quiet_days", "Quiet working days, at least two", self._quiet))
        card.body.addWidget(
            side_by_side(
                self._field("lunch_months", "Months to the lunch", self._lunch),
                self._field("gift_months", "Months to the gift", self._gift),
            )
        )
        self.leads = LeadTimes(self._theme, settings, self._field)
        card.body.addWidget(self.leads)
        card.body.addWidget(self._field("anchor", "Months count from", self._anchor))
        card.body.addWidget(
            side_by_side(
                self._field("gift_budget", "Budget for a gift", self._budget),
                self._field("gift_year_budget", "Budget for a year", self._year_budget),
                self._field("currency", "Currency", self._currency),
            )
        )
        self._gift_year = PlainLabel(self._theme, "", "hint", wrap=True)
        card.body.addWidget(self._gift_year)
        ideas = SecondaryButton(self._theme, "Your gift ideas…", "gift")
        ideas.clicked.connect(settings.ask_ideas)
        row = QHBoxLayout()
        row.addWidget(ideas)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _days_off(self) -> Card:
        card = self._card("Your days off", "Nothing is planned on them, and quiet time skips them.")
        self._off_rows = QVBoxLayout()
        self._off_rows.setSpacing(2)
        card.body.addLayout(self._off_rows)
        self._first = DateField(self._theme, "First day", None, self._settings.today)
        self._last = DateField(self._theme, "Last day", None, self._settings.today)
        self._label = TextLine("What for", "", "Holiday, conference, …")
        card.body.addWidget(
            side_by_side(
                self._field("first", "First day", self._first), self._field("last", "Last day", self._last)
            )
        )
        add = SecondaryButton(self._theme, "Add", "plus")
        add.clicked.connect(self._add_days_off)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(FormField(self._theme, "What for", self._label), 1)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        self.waiting = WaitingLine(self._theme, self._settings)
        card.body.addWidget(self.waiting)
        return card

    def _reminders(self) -> Card:
        self.reminders = ReminderCard(self._theme, self._settings, self._field)
        return self.reminders

    def _look(self) -> Card:
        card = self._card("Appearance")
        look = Choice(self._theme, "Colours", _APPEARANCES, self._theme.appearance)
        look.currentIndexChanged.connect(lambda _: self._theme.set_appearance(look.current()))
        sizes = [(str(size), f"{size} %") for size in SCALES]
        size = Choice(self._theme, "Text size", sizes, str(self._theme.scale))
        size.currentIndexChanged.connect(lambda _: self._theme.set_scale(int(size.current())))
        self._look_choice, self._size_choice = look, size
        self._theme.changed.connect(self._show_look)
        card.body.addWidget(
            side_by_side(FormField(self._theme, "Colours", look), FormField(self._theme, "Text size", size))
        )
        return card

    def _data(self) -> Card:
        card = self._card(
            "Your data", "One file on this computer, backed up by itself. Nothing is sent anywhere."
        )
        bring = SecondaryButton(self._theme, "Import…", "upload")
        bring.clicked.connect(self._settings.ask_import)
        take = SecondaryButton(self._theme, "Export, back up, restore…", "download")
        take.clicked.connect(self._settings.ask_export)
        row = QHBoxLayout()
        row.addWidget(bring)
        row.addWidget(take)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _show_look(self) -> None:
        self._look_choice.set_current(self._theme.appearance)
        self._size_choice.set_current(str(self._theme.scale))

    def _add_days_off(self) -> None:
        for key, editor in (("first", self._first), ("last", self._last)):
            self._fields[key].set_error(editor.error)
            if editor.error:
                return
        if self._settings.add_days_off(self._first.day(), self._last.day(), self._label.text()):
            for editor in (self._first, self._last):
                editor.set_day(None)
            self._label.clear()

    def _say(self, sentence: str, field: str) -> None:
        if field in self._fields:
            self._fields[field].set_error(sentence)

    def _refresh(self) -> None:
        owner = self._settings.owner
        for field in self._fields.values():
            field.set_error("")
        if not self._name.hasFocus():
            self._name.setText(owner.name)
        self._country.set_current(owner.country)
        self._week_start.set_current(str(owner.week_start))
        self._region.set_choices(self._settings.subdivisions(), owner.subdivision)
        for day, _, worked in self._settings.weekdays():
            self._week[day].blockSignals(True)
            self._week[day].setChecked(worked)
            self._week[day].blockSignals(False)
        for number, value in (
            (self._quiet, owner.quiet_days),
            (self._lunch, owner.lunch_months),
            (self._gift, owner.gift_months),
        ):
            number.set_current(str(value))
        if not self._budget.hasFocus():
            self._budget.setText(str(owner.gift_budget))
        if not self._year_budget.hasFocus():
            self._year_budget.setText(_year_text(owner.gift_year_budget))
        self._gift_year.setText(self._settings.gift_year())
        self._gift_year.setVisible(bool(self._settings.gift_year()))
        self.leads.refresh()
        self._anchor.set_current(owner.anchor)
        self._currency.setText(owner.currency)
        self.reminders.refresh()
        self.waiting.refresh()
        self._show_days_off()

    def _show_days_off(self) -> None:
        empty_layout(self._off_rows)
        for entry in self._settings.days_off():
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(PlainLabel(self._theme, entry.label, "strong"))
            row.addWidget(PlainLabel(self._theme, entry.days, "secondary"), 1)
            remove = IconButton(self._theme, "x", f"Remove {entry.label}, {entry.days}")
            remove.clicked.connect(lambda _=False, entry=entry: self._settings.remove_days_off(entry.id))
            row.addWidget(remove)
            self._off_rows.addWidget(holder)


def _year_text(budget: int) -> str:
    return str(budget) if budget else ""
