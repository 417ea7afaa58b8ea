"""The text of the editor as code points, kept beside Qt's document, and what each edit changed in it."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtGui import QTextDocument

from desk.text.change import Change, changed, trimmed
from ui.editor.utf16 import UnitMap, read, units_in, units_of

_REMEMBERED = 100


class LiveText:
    """A story's text under the editor's hands, in code points, with its map to Qt's units."""

    def __init__(self) -> None:
        self.text = ""
        self.units = UnitMap()
        self._plan: tuple[Change, ...] = ()
        self._known: OrderedDict[tuple[int, int], tuple[Change, ...]] = OrderedDict()

    def expect(self, changes: Sequence[Change]) -> None:
        """Say beforehand which places the next edit changes, counted one after another.

        Qt reports several edits that are undone as one as a single change from the first place to the last; with the
        plan known, here and when it is undone or redone, everything between keeps its place.
        """
        self._plan = tuple(changes)

    def absorb(self, document: QTextDocument, position: int, removed: int, added: int) -> tuple[Change, ...]:
        """Take over what Qt reports (UTF-16 units) and return what changed, in code points; nothing for mere looks."""
        whole = trimmed(self._reported(document, position, removed, added))
        plan, self._plan = self._plan, ()
        if not whole.old and not whole.new:
            return ()
        new = changed(self.text, (whole,))
        changes = self._explained(plan, whole, new)
        for change in changes:
            self.units.splice(change.start, len(change.old), change.new)
        self.text = new
        return changes

    def _reported(self, document: QTextDocument, position: int, removed: int, added: int) -> Change:
        """Return the change in code points; the whole text as one change where Qt's counts do not add up."""
        old, new = self.units.to_units(len(self.text)), units_in(document)
        # Qt counts its own last paragraph end in some reports, so that the counts may pass the end of the text.
        removed, added = min(removed, old - position), min(added, new - position)
        start, end = self.units.to_points(position), self.units.to_points(position + removed)
        whole_characters = self.units.to_units(start) == position and self.units.to_units(end) == position + removed
        words = read(document, position, position + added)
        if whole_characters and old - removed + units_of(words) == new:
            return Change(start, self.text[start:end], words)
        return Change(0, self.text, read(document, 0, new))

    def _explained(self, plan: tuple[Change, ...], whole: Change, new: str) -> tuple[Change, ...]:
        """Return the steps that led to `new`, as planned or as remembered; the whole as one step otherwise."""
        if not plan and not (whole.old and whole.new):  # one key: two hashes of the text would cost 50 us
            return (whole,)
        key = (hash(self.text), hash(new))
        steps = plan or self._known.get(key, ())
        if len(steps) < 2 or changed(self.text, steps) != new:
            return (whole,)
        self._remember(key, steps)
        self._remember((key[1], key[0]), tuple(step.undone for step in reversed(steps)))
        return steps

    def _remember(self, key: tuple[int, int], steps: tuple[Change, ...]) -> None:
        self._known[key] = steps
        self._known.move_to_end(key)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
