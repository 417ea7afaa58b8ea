"""The verbs of texts that were saved apart: laid together for the open story, and listed for all."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.review.asked import TWINS
from desk.story import Changes, Part
from desk.text.words import plural
from ui.look.fonts import reading_font
from ui.verbs.window_parts import WindowParts
from ui.work import operations
from ui.work.answers import answer_asked

if TYPE_CHECKING:
    from desk.merging.apart import TextsApart
    from desk.merging.values import MergeText
    from desk.review.asked import Asked, Needs


class LayingVerbs(QObject):
    """Asks what counts of two texts, one paragraph at a time."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._p = parts
        self._wanted = ""
        """The story that is to be laid together once it is open."""
        self._told = ""
        """The id of the pair of the open story that was told last: put aside, it is not told again."""
        parts.hub.changed.connect(self._opened)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"lay_together": self.ask, "needs_you": self.list}

    def ask(self) -> None:
        """Save what stands in the editor, then ask what counts of both texts."""
        if self._p.hub.story is not None:
            self._p.open_story.save(self._fetch)

    def _fetch(self) -> None:
        if (story := self._p.hub.story) is not None:
            self._p.hub.ask(lambda desk: desk.laying.apart(story.id), self._show)

    def _show(self, apart: "TextsApart") -> None:
        from ui.dialogs.laying import LayingDialog

        settings = self._p.hub.facts.settings
        font = reading_font(settings.font_family, settings.font_size)
        dialog = LayingDialog(apart, font, settings.line_width, self._p.window)
        dialog.settled.connect(self._lay)
        dialog.open()

    def _lay(self, apart: "TextsApart", text: "MergeText") -> None:
        operations.lay_together(self._p.hub, apart, text)

    def list(self) -> None:
        """List what was changed or decided in two places."""
        self._p.hub.ask(lambda desk: desk.needs.waiting(), self._show_waiting)

    def _show_waiting(self, needs: "Needs") -> None:
        from ui.dialogs.needs_you import NeedsYouDialog

        dialog = NeedsYouDialog(needs, self._p.window)
        dialog.wanted.connect(self._open)
        dialog.asked.connect(self._ask_one)
        dialog.clear_wanted.connect(self._take_clear)
        dialog.open()

    def _ask_one(self, asked: "Asked") -> None:
        from ui.dialogs.asked import AskedDialog

        dialog = AskedDialog(asked, self._p.window)
        dialog.answered.connect(self._answer)
        dialog.open()

    def _answer(self, asked: "Asked", nth: int) -> None:
        answer_asked(self._p.hub, asked, nth)

    def _take_clear(self) -> None:
        """Lay together what needs nobody; the stories in the editors are left to whoever is at them."""
        operations.lay_clear(self._p.hub, self._p.hub.shared.open_stories())

    def _open(self, story_id: str) -> None:
        """Open a story and lay its texts together; what stands in the editor is saved first."""
        self._wanted = story_id
        self._p.open_story.open(story_id)

    def _opened(self, changes: Changes) -> None:
        story = self._p.hub.story
        if Part.TEXT in changes.parts:  # the notices of a story go with its text
            self._told = ""
        if story is not None and changes.parts & {Part.TEXT, Part.QUEUE, Part.DECISIONS}:
            self._p.hub.ask(lambda desk: desk.needs.of_story(story.id, TWINS), partial(self._tell_twins, story.id))
        self._tell_opposites(0 if story is None else story.opposites)
        if self._wanted and story is not None and story.id == self._wanted:
            self._wanted = ""
            self._fetch()

    def _tell_twins(self, story_id: str, asked: "Sequence[Asked]") -> None:
        """Say above the text that another story was filed from the same file on another copy."""
        if self._p.hub.story is None or self._p.hub.story.id != story_id:
            return
        told, self._told = self._told, asked[0].id if asked else ""
        if not asked:
            self._p.notices.drop(TWINS)
        elif asked[0].id != told:
            self._p.notices.tell(TWINS, asked[0].said, [("Say so…", partial(self._ask_one, asked[0]))])

    def _tell_opposites(self, count: int) -> None:
        """Say above the text that something of the story was decided in two ways."""
        if not count:
            self._p.notices.drop("opposites")
            return
        what = f"{plural(count, 'thing')} of this story {'was' if count == 1 else 'were'} decided in two ways."
        self._p.notices.tell("opposites", f"{what} Say what counts.", [("What needs a person", self.list)])
