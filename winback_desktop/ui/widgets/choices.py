# SPDX-License-Identifier: MIT
"""A drop-down list and a check box drawn from the tokens."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme

_BOX = 18


class Choice(QComboBox):
    """A drop-down of (key, words). The wheel scrolls the page and never changes what was chosen."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]] = (),
        current: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices, current)

    def set_choices(self, choices: Sequence[tuple[str, str]], current: str = "") -> None:
        """Offer other choices."""
        self.blockSignals(True)
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.blockSignals(False)
        self.set_current(current)

    def current(self) -> str:
        """The chosen key."""
        return str(self.currentData() or "")

    def set_current(self, key: str) -> None:
        """Choose without a signal; an unknown key changes nothing."""
        index = self.findData(key)
        if index >= 0:
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = self._theme.em(16)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 10 if rtl else self.width() - edge - 10
        drawn = self._theme.pixmap("chevron-down", "text2", edge, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF(x, (self.height() - edge) / 2), drawn)


class Check(QCheckBox):
    """A check box; its words are shown as they are, ampersands too."""

    def __init__(
        self, theme: Theme, words: str, checked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setChecked(checked)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        box = self._theme.em(_BOX)
        return QSize(box + 16 + metrics.horizontalAdvance(self._words), max(32, metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 80), self.sizeHint().height())

    def hitButton(self, position) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.em(_BOX)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - edge - 3 if rtl else 3
        box = QRectF(x + 0.5, (self.height() - edge) / 2 + 0.5, edge - 1, edge - 1)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 6, 6)
        on = self.isChecked()
        painter.setPen(QPen(self._theme.colour("accent" if on else "control_border"), 1))
        painter.setBrush(self._theme.colour("accent" if on else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            tick = self._theme.pixmap("check", "on_accent", edge - 4, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + 1.5, box.top() + 1.5), tick)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "disabled"))
        words = self.rect().adjusted(0 if rtl else edge + 12, 0, -edge - 12 if rtl else 0, 0)
        text = QFontMetrics(painter.font()).elidedText(
            self._words, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
