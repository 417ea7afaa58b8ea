"""The actions of the menu Story, in their order."""

from ui.actions.spec import ActionSpec, Standard, When, Where

READY = When.READY
STORY = When.STORY
MINE = When.CHANGEABLE

STORY_MENU = (
    ActionSpec(
        "new",
        "New stor&y",
        "Begin a story without a word; its first words give it its slug.",
        ("Ctrl+N",),
        "new",
        READY,
        standard=Standard.New,
    ),
    ActionSpec(
        "open",
        "&Open a draft…",
        "Choose a document (.docx, .odt, .rtf) or a text; you can also drop it on the window.",
        ("Ctrl+O",),
        "open",
        READY,
        standard=Standard.Open,
    ),
    ActionSpec("recent", "Open recen&t", "Open a story that you had open lately.", (), "", READY),
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
        "print",
        "Print or pre&view…",
        "Put the story on paper: clean, or with numbered lines and wide margins for marks.",
        ("Ctrl+P",),
        "",
        STORY,
        standard=Standard.Print,
    ),
    ActionSpec(
        "details",
        "&Details…",
        "Slug, section, English, deadline, embargo and facts of this story.",
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
    ActionSpec("take", "Take &in hand", "Say that you are at work on this story.", ("Ctrl+Shift+I",), "person", READY),
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
