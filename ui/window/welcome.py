"""The first page: what the window is for and the four ways to begin, all in one screen."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.actions.keys import key_of, keys_of
from ui.actions.table import spec_of
from ui.look import icons, theme
from ui.look.widgets import button, label, row
from ui.people.strip import SetUpStrip

_WAYS = (
    (
        "open",
        "Open a draft",
        "A Word or OpenDocument file, RTF or plain text. You can also drop it on this window.",
        "Open a draft…",
    ),
    ("paste", "Paste a text", "Makes a story from what is on the clipboard.", "Paste"),
    ("sample", "Try the sample", "A short draft with problems of each kind, to see how it works.", "Open the sample"),
    ("engine", "Grammar engine", "LanguageTool checks grammar on this computer.", "Look at the engine…"),
)
_NARROWEST, _EDGE = 200, 16
"""Pixels of width that a way to begin has at least, and of the edge around what stands in it."""


def _how() -> str:
    return (
        "Left are the stories, in the middle the text, on the right the checklist. "
        f"{key_of('next')} goes from problem to problem; {key_of('mend')} mends one; "
        f"{key_of('remedies')} shows all you can do. Nothing leaves this computer."
    )


class Way(QFrame):
    """One way to begin: icon, title, a sentence, a button."""

    wanted = Signal(str)
    """The name of its action."""

    def __init__(self, name: str, title: str, sentence: str, words: str, *, primary: bool) -> None:
        super().__init__()
        self.setObjectName("card")
        self._name = name
        self._icon = label()
        self._words = words
        self.button: QPushButton = button(words, self._want, primary=primary)
        self.follow_keys()
        self.sentence = label(sentence, "muted", wrap=True)
        self.sentence.setMinimumHeight(2 * QFontMetrics(self.font()).lineSpacing() + 4)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(label(title, "heading"), 1)
        box.addLayout(head)
        box.addWidget(self.sentence, 1)
        box.addWidget(self.button)
        self.setMinimumWidth(_NARROWEST)
        self.tint()

    def _want(self) -> None:
        self.wanted.emit(self._name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the key out where the button has no room for it."""
        super().resizeEvent(event)
        self.follow_keys()

    def follow_keys(self) -> None:
        """Name the key that is in force on the button, as far as there is room for it beside the words."""
        self.button.setText(f"{self._words}  {keys_of(spec_of(self._name))}".rstrip())
        if self.button.sizeHint().width() > self.width() - 2 * _EDGE:
            self.button.setText(self._words)

    def tint(self) -> None:
        """Draw the icon in the colours of the theme."""
        self._icon.setPixmap(icons.pixmap(self._name, theme.current().accent, 24, self.devicePixelRatioF()))


class Welcome(QWidget):
    """Title, four ways, one line on how it works."""

    wanted = Signal(str)
    """The name of the action to begin with."""

    def __init__(self, set_up: SetUpStrip) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ways = [Way(*way, primary=not nth) for nth, way in enumerate(_WAYS)]
        for way in self.ways:
            way.wanted.connect(self.wanted)
        inner = QWidget()
        inner.setMaximumWidth(640)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        box = QVBoxLayout(inner)
        box.setSpacing(8)
        box.addWidget(label("Copydesk", "title"))
        box.addWidget(
            label("The last hour of a story: open a draft, see what is wrong, mend or waive it.", "muted", wrap=True)
        )
        self.stories = button("", partial(self.wanted.emit, "show_queue"), icon="pane-left")
        self.stories.setToolTip("Show or hide the list of stories, for which this window has no room")
        self.stories.hide()
        box.addLayout(row(self.stories, None))
        box.addSpacing(8)
        box.addWidget(set_up)
        box.addSpacing(8)
        grid = QGridLayout()
        grid.setSpacing(16)
        for nth, way in enumerate(self.ways):
            grid.addWidget(way, nth // 2, nth % 2)
        box.addLayout(grid)
        box.addSpacing(16)
        self._how = label(_how(), "muted", wrap=True)
        box.addWidget(self._how)
        page = QWidget()
        across = QHBoxLayout(page)
        across.addStretch(1)
        across.addWidget(inner, 8, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName("First page")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.follow_keys()

    def follow_keys(self) -> None:
        """Name the keys that are in force."""
        for way in self.ways[:-1]:  # the last one's words follow the engine, and it has no key
            way.follow_keys()
        self.stories.setText(f"Stories  {keys_of(spec_of('show_queue'))}".rstrip())
        self._how.setText(_how())

    def show_engine(self, *, installed: bool, remark: str = "") -> None:
        """Say whether the grammar engine is there; `remark` that it is elsewhere."""
        way = self.ways[-1]
        way.sentence.setText(
            (f"{remark}." if remark else "LanguageTool is ready: grammar is checked on this computer.")
            if installed
            else "LanguageTool checks grammar on this computer. Needs the network once, about 100 MB."
        )
        way.button.setText("Look at the engine…" if installed else "Install the engine…")

    def show_folded(self, *, stories: bool) -> None:
        """Lead to the list of stories where the window has no room for it."""
        self.stories.setVisible(stories)

    def take_focus(self) -> None:
        """Move the keyboard to the first way."""
        self.ways[0].button.setFocus()

    def tint(self) -> None:
        """Draw the icons in the colours of the theme."""
        for way in self.ways:
            way.tint()

    def minimumSizeHint(self) -> QSize:
        """Return a size that never forces the window wide."""
        return QSize(320, 240)
