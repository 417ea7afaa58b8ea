"""The verbs of packs: stories taken along as one file, and brought back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desk.errors import KnownError
from desk.packs.layout import ENDING, PackLocked
from desk.story import Changes, Part
from desk.text.words import plural
from ui.verbs.window_parts import WindowParts
from ui.work import operations

if TYPE_CHECKING:
    from desk.packs.loan import Loan
    from desk.packs.preview import PackPreview
    from ui.dialogs.take_along import TakeAlongDialog

FILTER = f"Packs (*{ENDING});;All files (*)"


def is_pack(path: Path) -> bool:
    """Return whether a file is called a pack."""
    return path.suffix.casefold() == ENDING


class PackVerbs(QObject):
    """Take along, and bring back: from a file that is chosen, dropped or opened."""

    def __init__(self, parts: WindowParts, show_waiting: Callable[[], object]) -> None:
        """`show_waiting` lists what needs a person."""
        super().__init__(parts.window)
        self._p, self._show_waiting = parts, show_waiting
        self._going: tuple[tuple[str, ...], Sequence[str]] = ((), ())
        """The stories of the first choice, and all of the list."""
        self._asking: TakeAlongDialog | None = None
        """The dialog that asks what goes."""
        parts.hub.changed.connect(self._look_again)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"take_along": self.take_along, "bring_back": self.bring_back}

    # -- Going -------------------------------------------------------------------------------------------------------

    def take_along(self) -> None:
        """Ask what goes; what stands in the editors is saved first."""
        self._p.hub.shared.save_others(self._p.hub, partial(self._p.open_story.save, self._ask_what))

    def _ask_what(self) -> None:
        from ui.dialogs.take_along import TakeAlongDialog

        story, chosen, listed = self._p.hub.story, self._p.queue.chosen(), self._p.queue.listed()
        one = tuple(chosen) if len(chosen) > 1 else (story.id,) if story is not None else tuple(chosen)
        self._going = one, listed
        slug = story.slug if story is not None else self._slug_of(chosen)
        dialog = TakeAlongDialog(slug, len(chosen), len(listed), self._p.window)
        dialog.wanted.connect(self._ask_where)
        dialog.asked.connect(self._look_what_goes)
        self._asking = dialog
        dialog.ask()
        dialog.open()

    def _look_what_goes(self, whole: bool) -> None:
        ids = self._going[1] if whole else self._going[0]
        if ids and self._asking is not None:
            self._p.hub.ask(lambda desk: desk.packs.leaving(ids), self._asking.tell)

    def _slug_of(self, chosen: Sequence[str]) -> str:
        line = self._p.queue.model.line_of(chosen[0]) if chosen else None
        return line.slug if line is not None else ""

    def _ask_where(self, whole: bool, passphrase: str, loan: "Loan | None") -> None:
        ids = self._going[1] if whole else self._going[0]
        line = self._p.queue.model.line_of(ids[0])
        start = Path.home() / f"{(line.slug if line is not None and len(ids) == 1 else '') or 'stories'}{ENDING}"
        name, _ = QFileDialog.getSaveFileName(self._p.window, "Take along", str(start), FILTER)
        if name:
            operations.pack(self._p.hub, ids, Path(name), passphrase, loan)

    # -- Coming ------------------------------------------------------------------------------------------------------

    def bring_back(self) -> None:
        """Ask for a pack, and say what it holds."""
        name, _ = QFileDialog.getOpenFileName(self._p.window, "Bring back", "", FILTER)
        if name:
            self.look_at(Path(name))

    def look_at(self, path: Path, passphrase: str = "") -> None:
        """Say what a pack holds; one that is locked is asked for its passphrase first."""
        self._p.hub.ask(
            lambda desk: desk.packs.look(path, passphrase), partial(self._show, path), partial(self._refused, path)
        )

    def _refused(self, path: Path, error: KnownError) -> None:
        if not isinstance(error, PackLocked):
            self._p.hub.fail(error)
            return
        from ui.dialogs.passphrase import PassphraseDialog

        dialog = PassphraseDialog(path, str(error), self._p.window)
        dialog.given.connect(self.look_at)
        dialog.open()

    def _show(self, path: Path, preview: "PackPreview") -> None:
        from ui.dialogs.bring_back import BringBackDialog

        dialog = BringBackDialog(path.name, preview, self._p.window)
        dialog.wanted.connect(self._take)
        dialog.open()

    def _take(self, preview: "PackPreview", ended: "Sequence[Loan]") -> None:
        """Take it in; open stories are saved first and opened anew, for they may have gone on."""
        story = self._p.hub.story
        open_id = "" if story is None else story.id
        take = partial(operations.take_in, self._p.hub, preview, ended, self._taken, open_id)
        self._p.hub.shared.save_others(self._p.hub, partial(self._p.open_story.save, take))

    def _taken(self, changes: Changes) -> None:
        """Say at length what was refused, and offer what needs a person: the line at the bottom is too short for it.

        On the first page, where no story was open, what came is shown: one itself, several in the list, which may be
        folded.
        """
        if len(changes.came) == 1:
            self._p.open_story.open(changes.came[0])
        elif changes.came:
            self._p.queue.show()
            self._p.folding.made_room(self._p.queue)
            self._p.folding.changed.emit()
            self._p.queue.take_focus()
        if changes.left:
            self._p.hub.refuse(changes.left)
        self._p.hub.shared.look_again(self._p.hub)
        self._p.hub.ask(lambda desk: desk.laying.count(), self._offer_waiting)

    def _offer_waiting(self, count: int) -> None:
        if count:
            sentence = f"{plural(count, 'story was', 'stories were')} changed in two places. Both texts are kept."
            self._p.notices.tell_of_desk("waiting", sentence, [("What needs a person", self._show_waiting)])
        else:
            self._p.notices.drop("waiting")

    def _look_again(self, changes: Changes) -> None:
        """Say no longer, or of fewer, that they were changed in two places once they are laid together."""
        if "waiting" in self._p.notices and Part.QUEUE in changes.parts:
            self._p.hub.ask(lambda desk: desk.laying.count(), self._offer_waiting)
