"""Keeps the bars in the margin true: which text they compare with, and a comparison in a lane whenever typing rests."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desk.errors import KnownError
from desk.review.looks import BarsSince
from desk.story import Changes, Part
from ui.work.hub import Hub
from ui.work.lanes import Lane

if TYPE_CHECKING:
    from desk.review_page import EarlierText
    from desk.text.diff import Comparison
    from ui.editor.pane import EditorPane

PAUSE = 300
"""Milliseconds without an edit before texts are compared: during steady typing nothing is, and the bars follow the keys
by themselves (10,000 words take some 40 ms to compare)."""
_PARTS = frozenset({Part.TEXT, Part.STORY, Part.SETTINGS, Part.PEOPLE})


class ChangeWatch(QObject):
    """One comparison in flight; an outcome is taken only if the text is still the one it was made for."""

    def __init__(self, hub: Hub, editor: "EditorPane") -> None:
        super().__init__(hub)
        self._hub, self._editor = hub, editor
        self.base: EarlierText | None = None
        """What the text is compared with; None for nothing."""
        self.comparison: Comparison | None = None
        """The outcome for the text as it is, None while there is none."""
        self._key: tuple[object, ...] = ("nothing asked yet",)
        self._emptied = 0
        """How often a text was emptied by law: what was asked or compared before may have its words."""
        self._busy = False
        self._then: list[Callable[[], object]] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._compare)
        editor.edited.connect(self._edited)
        hub.changed.connect(self._changed)
        hub.shared.emptied.connect(self._forget_words)

    def fresh(self, then: Callable[[], object]) -> None:
        """Call `then` once there is a comparison of the text as it is; at once where there is one already."""
        if self.comparison is not None or self.base is None:
            then()
        else:
            self._then.append(then)
            self._compare()

    def _changed(self, changes: Changes) -> None:
        if Part.TEXT in changes.parts:
            self._key = ()  # another text stands there, of whichever version
            self._take_base((), None)
        if changes.parts & _PARTS and self._hub.is_ready:
            self._look_for_base()

    def _forget_words(self) -> None:
        """Ask anew what the text is compared with: words that had to go could be taken back from what is here."""
        self._emptied += 1
        self._key = ()
        self._take_base((), None)
        if self._hub.is_ready:
            self._look_for_base()

    def _look_for_base(self) -> None:
        story, facts = self._hub.story, self._hub.facts
        since = BarsSince(facts.settings.change_bars)
        key = () if story is None else (story.id, story.version, since, facts.working.id, self._emptied)
        if key == self._key:
            return
        self._key = key
        if story is None or since is BarsSince.NOTHING:
            self._take_base(key, None)
            return
        story_id = story.id
        self._hub.ask(lambda desk: desk.versions.earlier(story_id, since), lambda base: self._take_base(key, base))

    def _take_base(self, key: tuple[object, ...], base: "EarlierText | None") -> None:
        if key != self._key:
            return
        self.base, self.comparison = base, None
        if base is None:
            self._then.clear()
            self._editor.bars.show(None)
        else:
            self._compare()

    def _edited(self, _revision: int) -> None:
        self.comparison = None
        if self.base is not None:
            self._timer.start()

    def _compare(self) -> None:
        from desk.text.diff import compare

        if self._busy or self.base is None:
            return
        self._timer.stop()
        self._busy = True
        old, text, revision, key = self.base.text, self._editor.text(), self._editor.revision(), self._key
        self._hub.check(
            Lane.CHECKS, lambda _: compare(old, text), lambda found: self._compared(found, revision, key), self._failed
        )

    def _failed(self, _error: KnownError) -> None:
        """Say nothing: the desk has closed."""
        self._busy = False

    def _compared(self, found: "Comparison", revision: int, key: tuple[object, ...]) -> None:
        self._busy = False
        if key != self._key:
            self._compare()
        elif revision != self._editor.revision():
            self._compare() if self._then else self._timer.start()
        else:
            self.comparison = found
            self._editor.bars.show(found)
            self._editor.words_out.look()
            waiting, self._then = self._then, []
            for then in waiting:
                then()
