# SPDX-License-Identifier: MIT
"""The preview shows the paper in true proportion, white, and tells a screen reader what stands on it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from winback_desktop.domain import paper
from winback_desktop.ui.printing import card
from winback_desktop.ui.printing.card import CardJob, Mode
from winback_desktop.ui.printing.paper_preview import PaperPreview


@pytest.fixture
def preview(qtbot: QtBot) -> PaperPreview:
    widget = PaperPreview()
    qtbot.addWidget(widget)
    widget.resize(400, 500)
    widget.set_document(card.preview(CardJob("Dear Rosa,\nthank you.", paper.parse("A6"), Mode.COPY))[0])
    return widget


@pytest.mark.parametrize("key", ["A6", "99x210", "Letter-third", "A5-folded"])
@pytest.mark.parametrize("room", [(400, 500), (700, 240), (160, 160)])
def test_the_sheet_has_its_true_proportion(preview: PaperPreview, key: str, room: tuple[int, int]) -> None:
    size = paper.parse(key)
    preview.set_document(card.preview(CardJob("Thank you", size, Mode.HAND))[0])
    preview.resize(*room)
    sheet = preview.paper_rectangle()
    assert sheet.width() / sheet.height() == pytest.approx(size.width / size.height, rel=0.01)
    assert preview.rect().contains(sheet.toAlignedRect())


def test_paper_is_white_on_a_dark_page(preview: PaperPreview) -> None:
    palette = preview.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#1D2122"))
    preview.setPalette(palette)
    picture = preview.grab().toImage()
    sheet = preview.paper_rectangle()
    assert picture.pixelColor(sheet.topLeft().toPoint() + QPoint(4, 4)) == QColor("#FFFFFF")
    inked = {
        picture.pixelColor(x, y).lightness()
        for x in range(int(sheet.left()) + 4, int(sheet.right()) - 4, 2)
        for y in range(int(sheet.top()) + 4, int(sheet.bottom()) - 4)
    }
    assert min(inked) < 90


def test_a_screen_reader_hears_the_words(preview: PaperPreview) -> None:
    assert preview.accessibleName() == "Preview of the paper"
    assert "Page 1 of 2" in preview.accessibleDescription()
    assert "105 by 148 millimetres" in preview.accessibleDescription()
    assert "Dear Rosa,\nthank you." in preview.accessibleDescription()


def test_keys_turn_the_page_and_zoom(preview: PaperPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.page_turned):
        qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page_number == 1
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page_number == 1
    whole = preview.paper_rectangle().width()
    with qtbot.waitSignal(preview.zoom_changed):
        qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.paper_rectangle().width() > whole
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.paper_rectangle().width() == pytest.approx(whole)
    for _ in range(20):
        qtbot.keyClick(preview, Qt.Key.Key_Minus)
    assert preview.zoom == 0.5


def test_a_large_sheet_moves_only_as_far_as_it_reaches(preview: PaperPreview, qtbot: QtBot) -> None:
    preview.set_zoom(3.0)
    for _ in range(100):
        qtbot.keyClick(preview, Qt.Key.Key_Down)
    lowest = preview.paper_rectangle()
    assert lowest.bottom() == pytest.approx(preview.height() - 18, abs=1)
    qtbot.keyClick(preview, Qt.Key.Key_Up)
    assert preview.paper_rectangle().top() > lowest.top()


def test_the_wheel_with_ctrl_zooms(preview: PaperPreview) -> None:
    middle = QPointF(preview.rect().center())
    turned = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(preview, turned)
    assert preview.zoom > 1.0


def test_a_shorter_document_shows_its_last_page(preview: PaperPreview) -> None:
    preview.set_page_number(1)
    preview.set_document(card.preview(CardJob("Thank you", paper.parse("A6"), Mode.HAND))[0])
    assert preview.page_number == 0
    preview.set_document(card.Document("", ()))
    assert preview.paper_rectangle().isEmpty()
    assert not preview.grab().isNull()
