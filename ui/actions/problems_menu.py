"""The actions of the menu Problems, in their order."""

from ui.actions.spec import ActionSpec, When, Where

READY = When.READY
STORY = When.STORY
TEXT = When.TEXT
EDITS = When.TEXT | When.CHANGEABLE

MENDS = ("mend", "mend_2", "mend_3", "mend_4")
"""The remedies that have keys, the first one first."""

ANSWERS = ("waive", "not_here", "not_in_story", "not_on_desk")
"""What can be said of a finding besides mending it."""

OF_RULE = ("mend_rule", "not_rule", "rule_off")
"""What can be done about everything that the rule of a finding found, as one step."""

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
    ActionSpec(
        "mend_on",
        "Mend and &go on",
        "Apply the first remedy, then go on to what is open behind it.",
        ("Ctrl+Return",),
        "",
        EDITS,
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
    ActionSpec(
        "mend_rule",
        "Mend all of this rul&e",
        "Apply the first remedy to all that this rule found here, in one step.",
        ("Alt+Shift+Return",),
        "",
        EDITS,
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
        "not_rule",
        "Not an error, all o&f this rule",
        "Everything that this rule finds in this story is right, as one decision.",
        ("Ctrl+Alt+K",),
        "",
        EDITS,
    ),
    ActionSpec(
        "rule_off",
        "This &rule is off on this desk",
        "What this rule finds is right in every story; a keeper says so.",
        ("Ctrl+Alt+O",),
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
