# SPDX-License-Identifier: MIT
"""What is remembered of a printer survives being stored, and anything broken counts as not said."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain import paper
from winback_desktop.domain.paper import Fold, Size
from winback_desktop.domain.printer_habits import (
    MOST_OFF,
    BothSides,
    Feed,
    Habits,
    back_upside_down,
    read_habits,
    written_habits,
)

LENGTHS = st.floats(-MOST_OFF, MOST_OFF)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(
    LENGTHS, LENGTHS, st.floats(0, MOST_OFF), st.sampled_from(BothSides), st.sampled_from(Feed), st.booleans()
)
def test_habits_come_back_as_they_were_stored(right, down, edge, both, feed, up):
    habits = Habits(right, down, edge, both, feed, up).with_size("note", "A6").with_size("note", "A5")
    back = read_habits(json.loads(json.dumps(written_habits(habits))))
    assert back == habits
    assert back.size_for("note") == "A5"
    assert back.size_for("labels") == ""


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(Habits._fields, JSON)) | JSON)
def test_nothing_that_was_stored_breaks_the_reading(kept):
    habits = read_habits(kept)
    assert -MOST_OFF <= habits.right <= MOST_OFF
    assert 0 <= habits.edge <= MOST_OFF
    assert isinstance(habits.both_sides, BothSides)
    assert isinstance(habits.feed, Feed)


@pytest.mark.parametrize(
    ("fold", "sheet", "both", "turned"),
    [
        (Fold.SIDE, "A5-folded", BothSides.SHORT_EDGE, False),
        (Fold.SIDE, "A5-folded", BothSides.LONG_EDGE, True),
        (Fold.SIDE, "A5-folded", BothSides.BY_HAND, True),
        (Fold.TOP, "A5-top-folded", BothSides.SHORT_EDGE, False),
        (Fold.TOP, "A5-top-folded", BothSides.LONG_EDGE, True),
        (Fold.SIDE, "A4", BothSides.LONG_EDGE, False),
        (Fold.SIDE, "A4", BothSides.SHORT_EDGE, True),
    ],
)
def test_the_cover_stands_upright_whichever_edge_the_sheet_is_turned_over(fold, sheet, both, turned):
    """Turn a sheet of paper in your hand: a book's page goes over its upright edge, a pad's over its head."""
    assert back_upside_down(fold, paper.parse(sheet), both) is turned


def test_a_wide_sheet_and_an_upright_one_are_turned_over_other_edges():
    wide, upright = Size("", "", 297, 210), Size("", "", 210, 297)
    for both in (BothSides.LONG_EDGE, BothSides.SHORT_EDGE):
        assert back_upside_down(Fold.SIDE, wide, both) is not back_upside_down(Fold.SIDE, upright, both)
