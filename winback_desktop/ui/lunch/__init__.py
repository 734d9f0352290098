# SPDX-License-Identifier: MIT
"""The lunch: days, place, invitation, something of value, the brief, and the log afterwards."""
