# SPDX-License-Identifier: MIT
"""Between the two passes of printing both sides by hand: how the sheets go back, drawn and in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from winback_desktop.ui.paperwork.picture import TurnPicture
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.fields import ErrorLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_AS_IT_LIES = (
    "Take the sheets as they lie, with the printed side down, and put them back into the paper tray. "
    "The edge that went in first goes in first again."
)
_TURNED = (
    "Take the sheets, turn them over together so that the printed side is down, and put them back into the "
    "paper tray. The edge that went in first goes in first again."
)


class SecondSide(Sheet):
    """``wanted`` asks for the other sides."""

    wanted = Signal()

    def __init__(self, theme: Theme, host: QWidget, face_up: bool) -> None:
        super().__init__(theme, host, "Now the other side", width=520)
        picture = TurnPicture(theme, face_up)
        words = _TURNED if face_up else _AS_IT_LIES
        picture.setAccessibleName(words)
        self.content.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.content.addWidget(PlainLabel(theme, words, "body", wrap=True))
        doubt = "When in doubt, try it with one sheet first; printers differ in which way up they take paper."
        self.content.addWidget(PlainLabel(theme, doubt, "secondary", wrap=True))
        self.error = ErrorLine(theme)
        self.content.addWidget(self.error)
        leave = QuietButton(theme, "Leave the other side empty")
        leave.clicked.connect(self.dismiss)
        self.go = PrimaryButton(theme, "Print the other side", "printer")
        self.go.clicked.connect(self.wanted)
        self.buttons.addWidget(leave)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go)

    def refused(self, sentence: str) -> None:
        """Say what went wrong, and let it be tried again."""
        self.error.set_text(sentence)
        self.go.setEnabled(True)
