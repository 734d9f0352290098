# SPDX-License-Identifier: MIT
"""The new-loss sheet: under a minute, only a name required, nothing outbound offered."""
