# SPDX-License-Identifier: MIT
"""The current appearance: colours, text sizes, palette and style sheet, switched live."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from winback_desktop.ui import resources
from winback_desktop.ui.stylesheet import style_sheet
from winback_desktop.ui.text_roles import TEXT_ROLES
from winback_desktop.ui.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Shade, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

APPEARANCES = ("system", "light", "dark", "high-contrast")
SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
STYLE = ("-style", "Fusion")
"""Arguments for QApplication."""
MINIMUM_BASE = 14
"""Pixels. Below it captions of 0.8 could not be read; several systems report only 12 or 13."""

_STEP_SHADES = {
    "pause": "pause",
    "note": "note",
    "lunch": "lunch",
    "invite-lunch": "lunch",
    "gift": "gift",
    "choose-gift": "gift",
    "order-gift": "gift",
    "buy": "gift",
    "send": "gift",
    "date": "pause",
}
_STEP_ICONS = {
    "pause": "pause",
    "note": "pen-line",
    "lunch": "utensils",
    "invite-lunch": "utensils",
    "gift": "gift",
    "choose-gift": "gift",
    "order-gift": "shopping-bag",
    "buy": "clock",
    "send": "mail",
    "walk": "footprints",
    "talk": "phone",
    "game": "hand-helping",
    "best-customer": "party-popper",
    "care": "heart-pulse",
    "date": "sun",
    "touch": "hand-heart",
}


class Theme(QObject):
    """Owns the look of one application. Widgets get it by constructor and repaint on ``changed``."""

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        appearance: str = "system",
        scale: int = 100,
        *,
        complete: bool = True,
    ) -> None:
        """``complete=False`` puts the style sheet off until ``complete()``: Today can do without it. The
        application was then started with ``STYLE``: setting the style from here takes 6 ms more."""
        super().__init__(application)
        self._application = application
        self._appearance = appearance if appearance in APPEARANCES else "system"
        self._scale = min(200, max(80, scale))
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[float, int], tuple[QFont, QFontMetrics]] = {}
        self._roles: dict[str, tuple[QFont, QPalette]] = {}
        self._labels: WeakSet[QLabel] = WeakSet()
        self._complete = complete
        self._base = max(MINIMUM_BASE, round(_pixels(application)))
        self._family = application.font()
        self.tokens: Tokens = LIGHT
        self.week_start: Callable[[], int] = lambda: -1
        """The weekday that months begin with, Monday = 0, or -1 for the locale's; a choice of the owner
        that every widget with a month needs, and every widget has the theme."""
        if complete:
            application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def appearance(self) -> str:
        """The owner's choice, one of ``APPEARANCES``."""
        return self._appearance

    @property
    def scale(self) -> int:
        """Text size in per cent of the system's, 80 to 200."""
        return self._scale

    def set_appearance(self, appearance: str) -> None:
        """Switch live; an unknown name counts as ``system``."""
        self._appearance = appearance if appearance in APPEARANCES else "system"
        self._apply()

    def set_scale(self, percent: int) -> None:
        """Change every text size, within 80 to 200 per cent."""
        self._scale = min(200, max(80, percent))
        self._apply()

    def step_scale(self, direction: int) -> None:
        """The next larger (+1) or smaller (-1) text size, or the system's own (0)."""
        if direction == 0:
            return self.set_scale(100)
        further = [size for size in SCALES if (size - self._scale) * direction > 0]
        if further:
            self.set_scale(further[0] if direction > 0 else further[-1])

    def px(self, factor: float = 1.0) -> int:
        """A text size in logical pixels: ``factor`` times the base size at the current scale."""
        return max(8, round(self._base * self._scale / 100 * factor))

    def em(self, pixels: float) -> int:
        """A length that grows with the text: ``pixels`` as drawn at the normal text size."""
        return round(pixels * self._scale / 100)

    def font(self, factor: float = 1.0, weight: int = 400) -> QFont:
        """The system's font at ``factor`` times the base size; ``weight`` is 400, 500 or 600."""
        font = QFont(self._family)
        font.setPixelSize(self.px(factor))
        font.setWeight(QFont.Weight(weight))
        return font

    def measured_font(self, factor: float = 1.0, weight: int = 400) -> tuple[QFont, QFontMetrics]:
        """Such a font and its measures, made once; neither is to be changed."""
        found = self._fonts.get((factor, weight))
        if found is None:
            font = self.font(factor, weight)
            found = self._fonts[factor, weight] = (font, QFontMetrics(font))
        return found

    def colour(self, token: str) -> QColor:
        """A token's colour. Step colours are written ``note.solid``, ``note.tint``, ``note.on``."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(self.hex(token))
        return found

    def hex(self, token: str) -> str:
        """A token's colour as text."""
        name, _, part = token.partition(".")
        value = getattr(self.tokens, name)
        return str(getattr(value, part or "solid") if isinstance(value, Shade) else value)

    def icon(self, name: str, token: str = "text2") -> "QIcon":
        """A Lucide icon that follows the theme by itself; drawn only when it is shown."""
        from winback_desktop.ui.themed_icon import themed_icon

        return themed_icon(lambda: (name, self.hex(token)), lambda: self.tokens.disabled)

    def pixmap(self, name: str, token: str = "text2", size: int = 18, dpr: float = 1.0) -> QPixmap:
        """A Lucide icon in a token's present colour, ``size`` logical pixels."""
        return resources.pixmap(name, self.hex(token), size, dpr)

    @staticmethod
    def step_shade(kind: str) -> str:
        """The token of a step kind's colour; care steps share the note's green."""
        return _STEP_SHADES.get(kind, "note")

    @staticmethod
    def step_icon(kind: str) -> str:
        """The icon of a step kind."""
        return _STEP_ICONS.get(kind, "circle-check")

    def dress(self, label: QLabel, role: str) -> None:
        """Give a label the font and colour of a text role, now and after each change of the theme."""
        label.setProperty("role", role)
        self._labels.add(label)
        self._dress(label, role)

    def complete(self) -> None:
        """Apply the style sheet, if that was put off."""
        if not self._complete:
            self._complete = True
            self._application.setStyleSheet(style_sheet(self.tokens, self.px))

    def _dress(self, label: QLabel, role: str) -> None:
        made = self._roles.get(role)
        if made is None:
            factor, weight, token = TEXT_ROLES[role]
            palette = QPalette(self._application.palette())
            palette.setColor(QPalette.ColorRole.WindowText, self.colour(token))
            made = self._roles[role] = (self.font(factor, weight), palette)
        label.setFont(made[0])
        label.setPalette(made[1])

    @property
    def reduced_motion(self) -> bool:
        """True when the system asks for no animation; Qt knows it from 6.12 on."""
        hints = getattr(self._application.styleHints(), "accessibility", None)
        preference = getattr(hints(), "motionPreference", None) if hints else None
        if preference is not None:
            return "Reduced" in str(preference())
        from winback_desktop.system.motion import motion_unwelcome

        return motion_unwelcome()

    def _system_changed(self) -> None:
        # A platform theme may have replaced some roles of our palette: set all of them again.
        self._apply()

    def _apply(self) -> None:
        tokens = self._chosen()
        self.tokens = tokens
        self._colours.clear()
        self._fonts.clear()
        self._roles.clear()
        # The system's own widgets outlive this object in tests; they keep a whole, consistent look.
        self._application.setFont(self.font())
        self._application.setPalette(_palette(tokens))
        if self._complete:
            self._application.setStyleSheet(style_sheet(tokens, self.px))
        for label in list(self._labels):
            if isValid(label):
                self._dress(label, str(label.property("role")))
        self.changed.emit()

    def _chosen(self) -> Tokens:
        hints = self._application.styleHints()
        dark = self._appearance == "dark"
        if self._appearance in ("system", "high-contrast"):
            dark = hints.colorScheme() == Qt.ColorScheme.Dark
        contrast = self._appearance == "high-contrast"
        accessibility = getattr(hints, "accessibility", None)
        if self._appearance == "system" and accessibility:
            contrast = accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if contrast:
            return CONTRAST_DARK if dark else CONTRAST_LIGHT
        return DARK if dark else LIGHT


def _pixels(application: QApplication) -> float:
    """The system font's height in logical pixels."""
    font = application.font()
    if font.pixelSize() > 0:
        return font.pixelSize()
    screen = application.primaryScreen()
    return font.pointSizeF() * (screen.logicalDotsPerInch() if screen else 96) / 72


def _palette(tokens: Tokens) -> QPalette:
    """Every role of every group, so that no colour of another scheme shines through."""
    role = QPalette.ColorRole
    colours = {
        role.WindowText: tokens.text,
        role.Button: tokens.surface,
        role.Light: tokens.raised,
        role.Midlight: tokens.divider,
        role.Dark: tokens.control_border,
        role.Mid: tokens.border,
        role.Text: tokens.text,
        role.BrightText: tokens.danger.solid,
        role.ButtonText: tokens.text,
        role.Base: tokens.surface,
        role.Window: tokens.window,
        role.Shadow: tokens.border,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.on_selection,
        role.Link: tokens.link,
        role.LinkVisited: tokens.link,
        role.AlternateBase: tokens.sunken,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.text3,
        role.Accent: tokens.accent,
    }
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(QPalette.ColorGroup.All, each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.disabled))
    return palette
