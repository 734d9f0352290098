# SPDX-License-Identifier: MIT
"""Links that let the system's own programs call or write to somebody."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import SecondaryButton


def phone_link(number: str) -> QUrl:
    """``tel:`` with the digits alone (RFC 3966)."""
    digits = "".join(c for c in number if c.isascii() and c.isdigit())
    return QUrl(f"tel:{'+' if number.strip().startswith('+') else ''}{digits}")


def mail_link(address: str, text: str = "") -> QUrl:
    """``mailto:`` with a text already in it (RFC 6068)."""
    encoded = bytes(QUrl.toPercentEncoding(address.strip(), b"@").data()).decode()
    body = bytes(QUrl.toPercentEncoding(text.replace("\n", "\r\n")).data()).decode()
    return QUrl(f"mailto:{encoded}{f'?body={body}' if body else ''}")


def reach_buttons(theme: Theme, name: str, phone: str, email: str, text: str = "") -> QHBoxLayout | None:
    """A button for each way there is, or None."""
    if not phone and not email:
        return None
    row = QHBoxLayout()
    row.setSpacing(8)
    if phone:
        call = SecondaryButton(theme, phone, "phone")
        call.setAccessibleName(f"Call {name}: {phone}")
        call.clicked.connect(lambda: QDesktopServices.openUrl(phone_link(phone)))
        row.addWidget(call)
    if email:
        write = SecondaryButton(theme, email, "mail")
        write.setAccessibleName(f"Write to {name}: {email}")
        write.clicked.connect(lambda: QDesktopServices.openUrl(mail_link(email, text)))
        row.addWidget(write)
    row.addStretch(1)
    return row
