"""The actions of the menus, in their order, each with the keys that count anywhere in the window."""

from ui.actions.spec import ActionSpec, Standard, When, Where
from ui.actions.view_menus import HELP_MENU, VIEW_MENU

READY, STORY, TEXT, REVIEW = When.READY, When.STORY, When.TEXT, When.REVIEW
MINE = When.CHANGEABLE
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

MENDS = ("mend", "mend_2", "mend_3", "mend_4")
"""The remedies that have keys, the first one first."""

ANSWERS = ("waive", "not_here", "not_in_story", "not_on_desk")
"""What can be said of a finding besides mending it."""

STORY_MENU = (
    ActionSpec(
        "open",
        "&Open a draft…",
        "Choose a document (.docx, .odt, .rtf) or a text; you can also drop it on the window.",
        ("Ctrl+O",),
        "open",
        READY,
        standard=Standard.Open,
    ),
    ActionSpec(
        "paste",
        "&Paste as a new story",
        "Make a story from the text on the clipboard.",
        ("Ctrl+Alt+V",),
        "paste",
        READY,
    ),
    ActionSpec(
        "unread", "Files that could not be &read…", "Of the watched folder, each with its reason.", (), "", READY
    ),
    ActionSpec("sample", "Open the samp&le", "Open a draft with one problem of each kind.", (), "sample", READY),
    ActionSpec(
        "save",
        "&Save",
        "Keep the text as a new version.",
        ("Ctrl+S",),
        "save",
        MINE,
        standard=Standard.Save,
        line=True,
    ),
    ActionSpec(
        "export",
        "&Export to a file…",
        "Write the text, or a new document (Word, OpenDocument, …), to a file of your choice.",
        ("Ctrl+Shift+S",),
        "",
        STORY,
    ),
    ActionSpec(
        "send_back",
        "Return to the sender’s doc&ument…",
        "The document that the story came in, with every change tracked and every comment at its words.",
        ("Ctrl+Shift+E",),
        "",
        STORY,
    ),
    ActionSpec(
        "copy_only",
        "Copy o&nly…",
        "The story by itself, each advertisement apart with its label; to read or to export.",
        ("Ctrl+Shift+C",),
        "",
        STORY,
    ),
    ActionSpec(
        "details",
        "&Details…",
        "Slug, section, English, deadline and embargo of this story.",
        ("Ctrl+I",),
        "",
        MINE,
        line=True,
    ),
    ActionSpec(
        "move",
        "&Move on…",
        "Submit, return, approve, hold or spike this story.",
        ("Ctrl+M",),
        "move",
        MINE,
        also=((Where.REVIEW, "M"),),
    ),
    ActionSpec("take", "&Take in hand", "Say that you are at work on this story.", ("Ctrl+Shift+I",), "person", READY),
    ActionSpec(
        "close",
        "&Close the story",
        "Save it and show the first page.",
        ("Ctrl+W",),
        "",
        STORY,
        standard=Standard.Close,
        line=True,
    ),
    ActionSpec("who", "&Who is working…", "Let somebody else work here.", ("Ctrl+Shift+U",), "person", READY),
    ActionSpec("quit", "&Quit", "Save the story and close the window.", ("Ctrl+Q",), standard=Standard.Quit),
)

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
        "Put what is on the clipboard at the cursor: words, headings, lists and tables without their looks.",
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
        ActionSpec(name, words, f"The block at the cursor, or every block selected, is {what}.", (keys,), "", EDITS)
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

PROBLEMS_MENU = (
    ActionSpec("next", "&Next problem", "Go to the next open finding.", ("F8",), "next", READY),
    ActionSpec("previous", "&Previous problem", "Go to the previous open finding.", ("Shift+F8",), "previous", READY),
    ActionSpec(
        "mend",
        "&Mend with the first remedy",
        "Apply the first remedy of this finding.",
        ("Alt+Return",),
        "fixed",
        EDITS,
        line=True,
    ),
    *(
        ActionSpec(
            name,
            f"Mend with the {word} remedy",
            f"Apply the {word.replace('&', '')} remedy of this finding.",
            (f"Ctrl+{nth}",),
            "",
            EDITS,
        )
        for nth, (name, word) in enumerate(zip(MENDS[1:], ("&second", "th&ird", "f&ourth"), strict=True), 2)
    ),
    ActionSpec("remedies", "&All remedies…", "Show everything you can do about this finding.", ("Ctrl+.",), "", TEXT),
    ActionSpec(
        "waive",
        "&Waive…",
        "Let this finding stand, with a reason.",
        ("Ctrl+Shift+W",),
        "waived",
        EDITS,
        also=((Where.REVIEW, "W"),),
        line=True,
    ),
    ActionSpec(
        "not_here", "Not an error &here", "This place is right as it is.", ("Ctrl+Shift+H",), "not-an-error", EDITS
    ),
    ActionSpec(
        "not_in_story",
        "Not an error in this s&tory",
        "Right wherever it stands in this story.",
        ("Ctrl+Shift+T",),
        "",
        EDITS,
    ),
    ActionSpec(
        "not_on_desk",
        "Not an error on this &desk",
        "Right in every story of this desk.",
        ("Ctrl+Shift+K",),
        "",
        EDITS,
    ),
    ActionSpec(
        "undo_decision",
        "&Undo the last decision",
        "Open what was last waived or called not an error.",
        ("Ctrl+Alt+Z",),
        "undo",
        EDITS,
        line=True,
    ),
    ActionSpec("check", "&Check again", "Check the whole story anew.", ("F5",), "checking", STORY, line=True),
)

REVIEW_MENU = (
    ActionSpec(
        "review",
        "&Review this story",
        "Read it as its chief: clean, with all that was waived.",
        ("F9",),
        "seal",
        READY,
    ),
    ActionSpec(
        "changes",
        "What &changed",
        "Show what changed since your last look, or since any version.",
        ("F7",),
        "changes",
        READY,
        also=((Where.REVIEW, "C"),),
        line=True,
    ),
    ActionSpec(
        "beside",
        "&Side by side",
        "Show changes side by side, or in line.",
        ("Shift+F7",),
        "",
        REVIEW,
        also=((Where.REVIEW, "S"),),
    ),
    ActionSpec(
        "approve",
        "&Approve",
        "Seal exactly this text; what stands in the way is shown instead.",
        ("Ctrl+Shift+A",),
        "passed",
        READY,
        also=((Where.REVIEW, "A"),),
        line=True,
    ),
    ActionSpec(
        "give_back",
        "Return with &notes…",
        "Pick findings and comments that the editor works through, and say what is to be done.",
        ("Ctrl+Shift+R",),
        "",
        READY,
        also=((Where.REVIEW, "R"),),
    ),
    ActionSpec(
        "hold",
        "&Hold…",
        "Hold the story, with a reason, until a moment.",
        ("Ctrl+Shift+L",),
        "",
        READY,
        also=((Where.REVIEW, "H"),),
    ),
    ActionSpec(
        "report",
        "R&eport…",
        "Print it, or keep it as PDF, HTML or JSON.",
        ("Ctrl+Shift+P",),
        "",
        READY,
        line=True,
    ),
    ActionSpec(
        "comment",
        "Co&mment…",
        "Comment on the words selected, or on this paragraph.",
        ("Ctrl+Alt+M",),
        "comment",
        STORY,
        also=((Where.REVIEW, "N"),),
        line=True,
    ),
    ActionSpec(
        "next_point", "Next point &to do", "Go to the next point the story was returned with.", ("F4",), "", STORY
    ),
    ActionSpec("previous_point", "Previous &point", "Go to the point before.", ("Shift+F4",), "", STORY),
    ActionSpec("notes", "N&otes", "List the points to do and the comments.", ("Ctrl+Shift+O",), "", STORY),
)

MENUS: tuple[tuple[str, tuple[ActionSpec, ...]], ...] = (
    ("&Story", STORY_MENU),
    ("&Edit", EDIT_MENU),
    ("&Problems", PROBLEMS_MENU),
    ("&Review", REVIEW_MENU),
    ("&View", VIEW_MENU),
    ("&Help", HELP_MENU),
)
