"""What a pack holds, for telling before anything of it is taken."""

from dataclasses import dataclass
from datetime import datetime

from desk.exchange.bag import Load, StoryBag, Strand
from desk.review.decisions import Done
from desk.text.moments import to_the_minute
from desk.text.words import plural, shortened

_SHOWN = 5
"""Stories that are told one by one; the rest is counted."""


@dataclass(frozen=True, slots=True)
class PackedStory:
    """One story of a pack: `people` wrote, decided or commented, `since` and `until` are its first and last version."""

    id: str
    slug: str
    headline: str
    section: str
    versions: int
    approvals: int
    comments: int
    originals: int
    people: tuple[str, ...]
    since: datetime
    until: datetime

    @property
    def said(self) -> str:
        """Return it in a line."""
        name = f"“{self.headline or self.slug}”" + (f" ({self.section})" if self.section else "")
        return f"{shortened(name, 90)}: {self.holds}"

    @property
    def holds(self) -> str:
        """Return how much of it there is, by whom and from when."""
        counts = [plural(self.versions, "version", "versions")]
        for count, one, many in (
            (self.comments, "comment", "comments"),
            (self.approvals, "approval", "approvals"),
            (self.originals, "document", "documents"),
        ):
            counts += [plural(count, one, many)] if count else []
        by = f", by {', '.join(self.people)}" if self.people else ""
        return f"{', '.join(counts)}{by}, last saved {to_the_minute(self.until)}"


@dataclass(frozen=True, slots=True)
class PackContents:
    """Everything that a pack holds: when and by which copy it was made, with which key; stories by slug."""

    stories: tuple[PackedStory, ...]
    made: datetime
    packed_by: Strand
    fingerprint: str
    size: int
    """Bytes of all that it holds, unpacked."""
    locked: bool = False

    @property
    def versions(self) -> int:
        """Return how many texts are in it."""
        return sum(story.versions for story in self.stories)

    @property
    def said(self) -> tuple[str, ...]:
        """Return it in sentences."""
        by = self.packed_by.name or "a copy without a name"
        head = (
            f"{plural(len(self.stories), 'story', 'stories')} with {plural(self.versions, 'version', 'versions')}, "
            f"packed by {by}, {to_the_minute(self.made)}, signed with the key {self.fingerprint[:16]}."
        )
        more = len(self.stories) - _SHOWN
        rest = (f"and {plural(more, 'more story', 'more stories')}.",) if more > 0 else ()
        return (head, *(story.said for story in self.stories[:_SHOWN]), *rest)


def contents_of(load: Load, made: datetime, packed_by: Strand, *, size: int, locked: bool) -> PackContents:
    """Return what a load holds."""
    from desk.review.signing import fingerprint

    stories = tuple(sorted(map(_packed_story, load.bags), key=lambda story: (story.slug, story.id)))
    return PackContents(stories, made, packed_by, fingerprint(packed_by.public), size, locked)


def _packed_story(bag: StoryBag) -> PackedStory:
    versions = [version for part in bag.parts for version in part.versions]
    decisions = [bagged.entry.decision for part in bag.parts for bagged in part.entries]
    remarks = [bagged.remark for part in bag.parts for bagged in part.remarks]
    moments = [version.when for version in versions] or [bag.card.created]
    authors = [*(one.who for one in versions), *(one.who for one in decisions), *(one.who for one in remarks)]
    return PackedStory(
        id=bag.card.id,
        slug=bag.card.slug,
        headline=bag.card.headline,
        section=bag.card.section,
        versions=len({version.id for version in versions}),
        approvals=sum(decision.done is Done.APPROVED for decision in decisions),
        comments=len({remark.thread for remark in remarks}),
        originals=len(bag.originals),
        people=tuple(dict.fromkeys(who.name for who in authors if who.name)),
        since=min(moments),
        until=max(moments),
    )
