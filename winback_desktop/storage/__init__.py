"""The SQLite store behind the ports.

May not: decide anything about the practice, import Qt, or be imported by another adapter. The only
place for Peewee and SQL.
"""
