"""What stands beside the text and is undone along with it: kinds set by hand, and links."""

from dataclasses import dataclass

from desk.text.links import Links
from ui.editor.hand_kinds import HandKinds, HandState
from ui.editor.text_links import TextLinks


@dataclass(frozen=True, slots=True)
class BesideState:
    """All of it at one moment, to go back to."""

    hand: HandState
    links: Links


class Beside:
    """Kinds and links of one text, as one thing to undo."""

    def __init__(self, hand: HandKinds, links: TextLinks) -> None:
        self._hand, self._links = hand, links

    @property
    def state(self) -> BesideState:
        """Return what there is, to be put back with `restore`."""
        return BesideState(self._hand.state, self._links.now)

    def restore(self, state: BesideState) -> None:
        """Go back to what there was."""
        self._hand.restore(state.hand)
        self._links.restore(state.links)

    def recall(self, text: str) -> None:
        """Bring back what the text that undo or redo came back to had beside it."""
        self._links.recall(text)
