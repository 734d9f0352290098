# SPDX-License-Identifier: MIT
"""The architecture, as rules that hold without exclusions: read this to know what may import what."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_archon import archrule

PACKAGE = "winback_desktop"
ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / PACKAGE).rglob("*.py"))
SHARED_UI = {"widgets", "printing", "__pycache__"}
FEATURES = sorted(
    folder.name
    for folder in (ROOT / PACKAGE / "ui").iterdir()
    if folder.is_dir() and folder.name not in SHARED_UI
)
EDGES = {"storage", "system", "exchange"}
PORTS = ("ports", "questions", "queries", "own_records", "failures", "changes", "long_work")


def modules_of(*parts):
    """Patterns for whole packages or modules of ours."""
    return [f"{PACKAGE}.{part}{tail}" for part in parts for tail in ("", ".*")]


# --- 1. Layers


def test_the_domain_imports_nothing_of_ours():
    others = modules_of("application", *EDGES, "ui", "app", "cli", "__main__")
    archrule("the domain decides alone").match(*modules_of("domain")).should_not_import(*others).check(
        PACKAGE
    )


def test_the_domain_uses_the_standard_library_only():
    foreign = [
        f"{path.name}: {name}"
        for path in SOURCES
        if "domain" in path.parts
        for name in imported_tops(path)
        if name != PACKAGE and name not in sys.stdlib_module_names
    ]
    assert foreign == []


def test_use_cases_know_only_the_domain():
    others = modules_of(*EDGES, "ui", "app", "cli", "__main__")
    archrule("use cases need no adapter").match(*modules_of("application")).should_not_import(*others).check(
        PACKAGE
    )


@pytest.mark.parametrize("edge", sorted(EDGES))
def test_edges_know_neither_each_other_nor_what_stands_above_them(edge):
    others = modules_of(*(EDGES - {edge}), "ui", "app", "cli", "__main__")
    archrule(f"{edge} stands alone").match(*modules_of(edge)).should_not_import(*others).check(PACKAGE)


@pytest.mark.parametrize("edge", sorted(EDGES))
def test_edges_use_the_ports_and_no_use_case(edge):
    def only_ports(module, direct_imports, all_imports):
        allowed = {f"{PACKAGE}.application.{name}" for name in PORTS}
        return {name for name in direct_imports if name.startswith(f"{PACKAGE}.application")} <= allowed

    archrule("adapters see ports").match(*modules_of(edge)).should(only_ports).check(PACKAGE)


def test_the_command_line_does_not_need_the_window_to_be_imported():
    archrule("the command line stands beside the window").match(*modules_of("cli")).should_not_import(
        *modules_of("ui", "app"), "PySide6*"
    ).check(PACKAGE, only_toplevel_imports=True)


# --- 2. Libraries have one place each


@pytest.mark.parametrize(
    ("place", "libraries"),
    [
        ("ui|app", ["PySide6", "PySide6.*", "shiboken6"]),
        (
            "storage",
            ["peewee", "playhouse", "playhouse.*", "sqlcipher3", "sqlcipher3.*", "sqlite3", "sqlite3.*"],
        ),
        (
            "system",
            ["plyer", "plyer.*", "desktop_notifier", "desktop_notifier.*", "platformdirs", "holidays"],
        ),
        ("exchange", ["icalendar", "icalendar.*"]),
    ],
)
def test_a_library_is_used_in_one_place_only(place, libraries):
    def uses_none(module, direct_imports, all_imports):
        return not direct_imports & matching(libraries, direct_imports)

    everywhere_else = rf"^{PACKAGE}(?!\.({place})(\.|$))"
    archrule(f"only {place}", use_regex=True).match(everywhere_else).should(uses_none).check(PACKAGE)


# --- 3. Presenters translate, views draw


def test_presenters_and_models_do_not_draw():
    archrule("presenters and models without widgets", use_regex=True).match(
        rf"^{PACKAGE}\.ui\..*\.(presenter|model)$"
    ).should_not_import(r"^PySide6\.Qt(Widgets|PrintSupport)").check(PACKAGE, only_direct_imports=True)


def test_presenters_need_no_pixels():
    archrule("presenters without QtGui", use_regex=True).match(
        rf"^{PACKAGE}\.ui\..*\.presenter$"
    ).should_not_import(r"^PySide6\.QtGui").check(PACKAGE, only_direct_imports=True)


def test_views_do_not_reach_past_their_presenter():
    archrule("views hold no business", use_regex=True).match(rf"^{PACKAGE}\.ui\..*\.view$").should_not_import(
        rf"^{PACKAGE}\.(application|domain|storage)"
    ).check(PACKAGE, only_direct_imports=True)


# --- 4. Features


@pytest.mark.parametrize("feature", FEATURES)
def test_features_do_not_import_one_another(feature):
    others = modules_of(*(f"ui.{name}" for name in FEATURES if name != feature))
    archrule(f"{feature} stands alone").match(*modules_of(f"ui.{feature}")).should_not_import(*others).check(
        PACKAGE
    )


# --- 5. No cycle


def test_there_is_no_import_cycle():
    def never_returns_to_itself(module, direct_imports, all_imports):
        seen, todo = set(), list(direct_imports)
        while todo:
            name = todo.pop()
            if name == module:
                return False
            if name not in seen:
                seen.add(name)
                todo += all_imports.get(name, ())
        return True

    archrule("no cycle").match(f"{PACKAGE}*").should(never_returns_to_itself).check(PACKAGE)


# --- Files


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_small_and_says_what_it_is_for(path):
    text = path.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    assert lines <= (200 if path.name == "main_window.py" else 350), f"{lines} lines: more than one job?"
    assert ast.get_docstring(ast.parse(text)), "the module says nothing about its job"
    if path.name != "__init__.py":
        assert text.splitlines()[0] == "# SPDX-License-Identifier: MIT"


# --- What the first screen needs


FILL = f"""
import sys
from datetime import date
from {PACKAGE}.application.sample_data import fill_with_samples
from {PACKAGE}.opening import clock_for, open_workspace
from {PACKAGE}.system.paths import paths_for
work = open_workspace(paths_for(sys.argv[1]), clock_for(date(2026, 11, 24)))
fill_with_samples(work)
work.store.close()
"""
START = f"""
import sys
from datetime import date
from pathlib import Path
bare = set(sys.modules)
from {PACKAGE}.window import open_window, lean_start  # the way that a start takes
lean_start.begin()
from PySide6 import QtCore, QtGui, QtWidgets
from {PACKAGE} import app
from {PACKAGE}.opening import clock_for
from {PACKAGE}.system.notifier import DesktopNotifications
from {PACKAGE}.system.paths import paths_for
application = QtWidgets.QApplication([])
clock = clock_for(date(2026, 11, 25))
desktop = app.build(paths_for(sys.argv[1]), clock, DesktopNotifications(), application)
def tell():
    print(*(set(sys.modules) - bare), sep="\\n")
    QtCore.QTimer.singleShot(1000, desktop.quit)
desktop.window.painted.connect(tell)
desktop.show()
application.exec()
"""


def test_the_first_screen_needs_none_of_the_heavy_modules(tmp_path):
    """Each costs milliseconds that the owner would wait."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    for script in (FILL, START, START):  # the second start is the one of every day
        command = [sys.executable, "-c", script, str(tmp_path / "data")]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert {f"{PACKAGE}.ui.today.due_card", f"{PACKAGE}.ui.today.side"} <= loaded
    heavy = {"asyncio", "concurrent.futures", "dataclasses", "desktop_notifier", "email", "holidays", "http"}
    heavy |= {"icalendar", "importlib.metadata", "importlib.resources", "numpy", "peewee"}
    heavy |= {"platformdirs", "playhouse", "plyer", "urllib.request", "PySide6.QtPrintSupport"}
    heavy |= {"PySide6.QtSvg", "PySide6.QtNetwork", "calendar", "json", "locale", "unicodedata"}
    heavy |= {"argparse", "ast", "inspect", "logging", "shibokensupport", "shibokensupport.signature.parser"}
    heavy |= {"base64", "random", "tempfile", "tokenize", "zipfile"}
    ours = ("application.questions", "storage.journal", "storage.bulk", "domain.insights", "domain.playbook")
    ours += ("domain.practice", "domain.people", "application.own_records")
    ours += ("ui.banner", "ui.undo_bar", "system.announcement_text")
    heavy |= {f"{PACKAGE}.{name}" for name in ours}
    assert sorted(heavy & loaded) == []


def imported_tops(path):
    """The top-level packages that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def matching(patterns, names):
    """The names that equal a pattern, or lie below one that ends with a star."""
    return {n for n in names for p in patterns if n == p or (p.endswith("*") and n.startswith(p[:-1]))}
