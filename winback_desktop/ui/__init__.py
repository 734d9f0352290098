"""The window: presenters translate, views draw.

May not: hold a business condition in a view; the only place (with app.py) for PySide6.
"""
