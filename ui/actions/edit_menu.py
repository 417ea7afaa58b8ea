"""The actions of the menu Edit, in their order."""

from ui.actions.spec import ActionSpec, Standard, When

READY = When.READY
TEXT = When.TEXT
EDITS = When.TEXT | When.CHANGEABLE

KINDS = (
    ("kind_copy", "This block is story te&xt", "story text", "Ctrl+Alt+1"),
    ("kind_furniture", "This block is furn&iture", "a headline, byline or other furniture", "Ctrl+Alt+2"),
    ("kind_paid", "This block is a&dvertising", "advertising", "Ctrl+Alt+3"),
    ("kind_ad_label", "This block is an ad lab&el", "the label of an advertisement", "Ctrl+Alt+4"),
    ("kind_leftover", "This block is left &over", "left over from the web page", "Ctrl+Alt+5"),
    ("kind_decide", "Let Copydesk decide a&gain", "what Copydesk makes of it", "Ctrl+Alt+0"),
)
"""The kinds of the copy map as actions: id, words, what the block then is, keys."""

EDIT_MENU = (
    ActionSpec(
        "undo",
        "&Undo",
        "Take back the last change of the text, remedies included.",
        ("Ctrl+Z",),
        "undo",
        EDITS,
        standard=Standard.Undo,
    ),
    ActionSpec(
        "redo", "&Redo", "Make the change again.", ("Ctrl+Shift+Z", "Ctrl+Y"), "", EDITS, standard=Standard.Redo
    ),
    ActionSpec(
        "cut",
        "Cu&t",
        "Move the selected words to the clipboard.",
        ("Ctrl+X",),
        "",
        EDITS,
        standard=Standard.Cut,
        line=True,
    ),
    ActionSpec("copy", "&Copy", "Copy the selected words.", ("Ctrl+C",), standard=Standard.Copy),
    ActionSpec(
        "paste_here",
        "Paste &here",
        "Put words, headings, lists and tables at the cursor, without their looks.",
        ("Ctrl+V",),
        "",
        EDITS,
        standard=Standard.Paste,
    ),
    ActionSpec("paste_plain", "Paste words onl&y", "Put the words alone at the cursor.", ("Ctrl+Shift+V",), "", EDITS),
    ActionSpec(
        "select_all", "Select &all", "Select the whole text.", ("Ctrl+A",), "", TEXT, standard=Standard.SelectAll
    ),
    ActionSpec(
        "find",
        "&Find…",
        "Search in this story.",
        ("Ctrl+F",),
        "search",
        TEXT,
        standard=Standard.Find,
        line=True,
    ),
    ActionSpec("replace", "Find and re&place…", "Search and replace in this story.", ("Ctrl+H",), "", EDITS),
    ActionSpec("find_next", "Find &next", "Go to the next match.", ("F3",), "", TEXT, standard=Standard.FindNext),
    ActionSpec(
        "find_previous",
        "Find pre&vious",
        "Go to the previous match.",
        ("Shift+F3",),
        "",
        TEXT,
        standard=Standard.FindPrevious,
    ),
    ActionSpec(
        "ask_kind",
        "What is this &block…",
        "Say whether a block is copy, paid or left over.",
        ("Ctrl+B",),
        "",
        EDITS,
        line=True,
    ),
    *(
        ActionSpec(name, words, f"This block, or each selected, is {what}.", (keys,), "", EDITS)
        for name, words, what, keys in KINDS
    ),
    ActionSpec(
        "reflow",
        "Join hard-&wrapped lines",
        "Make one line of each hard-wrapped paragraph.",
        ("Ctrl+J",),
        "",
        EDITS,
        line=True,
    ),
    ActionSpec(
        "name_book", "Na&me book…", "The desk's agreed spellings.", ("Ctrl+Shift+B",), "names", READY, line=True
    ),
    ActionSpec("people", "Peop&le of the desk…", "Who belongs to it, with roles and PINs.", (), "person", READY),
    ActionSpec(
        "settings",
        "&Settings…",
        "Your name, theme, English, manual items, engine.",
        ("Ctrl+,",),
        "",
        READY,
        standard=Standard.Preferences,
        line=True,
    ),
)
