# SPDX-License-Identifier: MIT
"""The sidebar: brand and menu, the way to the search, the pages, and the settings at the bottom."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from winback_desktop.ui.pages import ENTRIES, SETTINGS_ENTRY, Entry
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconMenuButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.filling import fill
from winback_desktop.ui.widgets.labels import PlainLabel

WIDE, NARROW = 212, 56
_NARROW_BELOW = 900


class _SideButton(QAbstractButton):
    """An icon and a word; only the icon while the sidebar is narrow."""

    def __init__(self, theme: Theme, words: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._icon = theme, words, icon
        self.narrow = False
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(32, max(41, self._theme.measured_font()[1].height() + 20))

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone; the word becomes the tooltip."""
        self.narrow = narrow
        self.setToolTip(self._words if narrow else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        edge = self._theme.em(19) if not self.narrow else 19
        chosen = self.isChecked()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = (self.width() - edge) / 2 if self.narrow else self._indent()
        x = self.width() - left - edge if rtl else left
        glyph = self._theme.pixmap(
            self._icon, "accent" if chosen else "text2", edge, self.devicePixelRatioF()
        )
        painter.drawPixmap(QPointF(x, (self.height() - edge) / 2), glyph)
        if self.narrow:
            return
        font, metrics = self._theme.measured_font(1.0, 600 if chosen else 400)
        painter.setFont(font)
        painter.setPen(self._theme.colour(self._ink()))
        start = round(left + edge + 9)
        words = QRect(0 if rtl else start, 0, self.width() - start - 4, self.height())
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        self._draw_more(painter)

    def _ink(self) -> str:
        return "text" if self.isChecked() else "text2"

    def _indent(self) -> int:
        return 14

    def _draw_more(self, painter: QPainter) -> None:
        """Nothing more by default."""

    def _draw_ground(self, painter: QPainter) -> None:
        hover = self.underMouse()
        if self.isChecked() or hover:
            token = "surface" if self.isChecked() and not self._theme.tokens.dark else "raised"
            colour = self._theme.colour(token)
            if hover and not self.isChecked():
                colour = self._theme.colour("divider")
            painter.setPen(
                QPen(self._theme.colour("border"), 2) if self._theme.tokens.contrast else Qt.PenStyle.NoPen
            )
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)


class _SearchButton(_SideButton):
    """Looks like the field it opens."""

    def sizeHint(self) -> QSize:
        return QSize(32, max(37, self._theme.measured_font()[1].height() + 18))

    def _ink(self) -> str:
        return "text3"

    def _indent(self) -> int:
        return 8

    def _draw_more(self, painter: QPainter) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(self._theme.font(0.88))
        area = self.rect().adjusted(10, 0, -10, 0)
        side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            area, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, "Ctrl+K"
        )

    def _draw_ground(self, painter: QPainter) -> None:
        focus = self.hasFocus()
        painter.setPen(QPen(self._theme.colour("focus" if focus else "border"), 2 if focus else 1))
        painter.setBrush(self._theme.colour("surface"))
        inset = 1 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)


class Sidebar(QWidget):
    """212 pixels wide, or 56 with icons alone."""

    chosen = Signal(str)
    search_wanted = Signal()

    def __init__(self, theme: Theme, fill_menu: Callable[[QMenu], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        column.addLayout(self._brand(fill_menu))
        column.addSpacing(8)
        self._search = _SearchButton(theme, "Search", "search", self)
        self._search.clicked.connect(self.search_wanted)
        column.addWidget(self._search)
        column.addSpacing(8)
        self._buttons: dict[str, _SideButton] = {}
        for entry in ENTRIES:
            column.addWidget(self._nav(entry))
        column.addStretch(1)
        column.addWidget(self._nav(SETTINGS_ENTRY))
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def set_current(self, page: str) -> None:
        """Mark the page that is shown."""
        for key, button in self._buttons.items():
            button.setChecked(key == page)
            button.setAccessibleDescription("shown now" if key == page else "")

    def fit(self, window: int, folded: bool | None) -> None:
        """Be narrow where the owner folded it or, without such a choice, where the window's width in
        pixels is small for the size of its text."""
        self.set_narrow(window < self._theme.em(_NARROW_BELOW) if folded is None else folded)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or icons with words."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._name.setVisible(not narrow)
        self._mark.setVisible(not narrow)
        for button in (self._search, *self._buttons.values()):
            button.set_narrow(narrow)
        self._fit()

    def button(self, page: str) -> QAbstractButton:
        """The button of a page."""
        return self._buttons[page]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.colour("sidebar"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = QRect(0 if rtl else self.width() - 1, 0, 1, self.height())
        fill(painter, edge, self._theme.colour("divider"))

    def _brand(self, fill_menu: Callable[[QMenu], None]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._mark = Glyph(self._theme, "heart-handshake", "accent", 24)
        self._name = PlainLabel(self._theme, "Winback", "card")
        row.addWidget(self._mark)
        row.addWidget(self._name, 1)
        self.menu_button = IconMenuButton(self._theme, "menu", "Menu", fill_menu)
        self.menu_button.setFixedSize(32, 32)
        row.addWidget(self.menu_button)
        return row

    def _nav(self, entry: Entry) -> _SideButton:
        button = _SideButton(self._theme, entry.words, entry.icon, self)
        button.setCheckable(True)
        button.clicked.connect(lambda _=False, key=entry.key: self._choose(key))
        self._buttons[entry.key] = button
        return button

    def _choose(self, key: str) -> None:
        self.chosen.emit(key)

    def _fit(self) -> None:
        self.setFixedWidth(NARROW if self._narrow else max(WIDE, self._theme.em(WIDE * 0.9)))
