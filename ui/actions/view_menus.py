"""The actions of the menus View and Help, in their order."""

from ui.actions.spec import ActionSpec, Standard, When

READY, STORY, TEXT = When.READY, When.STORY, When.TEXT

VIEW_MENU = (
    ActionSpec("show_queue", "&Stories", "Show or hide the list of stories.", ("Alt+1",), "pane-left", checkable=True),
    ActionSpec("show_editor", "&Text", "Show or hide the text.", ("Alt+2",), "pane-middle", checkable=True),
    ActionSpec("show_checklist", "&Checklist", "Show or hide the checklist.", ("Alt+3",), "pane-right", checkable=True),
    ActionSpec("next_pane", "&Next pane", "Move the keyboard to the next pane.", ("F6",), line=True),
    ActionSpec("previous_pane", "&Previous pane", "Move the keyboard to the previous pane.", ("Shift+F6",)),
    ActionSpec(
        "queue",
        "Stories over the &whole window",
        "All stories in columns, or beside the text.",
        ("Alt+0",),
        "queue",
    ),
    ActionSpec("find_story", "&Find a story", "Search all stories.", ("Ctrl+Shift+F",), "search"),
    ActionSpec("names", "Na&mes", "List every name of the story with its forms.", ("Ctrl+Shift+N",), "names", STORY),
    ActionSpec(
        "figures",
        "Fi&gures",
        "List every figure and date of the story with its places.",
        ("Ctrl+Shift+Y",),
        "figures",
        STORY,
    ),
    ActionSpec("decisions", "&Decisions", "List what was waived or called not an error.", ("Ctrl+Shift+D",), "", STORY),
    ActionSpec(
        "zoom_in",
        "Zoom &in",
        "Larger text.",
        ("Ctrl++", "Ctrl+="),
        "",
        TEXT,
        standard=Standard.ZoomIn,
        line=True,
    ),
    ActionSpec("zoom_out", "Zoom &out", "Smaller text.", ("Ctrl+-",), "", TEXT, standard=Standard.ZoomOut),
    ActionSpec("zoom_reset", "&Actual size", "The text size of your settings.", ("Ctrl+0",), "", TEXT),
    ActionSpec("full_screen", "F&ull screen", "Fill the screen with the window.", ("F11",), line=True, checkable=True),
)

HELP_MENU = (
    ActionSpec(
        "keys",
        "&Commands and keys…",
        "Every command in one list: type a few letters, and run what is found.",
        ("F1",),
        standard=Standard.HelpContents,
    ),
    ActionSpec("welcome", "&First page", "The page that explains the window."),
    ActionSpec("engine", "&Grammar engine…", "Install or look at the grammar engine.", (), "engine", READY),
    ActionSpec(
        "prepare",
        "&Prepare this laptop…",
        "See what work without a network needs; bring engine and stories together.",
        (),
        "",
        READY,
    ),
    ActionSpec(
        "papers",
        "Rules for &laptops…",
        "Give house style, name book and rules to laptops, or propose others.",
        (),
        "",
        READY,
    ),
    ActionSpec("rules", "Grammar &rules…", "What this desk lets stand, and what it switched off.", (), "", READY),
    ActionSpec(
        "house_style",
        "&House style…",
        "Which form this desk writes, tried on its stories before it is chosen.",
        (),
        "",
        READY,
    ),
    ActionSpec("about", "&About Copydesk", "Version, licence and folders.", line=True),
)
