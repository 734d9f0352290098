# SPDX-License-Identifier: MIT
"""Paper: what is composed here is drawn by one painter for preview, printer and PDF alike.

``card``, ``envelope``, ``brief``, ``agenda``, ``month`` and ``tag`` compose a
`marks.Document`; ``output`` saves or prints it; ``paper_preview`` shows it.
Nothing here knows the store, and nothing here runs before it is first used.
"""
