"""When to check: at once after an edit unless keys come fast, one job in flight for own items and one for grammar.

A newer edit cancels the job under way; its outcome is accepted only if the text is still the one it was made for. Where
keys come without a pause for a second one job is let through whatever is typed meanwhile, and its findings are taken
along to the text as it is. Where nothing comes of grammar for ten seconds (its engine died, say, and is being started)
the item is unchecked until something does.
"""

from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desk.checking.runner import ItemRun
from desk.checking.unheard import PATIENCE, unheard
from desk.checks.check import Item
from desk.errors import KnownError
from desk.story import Draft, Examination, StoryView
from ui.open_story.remedy_tries import RemedyTries
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token

OWN = tuple(item for item in Item if item is not Item.GRAMMAR)
GRAMMAR = (Item.GRAMMAR,)

SHORT_PAUSE = 60
"""Milliseconds without an edit before anything is checked where edits come fast: a key held down, a burst of letters.

A check under way takes Python from the main thread at each call of the toolkit: in 10,000 words half the keys took 6 ms
and one of 100 took 12, where 2 and 4 do without.
"""
RESTED = 0.06
"""Seconds since the edit before, from which on nothing is waited for: the check ends before the next key.

As long as the pause: where keys come a little further apart than that, each check would begin in front of a key. At 80
ms a key of 10,000 words took 7.3 ms so, and takes 2.3 with a check behind each.
"""
LONGEST_BURST = 15.0
"""Seconds that an edit waits at most for its check where keys never pause: a key held down, a very fast typist.

A check that is let through makes some five keys slow: each second it was the 99th percentile that they made (8 ms
instead of 4), each fifteen seconds it is not.
"""
BEHIND_ANOTHER = 1000
"""Milliseconds after which a window that is not in hand looks again whether the lane is free."""
LONGEST_RECALL = 1000
"""Milliseconds that grammar waits at most for what the store remembers, which takes 10 to 200.

That only spares work: a database that is locked, or a server that hangs, keeps no text unchecked.
"""
SHOW_CHECKING_AFTER = 400
"""Milliseconds until an item that is still busy is shown as being checked: sooner would flicker at each key."""
SILENT_AFTER = PATIENCE - SHOW_CHECKING_AFTER / 1000
"""Seconds without a paragraph read after which an item is not “checking” any more but unchecked: the next look, which
comes as late as that, would be past the patience."""
UNHEARD = ItemRun(Item.GRAMMAR, unchecked=unheard(then="This changes by itself as soon as it answers."))


class Text(Protocol):
    """The live text, as the editor has it."""

    def draft(self) -> Draft:
        """Return the text with block kinds and place."""
        ...

    def revision(self) -> int:
        """Return a number that rises with each edit."""
        ...


def pause(rested: float) -> int:
    """Return how many milliseconds a check waits behind an edit when there was none for so many seconds before it."""
    return 0 if rested > RESTED else SHORT_PAUSE


class Stream(QObject):
    """Checks of some items in one lane: one job in flight, the newest text next."""

    examined = Signal(object, int)
    """An `Examination`, and the revision of the text it was made for: the current one, unless keys never pause."""

    def __init__(
        self, hub: Hub, text: Text, lane: Lane, items: tuple[Item, ...], first: "Stream | None" = None
    ) -> None:
        """`first` is a quicker stream: while its check is let through no other is, so that both end before a key."""
        super().__init__(hub)
        self._hub, self._text, self._lane, self.items, self._first = hub, text, lane, items, first
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._start)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self.let_go)
        hub.shared.first.connect(self._give_way)
        self._token: Token | None = None
        self._dirty = False
        self._held = False
        self.goes_through = False
        """Whether the check under way is let through, whatever is typed meanwhile."""
        self._owed: float | None = None
        """When the first edit came that no outcome has answered."""
        self._wanted = 0.0
        self._heard = 0.0

    @property
    def silent(self) -> bool:
        """Return whether a check has been under way for long and nothing has come of it."""
        return self._token is not None and perf_counter() - self._heard > SILENT_AFTER

    @property
    def rested(self) -> float:
        """Return the seconds since a check was wanted last: by an edit, or by a story that was opened."""
        return perf_counter() - self._wanted

    @property
    def busy(self) -> bool:
        """Return whether a check is wanted or under way."""
        return self._dirty or self._token is not None

    def want(self) -> None:
        """Ask for a check of the newest text; where no story is open there is none."""
        self.goes_through = False  # what is under way may stand on rules that hold no longer
        self.edited()

    def hold(self) -> None:
        """Have every check wait until `let_go`, a second at most; to be wanted or under way is one for all who ask."""
        self._held = self._dirty = True
        self.goes_through = False
        if self._token:
            self._token.cancel()
        self._patience.start(LONGEST_RECALL)

    def let_go(self) -> None:
        """Check the newest text if that is waited with: what it waited for is there, or is waited for no longer."""
        if self._held:
            self._held = False
            self._patience.stop()
            self.want()

    def edited(self) -> None:
        """Ask for the same because of an edit: a check that is let through goes on."""
        if self._hub.story is None:
            return
        now = perf_counter()
        self._owed = now if self._owed is None else self._owed
        self._dirty = True
        if self._token and not self.goes_through:
            self._token.cancel()
        self._timer.start(0 if self._overdue else pause(now - self._wanted))
        self._wanted = now

    @property
    def _overdue(self) -> bool:
        return self._owed is not None and perf_counter() - self._owed >= LONGEST_BURST

    def stop(self) -> None:
        """Forget what is wanted, and cancel what is under way."""
        self._dirty, self._held, self._owed = False, False, None
        self.goes_through = False
        self._timer.stop()
        if self._token:
            self._token.cancel()

    def _start(self) -> None:
        if self._token or self._held or not self._dirty or not self._hub.is_ready or self._hub.story is None:
            return
        if not self._hub.shared.goes_first(self._hub, self._lane):
            self._timer.start(BEHIND_ANOTHER)
            return
        if self._overdue and self._first is not None and self._first.goes_through:
            self._timer.start(SHORT_PAUSE)
            return
        self._dirty, self.goes_through = False, self._overdue
        self._heard = perf_counter()
        draft, revision = self._text.draft(), self._text.revision()
        brief, items, token = self._hub.facts.brief(self._hub.story), self.items, Token()
        self._token = token

        def cancelled() -> bool:  # asked in the lane before each paragraph: the one before it was read
            self._heard = perf_counter()
            return token.cancelled()

        self._hub.check(
            self._lane,
            lambda examiner: examiner.examine(draft, brief, items, cancelled, draft.place),
            lambda examination: self._done(examination, revision),
            self._failed,
            token,
            self._ended,
        )

    def _give_way(self, hub: Hub, lane: Lane) -> None:
        """Stop for the window in hand, and begin again later; what was read until then is kept."""
        if hub is not self._hub and lane is self._lane and self._token is not None:
            self._dirty = True
            self._token.cancel()

    def _done(self, examination: Examination, revision: int) -> None:
        through = self.goes_through
        self._end()
        if (through or revision == self._text.revision()) and self._hub.story is not None:
            self._owed = perf_counter() if self._dirty else None
            self.examined.emit(examination, revision)
        self._again()

    def _failed(self, error: KnownError) -> None:
        self._owed = None
        self._end()
        self._hub.fail(error)
        self._again()

    def _ended(self) -> None:
        self._end()
        self._again()

    def _end(self) -> None:
        self.goes_through, self._token = False, None

    def _again(self) -> None:
        if self._dirty and not self._timer.isActive():
            self._timer.start(pause(self.rested))


class Checker(QObject):
    """Both streams, and what they tell the board."""

    accepted = Signal(object, int)
    """An `Examination` went to the board; the number is the revision of its text, the current one."""

    def __init__(self, hub: Hub, text: Text) -> None:
        super().__init__(hub)
        self._hub, self._text = hub, text
        self._english = ""
        """Of which English what the store remembers was asked for; empty before a story was opened."""
        self.own = Stream(hub, text, Lane.CHECKS, OWN)
        self.grammar = Stream(hub, text, Lane.ENGINE, GRAMMAR, self.own)
        self.tries = RemedyTries(hub)
        self._late = QTimer(self, singleShot=True, interval=SHOW_CHECKING_AFTER)
        self._late.timeout.connect(self._say_checking)
        for stream in self.streams:
            stream.examined.connect(self._accept)

    @property
    def streams(self) -> tuple[Stream, Stream]:
        """Return both streams."""
        return self.own, self.grammar

    @property
    def busy(self) -> bool:
        """Return whether any check is wanted or under way."""
        return any(stream.busy for stream in self.streams)

    def busy_beside(self, examination: Examination) -> bool:
        """Return whether items other than those of this outcome are still wanted or under way."""
        return any(stream.busy for stream in self.streams if not set(stream.items) & examination.runs.keys())

    def want(self) -> None:
        """Check the newest text, if a story is open; one in another English than before as if it were just opened."""
        story = self._hub.story
        if story is not None and self._english and self._english != self._hub.facts.brief(story).english:
            self.begin(story)
            return
        for stream in self.streams:
            stream.want()
        self._wanted()

    def begin(self, story: StoryView) -> None:
        """Check a story that was opened: own items at once, grammar with what the store remembers of its blocks."""
        english = self._english = self._hub.facts.brief(story).english
        self.own.want()
        self.grammar.hold()
        self._wanted()

        def recalled(_: object) -> None:
            now = self._hub.story
            if now is not None and (now.id, self._english) == (story.id, english):  # else another waits for its own
                self.grammar.let_go()

        self._hub.ask(lambda desk: desk.stories.recall_readings(story.id), recalled, recalled)

    def edited(self) -> None:
        """Do the same because of an edit."""
        for stream in self.streams:
            stream.edited()
        self._wanted()

    def _wanted(self) -> None:
        self.tries.stop()
        if self._hub.story is None:
            return
        self._hub.board.doubt_stored()
        if not self._late.isActive():
            self._late.start()

    def stop(self) -> None:
        """Forget all checks."""
        self._late.stop()
        self.tries.stop()
        for stream in self.streams:
            stream.stop()

    def _accept(self, examination: Examination, revision: int) -> None:
        board, text = self._hub.board, examination.manuscript.text
        if revision == self._text.revision():
            board.accept(examination.runs, text)
            self.tries.want(examination)
            self.accepted.emit(examination, revision)
        else:  # places of an older text: the board takes its findings along, and nobody else could
            board.accept(examination.runs, text, self._text.draft().text)

    def _say_checking(self) -> None:
        speaking = [stream for stream in self.streams if stream.busy and not stream.silent]
        self._hub.board.wait_for(item for stream in speaking for item in stream.items)
        if self.grammar.silent and self._hub.board.runs.get(Item.GRAMMAR) != UNHEARD:
            self._hub.board.accept({Item.GRAMMAR: UNHEARD}, self._hub.board.text)
        if self.busy:
            self._late.start()
