# SPDX-License-Identifier: MIT
"""Wellbeing: what looks after the owner, and the customers who are glad of them."""
