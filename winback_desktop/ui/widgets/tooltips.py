# SPDX-License-Identifier: MIT
"""Tooltips that are never read as markup."""


def plain_tip(text: str) -> str:
    """A tooltip guesses whether it is markup; escaped inside of markup it is certainly shown as it is."""
    if "<" not in text and "&" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>"
