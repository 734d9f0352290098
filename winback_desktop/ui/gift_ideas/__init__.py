# SPDX-License-Identifier: MIT
"""The owner's own gift ideas: added, changed, hidden, from and to a file."""
