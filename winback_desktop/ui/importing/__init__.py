# SPDX-License-Identifier: MIT
"""Bringing customers in: choose a file, look at it, decide about those who seem known, import, undo."""
