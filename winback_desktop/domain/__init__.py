"""The practice itself: records, dates and rules.

May not: read a clock, touch files, import Qt, Peewee or anything else of ours; standard library only.
"""
