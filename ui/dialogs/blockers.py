"""What stands in the way of a move: each with its places, and a line for the reason where it may pass."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desk.review.obstacles import Grade, Obstacle, Why
from desk.review.words import item_words
from desk.text.words import shortened
from ui.actions.keys import key_of, numbered_shortcuts
from ui.actions.table import spec_of
from ui.look import icons, theme
from ui.look.widgets import button, empty, label, row

_ICON = 16
_SHOWN_PLACES = 6
_LONGEST_QUOTE = 32
_ICONS = {
    Why.UNCHECKED: ("unchecked", "unchecked"),
    Why.BY_HAND: ("unchecked", "unchecked"),
    Why.CHECKING: ("checking", "checking"),
    Why.EDITED: ("checking", "checking"),
}


class Blockers(QScrollArea):
    """The list; `place_wanted` carries an obstacle's `Place`, `changed` says that a reason was written.

    What is ticked by hand is a box here too: `tick_wanted` carries the item and whether it is ticked.
    """

    place_wanted = Signal(object)
    changed = Signal()
    tick_wanted = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("In the way")
        inner = QWidget()
        self._box = QVBoxLayout(inner)
        self._box.setContentsMargins(0, 0, 4, 0)
        self._box.setSpacing(12)
        self.setWidget(inner)
        self._obstacles: Sequence[Obstacle] = ()
        self.reasons: dict[str, QLineEdit] = {}
        """Key of an obstacle that may be passed -> the line for its reason."""
        self.boxes: dict[str, QCheckBox] = {}
        """Item that is ticked by hand -> its box: those in the way, and those that were ticked here."""
        self._ticked: list[str] = []
        """The items that were ticked in this dialog: they stay in sight, so that a tick can be taken back."""
        self._order: list[str] = []
        """What was shown, from the top: nothing changes places under the mouse when a tick has been kept."""
        self.stops: list[QWidget] = []
        """What the keyboard stops at, from the top."""
        self._needs: list[QWidget] = []
        numbered_shortcuts(self, "obstacle", self._go_to)

    def show_obstacles(self, obstacles: Sequence[Obstacle]) -> None:
        """Show these; reasons that were written for the same obstacle stay."""
        written = {key: line.text() for key, line in self.reasons.items()}
        left = {obstacle.item for obstacle in obstacles if obstacle.why is Why.UNTICKED}
        self._ticked = [item for item in self._ticked if item not in left]
        empty(self._box)
        self._obstacles = obstacles
        self.reasons, self.boxes, self._needs, self.stops = {}, {}, [], []
        numbered = {_place_of(each): (nth, each) for nth, each in enumerate(obstacles, 1)}
        self._order += [place for place in (*self._ticked, *numbered) if place not in self._order]
        for place in self._order:
            if place in numbered:
                nth, each = numbered[place]
                entry: QWidget = self._entry(nth, each, written.get(each.key, ""))
            elif place in self._ticked:
                entry = self._tickable(place, ticked=True)
            else:
                continue
            self._box.addWidget(entry)
            entry.show()  # now: the keyboard may be wanted in it
        if sum(o.acknowledgeable for o in obstacles) > 1:
            same = button("Use the first reason for all", self._same_for_all, link=True)
            self._box.addLayout(row(same, None))
            self.stops.append(same)
        self._box.addStretch(1)

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to be shown."""
        return not self._obstacles and not self._ticked

    def first_need(self) -> QWidget | None:
        """Return what the first thing in the way is answered with; None where nothing is in the way."""
        return self._needs[0] if self._needs else None

    def passed(self) -> dict[str, str]:
        """Return the reasons that were given, by the key of the obstacle."""
        return {key: line.text().strip() for key, line in self.reasons.items() if line.text().strip()}

    def clear_for(self) -> bool:
        """Return whether nothing is left in the way."""
        passed = self.passed()
        return all(o.acknowledgeable and o.key in passed for o in self._obstacles)

    def _go_to(self, nth: int) -> None:
        """Go to the first place of an obstacle; nothing where there is none of this number, or it has no place."""
        if nth < len(self._obstacles) and self._obstacles[nth].places:
            self.place_wanted.emit(self._obstacles[nth].places[0])

    def _entry(self, number: int, obstacle: Obstacle, written: str) -> QFrame:
        entry = QFrame()
        box = QVBoxLayout(entry)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if obstacle.why is Why.UNTICKED:
            box.addWidget(self._tickable(obstacle.item, ticked=False, about=obstacle.about))
            self._needs.append(self.boxes[obstacle.item])
        else:
            sentence = label(obstacle.sentence, wrap=True)
            head = row(_sign(obstacle), sentence, spacing=8)
            head.setStretchFactor(sentence, 1)
            box.addLayout(head)
            if obstacle.places:
                box.addLayout(self._places(number, obstacle))
        if obstacle.acknowledgeable:
            box.addLayout(self._reason(obstacle, written))
            self._needs += [] if obstacle.why is Why.UNTICKED else [self.reasons[obstacle.key]]
        elif obstacle.by:
            words = f"A {obstacle.passers} can let it pass, with a reason."
            box.addLayout(_indented(label(words, "muted", wrap=True)))
        return entry

    def _tickable(self, item: str, *, ticked: bool, about: str = "") -> QCheckBox:
        box = ItemBox(item, ticked=ticked, about=about)
        box.wanted.connect(self._tick)
        self.boxes[item] = box
        self.stops.append(box)
        return box

    def _tick(self, item: str, on: bool) -> None:
        if on and item not in self._ticked:
            self._ticked.append(item)
        elif not on and item in self._ticked:
            self._ticked.remove(item)
        self.tick_wanted.emit(item, on)

    def _places(self, number: int, obstacle: Obstacle) -> "QVBoxLayout":
        """Return one link a place; the key goes to the first."""
        out = QVBoxLayout()
        out.setSpacing(0)
        key = key_of("obstacle", nth=number - 1) if number <= _numbered() else ""
        for nth, place in enumerate(obstacle.places[:_SHOWN_PLACES]):
            short = shortened(place.quote, _LONGEST_QUOTE)
            words = f"Go to “{short}”" if short else f"Go to “{item_words(place.item)}” on the checklist"
            link = button(
                f"{words}    {key}" if key and not nth else words, partial(self.place_wanted.emit, place), link=True
            )
            link.setAccessibleName(f"{words}: {obstacle.sentence}")
            self.stops.append(link)
            out.addLayout(_indented(link, stretch=True))
        if len(obstacle.places) > _SHOWN_PLACES:
            out.addLayout(_indented(label(f"and {len(obstacle.places) - _SHOWN_PLACES} more", "muted")))
        return out

    def _reason(self, obstacle: Obstacle, written: str) -> "QVBoxLayout":
        line = QLineEdit(written)
        line.setPlaceholderText("Let it pass, because…")
        line.setAccessibleName(f"Reason to let this pass: {obstacle.sentence}")
        line.setMaxLength(500)
        line.textChanged.connect(self.changed)
        self.reasons[obstacle.key] = line
        self.stops.append(line)
        return _indented(line)

    def _same_for_all(self) -> None:
        lines = list(self.reasons.values())
        first = next((line.text() for line in lines if line.text().strip()), "")
        for line in lines:
            if not line.text().strip():
                line.setText(first)


class ItemBox(QCheckBox):
    """One item that is ticked by hand."""

    wanted = Signal(str, bool)

    def __init__(self, item: str, *, ticked: bool, about: str) -> None:
        super().__init__((f"{item} ({about})" if about else item).replace("&", "&&"))
        self._item = item
        self.setChecked(ticked)
        self.setAccessibleName(f"{item}, to be ticked by hand")
        self.toggled.connect(self._tell)

    def _tell(self, on: bool) -> None:
        self.wanted.emit(self._item, on)


def _place_of(obstacle: Obstacle) -> str:
    """Return what keeps the place of an obstacle: the item that is ticked by hand, ticked or not, or its key."""
    return obstacle.item if obstacle.why is Why.UNTICKED else obstacle.key


def _sign(obstacle: Obstacle) -> QLabel:
    name, colour = _ICONS.get(obstacle.why, ("attention", "attention"))
    sign = label()
    sign.setPixmap(icons.pixmap(name, getattr(theme.current(), colour), _ICON, sign.devicePixelRatioF()))
    sign.setAlignment(Qt.AlignmentFlag.AlignTop)
    sign.setAccessibleName({Grade.WAIT: "wait", Grade.ERROR: "error", Grade.WARNING: "warning"}[obstacle.grade])
    return sign


def _indented(widget: QWidget, *, stretch: bool = False) -> QVBoxLayout:
    out = QVBoxLayout()
    out.setContentsMargins(_ICON + 8, 0, 0, 0)
    out.addLayout(row(widget, None) if stretch else row(widget))
    return out


def _numbered() -> int:
    return len(spec_of("obstacle").keys)
