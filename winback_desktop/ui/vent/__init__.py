"""The unsent letter: a place to write what is better not sent; it lives in memory alone.

May not: import another feature package, the store, or anything that writes.
"""
