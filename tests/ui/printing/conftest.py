# SPDX-License-Identifier: MIT
"""Paper needs fonts, and fonts need an application."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Keeps an application alive for every test here."""
