"""Files of other programs: bytes in, plain records out, and back.

May not: store anything, import Qt or another adapter.
"""
