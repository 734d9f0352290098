# SPDX-License-Identifier: MIT
"""Winback Desktop: carries a business owner from a lost customer to the day they may come back."""

__version__ = "0.1.0"
