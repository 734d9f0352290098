# SPDX-License-Identifier: MIT
"""Starting a mission, one more helped, and changing what was written about a good deed."""

from PySide6.QtWidgets import QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.game import Game
from winback_desktop.ui.wellbeing.rows import DeedRow
from winback_desktop.ui.wellbeing.sheets import FormSheet, Refused
from winback_desktop.ui.widgets.buttons import QuietButton
from winback_desktop.ui.widgets.fields import TextLine


class MissionSheet(FormSheet):
    """A name and how many."""

    def __init__(self, theme: Theme, host: QWidget, game: Game) -> None:
        super().__init__(theme, host, "A week of helping", "Start today", "hand-helping")
        self._game = game
        self.say(
            "How many people can you help with what you know in the next seven days? "
            "They need not be customers, and it may be a small thing."
        )
        self.name = TextLine("What you call it", placeholder="Help people this week")
        self.target = TextLine("How many people", str(game.usual_target))
        self.add_field("name", "What you call it", self.name)
        self.add_field("target", "How many people", self.target)
        self.end()

    def store(self, refused: Refused) -> bool:
        """Start it; anything but a whole number is said in place."""
        text = self.target.text().strip()
        number = text[1:] if text.startswith("-") else text
        if not (number.isascii() and number.isdigit()) or len(number) > 9:
            refused("Write how many people as a whole number, such as 5.", "target")
            return False
        return self._game.start(self.name.text(), int(text), refused)


class HelpedSheet(FormSheet):
    """One more helped, with a line on who and how; both may stay empty."""

    def __init__(self, theme: Theme, host: QWidget, game: Game) -> None:
        super().__init__(theme, host, "One more helped", "Count it", "plus")
        self._game = game
        self.say("Who was it, and how? Both may stay empty; it counts all the same.")
        self.who = TextLine("Who", placeholder="A neighbour, a colleague, somebody on the phone")
        self.how = TextLine("How", placeholder="In a few words")
        self.add_field("who", "Who", self.who)
        self.add_field("how", "How", self.how)
        self.end()

    def store(self, refused: Refused) -> bool:
        """Count it."""
        return self._game.help_one(self.who.text(), self.how.text(), refused)


class DeedSheet(FormSheet):
    """Who and how, and the customer it may have become."""

    def __init__(self, theme: Theme, host: QWidget, game: Game, row: DeedRow) -> None:
        super().__init__(theme, host, "A good deed", "Keep it", about=row.deed)
        self._game, self._row = game, row
        self.who = TextLine("Who", row.who)
        self.how = TextLine("How", row.how)
        self.customer = TextLine("Customer", row.customer, "Nobody, as a rule")
        self.add_field("who", "Who", self.who)
        self.add_field("how", "How", self.how)
        self.add_field(
            "customer",
            "Did it become an opportunity? A customer's name links them",
            self.customer,
            "Nobody becomes a customer by this; it only remembers where it began.",
        )
        self.end()
        remove = QuietButton(theme, "Remove it", "trash-2")
        remove.clicked.connect(self._remove)
        self.buttons.insertWidget(0, remove)

    def store(self, refused: Refused) -> bool:
        """Keep the words."""
        return self._game.edit_deed(
            self._row.deed, self.who.text(), self.how.text(), self.customer.text(), refused
        )

    def _remove(self) -> None:
        self._game.remove_deed(self._row.deed)
        self.finish()
