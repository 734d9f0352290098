# SPDX-License-Identifier: MIT
"""The one style sheet, generated from the tokens: editors, lists, menus and scroll bars."""

from collections.abc import Callable

from winback_desktop.ui.tokens import Tokens


def style_sheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """The style sheet for one appearance; ``px`` gives a text size for a factor of the base."""
    return "\n".join((_editors(tokens), _lists(tokens), _chrome(tokens, px)))


def _editors(t: Tokens) -> str:
    focus = "2px" if not t.contrast else "3px"
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {{
  background: {t.surface}; color: {t.text}; border: 1px solid {t.control_border}; border-radius: 8px;
  padding: 7px 11px; selection-background-color: {t.selection}; selection-color: {t.on_selection};
  placeholder-text-color: {t.text3}; min-height: 20px;
}}
QPlainTextEdit, QTextEdit {{ padding: 6px 8px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{
  border: {focus} solid {t.focus}; padding: 6px 10px;
}}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 5px 7px; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QDateEdit[invalid="true"] {{
  border: 2px solid {t.danger.solid}; padding: 6px 10px;
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only {{
  background: {t.sunken}; color: {t.text2};
}}
QComboBox::drop-down {{ border: 0; width: 28px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border};
  selection-background-color: {t.selection}; selection-color: {t.on_selection}; outline: 0; }}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 3px 4px;
  border: 2px solid transparent; border-radius: 6px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.focus}; }}"""


def _lists(t: Tokens) -> str:
    return f"""
QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border};
  border-radius: 12px; outline: 0; selection-background-color: {t.selection};
  selection-color: {t.on_selection}; alternate-background-color: {t.sunken}; gridline-color: {t.divider}; }}
QAbstractItemView:focus {{ border: 2px solid {t.focus}; }}
QAbstractItemView#offered, QAbstractItemView#offered:focus {{ background: {t.raised};
  border: 1px solid {t.control_border}; border-radius: 0; }}
QAbstractItemView#offered::item {{ padding: 7px 12px; }}
QCalendarWidget QAbstractItemView {{ border: 0; border-radius: 0; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.surface}; }}
QCalendarWidget QToolButton {{ background: transparent; color: {t.text}; border: 2px solid transparent;
  border-radius: 6px; padding: 4px 8px; font-weight: 600; }}
QCalendarWidget QToolButton:hover {{ background: {t.sunken}; }}
QCalendarWidget QToolButton:focus {{ border-color: {t.focus}; }}
QHeaderView {{ background: {t.surface}; border: 0; }}
QHeaderView::section {{ background: {t.surface}; color: {t.text2}; border: 0;
  border-bottom: 1px solid {t.divider}; padding: 8px 12px; font-weight: 600; }}
QScrollArea, QWidget#inner {{ background: transparent; border: 0; }}
QWidget#page {{ background: {t.window}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {t.control_border}; border-radius: 4px; min-height: 32px;
  min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}"""


def _chrome(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
QMenu {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; border-radius: 8px;
  padding: 6px; }}
QMenu::item {{ padding: 8px 28px 8px 12px; border-radius: 6px; }}
QMenu::icon {{ padding-left: 10px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.on_selection}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::separator {{ height: 1px; background: {t.divider}; margin: 6px 8px; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: 6px 8px;
  font-size: {px(0.88)}px; }}
QProgressBar {{ background: {t.sunken}; border: 0; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}"""
