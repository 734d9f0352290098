# SPDX-License-Identifier: MIT
"""A segmented control: a few choices side by side, of which one, or none yet, is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(1.0, 600))
        return QSize(metrics.horizontalAdvance(self._words) + 28, max(36, metrics.height() + 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        ground = "accent_tint" if chosen else "sunken" if self.underMouse() else "surface"
        width = 2 if chosen and self._theme.tokens.contrast else 1
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "control_border"), width))
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(area, 8, 8)
        painter.setFont(self._theme.font(1.0, 600 if chosen else 400))
        ink = "disabled" if not self.isEnabled() else "on_accent_tint" if chosen else "text"
        painter.setPen(self._theme.colour(ink))
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 12)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)


class SegmentedControl(QWidget):
    """``choices`` are (key, words). Left and Right move, Space chooses; ``optional`` lets a click on the
    chosen one choose none again. ``columns`` puts so many in a row, 0 all of them."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]],
        current: str = "",
        *,
        optional: bool = False,
        columns: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        in_row = columns or len(choices)
        self._optional = optional
        self._keys = [key for key, _ in choices]
        self._before = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for index, (_, words) in enumerate(choices):
            segment = _Segment(theme, words, self)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, index)
            grid.addWidget(segment, index // max(1, in_row), index % max(1, in_row))
        grid.setColumnStretch(in_row, 0 if columns else 1)
        self._group.idClicked.connect(self._clicked)
        self.set_current(current)

    def current(self) -> str:
        """The chosen key, or an empty text."""
        return self._before

    def set_current(self, key: str) -> None:
        """Choose without a signal; an unknown key chooses none."""
        self._before = key if key in self._keys else ""
        for index, each in enumerate(self._keys):
            self._group.button(index).setChecked(each == self._before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        at = next((i for i in range(len(self._keys)) if self._group.button(i).hasFocus()), 0)
        self._group.button((at + step) % len(self._keys)).setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self, index: int) -> None:
        key = self._keys[index]
        self.set_current("" if self._optional and key == self._before else key)
        self.chosen.emit(self._before)
