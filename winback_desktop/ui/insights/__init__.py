# SPDX-License-Identifier: MIT
"""What it all brought: charts that are tables too, and a letter to oneself."""
