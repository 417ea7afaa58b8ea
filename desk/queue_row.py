"""A line of the list of stories as the window sees it: one frozen value."""

from dataclasses import dataclass
from datetime import datetime

from desk.review.embargo import embargo_words
from desk.review.states import State
from desk.review.words import STATES, words_for
from desk.text.moments import now


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the queue; `open_findings` is None for a story that was never checked."""

    id: str
    slug: str
    section: str
    state: str
    open_findings: int | None
    changed: datetime
    headline: str = ""
    owner: str = ""
    hands: str = ""
    """Who has it, by name; empty while nobody has taken it, two where two took it in two places."""
    deadline: datetime | None = None
    hold_until: datetime | None = None
    embargo: datetime | None = None
    embargo_said: str = ""
    """The sender's words for an embargo that names no moment."""
    waived: int = 0
    """Findings that were let stand with a reason."""
    unchecked: int = 0
    """Automatic items that did not run on this text."""
    void: bool = False
    """Whether it is called approved, but for another text than it has by now."""
    state_name: str = ""
    """What the desk calls the state."""
    for_review: bool = False
    """Whether whoever looks would read it as its chief: it waits for their approval, or has one."""
    apart: int = 0
    """How many other texts of it were saved elsewhere and nobody laid together yet."""
    opposites: int = 0
    """How much of it was decided differently in two places."""
    lent: str = ""
    """Whom it is lent to, in words; empty for nobody."""
    checking: bool = False
    """Whether it is being checked in a window of ours at this moment, and nothing is known of it before."""
    at_desk: bool | None = None
    """Whether the desk that stories are exchanged with has all of it; None where there is no such desk."""

    @property
    def state_words(self) -> str:
        """Return what people read for the state."""
        return self.state_name or words_for(STATES, self.state)

    @property
    def is_done(self) -> bool:
        """Return whether nobody has work with it any more."""
        return self.state == State.SPIKED or (self.state == State.APPROVED and not self.void)

    @property
    def is_on_hold(self) -> bool:
        """Return whether it waits for something outside the desk."""
        return self.state == State.HOLD

    def embargo_words(self, at: datetime | None = None) -> str:
        """Return until when the story must not be published, as long as that is so (by now); empty where it may be."""
        return embargo_words(self.embargo, self.embargo_said, at)

    def is_late(self, at: datetime | None = None) -> bool:
        """Return whether the deadline has passed (by now) and the story is still in work."""
        return self.deadline is not None and not self.is_done and self.deadline < (at or now())
