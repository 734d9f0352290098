# SPDX-License-Identifier: MIT
"""The foundation of the window: theme, resources, operations, navigation and the building blocks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import DiskFull, Refused
from winback_desktop.application.long_work import Steps
from winback_desktop.domain.practice import StepKind
from winback_desktop.ui import tokens
from winback_desktop.ui.navigation import Navigator, Place
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.resources import resource
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.undo_bar import UndoBar
from winback_desktop.ui.widgets.avatar import initials
from winback_desktop.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.dates import DateField, parse_day, show_day
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.path import PathStop, PathWidget
from winback_desktop.ui.widgets.segments import SegmentedControl
from winback_desktop.ui.widgets.sheet import Sheet

HOSTILE = '<img src="/etc/hostname">'


class _Journal:
    """The part of a store that undo needs."""

    listener: Callable[[Changes], None] | None = None

    def __init__(self) -> None:
        self.done: list[str] = []

    @contextmanager
    def change(self, label: str) -> Iterator[None]:
        yield
        self.done.append(label)
        self.listener(Changes(label, frozenset({"step"})))

    def undo_label(self) -> str | None:
        return self.done[-1] if self.done else None

    def undo_in_steps(self) -> Steps[str | None]:
        yield from ()
        label = self.done.pop()
        self.listener(Changes(label, frozenset({"step"})))
        return label


def _luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _ratio(one: str, other: str) -> float:
    high, low = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["LIGHT", "DARK", "CONTRAST_LIGHT", "CONTRAST_DARK"])
def test_every_text_can_be_read(name: str) -> None:
    t: tokens.Tokens = getattr(tokens, name)
    for ink in (t.text, t.text2, t.text3):
        for ground in (t.window, t.surface, t.sidebar):
            assert _ratio(ink, ground) >= 4.5, (ink, ground)
    for shade in (t.pause, t.note, t.lunch, t.gift, t.ok, t.danger):
        assert _ratio(shade.on, shade.tint) >= 4.5
        assert _ratio(shade.solid, shade.tint) >= 3
    assert _ratio(t.on_accent, t.accent) >= 4.5
    assert _ratio(t.control_border, t.surface) >= 3
    assert _ratio(t.lunch.solid, t.surface) >= 4.5


def test_the_palette_follows_the_appearance_in_every_role(theme: Theme, qapp) -> None:
    theme.set_appearance("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(tokens.DARK.window)
    theme.set_appearance("light")
    fresh = {role: qapp.palette().color(role) for role in QPalette.ColorRole if role.value < 21}
    assert fresh[QPalette.ColorRole.Base] == QColor(tokens.LIGHT.surface)
    assert QColor(tokens.DARK.text) not in fresh.values()


def test_text_sizes_step_and_stop_at_the_ends(theme: Theme) -> None:
    normal = theme.px()
    theme.step_scale(1)
    assert theme.px() > normal
    for _ in range(20):
        theme.step_scale(1)
    assert theme.scale == 200
    for _ in range(20):
        theme.step_scale(-1)
    assert theme.scale == 80
    theme.step_scale(0)
    assert theme.scale == 100


def test_an_icon_takes_the_colour_of_the_theme(theme: Theme, qtbot) -> None:
    def strongest() -> QColor:
        image = theme.icon("plus", "accent").pixmap(32, 32).toImage()
        return image.pixelColor(16, 16)

    assert strongest() == QColor(tokens.LIGHT.accent)
    theme.set_appearance("dark")
    assert strongest() == QColor(tokens.DARK.accent)


def test_icons_come_with_their_licence() -> None:
    assert "ISC License" in resource("icons", "LICENSE").read_text(encoding="utf-8")


def test_every_icon_is_used_and_every_icon_used_is_there() -> None:
    package = resource("icons").parent.parent / "winback_desktop"
    if not package.is_dir():
        package = resource("icons").parent.parent
    words = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    bundled = {path.stem for path in resource("icons").glob("*.svg")}
    assert [name for name in sorted(bundled) if f'"{name}"' not in words] == []
    assert {Theme.step_icon(kind) for kind in StepKind} <= bundled


def test_a_refusal_becomes_a_sentence_and_a_fault_too(qtbot) -> None:
    operations = Operations(_Journal())
    heard: list[tuple[str, str]] = []
    operations.failed.connect(lambda sentence, field: heard.append((sentence, field)))

    def refuse() -> None:
        raise Refused("Give a name.", field="name")

    def full() -> None:
        raise DiskFull("There is no room left.")

    assert operations.run(refuse) is None
    assert operations.run(full) is None
    assert operations.run(lambda: 7) == 7
    assert heard == [("Give a name.", "name"), ("There is no room left.", "")]
    kept: list[str] = []
    operations.run(refuse, lambda sentence, field: kept.append(field))
    assert kept == ["name"]
    assert len(heard) == 2


def test_undo_is_offered_for_a_change_and_not_for_undoing(qtbot) -> None:
    journal = _Journal()
    operations = Operations(journal)
    offered: list[str] = []
    undone: list[str] = []
    operations.undo_offered.connect(offered.append)
    operations.undone.connect(undone.append)
    with journal.change("postpone lunch with Rosa"):
        pass
    operations.undo()
    operations.undo()
    assert offered == ["postpone lunch with Rosa"]
    assert undone == ["postpone lunch with Rosa"]


def test_back_and_forward_retrace_the_way(qtbot) -> None:
    navigator = Navigator()
    shown: list[Place] = []
    navigator.requested.connect(lambda page, target: shown.append(Place(page, target)))
    navigator.back()
    navigator.go("today")
    navigator.go("customers", 4)
    navigator.go("notes", 2)
    navigator.back()
    navigator.back()
    navigator.back()
    assert navigator.here == Place("today")
    navigator.forward()
    assert navigator.here == Place("customers", 4)
    navigator.go("calendar")
    navigator.forward()
    assert navigator.here == Place("calendar")
    assert shown[0] == Place("today")


def test_a_hostile_name_is_shown_as_it_is(theme: Theme, qtbot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    button = PrimaryButton(theme, "Notes & print", parent=host)
    row = ListRow(theme, HOSTILE, HOSTILE, HOSTILE, parent=host)
    bar = UndoBar(theme, host)
    bar.offer(HOSTILE)
    assert button.words() == "Notes & print"
    assert button.text() == "Notes && print"
    assert bar.text().lower() == HOSTILE
    for label in (*row.findChildren(QLabel), *bar.findChildren(QLabel)):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_bar_with_undo_goes_although_the_keyboard_once_was_on_it(
    theme: Theme, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr("winback_desktop.ui.undo_bar.SHOWN_FOR", 60)
    host = QWidget()
    qtbot.addWidget(host)
    field = TextLine("Name", parent=host)
    bar = UndoBar(theme, host)
    host.show()
    qtbot.waitActive(host)
    bar.offer("add Rosa Marin")
    bar.findChild(QAbstractButton).setFocus()
    qtbot.wait(150)
    assert bar.isVisible()
    field.setFocus()
    qtbot.waitUntil(bar.isHidden, timeout=2_000)


def test_a_name_without_end_neither_widens_nor_slows_the_page(theme: Theme, qtbot) -> None:
    label = PlainLabel(theme, "x" * 10_000)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 24
    assert label.whole_text() == "x" * 10_000
    label.resize(200, 20)
    assert not label.grab().isNull()


def test_a_tooltip_of_a_cut_text_is_no_markup(theme: Theme, qtbot) -> None:
    label = PlainLabel(theme, HOSTILE * 5)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()


def test_icon_buttons_and_fields_have_names(theme: Theme, qtbot) -> None:
    assert IconButton(theme, "x", "Close").accessibleName() == "Close"
    field = FormField(theme, "E-mail", TextLine("E-mail"))
    qtbot.addWidget(field)
    field.set_error("This is not complete.")
    assert field.error == "This is not complete."
    assert field.editor.accessibleDescription() == "This is not complete."
    field.set_error("")
    assert field.error == ""


def test_the_path_is_told_in_words(theme: Theme, qtbot) -> None:
    path = PathWidget(theme, [PathStop("pause", "Pause", "done"), PathStop("note", "Note", "current")])
    qtbot.addWidget(path)
    assert path.accessibleDescription() == "Pause: done, Note: now"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Rosa Delgado", "RD"), ("Cher", "C"), (HOSTILE, "IS"), ("", "·"), ("…", "·"), ("שרה לוי", "של")],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


@pytest.mark.parametrize("language", ["en_US", "en_GB", "de_DE", "ja_JP", "ar_EG", "C"])
def test_a_day_that_is_shown_can_be_typed(language: str) -> None:
    locale = QLocale(language)
    for day in (date(2026, 11, 25), date(2028, 2, 29), date(1999, 1, 2)):
        assert parse_day(show_day(day, locale), locale) == day


def test_a_day_may_be_typed_in_other_ways() -> None:
    locale = QLocale("en_US")
    assert parse_day("2026-11-25", locale) == date(2026, 11, 25)
    assert parse_day("11/25/26", locale) == date(2026, 11, 25)
    assert parse_day("31 foo", locale) is None


def test_keys_move_a_day(theme: Theme, qtbot) -> None:
    field = DateField(theme, "When", date(2026, 1, 31))
    qtbot.addWidget(field)
    qtbot.keyClick(field.line, Qt.Key.Key_PageUp)
    assert field.day() == date(2026, 2, 28)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.day() == date(2026, 2, 27)
    field.line.setText("soon")
    assert field.error.startswith("This is not a day.")


def test_a_segment_can_be_chosen_and_left_again(theme: Theme, qtbot) -> None:
    control = SegmentedControl(theme, "Kind", [("a", "A"), ("b", "B")], optional=True)
    qtbot.addWidget(control)
    assert control.current() == ""
    first = control._group.button(0)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert control.current() == "a"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert control.current() == ""


def test_escape_closes_a_sheet_and_says_so_first(theme: Theme, qtbot) -> None:
    host = QWidget()
    host.resize(800, 600)
    qtbot.addWidget(host)
    host.show()
    sheet = Sheet(theme, host, "Record a loss")
    line = TextLine("Who")
    sheet.content.addWidget(line)
    kept: list[str] = []
    sheet.dismissed.connect(lambda: kept.append(line.text()))
    sheet.open()
    line.setText("Rosa")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert kept == ["Rosa"]
    assert not sheet.isVisible()
    host.hide()


def test_the_keyboard_stays_near_what_was_drawn_anew_under_a_sheet(theme: Theme, qtbot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    card = QWidget()
    inside = QVBoxLayout(card)
    plus, undo = SecondaryButton(theme, "+1 helped"), SecondaryButton(theme, "Undo")
    inside.addWidget(plus)
    column.addWidget(card)
    column.addWidget(undo)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    plus.setFocus()
    sheet = Sheet(theme, host, "One more helped")
    line = TextLine("Who")
    sheet.content.addWidget(line)
    sheet.open()
    assert line.hasFocus()
    plus.hide()
    plus.deleteLater()
    again = SecondaryButton(theme, "+1 helped")
    inside.addWidget(again)
    again.show()
    sheet.finish()
    qtbot.waitUntil(again.hasFocus)
    host.hide()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(qtbot, theme, key):
    button = SecondaryButton(theme, "Go on")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=500):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("name", ["Zoë Marin", "Rosa", "שלום עולם"])
def test_a_name_begins_where_the_lines_of_the_page_begin(qtbot, theme, direction, name):
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayoutDirection(direction)
    label = PlainLabel(theme, "", "body", parent=page)
    label.setText(name)
    label.resize(600, 40)
    picture = label.grab().toImage()
    ground = picture.pixel(300, 2)
    inked = [x for x in range(600) if any(picture.pixel(x, y) != ground for y in range(40))]
    assert inked, "the name is drawn"
    assert max(inked) < 300 if direction == Qt.LayoutDirection.LeftToRight else min(inked) > 300
