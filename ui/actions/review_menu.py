"""The actions of the menu Review, in their order."""

from ui.actions.spec import ActionSpec, When, Where

READY = When.READY
STORY = When.STORY
REVIEW = When.REVIEW
TEXT = When.TEXT
EDITS = When.TEXT | When.CHANGEABLE

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
        "versions",
        "&Versions…",
        "Read any version, compare any two, take one back.",
        ("Ctrl+F7",),
        "",
        STORY,
    ),
    ActionSpec(
        "bars", "Bars in the mar&gin", "Show beside the text what changed, and since when.", (), "", READY, line=True
    ),
    ActionSpec(
        "change_words",
        "Words &in and out",
        "Set off the words that came, and show at the cursor those that went.",
        ("Ctrl+Shift+F7",),
        "",
        TEXT,
        checkable=True,
    ),
    ActionSpec("to_next_change", "Ne&xt change", "Go to the next change of the text.", ("Alt+PgDown",), "", TEXT),
    ActionSpec("to_previous_change", "Previo&us change", "Go to the change before.", ("Alt+PgUp",), "", TEXT),
    ActionSpec(
        "take_change_back",
        "Take this change &back",
        "Put back what stood here, or nearest in this paragraph.",
        ("Alt+Del",),
        "",
        EDITS,
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
        "Pick findings and comments for the editor, and say what is to be done.",
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
    ActionSpec("next_comment", "Follo&wing comment", "Go to the next open comment.", ("F12",), "", TEXT),
    ActionSpec("previous_comment", "Comment be&fore", "Go to the open comment before.", ("Shift+F12",), "", TEXT),
    ActionSpec(
        "open_comment",
        "Rea&d the comment…",
        "Read what was said on the words at the cursor; answer or resolve it.",
        ("Ctrl+F12",),
        "comment",
        TEXT,
    ),
    ActionSpec(
        "resolve_comment",
        "Reso&lve the comment",
        "Settle the comment at the cursor.",
        ("Ctrl+Shift+F12",),
        "",
        TEXT,
    ),
    ActionSpec(
        "next_point", "Next point &to do", "Go to the next point the story was returned with.", ("F4",), "", STORY
    ),
    ActionSpec("previous_point", "Previous &point", "Go to the point before.", ("Shift+F4",), "", STORY),
    ActionSpec("notes", "N&otes", "List the points to do and the comments.", ("Ctrl+Shift+O",), "", STORY),
)
