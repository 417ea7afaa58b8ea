"""The head of the middle pane: which story this is, where it stands, whether it is saved, and the way on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desk.settings.of_house import VARIANTS
from desk.story import StoryView
from ui.actions.keys import tip_of
from ui.look.widgets import ShortLabel, button, header, label


class StoryBar(QFrame):
    """Slug, state, section and English of the open story."""

    save_wanted = Signal()
    move_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self._slug = ShortLabel("paneTitle")
        self._about = label("", "muted")
        self._save = button("Save", self.save_wanted.emit, icon="save")
        self._move = button("Move on…", self.move_wanted.emit, icon="move")
        self._save.setToolTip(tip_of("save"))
        self._move.setToolTip(tip_of("move"))
        head = header(self._slug, self._about, self._save, self._move)
        layout = head.layout()
        if isinstance(layout, QHBoxLayout):
            layout.setContentsMargins(16, 6, 12, 6)
            layout.setStretchFactor(self._slug, 1)
        self.setLayout(_filled(head))

    def show_story(self, story: StoryView, *, edited: bool) -> None:
        """Show a story; `edited` says that the text differs from the saved version."""
        self._slug.say(story.slug or "(no slug)")
        english = VARIANTS.get(story.variant, "") if story.variant else ""
        saved = "edited" if edited else f"version {story.version}" if story.version else ""
        sealed = "approved text" if story.seal_valid and not edited else ""
        if story.seal is not None and not sealed:
            sealed = f"approval void · {saved}"
            self._about.setToolTip(story.seal.why_void or "The text was edited since it was approved.")
        else:
            self._about.setToolTip("")
        parts = (story.embargo_words(), story.state_words, story.section, english, sealed or saved)
        self._about.setText(" · ".join(part for part in parts if part))
        self._save.setEnabled(edited and not story.read_only)
        self._move.setEnabled(not story.read_only)


def _filled(widget: QFrame) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(widget)
    return box
