# SPDX-License-Identifier: MIT
"""Paints days and chips from the tokens; what was measured once is kept until the look changes."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from winback_desktop.ui.calendar.day_layout import lay_out
from winback_desktop.ui.calendar.model import DayModel
from winback_desktop.ui.calendar.rows import Chip, DayCell
from winback_desktop.ui.theme import Theme

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = (int(_LINE | side) for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight))
_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter)
_ICON = 13
_BAR = 3.5
_START = 10
_MOST_CACHED = 5000
_MOST_GROUNDS = 200


class ChipPainter:
    """Draws chips; used by the grid, the ghost under the mouse and the agenda alike."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[float, int], tuple[QFont, QFontMetrics]] = {}
        self._cut: dict[tuple[str, int, float], str] = {}
        self._set: dict[tuple[str, int, float], QStaticText] = {}
        self._grounds: dict[tuple[object, ...], QPixmap] = {}

    def forget(self) -> None:
        """The look has changed: measure anew."""
        self._fonts.clear()
        self._cut.clear()
        self._set.clear()
        self._grounds.clear()

    def font(self, factor: float, weight: int = 400) -> tuple[QFont, QFontMetrics]:
        """A font of the scale and its measures."""
        found = self._fonts.get((factor, weight))
        if found is None:
            font = self._theme.font(factor, weight)
            found = self._fonts[factor, weight] = font, QFontMetrics(font)
        return found

    def cut(self, text: str, width: int, factor: float, weight: int = 400, chip: Chip | None = None) -> str:
        """The text, else the chip's short name, else the text's beginning with "…", whichever fits."""
        key = (text, width, factor + weight)
        found = self._cut.get(key)
        if found is None:
            metrics = self.font(factor, weight)[1]
            forms = (text, chip.short) if chip else (text,)
            fits = next((form for form in forms if metrics.horizontalAdvance(form) <= width), None)
            found = fits or metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            if len(self._cut) > _MOST_CACHED:
                self._cut.clear()
            self._cut[key] = found
        return found

    def paint(
        self,
        painter: QPainter,
        area: QRect,
        chip: Chip,
        rtl: bool,
        *,
        selected: bool = False,
        roomy: bool = False,
    ) -> None:
        """One chip: a tint with a solid bar on its leading edge, an icon and the person's name."""
        if selected:
            self._frame(painter, area, chip, rtl, selected, roomy)
        else:
            painter.drawPixmap(area.topLeft(), self._ground(painter, area.size(), chip, rtl, roomy))
        self._words(painter, area, chip, rtl, roomy)

    def _ground(self, painter: QPainter, size: QSize, chip: Chip, rtl: bool, roomy: bool) -> QPixmap:
        """All of a chip but its words; the same for every chip of its kind, so drawn once."""
        dpr = painter.device().devicePixelRatioF()
        key = size.width(), size.height(), chip.kind, chip.done, chip.mark, rtl, roomy, dpr
        found = self._grounds.get(key)
        if found is None:
            found = QPixmap(size * dpr)
            found.setDevicePixelRatio(dpr)
            found.fill(Qt.GlobalColor.transparent)
            with QPainter(found) as drawing:
                self._frame(drawing, QRect(QPoint(0, 0), size), chip, rtl, False, roomy)
            if len(self._grounds) > _MOST_GROUNDS:
                self._grounds.clear()
            self._grounds[key] = found
        return found

    def _frame(
        self, painter: QPainter, area: QRect, chip: Chip, rtl: bool, selected: bool, roomy: bool
    ) -> None:
        theme = self._theme
        shade = theme.step_shade(chip.kind)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(area)
        if selected or theme.tokens.contrast:
            painter.setPen(QPen(theme.colour("focus" if selected else f"{shade}.solid"), 2))
            frame.adjust(1, 1, -1, -1)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken" if chip.done else f"{shade}.tint"))
        painter.drawRoundedRect(frame, 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("control_border" if chip.done else f"{shade}.solid"))
        bar = QRectF(area.right() + 1 - _BAR if rtl else area.left(), area.top(), _BAR, area.height())
        if selected:
            bar.adjust(0, 2, 0, -2)
            bar.translate(-2 if rtl else 2, 0)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        if area.width() > 36:
            icon = theme.em(_ICON)
            line = area.height() // 2 if roomy else area.height()
            x = area.right() + 1 - _START - icon if rtl else area.left() + _START
            ink = "ok.solid" if chip.mark else "text2" if chip.done else f"{shade}.solid"
            name = "check" if chip.mark else theme.step_icon(chip.kind)
            drawn = theme.pixmap(name, ink, icon, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(x, area.top() + (line - icon) / 2), drawn)

    def _words(self, painter: QPainter, area: QRect, chip: Chip, rtl: bool, roomy: bool) -> None:
        theme = self._theme
        before = _START + theme.em(_ICON) + 5
        room = area.width() - before - 4
        if room < 10:
            return
        line = area.height() // 2 if roomy else area.height()
        painter.setPen(theme.colour("text2" if chip.done else f"{theme.step_shade(chip.kind)}.on"))
        text = QRect(area.left() + (4 if rtl else before), area.top(), room, line)
        side = _RIGHT if rtl else _LEFT
        weight = 600 if roomy else 500
        painter.setFont(self.font(0.88, weight)[0])
        painter.drawText(text, side, self.cut(chip.name, room, 0.88, weight, chip))
        if roomy:
            painter.setFont(self.font(0.8)[0])
            below = text.translated(0, line - 3)
            painter.drawText(below, side, self.cut(chip.detail, room, 0.8))

    def say(self, painter: QPainter, area: QRect, text: str, side: int, factor: float, weight: int) -> None:
        """One line in the middle of the height, for what stands on many days: its letters are set once."""
        key = text, area.width(), factor + weight
        found = self._set.get(key)
        if found is None:
            found = QStaticText(self.cut(text, area.width(), factor, weight))
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(font=self.font(factor, weight)[0])
            if len(self._set) > _MOST_CACHED:
                self._set.clear()
            self._set[key] = found
        size = found.size()
        spare = area.width() - size.width()
        left = spare if side == _RIGHT else spare / 2 if side == _MIDDLE else 0
        painter.setFont(self.font(factor, weight)[0])
        painter.drawStaticText(
            QPointF(area.left() + left, area.top() + round((area.height() - size.height()) / 2)), found
        )


class DayDelegate(QStyledItemDelegate):
    """Paints a whole day in one go; ``selected``, ``target`` and ``marked`` days are set by the grid."""

    def __init__(self, theme: Theme, model: DayModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.chips = ChipPainter(theme)
        self.selected = 0
        self.target: object = None
        self.marked: tuple[date, date] | None = None
        self.refused = False
        self.roomy = False
        theme.changed.connect(self.chips.forget)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = self._model.cell(index)
        if cell is None:
            return
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each name reads its own way
        area, theme = option.rect, self._theme
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        self._ground(painter, area, cell, rtl)
        place = lay_out(cell, area, theme, option.direction, self.roomy)
        self._number(painter, place.number, cell)
        if cell.closed and place.name.width() > 24:
            self._label(painter, place.name, cell.closed, 0.8, "text2", rtl)
        for rect, chip in place.chips:
            chosen = bool(chip.step) and chip.step == self.selected
            self.chips.paint(painter, rect, chip, rtl, selected=chosen, roomy=self.roomy)
        if place.hidden and place.more.height() > 6:
            beside = place.more.top() < place.number.bottom()
            text = f"+{place.hidden}" if beside else f"+{place.hidden} more"
            side = rtl != beside
            self._label(painter, place.more.adjusted(3, 0, -3, 0), text, 0.8, "text2", side)
        self._rings(painter, area, option, cell)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, cell: DayCell, rtl: bool) -> None:
        theme = self._theme
        ground = "holiday" if cell.closed else "weekend" if cell.weekend else "surface"
        painter.fillRect(area, theme.colour(ground))
        line = theme.colour("divider")
        painter.fillRect(area.left() if rtl else area.right(), area.top(), 1, area.height(), line)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, line)

    def _number(self, painter: QPainter, area: QRect, cell: DayCell) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QRectF(area).adjusted(1, 1, -1, -1))
        ink = "on_accent" if cell.today else "text" if cell.inside else "text3"
        painter.setPen(theme.colour(ink))
        weight = 600 if cell.today else 400
        self.chips.say(painter, area, str(cell.day.day), _MIDDLE, 0.9, weight)

    def _label(self, painter: QPainter, area: QRect, text: str, factor: float, ink: str, right: bool) -> None:
        painter.setPen(self._theme.colour(ink))
        self.chips.say(painter, area, text, _RIGHT if right else _LEFT, factor, 400)

    def _rings(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, cell: DayCell) -> None:
        theme = self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(area).adjusted(1, 1, -2, -2)
        view = self.parent()
        current = isinstance(view, QWidget) and view.hasFocus() and view.currentIndex() == option.index
        if self.marked and self.marked[0] <= cell.day <= self.marked[1]:
            tint = QColor(theme.colour("focus"))
            tint.setAlpha(40)
            painter.fillRect(area, tint)
        if cell.day == self.target:
            ink = theme.colour("danger.solid" if self.refused else "accent")
            painter.setPen(QPen(ink, 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, 4, 4)
        elif current:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(frame)
