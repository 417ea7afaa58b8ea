"""Folds panes away where the window is narrow: the list of stories, then the checklist, which becomes a drawer."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from ui.look.fonts import words_scale

LIST, TEXT, CHECKLIST = 220, 520, 300
"""Pixels that each pane needs to be of use, at the standard size of the window's own words."""


class Folding(QObject):
    """What is folded, and why: a pane that the window has no room for comes back as soon as there is room again.

    A pane that was folded can still be asked for, by its key, its button or F8: then it stands beside the text until it
    is put away, and the other one goes.
    """

    changed = Signal()
    """Another pane is folded, or none any more."""

    def __init__(self, panes: QSplitter, stories: QWidget, text: QWidget, checklist: QWidget) -> None:
        super().__init__(panes)
        self._panes, self._stories, self._text, self._checklist = panes, stories, text, checklist
        self.list_folded = False
        """Whether the window has no room for the list beside the text."""
        self.is_drawer = False
        """Whether the window has no room for the checklist beside the text."""
        self._hid: set[QWidget] = set()
        panes.installEventFilter(self)
        checklist.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again whenever the panes get another size; a checklist that is shown again gets the room it needs."""
        if watched is self._checklist and event.type() == QEvent.Type.Show:
            self._give_room(self._checklist)
        if watched is self._panes and event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self.look()
            if event.type() == QEvent.Type.FontChange:
                self._give_room(self._checklist)
        return False

    def _give_room(self, pane: QWidget) -> None:
        """Make a pane as wide as it needs with the words as large as they are; the text beside it gives way."""
        sizes, each = self._panes.sizes(), self._each()
        needed = round((LIST if pane is self._stories else CHECKLIST) * self._scale())
        wanted = needed - sizes[each.index(pane)]
        if wanted > 0 and not pane.isHidden() and not self._text.isHidden() and not self.is_drawer:
            sizes[each.index(pane)] += wanted
            sizes[each.index(self._text)] -= wanted
            self._panes.setSizes(sizes)

    def look(self) -> None:
        """Fold what there is no room for, and bring back what there is room for again."""
        width = self._panes.width() / self._scale()
        before = (self.list_folded, self.is_drawer)
        self.list_folded, self.is_drawer = width < LIST + TEXT + CHECKLIST, width < TEXT + CHECKLIST
        if before == (self.list_folded, self.is_drawer):
            return
        self._fold(self._stories, before[0], now=self.list_folded)
        self._fold(self._checklist, before[1], now=self.is_drawer)
        self.changed.emit()

    def _scale(self) -> float:
        return words_scale(self._panes.font())

    def _fold(self, pane: QWidget, before: bool, *, now: bool) -> None:
        if now and not before and not pane.isHidden() and not self._alone(pane):
            self._hid.add(pane)
            pane.hide()
        elif before and not now and pane in self._hid:
            self._hid.discard(pane)
            pane.setVisible(not self._is_swapped_out(pane))
            self._give_room(pane)

    def _alone(self, pane: QWidget) -> bool:
        """Return whether nothing else is shown: the stories may have the whole window to themselves."""
        return all(other is pane or other.isHidden() for other in self._each())

    def _is_swapped_out(self, pane: QWidget) -> bool:
        """Return whether the checklist would come back where neither text nor list is: behind a review."""
        return pane is self._checklist and self._text.isHidden()

    def _each(self) -> list[QWidget]:
        return [pane for nth in range(self._panes.count()) if (pane := self._panes.widget(nth)) is not None]

    def bring_back(self, pane: QWidget, *, hidden: bool) -> None:
        """Show a pane again that something else stood in the place of, unless it was hidden or there is no room now."""
        folded = self.list_folded if pane is self._stories else self.is_drawer
        if folded and not hidden:
            self._hid.add(pane)
        pane.setHidden(hidden or folded)

    def open_drawer(self) -> bool:
        """Show the checklist beside the text where it is folded, and return whether it was; the list makes room."""
        if not self.is_drawer or not self._checklist.isHidden() or self._text.isHidden():
            return False
        self._checklist.show()
        self.made_room(self._checklist)
        self.changed.emit()
        return True

    def close_drawer(self) -> bool:
        """Put the checklist away where it is a drawer, and return whether it was one that stood open."""
        if not self.is_drawer or self._checklist.isHidden():
            return False
        self._checklist.hide()
        self.changed.emit()
        return True

    def made_room(self, shown: QWidget) -> None:
        """Put away the other folded pane, now that this one was asked for: both and the text are too wide."""
        other = self._stories if shown is self._checklist else self._checklist
        if not self.is_drawer or shown.isHidden():
            return
        other.hide()
        wanted = round((LIST if shown is self._stories else CHECKLIST) * self._scale())
        wanted = min(wanted, self._panes.width() // 2)  # the text is read beside it, whatever the size of the words
        rest = self._panes.width() - wanted
        self._panes.setSizes([wanted, rest] if shown is self._stories else [0, rest, wanted])

    def hidden_by_hand(self, pane: QWidget) -> bool:
        """Return whether a pane is hidden for another reason than want of room."""
        return pane.isHidden() and pane not in self._hid
