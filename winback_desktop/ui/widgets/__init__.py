# SPDX-License-Identifier: MIT
"""The building blocks of every page. Each takes the theme first and shows data as plain text only."""
