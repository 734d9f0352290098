# SPDX-License-Identifier: MIT
"""A customer came back: a moment of joy, and what helped."""
