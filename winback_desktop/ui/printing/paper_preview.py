# SPDX-License-Identifier: MIT
"""The paper on the screen: what will be printed, in true proportion, white in every theme."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from winback_desktop.ui.printing.marks import Document, Page
from winback_desktop.ui.printing.painting import paint

_SPACE = 18
_SHADOW = 10
_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.5, 4.0


class PaperPreview(QWidget):
    """Shows one page of a `Document` with a soft shadow, as large as the room allows times the zoom.

    Ctrl with the wheel, and the + − 0 keys, zoom; PgUp and PgDn turn the page; the arrow keys and
    dragging move a page that is larger than the room. Screen readers are told the page's words.
    """

    page_turned = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = Document("", ())
        self._number = 0
        self._zoom = 1.0
        self._offset = QPointF()
        self._dragged_from: QPointF | None = None
        self._drawn: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)
        self.setAccessibleName(self.tr("Preview of the paper"))

    def sizeHint(self) -> QSize:
        return QSize(420, 560)

    @property
    def document(self) -> Document:
        """What is shown."""
        return self._document

    def set_document(self, document: Document) -> None:
        """Show ``document``; the page looked at stays, if there is still such a page."""
        if document == self._document:
            return
        self._document = document
        self._number = min(self._number, max(0, len(document.pages) - 1))
        self._changed()

    @property
    def page_number(self) -> int:
        """The page shown, counted from 0."""
        return self._number

    def set_page_number(self, number: int) -> None:
        """Turn to another page; numbers that do not exist are ignored."""
        if 0 <= number < len(self._document.pages) and number != self._number:
            self._number = number
            self._changed()
            self.page_turned.emit(number)

    @property
    def zoom(self) -> float:
        """1.0 shows the whole page."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the page larger or smaller than the room, between a half and four times."""
        zoom = min(max(zoom, _SMALLEST_ZOOM), _LARGEST_ZOOM)
        if zoom != self._zoom:
            self._zoom = zoom
            self._changed()
            self.zoom_changed.emit(zoom)

    def paper_rectangle(self) -> QRectF:
        """Where the sheet lies in the widget, in its pixels."""
        page = self._page()
        if page is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(_SPACE, _SPACE, -_SPACE, -_SPACE)
        scale = min(room.width() / page.width, room.height() / page.height) * self._zoom
        width, height = max(1.0, page.width * scale), max(1.0, page.height * scale)
        beyond_x, beyond_y = max(0.0, (width - room.width()) / 2), max(0.0, (height - room.height()) / 2)
        x = min(max(self._offset.x(), -beyond_x), beyond_x)
        y = min(max(self._offset.y(), -beyond_y), beyond_y)
        return QRectF(room.center().x() - width / 2 + x, room.center().y() - height / 2 + y, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        page = self._page()
        painter = QPainter(self)
        if page is not None:
            sheet = self.paper_rectangle()
            _shadow(painter, sheet)
            painter.drawImage(sheet.topLeft(), self._image(page, sheet))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Left: QPointF(40, 0),
            Qt.Key.Key_Right: QPointF(-40, 0),
            Qt.Key.Key_Up: QPointF(0, 40),
            Qt.Key.Key_Down: QPointF(0, -40),
        }
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom * 1.25)
        elif key == Qt.Key.Key_Minus:
            self.set_zoom(self._zoom / 1.25)
        elif key == Qt.Key.Key_0:
            self._offset = QPointF()
            self.set_zoom(1.0)
        elif key == Qt.Key.Key_PageDown:
            self.set_page_number(self._number + 1)
        elif key == Qt.Key.Key_PageUp:
            self.set_page_number(self._number - 1)
        elif key in steps and self._zoom > 1.0:
            self._move(steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.set_zoom(self._zoom * (1.15 if turned > 0 else 1 / 1.15))
            event.accept()
        elif self._zoom > 1.0:
            self._move(QPointF(event.angleDelta()) / 2)
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._dragged_from is not None and self._zoom > 1.0:
            self._move(here - self._dragged_from)
            self._dragged_from = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._drawn = None
            self.update()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._drawn = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _page(self) -> Page | None:
        pages = self._document.pages
        return pages[self._number] if pages else None

    def _changed(self) -> None:
        self._drawn = None
        self.setAccessibleDescription(self._in_words())
        self.update()

    def _in_words(self) -> str:
        page = self._page()
        if page is None:
            return ""
        count = len(self._document.pages)
        where = (
            self.tr("Page {number} of {count}. ").format(number=self._number + 1, count=count)
            if count > 1
            else ""
        )
        measure = self.tr("{width} by {height} millimetres.").format(
            width=round(page.width), height=round(page.height)
        )
        return f"{where}{page.title}, {measure}\n{page.words}"

    def _move(self, by: QPointF) -> None:
        before = self.paper_rectangle().center()
        self._offset += by
        after = self.paper_rectangle().center()
        # Keep only what really moved, so that pushing against an edge is not remembered.
        self._offset += (after - before) - by
        self.update()

    def _image(self, page: Page, sheet: QRectF) -> QImage:
        """The sheet as pixels; kept until something changes, so that a repaint costs nothing."""
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(sheet.width() * ratio)), max(1, round(sheet.height() * ratio)))
        if self._drawn is None or self._drawn.size() != size:
            drawn = QImage(size, QImage.Format.Format_RGB32)
            drawn.fill(QColor("#FFFFFF"))
            painter = QPainter(drawn)
            paint(painter, page, size.width() / page.width)
            painter.end()
            drawn.setDevicePixelRatio(ratio)
            self._drawn = drawn
        return self._drawn


def _shadow(painter: QPainter, sheet: QRectF) -> None:
    """A soft edge, a little lower than the sheet, as from a lamp above."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(_SHADOW, 0, -1):
        near = 1 - step / (_SHADOW + 1)
        painter.setBrush(QColor(31, 28, 20, round(3 + 9 * near * near)))
        painter.drawRoundedRect(sheet.adjusted(-step, -step + 3, step, step + 3), step + 1, step + 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(31, 28, 20, 38), 1))
    painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.restore()
