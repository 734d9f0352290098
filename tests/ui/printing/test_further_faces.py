# SPDX-License-Identifier: MIT
"""Letters that the faces lack are drawn by fonts that are named, so that no page has to search for them."""

import pytest

from winback_desktop.domain import paper
from winback_desktop.ui.printing import faces, layout
from winback_desktop.ui.printing.further_faces import further
from winback_desktop.ui.printing.marks import Face

HAN = "谢谢你们三年来的信任与合作，祝一切顺利。" * 40


@pytest.mark.parametrize("face", list(Face))
def test_what_the_face_has_itself_needs_no_other_font(face: Face) -> None:
    assert further("Dear Zoë, “thank you” – Ваша Анна", face) == ()


@pytest.mark.parametrize("face", list(Face))
def test_a_font_is_named_for_letters_that_the_face_lacks(face: Face) -> None:
    lacking = [letter for letter in "谢ا❤" if not faces.uncovered(letter, Face.PLAIN)]
    for letter in lacking:
        named = further(letter, face)
        assert named or face is not Face.HAND
        assert further(letter, face)[: len(named)] == named


def test_letters_that_no_font_has_are_no_reason_to_stop() -> None:
    assert isinstance(further("\u0783\U000e0041\U0001fbff\ue123", Face.HAND), tuple)


@pytest.mark.parametrize("text", [HAN, "Thank you 🙏 dear\u0301 謝謝\n\nشكرا جزيلا, Rosa " * 9])
def test_breaking_again_gives_the_lines_that_breaking_anew_gives(text: str) -> None:
    for key in ("A6", "A5", "hagaki", "A4-folded"):
        fitted = layout.fit(text, paper.parse(key))
        anew = layout.broken(layout.clean(text), Face.HAND, fitted.em, fitted.ruling.width)
        assert fitted.lines == anew
