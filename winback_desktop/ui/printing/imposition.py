# SPDX-License-Identifier: MIT
"""Puts cards onto ordinary sheets, as many as go on one, with marks that say where to cut."""

from winback_desktop.application.failures import Refused
from winback_desktop.domain.paper import Fold, Size
from winback_desktop.ui.printing.marks import SOFT_INK, Box, Document, Mark, Page, Rule, Text

_EDGE = 5.0
_GAP = 6.0
_TICK, _AWAY = 3.0, 1.0


def on_sheets(document: Document, sheet: Size, copies: int = 1, turned_over: Fold | None = None) -> Document:
    """``document`` on sheets of ``sheet``, each page ``copies`` times, in reading order.

    The sheet lies upright or wide, whichever takes more. ``turned_over`` makes
    these the second sides of cards with that fold: each lies behind the first
    side that came at the same turn. Raises `Refused` when a page is larger than
    the sheet leaves room for.
    """
    pages = tuple(page for page in document.pages for _ in range(copies))
    width = max(page.width for page in pages)
    height = max(page.height for page in pages)
    upright = _grid(sheet.width, sheet.height, width, height)
    wide = _grid(sheet.height, sheet.width, width, height)
    across, down = upright
    sheet_width, sheet_height = sheet.width, sheet.height
    if wide[0] * wide[1] > across * down:
        across, down = wide
        sheet_width, sheet_height = sheet.height, sheet.width
    if across * down == 0:
        raise Refused(
            f"A card of {width:.0f} × {height:.0f} mm does not go on the {sheet.label}. "
            "Choose a smaller card or larger paper.",
            "size",
        )
    left = (sheet_width - across * width - (across - 1) * _GAP) / 2
    top = (sheet_height - down * height - (down - 1) * _GAP) / 2
    sheets = []
    for start in range(0, len(pages), across * down):
        marks: list[Mark] = []
        for place, page in enumerate(pages[start : start + across * down]):
            x = left + (place % across) * (width + _GAP)
            y = top + (place // across) * (height + _GAP)
            if turned_over is Fold.TOP:
                y = sheet_height - y - height
            elif turned_over is not None:
                x = sheet_width - x - width
            marks.extend(_moved(mark, x, y) for mark in page.marks)
            marks.extend(_cuts(x, y, page.width, page.height))
        sheets.append(Page(sheet_width, sheet_height, tuple(marks), f"{document.title}, to cut out"))
    return Document(document.title, tuple(sheets))


def _grid(sheet_width: float, sheet_height: float, width: float, height: float) -> tuple[int, int]:
    across = int((sheet_width - 2 * _EDGE + _GAP + 1e-6) / (width + _GAP))
    down = int((sheet_height - 2 * _EDGE + _GAP + 1e-6) / (height + _GAP))
    # One large card may use the whole sheet; its cut marks are then its own edges.
    if across == 0 and width <= sheet_width:
        across = 1
    if down == 0 and height <= sheet_height:
        down = 1
    return across, down


def _moved(mark: Mark, x: float, y: float) -> Mark:
    if isinstance(mark, Text):
        return mark._replace(x=mark.x + x, baseline=mark.baseline + y)
    if isinstance(mark, Box):
        return mark._replace(x=mark.x + x, y=mark.y + y)
    return mark._replace(x1=mark.x1 + x, y1=mark.y1 + y, x2=mark.x2 + x, y2=mark.y2 + y)


def _cuts(x: float, y: float, width: float, height: float) -> list[Mark]:
    """Ticks outside each corner, so that none is left on the card."""
    marks: list[Mark] = []
    for edge_x, outwards in ((x, -1), (x + width, 1)):
        for edge_y in (y, y + height):
            start = edge_x + outwards * _AWAY
            marks.append(Rule(start, edge_y, start + outwards * (_TICK - _AWAY), edge_y, 0.15, SOFT_INK))
    for edge_y, outwards in ((y, -1), (y + height, 1)):
        for edge_x in (x, x + width):
            start = edge_y + outwards * _AWAY
            marks.append(Rule(edge_x, start, edge_x, start + outwards * (_TICK - _AWAY), 0.15, SOFT_INK))
    return marks
