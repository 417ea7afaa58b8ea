"""What the window may know of a desk without asking: one value that never changes, made anew with each change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desk.checks.check import Explanation, Finding, Item
from desk.checks.house import Brief, House
from desk.review.people import Person
from desk.review.words import NOT_PROVED
from desk.settings.declared import Settings
from desk.story import StoryView


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the watched folder that could not be read, and why."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class WatchState:
    """How it stands with the watched folder; without one, `folder` is None."""

    folder: Path | None = None
    unread: tuple[Unread, ...] = ()
    trouble: str = ""
    """Why the folder is out of reach; empty where it is not."""


@dataclass(frozen=True, slots=True)
class RecentStory:
    """A story that was opened lately, and the code point that stood at the top of its sheet."""

    id: str
    slug: str
    top: int = 0


@dataclass(frozen=True, slots=True)
class RecentStories:
    """What somebody opened lately on this machine, the last one first, and which stories are on the screen."""

    stories: tuple[RecentStory, ...] = ()
    on_screen: tuple[str, ...] = ()
    """One a window, in the order of the windows."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """How it stands with the desk that stories are exchanged with; `where` is empty where the settings name none."""

    where: str = ""
    last: datetime | None = None
    """When everything was exchanged last; None for never."""
    to_go: int = 0
    """Stories here that have something since then."""


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """The desk at one moment; whoever holds it sees settings, house and person that belong together."""

    settings: Settings
    house: House
    """What every check is told."""
    working: Person
    """Who is working; somebody who may do nothing where nobody has said so."""
    watched: WatchState = field(default_factory=WatchState)
    """The watched folder as it was at the last look."""
    recent: RecentStories = field(default_factory=RecentStories)
    """What whoever is working opened lately on this machine."""
    exchanged: Exchanged = field(default_factory=Exchanged)
    """How it stands with the desk that stories are exchanged with."""
    emptied: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The digests of what was emptied by law so far, by stories: where they grow, nothing from before may be undone."""
    rules_fault: str = ""
    """Why the desk's own rules of review are not in force, so that nothing moves; empty where they are."""

    @property
    def engine_remark(self) -> str:
        """Return what should be known of whoever reads grammar; empty where that is the engine that we start."""
        return f"Grammar {NOT_PROVED}" if self.settings.engine_url else ""

    def brief(self, story: StoryView) -> Brief:
        """Return what the checks are told about a story."""
        return story.brief(self.house)

    def explain(self, finding: Finding) -> Explanation:
        """Return the rule of a finding in words, with an example and the house's note; empty for what says it all."""
        if finding.item is not Item.GRAMMAR:
            return Explanation()
        from desk.checks.grammar.explain import explanation_of

        return explanation_of(finding.rule, self.settings.grammar_notes, finding.quote)
