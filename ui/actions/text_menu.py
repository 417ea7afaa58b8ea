"""The actions of the menu Text, in their order."""

from ui.actions.spec import ActionSpec, When

STORY = When.CHANGEABLE
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
        "look_up",
        "Meanings and s&ynonyms…",
        "Look up the word at the cursor, or the words selected, in the dictionary.",
        ("Ctrl+L",),
        "",
        When.TEXT,
    ),
    ActionSpec(
        "link",
        "Lin&k…",
        "Let the selected words lead to an address, or change their link.",
        ("Ctrl+K",),
        "",
        EDITS,
        line=True,
    ),
    ActionSpec(
        "copy_link",
        "Copy link &address",
        "Put the address of the link on the clipboard; it is never opened.",
        (),
        "",
        When.TEXT,
    ),
    ActionSpec("remove_link", "&Remove link", "Take the link off and leave its words.", (), "", EDITS),
    *(
        ActionSpec(name, words, f"Write the selected words, or {what} at the cursor, {how}.", (keys,), "", EDITS)
        for name, words, what, how, keys in CASES
    ),
    ActionSpec(
        "length",
        "Len&gth…",
        "Say how long the story is to be; the status line counts against it.",
        ("Ctrl+Alt+G",),
        "",
        STORY,
        line=True,
    ),
    ActionSpec(
        "headlines",
        "&Headlines…",
        "Keep other headlines with their counts, and let one be the headline.",
        ("Ctrl+Alt+H",),
        "",
        STORY,
    ),
    ActionSpec(
        "headline_case",
        "H&eadline in the house’s case",
        "Write the headline as a sentence or as a title, as the settings say.",
        ("Ctrl+Alt+J",),
        "",
        EDITS,
    ),
)
