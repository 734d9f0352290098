# SPDX-License-Identifier: MIT
"""Turns what was counted into charts: a sentence, a table that says all, and what there is to draw."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from winback_desktop.domain.insights import SMALL, Figures, Wait, median_wait, share_words, wilson
from winback_desktop.domain.practice import Cause, StepKind, TouchKind
from winback_desktop.domain.wording import step_word

_YEARS = 12
_SPANS: tuple[tuple[str, int], ...] = (
    ("within three months", 91),
    ("within six months", 182),
    ("within a year", 365),
    ("later", 10**6),
)
_CAUSES = {
    Cause.IMPOSSIBLE_TO_PLEASE: "Impossible to please",
    Cause.OUT_OF_OUR_CONTROL: "Out of our control",
    Cause.WE_DID_NOT_DELIVER: "We did not deliver",
    Cause.CHOSE_A_COMPETITOR: "Chose a competitor",
    Cause.NOTHING_WE_DID: "Nothing we did",
}
_PATHS = {"whole": "The whole path walked", "left": "The path left off"}
_TOUCHES = {
    TouchKind.CALL: "A call",
    TouchKind.MEETING: "A meeting",
    TouchKind.LUNCH: "A lunch",
    TouchKind.MESSAGE: "A message",
    TouchKind.KINDNESS: "A kindness",
    TouchKind.HELLO: "A hello",
}


class Form(StrEnum):
    """How a chart is drawn."""

    COLUMNS = "columns"
    BARS = "bars"
    SHARES = "shares"
    TABLE = "table"


class Series(NamedTuple):
    """One row of values, one a category."""

    name: str
    values: tuple[int, ...]


class Share(NamedTuple):
    """A part of a whole; ``low`` and ``high`` bound it from twenty cases on and are None below."""

    part: int
    whole: int
    low: float | None = None
    high: float | None = None


class Chart(NamedTuple):
    """One thing to look at. ``headers`` and ``rows`` are the table, the first column naming each category;
    ``series`` or ``shares`` are drawn, one a row. ``note`` says what to keep in mind."""

    key: str
    title: str
    sentence: str
    form: Form
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    series: tuple[Series, ...] = ()
    shares: tuple[Share, ...] = ()
    note: str = ""

    @property
    def categories(self) -> tuple[str, ...]:
        """What each row is about."""
        return tuple(row[0] for row in self.rows)

    @property
    def words(self) -> str:
        """The whole chart read aloud, line by line."""
        lines = [self.sentence]
        for row in self.rows:
            parts = [
                f"{name} {value}" for name, value in zip(self.headers[1:], row[1:], strict=True) if value
            ]
            lines.append(f"{row[0]}: {', '.join(parts)}")
        return "\n".join([*lines, self.note] if self.note else lines)


Money = Callable[[int, str], str]
"""Words a sum in minor units of a currency as the owner writes it."""


def charts(figures: Figures, money: Money) -> tuple[Chart, ...]:
    """Every chart that has something to show, the plain counts first."""
    makers = (_years, _waits, _paths, _causes, _kept, _cost, _lifetimes, _referrals, _deeds)
    return tuple(chart for make in makers if (chart := make(figures, money)) is not None)


def caution(figures: Figures) -> str:
    """One sentence on how far the figures carry."""
    cases = figures.losses
    if not cases and (figures.years or figures.felt):
        return "No loss is recorded; what there is stands below."
    if not cases:
        return "Nothing is recorded yet; figures come by themselves."
    if cases < SMALL:
        return f"{_cases(cases)}: too few for percentages, so everything is counted out."
    return f"{_cases(cases)}. Ranges show what chance alone can do."


def _years(figures: Figures, money: Money) -> Chart | None:
    if not figures.losses and not figures.returns:
        return None
    years = figures.years[-_YEARS:]
    back, lost = figures.returns, figures.losses
    again = ""
    if figures.lost_again:
        again = f" {share_words(figures.lost_again, back)} who came back left again later."
    return Chart(
        "years",
        "Losses and returns",
        f"{_people(back)} of {lost:,} lost came back so far.{again}",
        Form.COLUMNS,
        ("Year", "Lost", "Came back"),
        tuple((str(year.year), f"{year.losses:,}", f"{year.returns:,}") for year in years),
        (
            Series("Lost", tuple(year.losses for year in years)),
            Series("Came back", tuple(year.returns for year in years)),
        ),
        note="A return counts in the year in which it happened, which may be a later one than its loss.",
    )


def _waits(figures: Figures, money: Money) -> Chart | None:
    middle = median_wait(figures.waits)
    note = ""
    if figures.misdated:
        one = figures.misdated == 1
        note = (
            f"{'One return is' if one else f'{figures.misdated:,} returns are'} dated before the loss and "
            f"left out here. Open the customer and mend the day."
        )
    if middle is None:
        return _empty_waits(note) if note else None
    counted = sum(wait.returns for wait in figures.waits)
    values = _spans(figures.waits)
    return Chart(
        "waits",
        "Time to return",
        _wait_sentence(counted, middle),
        Form.BARS,
        ("Time", "Returns"),
        tuple((name, f"{value:,}") for (name, _), value in zip(_SPANS, values, strict=True)),
        (Series("Returns", values),),
        note=note,
    )


def _wait_sentence(counted: int, middle: int) -> str:
    if counted == 1:
        return f"One return, {_cases(middle, 'day')} after you learned of the loss."
    return f"Half of {_cases(counted, 'return')} came within {_cases(middle, 'day')} of hearing of the loss."


def _empty_waits(note: str) -> Chart:
    return Chart(
        "waits", "Time to return", "There is no return to count yet.", Form.TABLE, ("Time",), (), note=note
    )


def _spans(waits: Sequence[Wait]) -> tuple[int, ...]:
    found = [0] * len(_SPANS)
    for wait in waits:
        found[next(place for place, (_, most) in enumerate(_SPANS) if wait.days <= most)] += wait.returns
    return tuple(found)


def _paths(figures: Figures, money: Money) -> Chart | None:
    order = [path for key in _PATHS for path in figures.paths if path.path == key]
    if not order:
        return None
    early = sum(path.returns for path in figures.paths if path.path not in _PATHS)
    on_the_way = f" {early:,} more came back on the way." if early else ""
    return Chart(
        "paths",
        "Came back, by how the path was walked",
        f"How many came back after the whole path, and how many after a path left off.{on_the_way}",
        Form.SHARES,
        ("Path", "Came back"),
        tuple((_PATHS[path.path], share_words(path.returns, path.plans)) for path in order),
        shares=tuple(share_of(path.returns, path.plans) for path in order),
        note="Paths are left off for good reasons too, so the difference is no proof of what a path does.",
    )


def _causes(figures: Figures, money: Money) -> Chart | None:
    if not any(cause.cause for cause in figures.causes):
        return None
    rows = []
    for cause in figures.causes:
        mine = _CAUSES[Cause(cause.cause)] if cause.cause else "Not said"
        theirs = "; ".join(f"“{_shortened(reason)}”" for reason in cause.theirs)
        rows.append((mine, f"{cause.losses:,}", theirs))
    first = max((one for one in figures.causes if one.cause), key=lambda one: one.losses)
    return Chart(
        "causes",
        "Why they went",
        f"You most often read it as “{_CAUSES[Cause(first.cause)].lower()}”. Their words stand beside it.",
        Form.BARS,
        ("As I read it", "Losses", "As they put it"),
        tuple(rows),
        (Series("Losses", tuple(cause.losses for cause in figures.causes)),),
    )


def _kept(figures: Figures, money: Money) -> Chart | None:
    if not any(kept.done for kept in figures.kept):
        return None
    order = [kept for kept in figures.kept if kept.done]
    return Chart(
        "kept",
        "Steps done by their day",
        "A step that was moved counts by the day it was moved to. Late is still done.",
        Form.SHARES,
        ("Step", "By its day"),
        tuple((step_word(StepKind(kept.kind)), share_words(kept.on_time, kept.done)) for kept in order),
        shares=tuple(share_of(kept.on_time, kept.done) for kept in order),
    )


def _cost(figures: Figures, money: Money) -> Chart | None:
    if not figures.spent:
        return None
    rows = tuple(
        (
            spent.currency or "No currency",
            f"{spent.gifts:,}",
            money(spent.amount, spent.currency),
            money(spent.amount // figures.returns, spent.currency) if figures.returns else "",
        )
        for spent in figures.spent
    )
    sentence = (
        "What gifts cost in all, shared among everybody who came back."
        if figures.returns
        else "What gifts cost in all. Nobody has come back yet to share it among."
    )
    return Chart(
        "cost", "Cost per return", sentence, Form.TABLE, ("Currency", "Gifts", "In all", "Per return"), rows,
        note=_currencies([spent.currency for spent in figures.spent]),
    )  # fmt: skip


def _lifetimes(figures: Figures, money: Money) -> Chart | None:
    if not figures.lifetimes:
        return None
    noted = sum(one.returns for one in figures.lifetimes)
    return Chart(
        "lifetimes",
        "Second lifetimes",
        f"Values are noted for {noted:,} of {_cases(figures.returns, 'return')}.",
        Form.TABLE,
        ("Currency", "Customers", "A year", "So far"),
        tuple(
            (
                one.currency or "No currency",
                f"{one.returns:,}",
                money(one.yearly, one.currency),
                money(one.so_far, one.currency),
            )
            for one in figures.lifetimes
        ),
        note=_currencies([one.currency for one in figures.lifetimes]),
    )


def _referrals(figures: Figures, money: Money) -> Chart | None:
    if not figures.referred:
        return None
    total = sum(one.referrals for one in figures.referred)
    names = tuple(
        _TOUCHES[TouchKind(one.touch)] if one.touch else "Out of the blue" for one in figures.referred
    )
    return Chart(
        "referrals",
        "Referrals, by the contact before them",
        f"{_cases(total, 'referral')} so far.",
        Form.BARS,
        ("After", "Referrals"),
        tuple((name, f"{one.referrals:,}") for name, one in zip(names, figures.referred, strict=True)),
        (Series("Referrals", tuple(one.referrals for one in figures.referred)),),
    )


def _deeds(figures: Figures, money: Money) -> Chart | None:
    years = [year for year in figures.years if year.deeds][-_YEARS:]
    if not years:
        return None
    total = sum(year.deeds for year in years)
    return Chart(
        "deeds",
        "Good deeds",
        f"{_cases(total, 'good deed')} noted: people helped and kindnesses done.",
        Form.COLUMNS,
        ("Year", "Good deeds"),
        tuple((str(year.year), f"{year.deeds:,}") for year in years),
        (Series("Good deeds", tuple(year.deeds for year in years)),),
    )


def share_of(part: int, whole: int) -> Share:
    """A share that carries its range where there are cases enough."""
    return Share(part, whole, *wilson(part, whole)) if whole >= SMALL else Share(part, whole)


def _currencies(found: list[str]) -> str:
    if len(found) < 2:
        return ""
    return "Sums in several currencies are shown side by side and never added up."


def _cases(number: int, word: str = "loss") -> str:
    plural = {"loss": "losses"}.get(word, word + "s")
    return f"{number:,} {word if number == 1 else plural}"


def _people(number: int) -> str:
    return f"{number:,}" if number else "None"


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 70 else text[:69].rstrip() + "…"
