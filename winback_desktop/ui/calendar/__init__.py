# SPDX-License-Identifier: MIT
"""The calendar page: steps, quiet days and days off by month and week, and as an agenda.

May not: know another page, or decide which moves of a step are allowed.
"""
