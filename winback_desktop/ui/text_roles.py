# SPDX-License-Identifier: MIT
"""The type scale: what each role of a text looks like."""

TEXT_ROLES: dict[str, tuple[float, int, str]] = {
    "title": (1.75, 600, "text"),
    "customer": (1.6, 600, "text"),
    "card": (1.15, 600, "text"),
    "item": (1.03, 600, "text"),
    "body": (1.0, 400, "text"),
    "strong": (1.0, 600, "text"),
    "secondary": (0.95, 400, "text2"),
    "section": (0.9, 600, "text2"),
    "label": (0.9, 600, "text2"),
    "hint": (0.88, 400, "text3"),
    "caption": (0.8, 400, "text2"),
    "waiting": (0.95, 500, "lunch"),
    "error": (0.88, 400, "danger"),
}
"""Each role of a text: (times the base size, weight, colour token)."""
