"""Customers: the list of everybody, and one person's page.

May not: import another feature.
"""
