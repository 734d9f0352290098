# SPDX-License-Identifier: MIT
"""Buttons with icon and words: one primary a page, secondary beside it, quiet for the rest."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.tooltips import plain_tip

ICON = 17
_GAP = 8
_SIDE = 15
_HEIGHT = 36


class Button(QPushButton):
    """A push button drawn from the tokens. Its words are never read as a mnemonic or as markup."""

    kind = "secondary"

    def __init__(self, theme: Theme, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._icon_name = icon
        self._hinted: tuple[str, str, int] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(text)

    def words(self) -> str:
        """The text as shown."""
        return self._words

    def set_words(self, text: str) -> None:
        """Change the text; an ampersand is shown as itself."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        if text:
            self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon_name = name
        self.update()

    def sizeHint(self) -> QSize:
        seen = (self._words, self._icon_name, self._theme.scale)
        if self._hinted != seen:  # a layout asks several times
            self._hinted, self._hint = seen, self._measured()
        return self._hint

    def _measured(self) -> QSize:
        metrics = self._measured_font()[1]
        width = 2 * _SIDE + metrics.horizontalAdvance(self._words)
        if self._icon_name:
            width += self._theme.em(ICON) + (_GAP if self._words else 0)
        return QSize(max(width, _HEIGHT), max(_HEIGHT, metrics.height() + 16))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 64), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside of a dialog Qt presses a button by Space only; people expect Enter to work as well.
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, ink = self._colours()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.colour(border), 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            self._draw_focus(painter)
        self._draw_content(painter, ink)

    def _measured_font(self) -> tuple[QFont, QFontMetrics]:
        return self._theme.measured_font(1.0, 600 if self.kind in ("primary", "danger") else 400)

    def _colours(self) -> tuple[str, str, str]:
        """(ground, border, ink) as tokens; an empty one is not drawn."""
        hover, press = self.underMouse() and self.isEnabled(), self.isDown()
        if not self.isEnabled():
            return ("sunken", "border", "disabled") if self.kind != "quiet" else ("", "", "disabled")
        if self.kind == "primary":
            return "accent_press" if press else "accent_hover" if hover else "accent", "", "on_accent"
        if self.kind == "danger":
            return "danger.tint" if press or hover else "surface", "danger.solid", "danger.on"
        if self.kind == "quiet":
            return ("sunken" if press or hover else ""), "", "text2"
        return "sunken" if press or hover else "surface", "control_border", "text"

    def _draw_focus(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        if self.kind == "primary":
            # The ring needs a gap of another colour to be seen on its own green.
            painter.setPen(QPen(self._theme.colour("surface"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 6, 6)
            return
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

    def _draw_content(self, painter: QPainter, ink: str) -> None:
        font, metrics = self._measured_font()
        painter.setFont(font)
        glyph = self._theme.em(ICON) if self._icon_name else 0
        gap = _GAP if glyph and self._words else 0
        # Text is measured a little differently when it is elided: leave a hair of room.
        room = self.width() - 2 * (_SIDE - 4 if self._words else 0) - glyph - gap
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 0))
        wide = glyph + gap + metrics.horizontalAdvance(words)
        left = self._start(wide)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if glyph:
            x = left + wide - glyph if rtl else left
            drawn = self._theme.pixmap(self._icon_name, ink, glyph, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, (self.height() - glyph) / 2), drawn)
        painter.setPen(self._theme.colour(ink))
        x = left if rtl else left + glyph + gap
        area = QRect(round(x), 0, wide - glyph - gap + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _start(self, wide: int) -> float:
        return (self.width() - wide) / 2


class PrimaryButton(Button):
    """The one thing this page is for."""

    kind = "primary"


class SecondaryButton(Button):
    """Another thing to do here."""


class QuietButton(Button):
    """Something on the side, without a frame."""

    kind = "quiet"


class DangerButton(Button):
    """Something that loses data for good."""

    kind = "danger"


class IconButton(Button):
    """An icon alone; ``name`` says aloud and in the tooltip what it does."""

    kind = "quiet"

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", icon, parent)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))


class MenuButton(SecondaryButton):
    """A button whose menu is filled each time it opens."""

    def __init__(self, theme: Theme, text: str, icon: str, fill, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, icon, parent)
        self._fill = fill
        self.clicked.connect(self._open)

    def _open(self) -> None:
        open_menu(self, self._fill)


class IconMenuButton(IconButton):
    """An icon whose menu is filled each time it opens."""

    def __init__(self, theme: Theme, icon: str, name: str, fill, parent: QWidget | None = None) -> None:
        super().__init__(theme, icon, name, parent)
        self._fill = fill
        self.clicked.connect(self._open)

    def _open(self) -> None:
        open_menu(self, self._fill)


def open_menu(under: QWidget, fill) -> QMenu:
    """Show a menu under a widget; ``fill(menu)`` adds its actions. It deletes itself when closed."""
    menu = QMenu(under)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    fill(menu)
    corner = under.rect().bottomLeft()
    if under.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        corner = under.rect().bottomRight()
        corner.setX(corner.x() - menu.sizeHint().width())
    corner.setY(corner.y() + 4)
    menu.popup(under.mapToGlobal(corner))
    return menu
