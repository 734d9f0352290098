# SPDX-License-Identifier: MIT
"""A letter to oneself at the end of a year: what was done, in plain sentences, and never what was not."""

from typing import NamedTuple

from winback_desktop.domain.wording import count_word


class YearInDeeds(NamedTuple):
    """What one year held, counted; ``names`` are those who came back in it."""

    year: int
    losses: int = 0
    notes: int = 0
    lunches: int = 0
    gifts: int = 0
    touches: int = 0
    deeds: int = 0
    heard: int = 0
    names: tuple[str, ...] = ()


def letter(year: YearInDeeds, name: str) -> tuple[str, ...]:
    """The letter's paragraphs, without its greeting line's date."""
    first = name.split()[0] if name.split() else ""
    done = _listed(
        [
            _count(year.notes, "wrote {} note", "wrote {} notes"),
            _count(year.lunches, "sat down to {} lunch", "sat down to {} lunches"),
            _count(year.gifts, "gave {} small gift", "gave {} small gifts"),
        ]
    )
    lines = [f"Dear {first}," if first else "Dear me,"]
    lines.append(f"this was {year.year}." + _lost(year.losses))
    if done:
        lines.append(f"You {done}. Each of them took a little courage, and each was kind.")
    if year.heard:
        lines.append(
            f"You listened: {_count(year.heard, '{} thing', '{} things')} that people enjoy "
            f"{'is' if year.heard == 1 else 'are'} noted because they told you."
        )
    others = _listed(
        [
            _count(year.touches, "kept in touch {} time", "kept in touch {} times"),
            _count(year.deeds, "did {} good deed", "did {} good deeds"),
        ]
    )
    if others:
        lines.append(f"Beyond that you {others}.")
    lines.append(_returned(year.names))
    lines.append(
        "Whoever went, the door stood open, and you kept it so. That is the part that was yours to do."
    )
    lines.append("With thanks, for another year,")
    lines.append(name.strip() or "me")
    return tuple(lines)


def _lost(losses: int) -> str:
    if not losses:
        return " Nobody you know of left, and you had room for the people who stayed."
    word = _number(losses)
    who = "customer" if losses == 1 else "customers"
    return f" {word.capitalize()} {who} left, and you let them go in grace."


def _returned(names: tuple[str, ...]) -> str:
    if not names:
        return "Some returns take longer than a year. Nothing you did this year was lost."
    if len(names) > 8:
        return f"{len(names):,} of those who once left came back. Be glad about each of them."
    return f"{_listed(list(names))} came back. Be glad about it for a moment, before you turn the page."


def _count(number: int, one: str, many: str) -> str:
    return (one if number == 1 else many).format(_number(number)) if number else ""


def _number(number: int) -> str:
    return count_word(number) if number <= 12 else f"{number:,}"


def _listed(parts: list[str]) -> str:
    found = [part for part in parts if part]
    if len(found) < 2:
        return "".join(found)
    return ", ".join(found[:-1]) + " and " + found[-1]
