"""The menus in their order, each with its actions; a menu's actions stand in a file of its own."""

from ui.actions.edit_menu import EDIT_MENU
from ui.actions.problems_menu import PROBLEMS_MENU
from ui.actions.review_menu import REVIEW_MENU
from ui.actions.spec import ActionSpec
from ui.actions.story_menu import STORY_MENU
from ui.actions.text_menu import TEXT_MENU
from ui.actions.view_menus import HELP_MENU, VIEW_MENU
from ui.actions.window_menu import WINDOW_MENU

MENUS: tuple[tuple[str, tuple[ActionSpec, ...]], ...] = (
    ("&Story", STORY_MENU),
    ("&Edit", EDIT_MENU),
    ("&Text", TEXT_MENU),
    ("&Problems", PROBLEMS_MENU),
    ("&Review", REVIEW_MENU),
    ("&View", VIEW_MENU),
    ("&Window", WINDOW_MENU),
    ("&Help", HELP_MENU),
)
