# SPDX-License-Identifier: MIT
"""Shares from small numbers, charts that say everything in words, and the letter to oneself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain.insight_charts import Form, caution, charts
from winback_desktop.domain.insights import (
    CauseCount,
    Felt,
    Figures,
    KeptCount,
    PathCount,
    Referred,
    SecondLifetime,
    Spent,
    Wait,
    YearCount,
    median_wait,
    share_words,
    wilson,
)
from winback_desktop.domain.mood_chart import mood_chart
from winback_desktop.domain.yearly_letter import YearInDeeds, letter

TODAY = date(2026, 11, 20)


def money(amount, currency):
    return f"{amount / 100:.2f} {currency}"


def drawn(**fields):
    return {chart.key: chart for chart in charts(Figures(TODAY, **fields), money)}


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(10, 20, 0.2993, 0.7007), (0, 20, 0.0, 0.1611), (20, 20, 0.8389, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_is_wilsons(part, whole, low, high):
    assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_inside(case):
    part, whole = case
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole + 1e-12
    assert part / whole - 1e-12 <= high <= 1
    other_low, other_high = wilson(whole - part, whole)
    assert (other_low, other_high) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (-1, 5), (6, 5)])
def test_what_is_no_share_is_refused(part, whole):
    with pytest.raises(ValueError):
        wilson(part, whole)


def test_few_cases_are_counted_out_and_many_carry_their_range():
    assert share_words(0, 0) == "none yet"
    assert share_words(3, 11) == "3 of 11"
    assert share_words(5, 19) == "5 of 19"
    assert share_words(10, 20) == "10 of 20, 50 % (30 to 70 %)"
    assert "%" not in " ".join(share_words(part, 19) for part in range(20))


def test_the_median_is_the_lower_middle():
    assert median_wait(()) is None
    assert median_wait((Wait(9, 1), Wait(3, 1))) == 3
    assert median_wait((Wait(3, 1), Wait(9, 3), Wait(400, 1))) == 9


def test_no_figures_draw_nothing_and_say_so():
    assert drawn() == {}
    assert "Nothing is recorded yet" in caution(Figures(TODAY))
    assert "too few for percentages" in caution(Figures(TODAY, (YearCount(2026, 19),)))
    assert "Ranges" in caution(Figures(TODAY, (YearCount(2026, 20),)))


def test_losses_and_returns_stand_side_by_side():
    chart = drawn(years=(YearCount(2025, 7, 1), YearCount(2026, 4, 2)), lost_again=1)["years"]
    assert chart.sentence == "3 of 11 lost came back so far. 1 of 3 who came back left again later."
    assert chart.rows == (("2025", "7", "1"), ("2026", "4", "2"))
    assert [series.values for series in chart.series] == [(7, 4), (1, 2)]
    assert "2025: Lost 7, Came back 1" in chart.words


def test_a_return_before_its_loss_is_told_and_left_out():
    chart = drawn(waits=(Wait(40, 2), Wait(91, 1), Wait(92, 1), Wait(800, 1)), misdated=1)["waits"]
    assert chart.series[0].values == (3, 1, 0, 1)
    assert chart.note.startswith("One return is dated before the loss")
    alone = drawn(misdated=2)["waits"]
    assert alone.form is Form.TABLE
    assert "2 returns are dated before" in alone.note


def test_paths_are_compared_with_care():
    chart = drawn(paths=(PathCount("other", 9, 2), PathCount("left", 21, 3), PathCount("whole", 11, 3)))[
        "paths"
    ]
    assert [row[1] for row in chart.rows] == ["3 of 11", "3 of 21, 14 % (5 to 35 %)"]
    assert [share.low is None for share in chart.shares] == [True, False]
    assert "2 more came back on the way" in chart.sentence
    assert "no proof" in chart.note
    assert "paths" not in drawn(paths=(PathCount("other", 9, 2),))


def test_their_reasons_stand_beside_mine():
    chart = drawn(
        causes=(
            CauseCount("we-did-not-deliver", 3, ("too late", "x" * 200)),
            CauseCount("", 2, ("who knows",)),
        )
    )["causes"]
    assert chart.rows[0][:2] == ("We did not deliver", "3")
    assert chart.rows[0][2].startswith("“too late”; “xxx")
    assert len(chart.rows[0][2]) < 100
    assert chart.rows[1] == ("Not said", "2", "“who knows”")


def test_two_currencies_are_never_added_up():
    found = drawn(
        years=(YearCount(2026, 9, 4),),
        spent=(Spent("EUR", 3, 9001), Spent("USD", 1, 2000)),
        lifetimes=(SecondLifetime("EUR", 2, 100_000, 50_000), SecondLifetime("USD", 1, 1, 1)),
    )
    assert found["cost"].rows[0] == ("EUR", "3", "90.01 EUR", "22.50 EUR")
    assert "never added up" in found["cost"].note
    assert "never added up" in found["lifetimes"].note
    assert found["lifetimes"].sentence == "Values are noted for 3 of 4 returns."
    alone = drawn(spent=(Spent("EUR", 3, 9000),))["cost"]
    assert alone.rows[0][3] == ""
    assert alone.note == ""


def test_how_it_felt_is_told_gently_and_counted_out_when_few():
    felt = (Felt(None, 1, 1), Felt(0, 6, 0), Felt(30, 5, 3), Felt(31, 20, 10), Felt(999, 2, 2))
    chart = mood_chart(felt)
    assert chart.rows == (
        ("With no loss before", "1 of 1"),
        ("In the month after a loss", "3 of 11"),
        ("Two or three months after", "10 of 20, 50 % (30 to 70 %)"),
        ("Longer after", "2 of 2"),
    )
    assert [share.low is None for share in chart.shares] == [True, True, False, True]
    assert chart.sentence.startswith("34 check-ins")
    assert mood_chart(()) is None
    assert mood_chart(felt[:1]).sentence.startswith("1 check-in, ")
    assert all(cell in chart.words for row in chart.rows for cell in row)
    assert "Nothing" not in caution(Figures(TODAY, felt=felt))


def test_every_chart_says_all_it_shows_in_words():
    found = drawn(
        years=(YearCount(2026, 9, 4, 7),),
        waits=(Wait(3, 1),),
        paths=(PathCount("whole", 3, 1),),
        causes=(CauseCount("nothing-we-did", 1),),
        kept=(KeptCount("note", 30, 29), KeptCount("lunch", 0, 0)),
        spent=(Spent("", 1, 100),),
        lifetimes=(SecondLifetime("", 1, 1, 1),),
        referred=(Referred("kindness", 2), Referred("", 1)),
    )
    assert list(found) == [
        "years", "waits", "paths", "causes", "kept", "cost", "lifetimes", "referrals", "deeds",
    ]  # fmt: skip
    for chart in found.values():
        assert all(len(row) == len(chart.headers) for row in chart.rows)
        assert all(cell in chart.words for row in chart.rows for cell in row)
        assert chart.sentence.endswith(".")
        if chart.form in (Form.COLUMNS, Form.BARS):
            assert all(len(series.values) == len(chart.rows) for series in chart.series)
        if chart.form is Form.SHARES:
            assert len(chart.shares) == len(chart.rows)
    assert found["kept"].rows == (("Thank-you note", share_words(29, 30)),)


def test_the_letter_tells_what_was_done_and_never_what_was_not():
    lines = letter(YearInDeeds(2026, 4, 3, 2, 1, 9, 5, 6, ("Anna Brandt",)), "Dana Field")
    text = "\n".join(lines)
    assert lines[0] == "Dear Dana,"
    assert "Four customers left" in text
    assert "wrote three notes, sat down to two lunches and gave one small gift" in text
    assert "six things" in text
    assert "Anna Brandt came back." in text
    empty = "\n".join(letter(YearInDeeds(2026), ""))
    for word in ("no ", "never", "zero", "fail", "only", "0"):
        assert word not in empty.replace("2026", "").lower().split("nobody")[0]
    assert "Nobody you know of left" in empty
    assert "!" not in text + empty


def test_many_returns_are_counted_instead_of_named():
    text = "\n".join(letter(YearInDeeds(2026, 1, names=tuple(f"P{n}" for n in range(30))), ""))
    assert "30 of those who once left came back" in text
