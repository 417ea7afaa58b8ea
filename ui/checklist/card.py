"""The finding in hand, in full: message, rule, evidence with its places, and everything that can be done about it."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checking.runner import NO_WORDS
from desk.checks.check import Evidence, Explanation, Finding, Remedy, pack_advised
from desk.review.words import STANDINGS, item_words
from desk.story import Ruling, Scope
from desk.text.spans import Span
from desk.text.words import around, one_line, plural, shortened
from ui.actions.keys import key_of, tip_of, with_key
from ui.actions.problems_menu import MENDS
from ui.look import icons, theme
from ui.look.pressed import in_window
from ui.look.scrolled import scrolled
from ui.look.tips import as_tip, plain_tip
from ui.look.widgets import button, empty, label, row

NOTHING_TOLD = Explanation()
_SHOWN_REMEDIES = 4
_SHOWN_PLACES = 6
_PLACE_SHOWN = 44
"""Code points of a place of evidence, with the words around it, on its link."""
_NARROWER = (32, 24, 16)
"""The same where two places stand so near that they would read alike."""
_MARGINS, _AIR = (16, 12, 16, 12), 8
"""Pixels around the card (left, above, right, below) and between its parts."""
_LEAST = 72
"""Pixels that message and evidence keep above the remedies: three lines, the rest is scrolled."""


def grouped(evidence: Sequence[Evidence], own: Span | None = None) -> list[tuple[str, list[Evidence]]]:
    """Return the evidence by its note, in the order of first appearance; each place once, and not the finding's own."""
    places = {e.span: e for e in reversed(evidence) if e.span != own}
    once = [e for e in evidence if places.get(e.span) is e]
    order = {note: nth for nth, note in reversed(list(enumerate(e.note for e in once)))}
    ranked = sorted(once, key=lambda e: (order[e.note], e.span))
    return [(note, list(same)) for note, same in groupby(ranked, key=lambda e: e.note)]


def told_apart(text: str, places: Sequence[Span]) -> list[str]:
    """Return the words around each place, so few of them that no two places read alike, if there is such a number."""
    for most in (_PLACE_SHOWN, *_NARROWER):
        told = [around(text, span, most) for span in places]
        if len(set(told)) == len(told):
            break
    return told


class Card(QFrame):
    """Shows one finding, or says how to get to one."""

    place_wanted = Signal(object)
    remedy_wanted = Signal(object, object)
    waive_wanted = Signal()
    not_an_error_wanted = Signal(object)
    quiet_rule_wanted = Signal(object)
    undo_wanted = Signal(str)
    laid_out = Signal()
    """Something else is shown, and what it needs of height is known."""
    engine_wanted = Signal()
    pack_wanted = Signal(str)
    """The language whose pack is to be installed, by its English name."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("finding")
        self.setAccessibleName("The problem in hand")
        self._head_box, self._body, self._foot = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._text = ""
        self._count: QLabel | None = None
        self._said: tuple[str, ...] | None = None
        """The words of a card without a problem; None where there is one."""
        self.is_idle = True
        """Whether no problem is in hand."""
        self.show_nothing(())

    def _lay_out(self) -> None:
        """Put the head on top and what can be done at the bottom; message and evidence are scrolled between them."""
        self.told = QScrollArea()
        self.told.setWidgetResizable(True)
        self.told.setFrameShape(QFrame.Shape.NoFrame)
        self.told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told.setAccessibleName("What was found, and the evidence")
        self.told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setLayout(self._body)
        inner.installEventFilter(self)
        self.told.setWidget(inner)
        for widget in (inner, scrolled(self.told)):
            widget.setAutoFillBackground(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(*_MARGINS)
        box.setSpacing(_AIR)
        box.addLayout(self._head_box)
        box.addWidget(self.told, 1)
        box.addLayout(self._foot)
        for part in (self._head_box, self._body, self._foot):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(_AIR)

    def _fill(self, *, idle: bool) -> None:
        """Begin anew; a card without a problem may be as low as its words."""
        self.is_idle = idle
        self.told.setMinimumHeight(1 if idle else _LEAST)  # none at all would be what a scroll area wants by itself
        for part in (self._head_box, self._body, self._foot):
            empty(part)
        self._count = self._said = None
        self.told.verticalScrollBar().setValue(0)

    def event(self, event: QEvent) -> bool:
        """Say that the parts around what is scrolled are laid out anew, or have another width."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.laid_out.emit()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say the same of what is scrolled."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return super().eventFilter(watched, event)

    def idle_height(self) -> int:
        """Return the pixels of height in which all of a card without a problem is seen."""
        left, top, right, bottom = _MARGINS
        width = self.width() - left - right
        parts = [part for part in (self._head_box, self._body, self._foot) if part.count()]
        tall = (part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height() for part in parts)
        return self.height() - self.contentsRect().height() + top + bottom + sum(tall) + _AIR * len(parts)

    def show_nothing(self, lines: Sequence[Line]) -> None:
        """Say how to get to the first finding, or that there is none, and what was not checked."""
        words = _idle_words(lines)
        if self._said == (words,):
            return  # asked with each outcome of a check, twice a key: laying it out anew paints all panes around it
        self._fill(idle=True)
        self._body.addWidget(label(words, "muted", wrap=True))
        self._body.addStretch(1)
        self._said = (words,)

    def show_reason(self, line: Line) -> None:
        """Say why an item was not checked, and offer the mend where we know one."""
        if self._said == (line.item, line.reason):
            return
        self._fill(idle=True)
        self._said = line.item, line.reason
        self._head_box.addWidget(label(f"{item_words(line.item)}: not checked", "heading"))
        self._body.addWidget(label(in_window(line.reason), wrap=True))
        if line.item == "grammar" and line.reason != NO_WORDS and not self._pack(line.reason):
            self._foot.addLayout(
                row(button("Install the grammar engine…", self.engine_wanted.emit, icon="engine"), None)
            )
        self._body.addStretch(1)

    def _pack(self, sentence: str) -> bool:
        """Offer the pack of the language that the sentence says is unchecked; return whether it says so of one."""
        language = pack_advised(sentence)
        if language:
            one = button(f"Install the {language} pack…", Install(self, language), icon="engine")
            self._foot.addLayout(row(one, None))
        return bool(language)

    def show_finding(
        self,
        judged: Judged,
        text: str,
        count: tuple[int, int],
        ruling: Ruling | None,
        told: Explanation = NOTHING_TOLD,
    ) -> None:
        """Show a finding of `text`; `count` is its number among the open ones and their number, `told` its rule."""
        self._fill(idle=False)
        self._text = text
        finding = judged.finding
        self._head_box.addLayout(self._head(finding, count))
        message = label(finding.message, wrap=True)
        self._body.addWidget(message)
        if judged.standing is not Standing.OPEN:
            self._settled(judged, ruling)
        self._explain(told)
        for note, places in grouped(finding.evidence, finding.span):
            self._evidence(note, places)
        if judged.standing is Standing.OPEN:
            self._pack(finding.message)
            self._remedies(finding)
            self._foot.addLayout(self._answers())
        self._body.addStretch(1)

    def _head(self, finding: Finding, count: tuple[int, int]) -> QHBoxLayout:
        mark = label()
        mark.setPixmap(icons.pixmap(finding.item, theme.current().items[finding.item], 18, self.devicePixelRatioF()))
        item = label(item_words(finding.item), "heading")
        for widget in (mark, item):
            widget.setToolTip(as_tip(f"The rule that found this: {finding.rule}"))
        self._count = label("", "muted")
        self.recount(count)
        return row(mark, item, None, self._count)

    def recount(self, count: tuple[int, int]) -> None:
        """Say anew which of the open findings the one shown is: another one went, or came."""
        if self._count is not None:
            self._count.setText(f"{count[0]} of {count[1]}" if count[0] else "")

    def _explain(self, told: Explanation) -> None:
        """Tell of the rule: why it is there, one example, and first of all what the house says."""
        if told.note:
            self._body.addWidget(label(f"House note: {told.note}", wrap=True))
        if told.why:
            self._body.addWidget(
                label(f"{told.name[:1].upper()}{told.name[1:]}. {in_window(told.why)}", "muted", wrap=True)
            )
        if told.wrong and told.right:
            self._body.addWidget(label(f"Not: {told.wrong}\nBut: {told.right}", "muted", wrap=True))

    def _evidence(self, note: str, places: Sequence[Evidence]) -> None:
        """Add what a note says with a link to each of its places; one alone is the link itself."""
        if note.startswith(one_line(places[0].span.of(self._text))):
            note = ""  # it counts the places of these very words, which the message does and the links show
        if note and len(places) > 1:
            self._body.addWidget(label(note, "muted", wrap=True))
        shown = places[:_SHOWN_PLACES]
        told = [note] if note and len(places) == 1 else told_apart(self._text, [e.span for e in shown])
        for words, evidence in zip(told, shown, strict=True):
            self._body.addWidget(self._place(words, evidence))
        if len(places) > _SHOWN_PLACES:
            more = plural(len(places) - _SHOWN_PLACES, "more place")
            self._body.addWidget(label(f"and {more}", "muted"))

    def _place(self, words: str, evidence: Evidence) -> QPushButton:
        shown = shortened(words, _PLACE_SHOWN)
        out = button(shown, Go(self, evidence.span), link=True, short=True)
        out.setToolTip(as_tip(f"{words}\nGo to: {around(self._text, evidence.span, 2 * _PLACE_SHOWN)}"))
        out.setAccessibleName(f"Evidence: {words}, go there")
        return out

    def _remedies(self, finding: Finding) -> None:
        kinds: list[tuple[int, Remedy]] = []
        for nth, remedy in enumerate(finding.remedies[:_SHOWN_REMEDIES]):
            if nth and not (remedy.edits or remedy.variant):
                kinds.append((nth, remedy))
                continue
            one = button(remedy.title, self._mend(finding, remedy), primary=not nth, short=True)
            one.setToolTip(plain_tip(with_key(remedy.title, MENDS[nth])))
            self._foot.addWidget(one)
        if kinds:
            self._foot.addLayout(row(self._kinds(finding, kinds), None))
        rest = finding.remedies[_SHOWN_REMEDIES:]
        if rest:
            more = button(f"{len(rest)} more…", lambda: None, link=True)
            menu = QMenu(more)
            for remedy in rest:
                menu.addAction(remedy.title, self._mend(finding, remedy))
            more.setProperty("menu", True)
            more.setMenu(menu)
            self._foot.addLayout(row(more, None))

    def _kinds(self, finding: Finding, kinds: Sequence[tuple[int, Remedy]]) -> QPushButton:
        """Return a button that lists what the block may be said to be: three buttons side by side would read alike."""
        out = button("Mark as…", lambda: None)
        menu = QMenu(out)
        for nth, remedy in kinds:
            menu.addAction(f"{remedy.title}\t{key_of(MENDS[nth])}", self._mend(finding, remedy))
        out.setProperty("menu", True)
        out.setMenu(menu)
        return out

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
        menu.addAction(
            f"This rule, in this story\t{key_of('not_rule')}", lambda: self.quiet_rule_wanted.emit(Scope.STORY)
        )
        menu.addAction(
            f"This rule, on this desk\t{key_of('rule_off')}", lambda: self.quiet_rule_wanted.emit(Scope.DESK)
        )
        wrong.setProperty("menu", True)
        wrong.setMenu(menu)
        return row(waive, wrong, None)

    def _settled(self, judged: Judged, ruling: Ruling | None) -> None:
        self._body.addWidget(label(f"{STANDINGS[judged.standing].capitalize()}: {judged.why}", wrap=True))
        if ruling:
            undo = button("Take this decision back", lambda: self.undo_wanted.emit(ruling.id), icon="undo")
            self._foot.addLayout(row(undo, None))


class Mend:
    """Asks for one remedy when called; a value, so that no widget is kept alive by it."""

    def __init__(self, card: Card, finding: Finding, remedy: Remedy) -> None:
        self._card, self._finding, self._remedy = card, finding, remedy

    def __call__(self) -> None:
        """Ask for it."""
        self._card.remedy_wanted.emit(self._finding, self._remedy)


class Install:
    """Asks for the pack of a language when called."""

    def __init__(self, card: Card, language: str) -> None:
        self._card, self._language = card, language

    def __call__(self) -> None:
        """Ask for it."""
        self._card.pack_wanted.emit(self._language)


class Go:
    """Asks to go to a place when called."""

    def __init__(self, card: Card, span: Span) -> None:
        self._card, self._span = card, span

    def __call__(self) -> None:
        """Ask for it."""
        self._card.place_wanted.emit(self._span)


def _idle_words(lines: Sequence[Line]) -> str:
    """Return what to do with no finding in hand; what was not checked is never told as clear."""
    if any(line.open for line in lines):
        return f"{key_of('next')} goes to the next problem, {key_of('previous')} to the one before."
    if any(line.reason == NO_WORDS for line in lines):
        return NO_WORDS
    left = [item_words(line.item) for line in lines if line.state in (ItemState.UNCHECKED, ItemState.CHECKING)]
    return f"Nothing is open so far. Not checked: {', '.join(left)}." if left else "Nothing is open."
