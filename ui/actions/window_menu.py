"""The actions of the menu Window, in their order."""

from ui.actions.spec import ActionSpec, When

WINDOW_MENU = (
    ActionSpec(
        "new_window",
        "&New window",
        "Another window on the same stories, with a story of its own.",
        ("Ctrl+Alt+N",),
        "",
        When.READY,
    ),
    ActionSpec("next_window", "Ne&xt window", "Bring the next window to the front.", ("Ctrl+F6",)),
    ActionSpec(
        "windows_beside",
        "&Left and right",
        "This window beside the one used before; alone, the story of the list.",
        ("Ctrl+Shift+F6",),
        "",
        When.READY,
    ),
    ActionSpec("windows", "&Open windows", "List the windows by their stories, and go to one.", line=True),
    ActionSpec(
        "close_window",
        "&Close this window",
        "Save its story and close it; the others stay.",
        ("Ctrl+Alt+W",),
        line=True,
    ),
)
