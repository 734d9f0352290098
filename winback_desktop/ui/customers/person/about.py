# SPDX-License-Identifier: MIT
"""The card about a person: name, how to reach them, what they enjoy, what to avoid, what they told."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.person.autosave import Autosave
from winback_desktop.ui.customers.person.details import Details
from winback_desktop.ui.customers.person.heard import HeardBar
from winback_desktop.ui.customers.person.pair import Pair
from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.rows import InterestRow, Screen
from winback_desktop.ui.customers.person.several import Points
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import QuietButton
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.chips import ChipItem
from winback_desktop.ui.widgets.chips_edit import ChipsEdit
from winback_desktop.ui.widgets.fields import FormField, TextArea, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.offer_list import Offer


class About(Card):
    """The form. Everything is stored by itself; ``interest_opened`` asks for an interest's own sheet."""

    interest_opened = Signal(int)

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__(theme, gap=14)
        self._person = person
        self._contact = 0
        self._fields: dict[str, FormField] = {}
        self._saves: dict[str, Autosave] = {}
        self._title = PlainLabel(theme, "", "card")
        self.body.addWidget(self._title)
        self._add_reaching()
        self._add_enjoying()
        self._add_told()
        self._add_details()
        person.refused.connect(self._refused)
        person.saved.connect(self._saved)

    def show_screen(self, screen: Screen) -> None:
        """Show what is stored; what is being typed stays."""
        if screen.contact != self._contact:
            self._contact = screen.contact
            for save in self._saves.values():
                save.forget()
            for field in self._fields.values():
                field.set_error("")
            self._heard.show_rows(())
        fields = screen.fields
        self._title.setText(f"About {screen.short}")
        self._fields["interests"].label.setText(f"What does {screen.short} enjoy?")
        self._fields["about"].label.setText(f"What {screen.short} told you")
        for key, text in (("name", fields.name), ("organisation", fields.organisation)):
            if not self._saves[key].dirty and self._lines[key].text().strip() != text:
                self._lines[key].setText(text)
        for kind, rows in (("email", fields.emails), ("phone", fields.phones)):
            if not self._saves[kind].dirty:
                self._points[kind].show_rows(rows)
                self._show_doubt(kind)
        if not self._saves["about"].dirty and self._told.toPlainText() != fields.about:
            self._told.blockSignals(True)
            self._told.setPlainText(fields.about)
            self._told.blockSignals(False)
        self._interests.set_chips([_chip(row) for row in screen.interests])
        self._avoid.set_chips([ChipItem(row.id, row.words, "lunch") for row in screen.avoid])
        self._fields["avoid"].set_error(screen.contradiction)
        if self._details is not None:
            self._details.show_fields(fields)

    def flush(self) -> None:
        """Store whatever is not stored yet."""
        for save in self._saves.values():
            save.flush()
        for edit in (self._interests, self._avoid):
            edit.keep_typed()

    def focus_interests(self) -> None:
        """Give the interests the keyboard."""
        self._interests.line.setFocus()

    def _field(self, key: str, label: str, editor: QWidget, hint: str = "") -> FormField:
        self._fields[key] = FormField(self._theme, label, editor, hint)
        return self._fields[key]

    def _add_reaching(self) -> None:
        theme, person = self._theme, self._person
        self._lines = {"name": TextLine("Name"), "organisation": TextLine("Organisation")}
        self._points = {
            "email": Points(theme, "E-mail", "Add another e-mail", ""),
            "phone": Points(theme, "Phone", "Add another phone", ""),
        }
        for key, line in self._lines.items():
            save = self._saves[key] = Autosave(
                self, lambda key=key, line=line: person.save(key, line.text().strip())
            )
            line.textEdited.connect(save.touch)
            line.left.connect(save.flush)
            line.returnPressed.connect(save.flush)
        for kind, points in self._points.items():
            save = self._saves[kind] = Autosave(
                self, lambda kind=kind, points=points: person.save_points(kind, points.rows())
            )
            points.edited.connect(save.touch)
            points.left.connect(save.flush)
            points.left.connect(lambda kind=kind: self._show_doubt(kind))
        self.body.addWidget(
            Pair(
                theme,
                self._field("name", "Name", self._lines["name"]),
                self._field("organisation", "Organisation", self._lines["organisation"]),
            )
        )
        self.body.addWidget(
            Pair(
                theme,
                self._field("email", "E-mail", self._points["email"]),
                self._field("phone", "Phone", self._points["phone"]),
                shares=(3, 2),
            )
        )

    def _add_enjoying(self) -> None:
        theme, person = self._theme, self._person
        self._interests = ChipsEdit(theme, "What they enjoy", self._offers, "Grilling, opera, her spaniel…")
        self._interests.added.connect(person.knowing.add_interests)
        self._interests.removed.connect(person.knowing.remove_interest)
        self._interests.opened.connect(self.interest_opened)
        hint = "Listen for hobbies, family, pets, places. These lead to the gift at six months."
        self.body.addWidget(self._field("interests", "What do they enjoy?", self._interests, hint))
        self._avoid = ChipsEdit(
            theme,
            "What to avoid",
            lambda text: [
                Offer(one.value, one.words, one.trailing, "ban") for one in person.knowing.avoid_offers(text)
            ],
            "Nuts, alcohol, pork…",
            first_offer=True,
            opens=False,
        )
        self._avoid.added.connect(person.knowing.add_avoid)
        self._avoid.removed.connect(person.knowing.remove_avoid)
        self.body.addWidget(self._field("avoid", "What to avoid", self._avoid))

    def _add_told(self) -> None:
        self._told = TextArea("What they told you", rows=3)
        save = self._saves["about"] = Autosave(
            self, lambda: self._person.save("about", self._told.toPlainText())
        )
        self._told.textChanged.connect(save.touch)
        self._told.left.connect(save.flush)
        self._listen = QTimer(self, singleShot=True, interval=500)
        self._listen.timeout.connect(self._hear)
        self._told.textChanged.connect(self._listen.start)
        self._heard = HeardBar(self._theme)
        self._heard.accepted.connect(self._accept)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._field("about", "What they told you", self._told))
        column.addWidget(self._heard)
        self.body.addWidget(holder)
        accept = QShortcut(QKeySequence("Ctrl+Space"), self._told)
        accept.setContext(Qt.ShortcutContext.WidgetShortcut)
        accept.activated.connect(self._heard.accept_first)

    def _add_details(self) -> None:
        self._details: Details | None = None
        row = QHBoxLayout()
        self._unfold = QuietButton(self._theme, "Address, birthday and more", "chevron-down")
        self._unfold.clicked.connect(self._toggle)
        row.addWidget(self._unfold)
        row.addStretch(1)
        self.body.addLayout(row)

    def _toggle(self) -> None:
        if self._details is None:
            self._details = Details(self._person, self._theme)
            self._fields |= self._details.fields
            self._saves |= self._details.saves
            self._details.show_fields(self._person.screen.fields)
            self.body.insertWidget(self.body.count() - 1, self._details)
            self._details.show()
        else:
            self._details.setVisible(not self._details.isVisible())
        shown = self._details.isVisible()
        self._unfold.set_words("Show less" if shown else "Address, birthday and more")

    def _offers(self, text: str) -> list[Offer]:
        if not text:
            return []
        offers = [
            Offer(label, label, trailing) for label, trailing in self._person.knowing.interest_offers(text)
        ]
        short = text if len(text) <= 40 else text[:39] + "…"
        return [*offers, Offer(text, f"Add “{short}”", "Enter", "plus")]

    def _hear(self) -> None:
        self._heard.show_rows(self._person.knowing.hear(self._told.toPlainText()))

    def _accept(self, place: int) -> None:
        self._saves["about"].flush()
        self._person.knowing.accept(place)
        self._hear()

    def _show_doubt(self, kind: str) -> None:
        doubts = (self._person.doubt(kind, row.value) for row in self._points[kind].rows())
        self._fields[kind].set_error(next((doubt for doubt in doubts if doubt), ""))

    def _refused(self, sentence: str, field: str) -> None:
        if field in self._fields:
            self._fields[field].set_error(sentence)

    def _saved(self, field: str) -> None:
        if field in self._fields and field not in self._points:
            self._fields[field].set_error(self._person.screen.contradiction if field == "avoid" else "")


def _chip(row: InterestRow) -> ChipItem:
    about = [
        f"“{row.words}”" if row.words else "",
        f"heard at {row.where.removeprefix('at ')}" if row.where else "",
    ]
    if not row.likes:
        about.insert(0, "they don't enjoy this")
    if not row.still_true:
        about.insert(0, "no longer true")
    words = row.label if row.likes else f"not {row.label}"
    shade = "gift" if row.likes else "lunch"
    return ChipItem(row.id, words, shade, not row.still_true, ", ".join(part for part in about if part))
