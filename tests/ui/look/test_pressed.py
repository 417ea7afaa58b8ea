"""What a window says where a sentence names a command."""

from tests.rows import rows
from ui.actions.menus import MENUS
from ui.look.pressed import INSTEAD, in_window


@rows(
    ("sentence", "shown"),
    [
        (
            "LanguageTool is not installed: run `copydesk engine install`.",
            "LanguageTool is not installed: Help ▸ Grammar engine installs it.",
        ),
        (
            "The engine is damaged (x.jar): run `copydesk engine install` to mend it.",
            "The engine is damaged (x.jar): Help ▸ Grammar engine mends it.",
        ),
        (
            "Restore a backup (`copydesk store backups`).",
            "Restore a backup (“copydesk store backups” in the terminal).",
        ),
        (
            "Bring it along (`copydesk key export`, then `copydesk key import`).",
            "Bring it along (“copydesk key export”, then “copydesk key import” in the terminal).",
        ),
        ("`why` must be a text", "“why” must be a text"),
    ],
)
def test_a_window_names_what_can_be_pressed_and_has_no_backticks(sentence, shown):
    assert in_window(sentence) == shown


def test_what_can_be_pressed_stands_in_the_menus():
    named = ("Help ▸ Grammar engine", "Edit ▸ People of the desk")
    menus = [f"{menu} ▸ {one.text}".replace("&", "") for menu, actions in MENUS for one in actions]
    assert all(words.startswith((*named, "“Install the dictionary”")) for words in INSTEAD.values())
    assert [path for path in named if not any(one.startswith(path) for one in menus)] == []
