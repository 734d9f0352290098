# SPDX-License-Identifier: MIT
"""A sheet that shows how far a printer is off: a cross at a known place, and scales to read it by."""

from winback_desktop.domain.paper import Size
from winback_desktop.ui.printing.blocks import Column
from winback_desktop.ui.printing.marks import INK, SOFT_INK, Document, Face, Mark, Page, Rule, Text

FROM_EDGE = 30.0
"""Where the two long lines should be: so many millimetres from the left and from the upper edge."""


def compose(sheet: Size) -> Document:
    """Draw the calibration sheet for ``sheet``."""
    right, bottom = sheet.width - 20, sheet.height - 20
    marks: list[Mark] = [
        Rule(FROM_EDGE, 12, FROM_EDGE, bottom, 0.2, INK),
        Rule(12, FROM_EDGE, right, FROM_EDGE, 0.2, INK),
    ]
    column = Column(FROM_EDGE + 8, FROM_EDGE + 10, sheet.width - FROM_EDGE - 28, bottom)
    column.write("Is this printer exact?", 6.0, Face.BOLD, leading=1.7)
    for words in (
        f"1.  Measure from the left edge of the paper to the upright line. It should be {FROM_EDGE:.0f} mm.",
        f"2.  Measure from the upper edge of the paper to the level line. It should be {FROM_EDGE:.0f} mm.",
        f"3.  What is missing to {FROM_EDGE:.0f} mm is the shift to set for this printer: "
        f"28 mm on the left means 2 mm to the right.",
        "4.  The scale below should be exactly 100 mm long. If it is not, the printer changes the size: "
        "choose “actual size” in its settings.",
    ):
        column.write(words, 4.0, indent=0.0, leading=1.45)
        column.space(2.0)
    column.space(6.0)
    marks.extend(column.marks)
    marks.extend(_scale(column.x, column.y))
    return Document("Calibration sheet", (Page(sheet.width, sheet.height, tuple(marks), "Calibration"),))


def _scale(x: float, y: float) -> list[Mark]:
    marks: list[Mark] = [Rule(x, y, x + 100, y, 0.2, INK)]
    for millimetre in range(101):
        height = 5.0 if millimetre % 10 == 0 else 3.5 if millimetre % 5 == 0 else 2.2
        marks.append(Rule(x + millimetre, y, x + millimetre, y + height, 0.15, INK))
    for millimetre in range(0, 101, 20):
        marks.append(Text(x + millimetre - 1, y + 9, str(millimetre), 3.0, Face.PLAIN, SOFT_INK))
    return marks
