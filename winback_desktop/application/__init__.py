"""The use cases, one verb a module, and the ports they need.

May not: import Qt, Peewee, plyer or any adapter; only the domain.
"""
