# SPDX-License-Identifier: MIT
"""Lets the owner tick whom envelopes or labels are for."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from winback_desktop.application.gather_paper import MOST_PEOPLE, Addressee
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import QuietButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import TextLine
from winback_desktop.ui.widgets.labels import PlainLabel

_ROLES = (
    ("", "Everybody"),
    ("client", "Customers"),
    ("prospect", "Prospects"),
    ("best", "Best customers"),
    ("personal", "Personal"),
)


class PeopleField(QWidget):
    """A search, a role, and the people found with a tick each; ticks stay while the search changes."""

    changed = Signal(list)

    def __init__(self, theme: Theme, find: Callable[[str, str], list[Addressee]]) -> None:
        super().__init__()
        self._find = find
        self._ticked: dict[int, None] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        self.search = TextLine("Search people", placeholder="Search by name or organisation")
        self.search.textChanged.connect(self._fill)
        self._role = Choice(theme, "Show", _ROLES)
        self._role.currentIndexChanged.connect(self._fill)
        filters.addWidget(self.search, 1)
        filters.addWidget(self._role)
        column.addLayout(filters)
        self.list = QListWidget()
        self.list.setAccessibleName("People to print for")
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(theme.em(176))
        self.list.itemChanged.connect(self._toggled)
        self.list.itemClicked.connect(self._flip)
        self.list.setItemDelegate(_Ticked(theme, self.list))
        column.addWidget(self.list)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._count = PlainLabel(theme, "", "secondary")
        foot.addWidget(self._count, 1)
        for words, state in (("Tick all of these", True), ("Tick none", False)):
            button = QuietButton(theme, words)
            button.clicked.connect(lambda _=False, state=state: self._tick_all(state))
            foot.addWidget(button)
        column.addLayout(foot)
        self._fill()

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        found = self._find(self.search.text(), self._role.current())
        for each in found:
            words = f"{each.name}, {each.town}" if each.town else f"{each.name} (no address yet)"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, each.contact)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if each.town else Qt.ItemFlag.NoItemFlags)
            item.setCheckState(
                Qt.CheckState.Checked if each.contact in self._ticked else Qt.CheckState.Unchecked
            )
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._many = len(found) >= MOST_PEOPLE
        self._say()

    def _flip(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _toggled(self, item: QListWidgetItem) -> None:
        contact = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() == Qt.CheckState.Checked:
            self._ticked[contact] = None
        else:
            self._ticked.pop(contact, None)
        self._tell()

    def _tick_all(self, state: bool) -> None:
        if not state:
            self._ticked.clear()
        self.list.blockSignals(True)
        for number in range(self.list.count()):
            item = self.list.item(number)
            if item.flags() & Qt.ItemFlag.ItemIsEnabled:
                item.setCheckState(Qt.CheckState.Checked if state else Qt.CheckState.Unchecked)
                if state:
                    self._ticked[item.data(Qt.ItemDataRole.UserRole)] = None
        self.list.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self._say()
        self.changed.emit(list(self._ticked))

    def _say(self) -> None:
        count = len(self._ticked)
        words = "Nobody is ticked yet" if not count else "1 ticked" if count == 1 else f"{count} ticked"
        more = f"; the first {MOST_PEOPLE} are listed, search for others" if self._many else ""
        self._count.setText(words + more)


class _Ticked(QStyledItemDelegate):
    """A line with a box from the tokens: the style's own box cannot be seen on a dark ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._theme.em(30))

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        edge = self._theme.em(16)
        room = edge + 14
        moved = QStyleOptionViewItem(option)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        moved.rect = option.rect.adjusted(0 if rtl else room, 0, -room if rtl else 0, 0)
        super().paint(painter, moved, index)
        x = option.rect.right() - edge - 7 if rtl else option.rect.left() + 8
        box = QRectF(x + 0.5, option.rect.center().y() - edge / 2 + 0.5, edge - 1, edge - 1)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        usable = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "accent" if on else "control_border" if usable else "divider"
        painter.setPen(QPen(self._theme.colour(token), 1))
        painter.setBrush(self._theme.colour("accent" if on else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            ratio = painter.device().devicePixelRatioF()
            tick = self._theme.pixmap("check", "on_accent", edge - 4, ratio)
            painter.drawPixmap(QPointF(box.left() + 1.5, box.top() + 1.5), tick)
        painter.restore()
