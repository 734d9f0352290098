# SPDX-License-Identifier: MIT
"""Turns what the store says of a day into chips, in the order in which a day shows them."""

from collections.abc import Sequence

from winback_desktop.application.queries import DayStep, OccasionRow, QuietRow
from winback_desktop.domain.practice import CARE, StepKind, StepState
from winback_desktop.domain.wording import count_word, step_title, step_word
from winback_desktop.ui.calendar import words
from winback_desktop.ui.calendar.names import shown_name
from winback_desktop.ui.calendar.rows import AgendaLine, Chip, DayCell

_TOUCHES = {
    "call": "A call",
    "meeting": "Met",
    "lunch": "Had lunch",
    "message": "Wrote",
    "kindness": "Did something kind",
    "hello": "Said hello",
}
_GIFT_DAYS = {"buy": "Last day to buy", "send": "Last day to post"}


def step_chip(row: DayStep) -> Chip:
    """One step."""
    name, kind = shown_name(row.name), StepKind(row.kind)
    title = step_title(kind, name, row.smaller)
    done = row.state == StepState.DONE and kind is not StepKind.PAUSE
    if kind in CARE:
        return Chip(row.step, row.contact, row.kind, title, step_word(kind), title, done, care=True)
    return Chip(row.step, row.contact, row.kind, name, step_word(kind), title, done)


def quiet_chip(plan: QuietRow) -> Chip:
    """One quiet day of a plan."""
    name = shown_name(plan.name)
    return Chip(0, plan.contact, "pause", name, "Quiet day", f"Quiet day with {name}", False)


def care_chip(kinds: Sequence[str]) -> Chip:
    """Several steps for the owner on one day, as one chip that opens the day."""
    each = ", ".join(step_word(StepKind(kind)).lower() for kind in dict.fromkeys(kinds))
    words_ = f"{count_word(len(kinds)).capitalize()} for you"
    return Chip(0, 0, "care", words_, words_, f"{words_}: {each}", False, care=True)


def occasion_chip(row: OccasionRow) -> Chip:
    """A birthday or anniversary, a contact with a best customer, or a last day to buy or post a gift."""
    name = shown_name(row.name)
    if row.kind in _GIFT_DAYS:
        word = f"{_GIFT_DAYS[row.kind]}: {shown_name(row.words)}"
        return Chip(0, row.contact, row.kind, name, word, f"{word}, for {name}", False)
    if row.kind == "touch":
        word = _TOUCHES.get(row.words, "In touch")
        return Chip(0, row.contact, "touch", name, word, f"{word} with {name}", True)
    word = shown_name(row.words) or "A day to remember"
    years = f" ({row.years})" if row.years else ""
    return Chip(0, row.contact, "date", name, f"{word}{years}", f"{name}: {word}{years}", False)


def in_order(chips: list[Chip]) -> list[Chip]:
    """What reaches out first, then days to remember and quiet days, then care; done things last."""
    return sorted(chips, key=_weight)


def agenda_lines(cells: list[DayCell]) -> list[AgendaLine]:
    """Days with something on them as headings and lines."""
    lines: list[AgendaLine] = []
    for cell in cells:
        if not cell.total and not cell.closed and not cell.today:
            continue
        heading = words.long_day(cell.day)
        extra = " · ".join(filter(None, ("today" if cell.today else "", cell.closed)))
        lines.append(AgendaLine(cell.day, f"{heading} · {extra}" if extra else heading, today=cell.today))
        lines += [AgendaLine(cell.day, "", chip, today=cell.today) for chip in cell.chips]
        if cell.total > len(cell.chips):
            lines.append(AgendaLine(cell.day, "", more=cell.total - len(cell.chips), today=cell.today))
    return lines


def _weight(chip: Chip) -> tuple[bool, bool, bool, bool]:
    return chip.done, chip.care, chip.kind == "pause", chip.kind == "date"
