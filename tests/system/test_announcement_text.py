# SPDX-License-Identifier: MIT
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.system.announcement_text import escaped, plain, undashed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write to Rosa", "Write to Rosa"),
        ("a\0b\x1b[31m", "ab[31m"),
        ("two\nlines", "two lines"),
        ("x" * 63, "x" * 63),
        ("x" * 64, "x" * 62 + "…"),
        ("😀" * 40, "😀" * 31 + "…"),
        ("\ud800lone", "lone"),
        ("  \t ", ""),
    ],
)
def test_titles(text: str, shown: str) -> None:
    assert plain(text, 63) == shown


def test_a_body_keeps_its_lines() -> None:
    assert plain("one\r\ntwo\n", 255, lines=True) == "one\ntwo"


@given(st.text(st.characters()), st.integers(2, 300), st.booleans())
def test_any_text_fits_and_can_be_sent(text: str, units: int, lines: bool) -> None:
    shown = plain(text, units, lines=lines)
    assert len(shown.encode("utf-16-le")) // 2 <= units
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in shown)
    assert lines or "\n" not in shown


def test_a_leading_dash_is_no_option_and_markup_is_text() -> None:
    assert undashed("-i /etc/hostname").startswith("\u2060-i")
    assert undashed("a-b") == "a-b"
    assert escaped('<img src="/x"> & co') == '&lt;img src="/x"&gt; &amp; co'
