"""The Notes page: the list of notes, and the studio where one is drafted, checked and put on paper.

May not: import another feature package.
"""
