# SPDX-License-Identifier: MIT
"""Where ink stands on a page, to tell what a printer would cut off at the edges."""

from winback_desktop.application.failures import Refused
from winback_desktop.ui.printing import faces
from winback_desktop.ui.printing.marks import Document, Page, Text


def free_edge(page: Page) -> float:
    """The width (mm) of the border that is free of words all around; the page's own for an empty one."""
    edges = [min(page.width, page.height) / 2]
    for mark in page.marks:
        if isinstance(mark, Text):
            wide = faces.width(mark.words, mark.face, mark.size)
            left = mark.x - wide if mark.rtl else mark.x
            top, bottom = mark.baseline - 0.75 * mark.size, mark.baseline + 0.25 * mark.size
            edges += [left, top, page.width - left - wide, page.height - bottom]
    return min(edges)


def check_edges(document: Document, border: float) -> None:
    """Raise `Refused` when words stand within the ``border`` (mm) that a printer leaves empty."""
    for page in document.pages:
        free = free_edge(page)
        if free + 0.05 < border:
            raise Refused(
                f"This printer leaves {border:.1f} mm empty at the edges, and words stand "
                f"{max(free, 0):.1f} mm from one. "
                "Choose a larger card or several on a sheet, or correct the border under “This printer”.",
                "edge",
            )
