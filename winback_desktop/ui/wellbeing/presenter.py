# SPDX-License-Identifier: MIT
"""Asks how the owner is looked after, turns it into rows, and runs what they do for themselves."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from winback_desktop.application import care_steps, lean_on, move_steps, take_walk
from winback_desktop.application.changes import Changes
from winback_desktop.application.check_in import check_in, mood, own_words, remove_check_in
from winback_desktop.application.play_game import standing
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.care import WalkAnswer
from winback_desktop.domain.care_wording import FEELINGS, LEVELS, SEEKING
from winback_desktop.domain.practice import StepKind
from winback_desktop.domain.touch_rhythm import since_words
from winback_desktop.domain.walks import LENGTHS, SHORTEST, USUAL
from winback_desktop.domain.wording import smaller_version, step_title, worth_it
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.wellbeing.rows import HelperRow, MoodPoint, MoodRow, Suggestion, WalkRow

Refused = Callable[[str, str], None]

_SHOWN_KINDS = {"step", "plan", "setting", "checkin", "walk", "leanon", "contact", "contactpoint", "touch"}
_SHOWN_KINDS |= {"mission", "missionpause", "gooddeed", "day", "loss"}


class Wellbeing(QObject):
    """``changed`` says that something is to be drawn anew."""

    changed = Signal()

    lengths = LENGTHS
    feelings = FEELINGS
    seeking = SEEKING

    def __init__(self, work: Workspace, operations: Operations) -> None:
        super().__init__()
        self._work, self._operations = work, operations
        operations.changed.connect(self._on_changed)

    # The one suggestion

    def suggestion(self) -> Suggestion | None:
        """The one thing for the owner that is suggested now, or None."""
        row = self._operations.run(lambda: care_steps.suggested(self._work) or False)
        if not row:
            return None
        kind = StepKind(row.kind)
        title, action, minutes = step_title(kind, "", row.smaller), _ACTIONS[kind], 0
        if kind is StepKind.TALK:
            known = self.helpers()
            action = f"Talk to {known[0].name.split()[0]}" if known else "Find somebody"
            title = title if known else "Find somebody to lean on"
        elif kind is StepKind.WALK:
            minutes = SHORTEST if row.smaller else USUAL
            action = "Five minutes" if row.smaller else action
        elif kind is StepKind.GAME:
            present = standing(self._work)
            if present is not None and not present.over:
                action = "One more helped"
        smaller = "" if row.smaller else smaller_version(kind, "")
        return Suggestion(row.step, row.kind, title, worth_it(kind), smaller, action, minutes)

    def make_smaller(self, step: int) -> None:
        """Turn the suggestion into its smaller version."""
        self._operations.run(lambda: move_steps.make_smaller(self._work, step))

    def tomorrow(self, step: int) -> None:
        """Suggest it again tomorrow."""
        day = self._work.clock.today() + timedelta(days=1)
        self._operations.run(lambda: move_steps.postpone(self._work, step, day))

    def skip(self, step: int, reason: str, refused: Refused) -> bool:
        """Skip it with a reason."""
        return self._operations.run(lambda: move_steps.skip(self._work, step, reason), refused) is not None

    def done(self, step: int) -> None:
        """It was done."""
        self._operations.run(lambda: move_steps.complete(self._work, step))

    def dismiss(self, kind: str) -> None:
        """Never suggest this kind again."""
        self._operations.run(lambda: care_steps.dismiss(self._work, StepKind(kind)))

    def dismissed(self) -> list[tuple[str, str]]:
        """(kind, title) of what is not suggested any more."""
        return [(kind.value, step_title(kind, "")) for kind in care_steps.dismissed(self._work)]

    def suggest_again(self, kind: str) -> None:
        """Suggest a kind again."""
        self._operations.run(lambda: care_steps.suggest_again(self._work, StepKind(kind)))

    # Walk

    def walk(self) -> WalkRow | None:
        """The walk under way, or the one to be asked about."""
        present = self._operations.run(lambda: take_walk.walk_now(self._work) or False)
        if not present:
            return None
        return WalkRow(present.walk.id, present.away, f"{present.until:%H:%M}", present.clock_moved)

    def brought(self) -> list[str]:
        """What the latest walks brought, each with its day."""
        zone = self._work.clock.local_now().tzinfo
        return [
            f"{self._day(walk.started_at.astimezone(zone).date())}: {_BROUGHT[walk.answer]}{walk.words}"
            for walk in self._operations.run(lambda: take_walk.kept_walks(self._work)) or []
            if walk.answer is not None
        ]

    def begin_walk(self, minutes: int) -> None:
        """Go now."""
        self._operations.run(lambda: take_walk.begin_walk(self._work, minutes))

    def come_back(self) -> None:
        """Back before the time is over."""
        self._operations.run(lambda: take_walk.come_back(self._work))

    def answer_walk(self, walk: int, answer: str, words: str) -> None:
        """Keep what the walk brought."""
        self._operations.run(lambda: take_walk.answer_walk(self._work, walk, WalkAnswer(answer), words))

    # Check-in

    def words(self) -> list[str]:
        """The owner's own words that are not offered anyway."""
        return [word for word in own_words(self._work) if word not in FEELINGS]

    def check_in(self, word: str, level: int, line: str, refused: Refused) -> bool:
        """Keep how the owner is."""
        return self._operations.run(lambda: check_in(self._work, word, level, line), refused) is not None

    def remove_check_in(self, check: int) -> None:
        """Take one away; undo brings it back."""
        self._operations.run(lambda: remove_check_in(self._work, check))

    def mood(self) -> MoodRow | None:
        """The trend, or None before the first check-in."""
        found = self._operations.run(lambda: mood(self._work))
        if found is None or not found.points:
            return None
        days = max(1, (found.last - found.first).days)

        def along(day: date) -> float:
            return (day - found.first).days / days

        points = tuple(
            MoodPoint(
                along(one.on),
                one.level,
                ", ".join(filter(None, (self._day(one.on), one.word, _LEVEL[one.level], one.line))),
            )
            for one in found.points
        )
        last = found.points[-1]
        line = f" {last.line}" if last.line else ""
        latest = f"{self._day(last.on)}: {last.word}, {_LEVEL[last.level]}.{line}"
        said = "How you were, lately first: " + "; ".join(point.said for point in reversed(points[-8:]))
        return MoodRow(points, tuple(map(along, found.losses)), latest, last.id, said)

    # People to lean on

    def helpers(self) -> list[HelperRow]:
        """Everybody on the list, the one not asked for longest first."""
        today = self._work.clock.today()
        return [
            HelperRow(
                one.contact,
                one.name,
                one.phone,
                one.email,
                one.why,
                since_words(one.last_on, today) if one.last_on else "not talked yet",
                one.suggested,
            )
            for one in self._operations.run(lambda: lean_on.helpers(self._work)) or []
        ]

    def talks(self, contact: int) -> list[tuple[str, str]]:
        """(day, words) of the latest talks."""
        today = self._work.clock.today()
        return [
            (short_day(touch.on, today), touch.summary or "You talked.")
            for touch in lean_on.talks_with(self._work, contact)
        ]

    def add_helper(self, name: str, phone: str, email: str, why: str, refused: Refused) -> bool:
        """Put somebody on the list."""
        added = self._operations.run(lambda: lean_on.add_helper(self._work, name, phone, email, why), refused)
        return added is not None

    def edit_helper(self, contact: int, phone: str, email: str, why: str, refused: Refused) -> bool:
        """Change how to reach them and why they help."""
        use = lean_on.edit_helper
        return bool(
            self._operations.run(lambda: use(self._work, contact, phone, email, why) or True, refused)
        )

    def stop_leaning(self, contact: int) -> None:
        """Take somebody off the list."""
        self._operations.run(lambda: lean_on.stop_leaning(self._work, contact))

    def log_talk(self, contact: int, said: str, on: date | None, refused: Refused) -> bool:
        """Note a talk."""
        return (
            self._operations.run(lambda: lean_on.log_talk(self._work, contact, said, on), refused) is not None
        )

    def today(self) -> date:
        """The owner's day."""
        return self._work.clock.today()

    def _day(self, day: date) -> str:
        return "Today" if day == self.today() else short_day(day, self.today())

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN_KINDS:
            self.changed.emit()


_LEVEL = {level: f"{level} ({word})" for level, word in LEVELS}
_BROUGHT = {WalkAnswer.NEXT: "next, ", WalkAnswer.LET_GO: "let go of ", WalkAnswer.NOTHING: ""}
_ACTIONS = {
    StepKind.WALK: "Twenty minutes",
    StepKind.TALK: "Talk",
    StepKind.GAME: "Start a mission",
    StepKind.BEST_CUSTOMER: "See whom",
}
