"""The style sheet, with a `$name` for each colour of a theme and for what grows with the window's words.

Radii are 6 px, spaces stand on the grid of `ui.look.theme`.
"""

from string import Template

TEMPLATE = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $control; padding: 4px 8px; }

QMenuBar { background: $window; padding: 2px 4px; border: none; }
QMenuBar::item { padding: 2px $beside; border: 2px solid transparent; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; border-color: $accent; }
QMenuBar QToolButton { image: url("$arrow"); border: none; padding: 0; }
QMenu { background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 23px 5px 11px; border: 1px solid transparent; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selected; border-color: $accent; }
QMenu::item:disabled { color: $control; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QStatusBar { background: $window; color: $muted; border: none; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 0 8px; }

QSplitter::handle { background: $border; }
QSplitter::handle:hover, QSplitter::handle:focus { background: $accent; }

QLabel#title { font-size: $title; font-weight: 600; }
QLabel#heading { font-weight: 600; }
QLabel#error { color: $attention; }
QLabel#muted, QLabel[muted="true"] { color: $muted; }
QLabel#paneTitle { font-weight: 600; }

QFrame#pane { background: $panel; border: none; }
QFrame#card { background: $raised; border: 1px solid $border; border-radius: 8px; }
QFrame#paneHeader { background: $panel; border: none; border-bottom: 1px solid $border; }
QFrame#finding { background: $raised; border: none; border-top: 1px solid $border; }
QFrame#notice { background: $notice; border: none; border-bottom: 1px solid $border; }
QFrame#seal { background: $panel; border: none; border-bottom: 1px solid $border; }
QFrame#seal[void="true"] { background: $notice; }
QFrame#seal[void="true"] QLabel { font-weight: 600; }
QWidget#centre, QWidget#welcome { background: $base; }

QPushButton {
    background: $raised; border: 1px solid $control; border-radius: 6px; padding: 5px 12px; min-height: 18px;
}
QPushButton { icon-size: $icon; }
QToolButton { icon-size: $tool; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled { color: $control; border-color: $border; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid $accent; padding: 4px 11px; background-clip: padding; }
QPushButton[primary="true"]:disabled { background: $border; border-color: $border; color: $muted; }
QPushButton[link="true"] {
    background: transparent; border: 2px solid transparent; color: $accent; padding: 2px 4px; text-align: left;
}
QPushButton[link="true"]:hover { background: $hover; }
QPushButton[link="true"]:focus { border-color: $accent; }
QPushButton::menu-indicator { image: url("$arrow"); width: $arm; height: $arm;
    subcontrol-position: right center; right: 6px; }
QPushButton[menu="true"] { padding-right: $room; }
QPushButton[menu="true"]:focus { padding-right: $room_in_focus; }
QPushButton#menuField { background: $base; }
QPushButton#menuField::menu-indicator { right: 3px; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selected; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton#heading { padding: 2px 4px; color: $muted; font-weight: 600; border-radius: 4px; }
QToolButton#tab { padding: 3px 4px; color: $muted; font-weight: 600; }
QToolButton#tab:checked { background: $selected; color: $text; }

QRadioButton, QCheckBox { spacing: 8px; padding: 2px 4px; border: 2px solid transparent; border-radius: 6px; }
QRadioButton::indicator, QCheckBox::indicator {
    width: $mark; height: $mark; background: $base; border: 1px solid $control; border-radius: $round;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator:hover, QCheckBox::indicator:hover { background: $hover; }
QRadioButton::indicator:checked { width: $dot; height: $dot; border: $ring solid $accent; background: $on_accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled { border-color: $border; }
QRadioButton:focus, QCheckBox:focus { border-color: $accent; }

QLineEdit, QDialog QPlainTextEdit, QDialog QTextBrowser, QSpinBox, QComboBox, QDateTimeEdit {
    background: $base; border: 1px solid $control; border-radius: 6px; padding: 4px 8px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QSpinBox, QComboBox, QDateTimeEdit { min-height: 20px; }
QLineEdit:focus, QDialog QPlainTextEdit:focus, QDialog QTextBrowser:focus, QSpinBox:focus, QComboBox:focus,
QDateTimeEdit:focus {
    border: 2px solid $accent; padding: 3px 7px;
}
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: $room; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url("$arrow"); width: $arm; height: $arm; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: $room; }
QSpinBox::up-arrow { image: url("$up"); width: $arm; height: $arm; }
QSpinBox::down-arrow { image: url("$arrow"); width: $arm; height: $arm; }
QListView, QTreeView, QTableView, QListWidget { background: $panel; border: 2px solid transparent; outline: none; }
QListView:focus, QTreeView:focus, QTableView:focus { border-color: $accent; }
QDialog QListView, QDialog QTreeView, QDialog QTableView {
    background: $base; border: 1px solid $control; border-radius: 6px; padding: 1px;
}
QDialog QListView:focus, QDialog QTreeView:focus, QDialog QTableView:focus { border: 2px solid $accent; padding: 0; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView, QDialog QComboBox QListView {
    background: $raised; border: 1px solid $control; border-radius: 0; padding: 0; outline: none;
    selection-background-color: $selected; selection-color: $text;
}
QComboBox QAbstractItemView::item { padding: 4px 8px; min-height: 20px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {
    background: $selected; color: $text;
}
QListView, QTreeView { icon-size: $icon; }
QListWidget::item, QTreeWidget::item { padding: 6px 8px; }
QListWidget::item:selected, QTreeWidget::item:selected { background: $selected; color: $text; }
QListView::indicator { width: $mark; height: $mark; border: 1px solid $control; border-radius: 3px; background: $base; }
QListView::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 6px 8px 6px 11px; }

QTabWidget::pane { border: 1px solid $border; border-radius: 6px; background: $raised; top: -1px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { padding: 5px 13px; color: $muted; border: 2px solid transparent; border-bottom-color: $border; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; background: $selected; }
QTabBar::tab:selected:focus { border-color: $accent; border-radius: 4px; }

QProgressBar { background: $hover; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QScrollArea { background: transparent; border: none; }
QScrollArea:focus { border: 2px solid $accent; }
QScrollArea[reading="true"] { border: 2px solid transparent; }
QScrollArea[reading="true"]:focus { border-color: $accent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QDialog QScrollArea[framed="true"], QDialog ChangesSheet {
    background: $base; border: 1px solid $control; border-radius: 6px; padding: 1px;
}
QDialog QScrollArea[framed="true"]:focus, QDialog ChangesSheet:focus { border: 2px solid $accent; padding: 0; }
ChangesSheet, ReadingSheet TextEdit { border: 2px solid transparent; }
ChangesSheet:focus, ReadingSheet TextEdit:focus { border-color: $accent; }
QTextEdit#words { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 0 4px;
    selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit#words:focus { border-color: $accent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
