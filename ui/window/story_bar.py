"""The head of the middle pane: which story this is, where it stands, whether it is saved, and the way on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.settings.of_house import VARIANTS
from desk.story import StoryView
from ui.actions.table import spec_of
from ui.look.key_tips import give_tip
from ui.look.tips import as_tip
from ui.look.widgets import ShortLabel, button, header, row, tool

_NARROW = 80
"""Average letters that slug, state and the buttons with their words need."""


_MINUTE = 60_000
"""Milliseconds between two looks at the clock while a story has an embargo."""


class _Titles(QWidget):
    """The slug on the left, on the right where the story stands, which is whole as long as it leaves the slug half."""

    def __init__(self, slug: ShortLabel, about: ShortLabel) -> None:
        super().__init__()
        self._slug, self._about = slug, about
        self._row = row(slug, about)
        self.setLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room anew."""
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Give each what it needs, and to one that is too long what the other leaves over."""
        room = self.width() - self._row.spacing()
        left, right = self._slug.sizeHint().width(), self._about.sizeHint().width()
        given = max(1, min(right, max(room - left, room // 2)))
        self._row.setStretch(0, max(1, room - given))
        self._row.setStretch(1, given)


class StoryBar(QFrame):
    """Slug, state, section and English of the open story."""

    save_wanted = Signal()
    move_wanted = Signal()
    stories_wanted = Signal()
    checklist_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self._slug = ShortLabel("paneTitle")
        self._about = ShortLabel("muted")
        self._about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._save = button("Save", self.save_wanted.emit, icon="save")
        self._move = button("Move on…", self.move_wanted.emit, icon="move")
        self.stories = tool("pane-left", "Stories", self.stories_wanted.emit)
        self.checklist = tool("pane-right", "Checklist", self.checklist_wanted.emit)
        tips = {"save": self._save, "move": self._move, "show_queue": self.stories, "show_checklist": self.checklist}
        for name, one in tips.items():
            give_tip(one, name, spec_of(name).help.rstrip("."))
        self.show_folded(stories=False, checklist=False)
        self._titles = _Titles(self._slug, self._about)
        head = header(self.stories, self._titles, self._save, self._move, self.checklist)
        layout = head.layout()
        if isinstance(layout, QHBoxLayout):
            layout.setContentsMargins(16, 6, 12, 6)
            layout.setStretchFactor(self._titles, 1)
        self.setLayout(_filled(head))
        self._shown: tuple[StoryView, bool] | None = None
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.timeout.connect(self._show_again)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the buttons to their tips where there is no room for them beside the story's own."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth()
        for one, words in ((self._save, "Save"), (self._move, "Move on…")):
            one.setText("" if narrow else words)

    def show_folded(self, *, stories: bool, checklist: bool) -> None:
        """Offer the panes that the window has no room for."""
        self.stories.setVisible(stories)
        self.checklist.setVisible(checklist)

    def show_story(self, story: StoryView, *, edited: bool) -> None:
        """Show a story; `edited` says that the text differs from the saved version."""
        self._shown = story, edited
        self._clock.start() if story.embargo is not None else self._clock.stop()
        self._slug.say(story.slug or "(no slug)")
        english = VARIANTS.get(story.variant, "") if story.variant else ""
        saved = "edited" if edited else f"version {story.version}" if story.version else ""
        why = ""
        sealed = "approved text" if story.seal_valid and not edited else ""
        if story.seal is not None and not sealed:
            sealed = f"approval void · {saved}"
            why = f". {story.seal.why_void or 'The text was edited since it was approved.'}"
        parts = (story.embargo_words(), story.state_words, story.section, english, sealed or saved)
        words = " · ".join(part for part in parts if part)
        self._about.say(words)
        self._titles.share()
        self._about.setToolTip(as_tip(words + why))
        self._save.setEnabled(edited and not story.read_only)
        self._move.setEnabled(not story.read_only)

    def _show_again(self) -> None:
        """Look at the clock: an embargo ends by itself."""
        if self._shown is not None:
            story, edited = self._shown
            self.show_story(story, edited=edited)


def _filled(widget: QFrame) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(widget)
    return box
