# SPDX-License-Identifier: MIT
"""Which words may be quoted to the person themselves."""

import pytest

from winback_desktop.domain.quoting import can_be_quoted


@pytest.mark.parametrize(
    ("words", "can"),
    [
        ("I grill every Sunday with my brother", True),
        ("Only film.", True),
        ("Anything with a saxophone.", True),
        ("told me at the fair that he grills every Sunday", False),
        ("Loves opera and trout fishing", False),
        ("Her spaniel is called Biscuit", False),
        ("Rang about the invoice, has taken up sailing", False),
        ("", False),
        ("  ", False),
    ],
)
def test_a_jotting_about_somebody_is_never_quoted(words: str, can: bool) -> None:
    assert can_be_quoted(words) is can
