"""The actions of the menu Text, in their order."""

from ui.actions.spec import ActionSpec, When

EDITS = When.TEXT | When.CHANGEABLE

CASES = (
    ("case_upper", "&UPPER CASE", "the word", "in capitals", "Ctrl+Alt+U"),
    ("case_lower", "&lower case", "the word", "in small letters", "Ctrl+Alt+L"),
    ("case_title", "&Title Case", "the line", "as a title", "Ctrl+Alt+T"),
    ("case_sentence", "&Sentence case", "the line", "as a sentence", "Ctrl+Alt+S"),
)
"""Other cases of words as actions: id, words, what is written where nothing is selected, how, keys."""

TEXT_MENU = (
    ActionSpec(
        "character",
        "Special &character…",
        "Find a character by its name and put it at the cursor.",
        ("Ctrl+Shift+M",),
        "",
        EDITS,
    ),
    ActionSpec(
        "link",
        "Lin&k…",
        "Let the selected words lead to an address, or change where the link at the cursor leads.",
        ("Ctrl+K",),
        "",
        EDITS,
        line=True,
    ),
    ActionSpec(
        "copy_link",
        "Copy link &address",
        "Put the address of the link at the cursor on the clipboard; it is never opened.",
        (),
        "",
        When.TEXT,
    ),
    ActionSpec("remove_link", "&Remove link", "Take the link off and leave its words.", (), "", EDITS),
    *(
        ActionSpec(name, words, f"Write the selected words, or {what} at the cursor, {how}.", (keys,), "", EDITS)
        for name, words, what, how, keys in CASES
    ),
)
