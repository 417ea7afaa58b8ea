"""Tries the remedies of grammar's findings once they are shown, nobody types and the engine is free."""

from PySide6.QtCore import QObject, QTimer

from desk.checking.trying import RemediesTried
from desk.checks.check import Item
from desk.story import Examination
from ui.work import operations
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token

REST = 300
"""Milliseconds behind the findings: a typist's next key comes sooner, and its check finds the lane free."""


class RemedyTries(QObject):
    """Tries the remedies of the newest findings of one window, tells the board their order, and has it kept."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._hub = hub
        self._examination: Examination | None = None
        self._token: Token | None = None
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._start)
        hub.shared.first.connect(self._give_way)

    @property
    def busy(self) -> bool:
        """Return whether remedies are being tried, or are to be."""
        return self._examination is not None

    def want(self, examination: Examination) -> None:
        """Try the remedies of findings that were just shown, if they are grammar's, once there is time for it."""
        if Item.GRAMMAR in examination.runs:
            self.stop()
            self._examination = examination
            self._timer.start()

    def stop(self) -> None:
        """Let go of what is under way: the text is another."""
        self._timer.stop()
        self._examination = None
        if self._token:
            self._token.cancel()

    def _start(self) -> None:
        story, examination = self._hub.story, self._examination
        if story is None or examination is None:
            self._examination = None
            return
        if self._token is not None or self._hub.lanes.busy(Lane.ENGINE):  # whatever is checked goes first
            self._timer.start()
            return
        brief, token = self._hub.facts.brief(story), Token()
        self._token = token

        def over(_: object = None) -> None:
            self._token = None
            if self._examination is examination:
                self._examination = None

        def done(tried: RemediesTried) -> None:
            newest = self._examination is examination
            over()
            if newest:
                self._hub.board.order(tried.orders)
            if tried.anew:
                operations.keep_tried(self._hub, examination.manuscript, story.variant)

        self._hub.check(
            Lane.ENGINE,
            lambda examiner: examiner.remedies_tried(examination, brief, token.cancelled),
            done,
            over,  # the checks say what is wrong with the engine
            token,
            self._stopped,
        )

    def _stopped(self) -> None:
        self._token = None
        if self._examination is not None:
            self._timer.start()

    def _give_way(self, _: Hub, lane: Lane) -> None:
        """Stop for whatever is checked, and begin again later; what was tried until then is kept."""
        if lane is Lane.ENGINE and self._token is not None:
            self._token.cancel()
