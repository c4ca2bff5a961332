"""The one style sheet of the window, made from the named colours and the type scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from recovery_tracker.palette import Palette


class _Type(Protocol):
    @property
    def size(self) -> int: ...
    @property
    def weight(self) -> int: ...
    @property
    def tone(self) -> str: ...
    @property
    def family(self) -> str: ...


_TONES = (
    "text",
    "text2",
    "muted",
    "on_tint",
    "ok",
    "watch",
    "contact",
    "urgent",
    "on_contact",
    "on_urgent",
)


def style_sheet(colours: Palette, types: Mapping[str, _Type], px: Callable[[float], int]) -> str:
    """Write the style sheet; ``px`` brings a length to the chosen scale."""
    return "\n".join(
        (
            _texts(colours, types, px),
            _cards(colours),
            _frames(colours, px),
            _fields(colours, px),
            _lists(colours, px),
        )
    )


def _texts(colours: Palette, types: Mapping[str, _Type], px: Callable[[float], int]) -> str:
    rules = [
        f'QLabel[role="{role}"] {{ font: {kind.weight} {px(kind.size)}px "{kind.family}"; '
        f"color: {getattr(colours, kind.tone)}; }}"
        for role, kind in types.items()
    ]
    rules += [f'QLabel[tone="{tone}"] {{ color: {getattr(colours, tone)}; }}' for tone in _TONES]
    rules.append(
        f"QToolTip {{ background: {colours.surface}; color: {colours.text}; "
        f"border: 1px solid {colours.line}; padding: 4px 6px; }}"
    )
    return "\n".join(rules)


def _cards(c: Palette) -> str:
    rules = "".join(
        f'QFrame[rule="{level}"] {{ background: {getattr(c, level + "_line")}; border: 0; '
        "max-height: 1px; min-height: 1px; }\n"
        for level in ("watch", "contact", "urgent")
    )
    return f"""
{rules}Card {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: 14px; }}
Card[asking="true"] {{ border: 2px solid {c.primary}; }}
QFrame[rule="true"] {{ background: {c.border}; border: 0; max-height: 1px; min-height: 1px; }}
"""


def _frames(c: Palette, px: Callable[[float], int]) -> str:
    """The parts of the window that hold pages, and of pages that hold more than a card does."""
    return f"""
#sidebar {{ background: {c.side}; border-right: 1px solid {c.border}; }}
#sample, #message {{ background: {c.tint}; border-bottom: 1px solid {c.band_line}; }}
#undo, #footer {{ background: {c.surface}; border-top: 1px solid {c.border}; }}
#pressing[level="contact"] {{ background: {c.contact_solid}; }}
#pressing[level="urgent"] {{ background: {c.urgent_solid}; }}
#accept {{ background: {c.inset}; border-radius: 12px; }}
#tile {{ background: {c.tint}; border-radius: {px(12)}px; }}
#report_window {{ background: {c.bg}; }}
#report_bar {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.border}; }}
QMessageBox QLabel#qt_msgbox_label {{ font-size: {px(16)}px; font-weight: 600; }}
"""


def _fields(c: Palette, px: Callable[[float], int]) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; border-radius: 10px;
  padding: 0 12px; placeholder-text-color: {c.muted}; selection-background-color: {c.primary};
  selection-color: {c.on_primary}; }}
QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: {px(38)}px; }}
QPlainTextEdit, QTextEdit {{ padding: 6px 8px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus,
QComboBox:focus {{ border: 2px solid {c.focus}; padding-left: 11px; padding-right: 11px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 5px 7px; }}
QTextBrowser {{ border: 2px solid transparent; padding: 0; }}
QTextBrowser:focus {{ padding: 0; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled {{ border: 1px dashed {c.line}; color: {c.muted}; background: {c.bg}; }}
QAbstractSpinBox {{ padding: 0; }}
QAbstractSpinBox:focus {{ padding: 0; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; border-radius: 0;
  padding: 0; min-height: 0; background: transparent; }}
QDateTimeEdit::drop-down {{ border: 0; width: 36px; subcontrol-origin: border; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 20px; border: 0;
  background: transparent; }}
QComboBox::drop-down {{ border: 0; width: 28px; }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.text};
  border: 1px solid {c.line}; selection-background-color: {c.tint};
  selection-color: {c.on_tint}; outline: 0; }}
"""


def _lists(c: Palette, px: Callable[[float], int]) -> str:
    return f"""
QScrollArea, QScrollArea > QWidget > QWidget#canvas {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {c.line}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenuBar {{ background: {c.side}; color: {c.text}; }}
QMenuBar::item {{ padding: 5px 10px; background: transparent; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {c.tint}; color: {c.on_tint}; }}
QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 7px 24px 7px 14px; border-radius: 6px; min-height: {px(20)}px; }}
QMenu::item:selected {{ background: {c.tint}; color: {c.on_tint}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QMenu::separator {{ height: 1px; background: {c.border}; margin: 4px 8px; }}
QTableView, QTreeView, QListView {{ background: {c.surface}; color: {c.text};
  border: 1px solid {c.border}; border-radius: 10px; gridline-color: {c.border};
  alternate-background-color: {c.bg}; selection-background-color: {c.tint};
  selection-color: {c.on_tint}; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 3px solid {c.focus}; }}
QHeaderView {{ background: {c.surface}; }}
QHeaderView::section {{ background: {c.surface}; color: {c.text2}; border: 0;
  border-bottom: 1px solid {c.line}; padding: 6px 8px; }}
QProgressBar {{ background: {c.inset}; border: 1px solid {c.line}; border-radius: 6px;
  color: {c.text}; text-align: center; min-height: {px(14)}px; }}
QProgressBar::chunk {{ background: {c.band_line}; border-radius: 5px; }}
"""
