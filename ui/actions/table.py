"""Every action of the window in one table; menus, shortcuts and the help on them are built from it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from desk.errors import BugError
from ui.look import icons


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: its name in code, words, keys, one sentence of help; `line` draws a separator above it."""

    name: str
    text: str
    help: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    line: bool = False
    checkable: bool = False


KIND_SPECS = (
    ("kind_copy", "This block is story te&xt", "story text", "Ctrl+Alt+1"),
    ("kind_furniture", "This block is furn&iture", "a headline, byline or other furniture", "Ctrl+Alt+2"),
    ("kind_paid", "This block is a&dvertising", "advertising", "Ctrl+Alt+3"),
    ("kind_ad_label", "This block is an ad lab&el", "the label of an advertisement", "Ctrl+Alt+4"),
    ("kind_leftover", "This block is left &over", "left over from the web page", "Ctrl+Alt+5"),
    ("kind_decide", "Let Copydesk decide a&gain", "what Copydesk makes of it", "Ctrl+Alt+0"),
)
"""The kinds of the copy map as actions: name, words, what the block then is, keys."""

MENUS: tuple[tuple[str, tuple[Spec, ...]], ...] = (
    (
        "&Story",
        (
            Spec(
                "open",
                "&Open a draft…",
                "Choose a .txt or .md file; you can also drop it on the window.",
                ("Ctrl+O",),
                "open",
            ),
            Spec(
                "paste",
                "&Paste as a new story",
                "Make a story from the text on the clipboard.",
                ("Ctrl+Shift+V",),
                "paste",
            ),
            Spec("sample", "Open the samp&le", "Open a draft with one problem of each kind.", (), "sample"),
            Spec("save", "&Save", "Keep the text as a new version in the store.", ("Ctrl+S",), "save", line=True),
            Spec("export", "&Export to a file…", "Write the text to a file of your choice.", ("Ctrl+Shift+S",)),
            Spec(
                "copy_only",
                "Copy o&nly…",
                "The story by itself, each advertisement apart with its label; to read or to export.",
                ("Ctrl+Shift+C",),
            ),
            Spec("details", "&Details…", "Slug, section and English of this story.", ("Ctrl+I",), line=True),
            Spec("move", "&Move on…", "Submit, return, approve, hold or spike this story.", ("Ctrl+M",), "move"),
            Spec("take", "&Take in hand", "Say that you are at work on this story.", ("Ctrl+Shift+I",), "person"),
            Spec("close", "&Close the story", "Save it and show the first page.", ("Ctrl+W",), line=True),
            Spec("who", "&Who is working…", "Let somebody else work here.", ("Ctrl+Shift+U",), "person"),
            Spec("quit", "&Quit", "Save the story and close the window.", ("Ctrl+Q",)),
        ),
    ),
    (
        "&Edit",
        (
            Spec("undo", "&Undo", "Take back the last change of the text, remedies included.", ("Ctrl+Z",), "undo"),
            Spec("redo", "&Redo", "Make the change again.", ("Ctrl+Shift+Z", "Ctrl+Y")),
            Spec("cut", "Cu&t", "Move the selected words to the clipboard.", ("Ctrl+X",), line=True),
            Spec("copy", "&Copy", "Copy the selected words.", ("Ctrl+C",)),
            Spec("paste_here", "Paste &here", "Put the clipboard's text at the cursor.", ("Ctrl+V",)),
            Spec("select_all", "Select &all", "Select the whole text.", ("Ctrl+A",)),
            Spec("find", "&Find…", "Search in this story.", ("Ctrl+F",), "search", line=True),
            Spec("replace", "Find and re&place…", "Search and replace in this story.", ("Ctrl+H",)),
            Spec("find_next", "Find &next", "Go to the next match.", ("F3",)),
            Spec("find_previous", "Find pre&vious", "Go to the previous match.", ("Shift+F3",)),
            Spec(
                "ask_kind",
                "What is this &block…",
                "Say whether a block is copy, paid or left over.",
                ("Ctrl+B",),
                line=True,
            ),
            *(
                Spec(name, words, f"The block at the cursor, or every block selected, is {what}.", (keys,))
                for name, words, what, keys in KIND_SPECS
            ),
            Spec(
                "reflow",
                "Join hard-&wrapped lines",
                "Make one line of each hard-wrapped paragraph.",
                ("Ctrl+J",),
                line=True,
            ),
            Spec("name_book", "Na&me book…", "The desk's agreed spellings.", ("Ctrl+Shift+B",), "names", line=True),
            Spec("people", "Peop&le of the desk…", "Who belongs to it, with roles and PINs.", (), "person"),
            Spec("settings", "&Settings…", "Your name, theme, English, manual items, engine.", ("Ctrl+,",), line=True),
        ),
    ),
    (
        "&Problems",
        (
            Spec("next", "&Next problem", "Go to the next open finding.", ("F8",), "next"),
            Spec("previous", "&Previous problem", "Go to the previous open finding.", ("Shift+F8",), "previous"),
            Spec(
                "mend",
                "&Mend with the first remedy",
                "Apply the first remedy of this finding.",
                ("Alt+Return",),
                "fixed",
                line=True,
            ),
            *(
                Spec(
                    f"mend_{nth}",
                    f"Mend with the {word} remedy",
                    f"Apply the {word.replace('&', '')} remedy of this finding.",
                    (f"Ctrl+{nth}",),
                )
                for nth, word in ((2, "&second"), (3, "th&ird"), (4, "f&ourth"))
            ),
            Spec("remedies", "&All remedies…", "Show everything you can do about this finding.", ("Ctrl+.",)),
            Spec("waive", "&Waive…", "Let this finding stand, with a reason.", ("Ctrl+Shift+W",), "waived", line=True),
            Spec("not_here", "Not an error &here", "This place is right as it is.", ("Ctrl+Shift+H",), "not-an-error"),
            Spec(
                "not_in_story",
                "Not an error in this s&tory",
                "Right wherever it stands in this story.",
                ("Ctrl+Shift+T",),
            ),
            Spec("not_on_desk", "Not an error on this &desk", "Right in every story of this desk.", ("Ctrl+Shift+K",)),
            Spec(
                "undo_decision",
                "&Undo the last decision",
                "Open what was last waived or called not an error.",
                ("Ctrl+Alt+Z",),
                "undo",
                line=True,
            ),
            Spec("check", "&Check again", "Check the whole story anew.", ("F5",), "checking", line=True),
        ),
    ),
    (
        "&Review",
        (
            Spec(
                "review",
                "&Review this story",
                "Read it as its chief: clean, with all that was waived.",
                ("F9",),
                "seal",
            ),
            Spec(
                "changes",
                "What &changed",
                "Show what changed since your last look, or since any version.",
                ("F7",),
                "changes",
                line=True,
            ),
            Spec("beside", "&Side by side", "Show changes side by side, or in line.", ("Shift+F7",)),
            Spec(
                "approve", "&Approve", "Seal exactly this text; A in the view.", ("Ctrl+Shift+A",), "passed", line=True
            ),
            Spec(
                "give_back",
                "Return with &notes…",
                "Pick what the editor works through; R in the view.",
                ("Ctrl+Shift+R",),
            ),
            Spec("hold", "&Hold…", "Hold the story; H in the view.", ("Ctrl+Shift+L",)),
            Spec("report", "R&eport…", "Print it, or keep it as PDF, HTML or JSON.", ("Ctrl+Shift+P",), line=True),
            Spec(
                "comment",
                "Co&mment…",
                "Comment on the words selected, or on this paragraph.",
                ("Ctrl+Alt+M",),
                "comment",
                line=True,
            ),
            Spec("next_point", "Next point &to do", "Go to the next point the story was returned with.", ("F4",)),
            Spec("previous_point", "Previous &point", "Go to the point before.", ("Shift+F4",)),
            Spec("notes", "N&otes", "List the points to do and the comments.", ("Ctrl+Shift+O",)),
        ),
    ),
    (
        "&View",
        (
            Spec(
                "show_queue", "&Stories", "Show or hide the list of stories.", ("Alt+1",), "pane-left", checkable=True
            ),
            Spec("show_editor", "&Text", "Show or hide the text.", ("Alt+2",), "pane-middle", checkable=True),
            Spec(
                "show_checklist", "&Checklist", "Show or hide the checklist.", ("Alt+3",), "pane-right", checkable=True
            ),
            Spec("next_pane", "&Next pane", "Move the keyboard to the next pane.", ("F6",), line=True),
            Spec("previous_pane", "&Previous pane", "Move the keyboard to the previous pane.", ("Shift+F6",)),
            Spec(
                "queue",
                "Stories over the &whole window",
                "All stories in columns, or beside the text.",
                ("Alt+0",),
                "queue",
            ),
            Spec("find_story", "&Find a story", "Search all stories.", ("Ctrl+Shift+F",), "search"),
            Spec("names", "Na&mes", "List every name of the story with its forms.", ("Ctrl+Shift+N",), "names"),
            Spec("decisions", "&Decisions", "List what was waived or called not an error.", ("Ctrl+Shift+D",)),
            Spec("zoom_in", "Zoom &in", "Larger text.", ("Ctrl++", "Ctrl+="), line=True),
            Spec("zoom_out", "Zoom &out", "Smaller text.", ("Ctrl+-",)),
            Spec("zoom_reset", "&Actual size", "The text size of your settings.", ("Ctrl+0",)),
            Spec(
                "full_screen", "F&ull screen", "Fill the screen with the window.", ("F11",), line=True, checkable=True
            ),
        ),
    ),
    (
        "&Help",
        (
            Spec("keys", "&Keyboard shortcuts", "Every key in one list.", ("F1",)),
            Spec("welcome", "&First page", "The page that explains the window.", ()),
            Spec("engine", "&Grammar engine…", "Install or look at the grammar engine.", (), "engine"),
            Spec("rules", "Grammar &rules…", "What this desk lets stand, and what it switched off.", ()),
            Spec("about", "&About Copydesk", "Version, licence and folders.", (), line=True),
        ),
    ),
)


def specs() -> Iterator[Spec]:
    """Yield every action in the order of the menus."""
    for _, entries in MENUS:
        yield from entries


class Actions:
    """The actions of one window by name."""

    def __init__(
        self, window: QWidget, verbs: Mapping[str, Callable[[], None]], adopted: Mapping[str, QAction]
    ) -> None:
        """Make an action for each verb; those of the editor are adopted, so that a key means one thing everywhere."""
        self._by_name = {
            spec.name: _dressed(adopted[spec.name], spec, window)
            if spec.name in adopted
            else _action(spec, window, verbs[spec.name])
            for spec in specs()
        }

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def enable(self, names: frozenset[str], on: bool) -> None:
        """Switch these actions on or off."""
        for name in names:
            self._by_name[name].setEnabled(on)

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for title, entries in MENUS:
            menu = bar.addMenu(title)
            menu.setToolTipsVisible(True)
            for spec in entries:
                if spec.line:
                    menu.addSeparator()
                menu.addAction(self._by_name[spec.name])

    def tint(self) -> None:
        """Draw the icons anew in the colours of the theme."""
        for spec in specs():
            if spec.icon:
                self._by_name[spec.name].setIcon(icons.icon(spec.icon))


def found_action(window: QWidget, name: str) -> QAction:
    """Return the action of this name of a window whose menus are filled; raises `BugError` where there is none."""
    action = window.findChild(QAction, name)
    if action is None:
        raise BugError(f"the window has no action {name!r}")
    return action


def _action(spec: Spec, window: QWidget, verb: Callable[[], None]) -> QAction:
    action = _dressed(QAction(window), spec, window)
    action.triggered.connect(lambda _checked=False: verb())
    return action


def _dressed(action: QAction, spec: Spec, window: QWidget) -> QAction:
    action.setText(spec.text)
    action.setObjectName(spec.name)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setToolTip(spec.help)
    action.setStatusTip(spec.help)
    action.setCheckable(spec.checkable)
    window.addAction(action)
    return action
