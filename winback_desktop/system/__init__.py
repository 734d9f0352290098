"""The operating system's edges without Qt: clock, folders, holidays, notifications, locks.

May not: import Qt, Peewee or another adapter.
"""
