"""The queue as a windowed list: it knows every id, and holds only the pages that were looked at lately."""

from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desk.queue_row import QueueRow
from ui.look.tips import as_tip
from ui.queue.live_counts import LiveCounts
from ui.queue.words import spoken

PAGE = 100
"""Rows asked for at once: a screen shows about 15."""
KEPT = 20
"""Pages kept: 2,000 rows, about 1 MB."""

ROW = Qt.ItemDataRole.UserRole
"""Role: the `QueueRow`, or None while its page is on its way."""

ELSEWHERE = Qt.ItemDataRole.UserRole + 1
"""Role: whether the story is open in another window of ours."""

_ROLES = frozenset(
    {ROW, ELSEWHERE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
)
Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractListModel):
    """Rows by id; asks for missing pages by `page_wanted` and takes them by `take`."""

    page_wanted = Signal(int, object)
    """Number of the page, and the ids on it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: Sequence[str] = ()
        self._places: dict[str, int] = {}
        self._pages: OrderedDict[int, Sequence[QueueRow | None]] = OrderedDict()
        self._asked: set[int] = set()
        self._in_hand: Mapping[str, LiveCounts | None] = {}
        """What is known of the stories that are open in windows of ours."""
        self._checked: frozenset[str] = frozenset()
        """Those of them that are being checked at this moment."""
        self._elsewhere: frozenset[str] = frozenset()

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show these stories in this order; what is known of them stays where the list is the same, or only longer."""
        if list(ids[: len(self._ids)]) == list(self._ids) and self._ids:
            self._lengthen(ids)
            self.refresh()
            return
        self.beginResetModel()
        self._ids = ids
        self._places = {story_id: nth for nth, story_id in enumerate(ids)}
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def _lengthen(self, ids: Sequence[str]) -> None:
        there = len(self._ids)
        if len(ids) == there:
            return
        self.beginInsertRows(QModelIndex(), there, len(ids) - 1)
        self._ids = ids
        self._places = {story_id: nth for nth, story_id in enumerate(ids)}
        for page, rows in self._pages.items():
            self._pages[page] = [*rows, *[None] * (len(self._page_ids(page)) - len(rows))]
        self.endInsertRows()

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids of all stories, in their order."""
        return self._ids

    def refresh(self) -> None:
        """Ask again for every page that is held; its old rows stay until the new ones come."""
        self._asked.clear()
        for page in list(self._pages):
            self._ask(page)

    def take(self, page: int, ids: Sequence[str], rows: Sequence[QueueRow]) -> None:
        """Take the rows of a page, if the list is still the one they were asked for."""
        self._asked.discard(page)
        if list(self._page_ids(page)) != list(ids):
            return
        by_id = {row.id: row for row in rows}
        self._pages[page] = [by_id.get(story_id) for story_id in ids]
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        self.dataChanged.emit(self.index(page * PAGE), self.index(page * PAGE + len(ids) - 1))

    def follow(self, counts: Mapping[str, LiveCounts | None], elsewhere: Collection[str] = ()) -> None:
        """Show these counts for open stories, whatever was saved of them; None leaves those that a story has.

        One that has none is being checked then, and its line says so.
        `elsewhere` are the stories that are open in other windows of ours.
        """
        before, checked, were = self._in_hand, self._checked, self._elsewhere
        self._in_hand = {story: before.get(story) if told is None else told for story, told in counts.items()}
        self._checked = frozenset(story for story, told in counts.items() if told is None)
        self._elsewhere = frozenset(elsewhere)
        for story in before.keys() | self._in_hand.keys() | were:
            said = before.get(story), _is_new(before.get(story)) and story in checked, story in were
            now = self._in_hand.get(story)
            if said != (now, _is_new(now) and story in self._checked, story in self._elsewhere):
                self._touch(story)

    def _touch(self, story_id: str) -> None:
        if (at := self.row_of(story_id)) >= 0:
            self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, story_id: str) -> int:
        """Return the row of a story, -1 if it is not shown."""
        return self._places.get(story_id, -1)

    def line_of(self, story_id: str) -> QueueRow | None:
        """Return the line of a story, None while it is not known."""
        at = self.row_of(story_id)
        return self._row(at) if at >= 0 else None

    def id_at(self, row: int) -> str:
        """Return the id of the story in a row."""
        return self._ids[row]

    def held(self) -> Iterator[QueueRow]:
        """Yield the lines that are known at this moment."""
        return (row for rows in self._pages.values() for row in rows if row is not None)

    def _page_ids(self, page: int) -> Sequence[str]:
        return self._ids[page * PAGE : (page + 1) * PAGE]

    def _ask(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self.page_wanted.emit(page, self._page_ids(page))

    def _row(self, at: int) -> QueueRow | None:
        page, within = divmod(at, PAGE)
        if page not in self._pages:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        row = self._pages[page][within]
        if row is None:
            return None
        counts = self._in_hand.get(row.id)
        row = row if counts is None else counts.on(row)
        return replace(row, checking=True) if row.open_findings is None and row.id in self._checked else row

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, never changed
        """Return the number of stories."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the slug, a sentence for readers of screens and the pointer, or the row itself."""
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._row(index.row())
        if role == ROW:
            return row
        if role == ELSEWHERE:
            return row is not None and row.id in self._elsewhere
        if row is None:
            return "…"
        if role == Qt.ItemDataRole.DisplayRole:
            return row.slug
        sentence = spoken(row, elsewhere=row.id in self._elsewhere)
        return as_tip(sentence) if role == Qt.ItemDataRole.ToolTipRole else sentence


def _is_new(counts: LiveCounts | None) -> bool:
    """Return whether no finding is known of: the line says that it is being checked as long as that is so."""
    return counts is None or counts.open is None
