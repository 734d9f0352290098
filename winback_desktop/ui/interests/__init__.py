# SPDX-License-Identifier: MIT
"""Who shares an interest: the interests of everybody, and the people of one."""
