"""The print sheet: everything that goes on paper is seen here first, and goes out from here.

May not: import another feature package.
"""
