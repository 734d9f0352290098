# SPDX-License-Identifier: MIT
"""Asks for a word on why, over the page."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


def ask_reason(
    theme: Theme,
    host: QWidget,
    title: str,
    sentence: str,
    button: str,
    act: Callable[[str], bool],
    refused: SignalInstance,
    label: str = "Why?",
) -> Sheet:
    """Open a sheet with one line; it closes when ``act(reason)`` answers True, else says why not."""
    sheet = Sheet(theme, host, title, width=460)
    sheet.content.addWidget(PlainLabel(theme, sentence, "secondary", wrap=True))
    line = TextLine(label, placeholder="A word is enough")
    field = FormField(theme, label, line)
    sheet.content.addWidget(field)
    sheet.content.addStretch(1)

    def say(words: str, about: str) -> None:
        if about == "reason":
            field.set_error(words)

    def go() -> None:
        if act(line.text().strip()):
            sheet.finish()

    refused.connect(say)
    sheet.closed.connect(lambda: refused.disconnect(say))
    sheet.closed.connect(sheet.deleteLater)
    leave = QuietButton(theme, "Leave it as it is")
    leave.clicked.connect(sheet.dismiss)
    confirm = PrimaryButton(theme, button)
    confirm.clicked.connect(go)
    line.returnPressed.connect(go)
    sheet.buttons.addStretch(1)
    sheet.buttons.addWidget(leave)
    sheet.buttons.addWidget(confirm)
    sheet.open()
    return sheet
