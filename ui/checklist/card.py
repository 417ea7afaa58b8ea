"""The finding in hand, in full: message, rule, evidence with its places, and everything that can be done about it."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checks.check import Evidence, Explanation, Finding, Remedy
from desk.review.words import ITEMS, STANDINGS
from desk.story import Ruling, Scope
from desk.text.words import one_line, shortened
from ui.actions.keys import key_of, tip_of, with_key
from ui.actions.menus import MENDS
from ui.look import icons, theme
from ui.look.widgets import ShortLabel, button, empty, label, row

NOTHING_TOLD = Explanation()
_SHOWN_REMEDIES = 4
_SHOWN_PLACES = 6
_NOTE_SHOWN = 36
"""Code points of the evidence on its button."""


def grouped(evidence: Sequence[Evidence]) -> list[tuple[str, list[Evidence]]]:
    """Return the evidence by its note, in the order of first appearance."""
    order = {note: nth for nth, note in reversed(list(enumerate(e.note for e in evidence)))}
    ranked = sorted(evidence, key=lambda e: (order[e.note], e.span))
    return [(note, list(places)) for note, places in groupby(ranked, key=lambda e: e.note)]


class Card(QFrame):
    """Shows one finding, or says how to get to one."""

    place_wanted = Signal(object)
    remedy_wanted = Signal(object, object)
    waive_wanted = Signal()
    not_an_error_wanted = Signal(object)
    quiet_rule_wanted = Signal(object)
    undo_wanted = Signal(str)
    engine_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("finding")
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(16, 12, 16, 12)
        self._body.setSpacing(8)
        self._text = ""
        self.show_nothing(())

    def show_nothing(self, lines: Sequence[Line]) -> None:
        """Say how to get to the first finding, or that there is none, and what was not checked."""
        empty(self._body)
        self._body.addWidget(label(_idle_words(lines), "muted", wrap=True))
        self._body.addStretch(1)

    def show_reason(self, line: Line) -> None:
        """Say why an item was not checked, and offer the mend where we know one."""
        empty(self._body)
        self._body.addWidget(label(f"{ITEMS.get(line.item, line.item)}: not checked", "heading"))
        self._body.addWidget(label(line.reason, wrap=True))
        if line.item == "grammar":
            self._body.addLayout(
                row(button("Install the grammar engine…", self.engine_wanted.emit, icon="engine"), None)
            )
        self._body.addStretch(1)

    def show_finding(
        self,
        judged: Judged,
        text: str,
        count: tuple[int, int],
        ruling: Ruling | None,
        told: Explanation = NOTHING_TOLD,
    ) -> None:
        """Show a finding of `text`; `count` is its number among the open ones and their number, `told` its rule."""
        empty(self._body)
        self._text = text
        finding = judged.finding
        self._body.addLayout(self._head(finding, count))
        message = label(finding.message, wrap=True)
        self._body.addWidget(message)
        self._explain(told)
        for note, places in grouped(finding.evidence):
            self._body.addLayout(self._evidence(note, places))
        if judged.standing is Standing.OPEN:
            self._remedies(finding)
            self._body.addLayout(self._answers())
        else:
            self._settled(judged, ruling)
        self._body.addStretch(1)

    def _head(self, finding: Finding, count: tuple[int, int]) -> QHBoxLayout:
        mark = label()
        mark.setPixmap(icons.pixmap(finding.item, theme.current().items[finding.item], 18, self.devicePixelRatioF()))
        rule = ShortLabel("muted")
        rule.say(finding.rule)
        rule.setToolTip(f"The rule that found this: {finding.rule}")
        place = label(f"{count[0]} of {count[1]}" if count[0] else "", "muted")
        head = row(mark, label(ITEMS[finding.item], "heading"), rule, place)
        head.setStretchFactor(rule, 1)
        return head

    def _explain(self, told: Explanation) -> None:
        """Tell of the rule: why it is there, one example, and first of all what the house says."""
        if told.note:
            self._body.addWidget(label(f"House note: {told.note}", wrap=True))
        if told.why:
            self._body.addWidget(label(f"{told.name[:1].upper()}{told.name[1:]}. {told.why}", "muted", wrap=True))
        if told.wrong and told.right:
            self._body.addWidget(label(f"Not: {told.wrong}\nBut: {told.right}", "muted", wrap=True))

    def _evidence(self, note: str, places: Sequence[Evidence]) -> QHBoxLayout:
        words = note or one_line(places[0].span.of(self._text))
        shown = shortened(words, _NOTE_SHOWN).replace("&", "&&")
        first = button(shown, lambda: self.place_wanted.emit(places[0].span), link=True)
        first.setToolTip(f"Go to: {words}")
        first.setAccessibleName(f"Evidence: {words}, go to the first place")
        more: list[QWidget | None] = [first]
        for nth, evidence in enumerate(places[:_SHOWN_PLACES], 1):
            if len(places) > 1:
                more.append(self._place(nth, words, evidence))
        return row(*more, None, spacing=2)

    def _place(self, nth: int, words: str, evidence: Evidence) -> QPushButton:
        out = button(str(nth), lambda: self.place_wanted.emit(evidence.span), link=True)
        out.setAccessibleName(f"{words}, place {nth}")
        return out

    def _remedies(self, finding: Finding) -> None:
        beside: list[QWidget | None] = []
        for nth, remedy in enumerate(finding.remedies[:_SHOWN_REMEDIES]):
            one = button(remedy.title, self._mend(finding, remedy), primary=not nth, short=True)
            one.setToolTip(with_key(remedy.title, MENDS[nth]))
            if remedy.edits:
                self._body.addWidget(one)
            else:
                beside.append(one)
        if beside:  # short words: what the block is, said by hand
            self._body.addLayout(row(*beside))
        rest = finding.remedies[_SHOWN_REMEDIES:]
        if rest:
            more = button(f"{len(rest)} more…", lambda: None, link=True)
            menu = QMenu(more)
            for remedy in rest:
                menu.addAction(remedy.title, self._mend(finding, remedy))
            more.setProperty("menu", True)
            more.setMenu(menu)
            self._body.addLayout(row(more, None))

    def _mend(self, finding: Finding, remedy: Remedy) -> "Mend":
        return Mend(self, finding, remedy)

    def _answers(self) -> QHBoxLayout:
        waive = button("Waive…", self.waive_wanted.emit, icon="waived")
        waive.setToolTip(tip_of("waive"))
        wrong = button("Not an error", lambda: None, icon="not-an-error")
        menu = QMenu(wrong)
        menu.addAction(f"Here\t{key_of('not_here')}", lambda: self.not_an_error_wanted.emit(Scope.HERE))
        menu.addAction(f"In this story\t{key_of('not_in_story')}", lambda: self.not_an_error_wanted.emit(Scope.STORY))
        menu.addAction(f"On this desk\t{key_of('not_on_desk')}", lambda: self.not_an_error_wanted.emit(Scope.DESK))
        menu.addSeparator()
        menu.addAction("This rule, in this story", lambda: self.quiet_rule_wanted.emit(Scope.STORY))
        menu.addAction("This rule, on this desk", lambda: self.quiet_rule_wanted.emit(Scope.DESK))
        wrong.setProperty("menu", True)
        wrong.setMenu(menu)
        return row(waive, wrong, None)

    def _settled(self, judged: Judged, ruling: Ruling | None) -> None:
        self._body.addWidget(label(f"{STANDINGS[judged.standing].capitalize()}: {judged.why}", "muted", wrap=True))
        if ruling:
            undo = button("Take this decision back", lambda: self.undo_wanted.emit(ruling.id), icon="undo")
            self._body.addLayout(row(undo, None))


class Mend:
    """Asks for one remedy when called; a value, so that no widget is kept alive by it."""

    def __init__(self, card: Card, finding: Finding, remedy: Remedy) -> None:
        self._card, self._finding, self._remedy = card, finding, remedy

    def __call__(self) -> None:
        """Ask for it."""
        self._card.remedy_wanted.emit(self._finding, self._remedy)


def _idle_words(lines: Sequence[Line]) -> str:
    """Return what to do with no finding in hand; what was not checked is never told as clear."""
    if any(line.open for line in lines):
        return f"{key_of('next')} goes to the first problem, {key_of('previous')} to the last."
    left = [
        ITEMS.get(line.item, line.item) for line in lines if line.state in (ItemState.UNCHECKED, ItemState.CHECKING)
    ]
    return f"Nothing is open so far. Not checked: {', '.join(left)}." if left else "Nothing is open."
