# SPDX-License-Identifier: MIT
"""Today: what is due, who is left in peace, what is good for the owner, and what comes next."""
