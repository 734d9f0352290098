# SPDX-License-Identifier: MIT
"""Icons are drawn as QtSvg would draw them."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from winback_desktop.ui.icon_paths import icon_path
from winback_desktop.ui.resources import pixmap, resource

ICONS = sorted(resource("icons").glob("*.svg"))
EDGE = 72


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_an_icon_looks_as_its_drawing(qapp, file):
    ours = pixmap(file.stem, "#000000", EDGE).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    theirs = QImage(EDGE, EDGE, QImage.Format.Format_ARGB32)
    theirs.fill(Qt.GlobalColor.transparent)
    painter = QPainter(theirs)
    source = file.read_text(encoding="utf-8").replace("currentColor", "#000000")
    source = source.replace('stroke-width="2"', 'stroke-width="1.75"')
    QSvgRenderer(source.encode("utf-8")).render(painter, QRectF(0, 0, EDGE, EDGE))
    painter.end()
    drawn, meant = (bytes(image.constBits())[3::4] for image in (ours, theirs))  # little-endian: alpha last
    apart = sum(abs(one - other) for one, other in zip(drawn, meant, strict=True))
    assert apart < 0.05 * sum(meant)


def test_a_command_that_no_icon_uses_is_refused(qapp):
    with pytest.raises(ValueError, match="“Q”"):
        icon_path('<path d="M0 0Q1 1 2 2" />')
