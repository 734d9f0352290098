# SPDX-License-Identifier: MIT
"""The settings page: the owner, the place, the practice's pace, days off, reminders and appearance."""
