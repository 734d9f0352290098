# SPDX-License-Identifier: MIT
"""The window: presenters translate, views draw.

May not: hold a business condition in a view; the only place (with app.py) for PySide6.

A page is a feature package with a function in its ``page.py``::

    build_page(workspace, operations, navigator, theme) -> QWidget

- ``workspace`` is ``application.ports.Workspace``, ``operations`` runs every change
  (``operations.run(lambda: use_case(workspace, ...))``) and emits ``changed(Changes)``,
  ``navigator.go(page, target)`` and ``navigator.ask(request, target)`` lead elsewhere,
  ``theme`` is the first argument of every widget in ``ui/widgets``.
- The page is built on its first visit, never before, and then kept.
- ``page.activate(target)`` is called at each visit, after the page is in the window; ``target`` is
  what was passed to ``navigator.go`` (a contact's id for customers, a plan's id for notes, a date for
  the calendar) or None. A page that is hidden need not re-query until it is activated again.
- ``page.commands() -> list[QAction]`` is optional: the page's own actions with their shortcuts. The
  window shows them in its menu and in the list of shortcuts while the page is shown.
- Widgets are imported from their module (``ui.widgets.buttons``), never through a package that pulls
  in all of them: starting imports only what Today needs.
"""
