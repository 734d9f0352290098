# SPDX-License-Identifier: MIT
"""Taking data out and keeping it safe: export, back up, restore, check."""
