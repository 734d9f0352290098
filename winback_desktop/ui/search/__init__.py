# SPDX-License-Identifier: MIT
"""The search palette: customers, steps, notes, interests and actions in one list, as one types.

May not: be the only way to reach a thing.
"""
