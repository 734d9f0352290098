# SPDX-License-Identifier: MIT
"""The game as the page sees it: the mission, its days, the good deeds, and the card at the end."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from winback_desktop.application import play_game
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.people import Contact
from winback_desktop.ui.day_words import long_day, short_day
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.wellbeing.rows import DayRow, DeedRow, MissionRow

Refused = Callable[[str, str], None]


class Game(QObject):
    """Runs what the owner does in the game."""

    usual_target = play_game.USUAL_TARGET

    def __init__(self, work: Workspace, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._operations = work, operations

    def mission(self) -> MissionRow | None:
        """The latest mission, or None when there never was one."""
        found = self._operations.run(lambda: play_game.standing(self._work) or False)
        if not found:
            return None
        days = tuple(
            DayRow(
                f"{day.day:%a}",
                day.helped,
                day.ahead,
                day.today,
                f"{long_day(day.day)}: {'still to come' if day.ahead else f'{day.helped} helped'}",
            )
            for day in found.days
        )
        best = ""
        if found.best:
            people = "person" if found.best == 1 else "people"
            best = (
                "Nobody was ever helped more in one of your weeks."
                if found.is_best and found.over
                else f"Your best week so far: {found.best} {people}."
            )
        mission = found.mission
        return MissionRow(
            mission.name,
            mission.target,
            found.helped,
            days,
            found.over,
            mission.ended_on is not None,
            found.paused,
            found.sentence,
            best,
        )

    def start(self, name: str, target: int, refused: Refused) -> bool:
        """Begin a mission."""
        return self._operations.run(
            lambda: play_game.start_mission(self._work, name, target), refused
        ) is not None  # fmt: skip

    def help_one(self, who: str = "", how: str = "", refused: Refused | None = None) -> bool:
        """One more helped."""
        return self._operations.run(lambda: play_game.help_one(self._work, who, how), refused) is not None

    def pause(self) -> None:
        """Let it stand still."""
        self._operations.run(lambda: play_game.pause_mission(self._work))

    def resume(self) -> None:
        """Go on."""
        self._operations.run(lambda: play_game.resume_mission(self._work))

    def finish(self) -> None:
        """Close the mission."""
        self._operations.run(lambda: play_game.finish_mission(self._work))

    def deeds(self, most: int = 8) -> list[DeedRow]:
        """The latest good deeds."""
        today = self._work.clock.today()
        found = self._operations.run(lambda: play_game.ledger(self._work, most)) or []
        linked = tuple({deed.customer for deed in found if deed.customer is not None})
        names = {one.id: one.name for one in self._work.store.find(Contact, id=linked)} if linked else {}
        return [
            DeedRow(
                deed.id,
                deed.who,
                deed.how,
                "today" if deed.on == today else short_day(deed.on, today),
                names.get(deed.customer or 0, ""),
            )
            for deed in found
        ]

    def edit_deed(self, deed: int, who: str, how: str, customer: str, refused: Refused) -> bool:
        """Say who and how; a customer's name links them."""
        use = play_game.edit_deed
        return self._operations.run(lambda: use(self._work, deed, who, how, customer), refused) is not None

    def remove_deed(self, deed: int) -> None:
        """Take an entry away."""
        self._operations.run(lambda: play_game.remove_deed(self._work, deed))

    def finished_lines(self) -> tuple[str, ...]:
        """Who was helped in the latest mission and how, for the card."""
        found = self._operations.run(lambda: play_game.standing(self._work) or False)
        if not found:
            return ()
        said = [": ".join(filter(None, (deed.who, deed.how))) for deed in found.deeds]
        return tuple(line for line in said if line)

    def finished_dates(self) -> str:
        """From when until when the latest mission ran."""
        found = self._operations.run(lambda: play_game.standing(self._work) or False)
        if not found:
            return ""
        last = found.mission.ended_on or found.days[-1].day
        return f"{short_day(found.mission.started_on)} to {short_day(last)}"
