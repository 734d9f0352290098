# SPDX-License-Identifier: MIT
"""Short things as chips with a line to add more: completion, paste, and the keyboard throughout."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.chips import Chip, ChipBox, ChipItem
from winback_desktop.ui.widgets.offer_list import Offer, OfferList

_SEPARATORS = ",;\n\t"
_REST = 12
"""Milliseconds after a key: what is offered shall stand there within 50, whatever the question takes."""


class ChipsEdit(QWidget):
    """Enter, comma or Tab adds; Backspace selects the last chip, then removes it; arrows go across chips.

    ``offers(text)`` answers what to offer while typing. Enter takes the offer that is marked; when none is,
    the typed words, or the first offer where ``first_offer`` says so.
    """

    added = Signal(str)
    """The value of an offer, or typed or pasted words (which may hold several, divided by , ; or lines)."""
    removed = Signal(int)
    opened = Signal(int)
    """A chip was clicked, or Enter pressed on it."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        offers: Callable[[str], Sequence[Offer]],
        placeholder: str = "",
        *,
        first_offer: bool = False,
        opens: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._offers, self._first, self._opens = theme, offers, first_offer, opens
        self._placeholder = placeholder
        self._set = False
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._frame = ChipBox(theme, self)
        self.line = _Line(self._frame)
        self.line.setAccessibleName(name)
        self._frame.take(self.line)
        column.addWidget(self._frame)
        self.list = OfferList(theme, f"{name}: offers", self)
        self.list.hide()
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self._wait = QTimer(self, singleShot=True, interval=_REST)
        self._wait.timeout.connect(self._offer)
        self.line.textEdited.connect(self._typed)
        self.line.key = self._line_key
        self.line.focus_changed.connect(self._focus_changed)
        self.list.chosen.connect(self._take)
        self.set_chips(())

    def set_chips(self, items: Sequence[ChipItem]) -> None:
        """Show other chips; the one with the keyboard keeps it where it is still there."""
        if list(items) == self.chips() and self._set:
            return
        self._set = True
        held = next((chip.item.key for chip in self._frame.chips if chip.hasFocus()), None)
        at = next((i for i, chip in enumerate(self._frame.chips) if chip.hasFocus()), 0)
        self._frame.set_chips([self._chip(item) for item in items])
        self.line.setPlaceholderText("" if items else self._placeholder)
        if held is not None:
            chips = self._frame.chips
            again = next((chip for chip in chips if chip.item.key == held), None)
            (again or (chips[min(at, len(chips) - 1)] if chips else self.line)).setFocus()

    def chips(self) -> list[ChipItem]:
        """What is shown."""
        return [chip.item for chip in self._frame.chips]

    def set_name(self, name: str) -> None:
        """Change the accessible name."""
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)

    def keep_typed(self) -> None:
        """Add what stands in the line; nothing typed is lost when the form is left."""
        if self.line.text().strip():
            self._take(self._default())

    def _chip(self, item: ChipItem) -> Chip:
        chip = Chip(self._theme, item, self._opens, self._frame)
        chip.opened.connect(lambda: self.opened.emit(item.key))
        chip.removed.connect(lambda: self._remove(item.key))
        chip.moved.connect(lambda step: self._move(chip, step))
        chip.typed.connect(self._type_on)
        return chip

    def _remove(self, key: int) -> None:
        chips = self._frame.chips
        at = next((i for i, chip in enumerate(chips) if chip.item.key == key), 0)
        follow = chips[at + 1] if at + 1 < len(chips) else self.line
        follow.setFocus(Qt.FocusReason.TabFocusReason)
        self.removed.emit(key)

    def _move(self, chip: Chip, step: int) -> None:
        at = self._frame.chips.index(chip) + step
        target = self._frame.chips[at] if 0 <= at < len(self._frame.chips) else None
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        elif step > 0:
            self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _type_on(self, text: str) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.insert(text)
        self._typed(self.line.text())

    def _typed(self, text: str) -> None:
        if any(sign in text for sign in _SEPARATORS):
            parts = text.strip(_SEPARATORS + " ")
            if parts:
                self._take(parts)
            else:
                self.line.clear()
            return
        self._wait.start()

    def _offer(self) -> None:
        self.list.set_offers(self._offers(self.line.text().strip()) if self.line.hasFocus() else ())
        self.updateGeometry()

    def _default(self) -> str:
        offers = self._offers(self.line.text().strip()) if self._first else ()
        return offers[0].value if offers else self.line.text().strip()

    def _take(self, value: str) -> None:
        self._wait.stop()
        self.line.clear()
        self.list.set_offers(())
        if value:
            self.added.emit(value)

    def _focus_changed(self, has: bool) -> None:
        self._frame.update()
        if has:
            self._wait.start()
        else:
            self._wait.stop()
            self.list.set_offers(())

    def _line_key(self, event: QKeyEvent) -> bool:
        key, text = event.key(), self.line.text()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.list.isVisible():
            self.list.move(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape and self.list.isVisible():
            self.list.set_offers(())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_Tab and text.strip()):
            marked = self.list.marked()
            if marked or text.strip():
                self._take(marked or self._default())
            return True
        backwards = key == Qt.Key.Key_Backspace and not event.isAutoRepeat()
        back = Qt.Key.Key_Right if self._is_rtl() else Qt.Key.Key_Left
        at_start = self.line.cursorPosition() == 0 and not self.line.hasSelectedText()
        if (backwards or key == back) and at_start and self._frame.chips and (key == back or not text):
            self._frame.chips[-1].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


class _Line(QLineEdit):
    """The line without a frame of its own; keys are offered to ``key`` first."""

    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key: Callable[[QKeyEvent], bool] = lambda event: False
        self.setFrame(False)
        self.setStyleSheet("QLineEdit { border: 0; padding: 2px 4px; background: transparent; }")

    def event(self, event: QEvent) -> bool:
        # Tab would leave before keyPressEvent hears of it.
        if event.type() == QEvent.Type.KeyPress:
            if self.key(event):
                return True
            if event.matches(QKeySequence.StandardKey.Paste):
                self._paste()
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focus_changed.emit(event.type() == QEvent.Type.FocusIn)
        return super().event(event)

    def _paste(self) -> None:
        # A line edit would turn line breaks into blanks, and several things into one.
        text = QGuiApplication.clipboard().text()
        self.insert(", ".join(part.strip() for part in text.splitlines() if part.strip()))
        self.textEdited.emit(self.text())
