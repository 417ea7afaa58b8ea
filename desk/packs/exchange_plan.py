"""What an exchange with the desk would come to, in sentences: what comes, what goes, what needs a person.

plan = task.look()        # desk.services.exchange_task
plan.said                 # "14 stories come, 3 go, 1 needs you."
plan.of(ids).said         # the same of some of them
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from desk.review.queue import Filter
from desk.text.words import plural


@dataclass(frozen=True, slots=True)
class Wish:
    """Which stories of the desk are to be here, beside those that are: those of a filter, or without `new` no other."""

    filter: Filter = field(default_factory=Filter)
    new: bool = True


ALL, HERE_ALONE = Wish(), Wish(new=False)


def wish_of(which: str, section: str) -> Wish:
    """Return the wish that two settings say: "all", "mine" or "here", and a section, empty for every one."""
    return HERE_ALONE if which == "here" else Wish(Filter(section=section, mine=which == "mine"))


SORTS = {
    "version": ("version", "versions"),
    "entry": ("entry of the trail", "entries of the trail"),
    "remark": ("remark", "remarks"),
    "seal": ("approval", "approvals"),
    "original": ("document", "documents"),
    "pack": ("newer pack", "newer packs"),
}
"""What there is of a story, by the names of the store, in words for one and for many."""


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """One story that differs: how much of it comes and goes, by the names of `SORTS`."""

    id: str
    name: str
    slug: str = ""
    is_here: bool = True
    is_there: bool = True
    comes: Mapping[str, int] = field(default_factory=dict, hash=False)
    goes: Mapping[str, int] = field(default_factory=dict, hash=False)
    apart: bool = False
    """Whether its text was changed on both sides."""
    questions: int = 0
    """Paragraphs that need a person."""
    held: str = ""
    """Who will have it, in a sentence or two: whom it is lent to, and several who took it in hand."""
    why_not: str = ""
    """Why it would be refused, in a sentence; empty where it would not."""

    @property
    def is_coming(self) -> bool:
        """Return whether anything of it comes."""
        return bool(self.comes) and not self.why_not

    @property
    def is_going(self) -> bool:
        """Return whether anything of it goes."""
        return bool(self.goes)

    @property
    def said(self) -> str:
        """Return it in a sentence."""
        if self.why_not:
            return self.why_not
        return f"“{self.name}” {self._how()}{f' {self.held}' if self.held else ''}"

    def _how(self) -> str:
        if self.apart:
            needs = f"{plural(self.questions, 'paragraph needs', 'paragraphs need')} you"
            return f"was changed here and there: {needs if self.questions else 'no paragraph on both sides'}."
        if not self.is_here:
            return "comes: it is new here."
        if not self.is_there:
            return "goes: it is new there."
        ways = (("comes", self.comes), ("goes", self.goes))
        return f"{'; '.join(f'{way}: {counted(of)}' for way, of in ways if of)}."


@dataclass(frozen=True, slots=True)
class ExchangePlan:
    """Every story that differs between here and the desk, those that need a person first."""

    desk: str
    """What sentences call the desk: its address without the password."""
    stories: tuple[OnTheWay, ...] = ()
    strangers: tuple[str, ...] = ()
    """In a sentence each, the copies whose number must be compared before anything of theirs is taken."""
    numbers: tuple[str, ...] = ()
    """The numbers of these copies, the folder's before them where that is odd."""
    refused: tuple[str, ...] = ()
    """In a sentence each, what cannot be read at all."""
    odd: bool = False
    """Whether the first of the strangers is the folder itself, which may not be the one that is meant."""

    @property
    def said(self) -> str:
        """Return in one sentence what would come, go, and need a person."""
        come, go = sum(one.is_coming for one in self.stories), sum(one.is_going for one in self.stories)
        needs = sum(bool(one.questions) for one in self.stories)
        refused = sum(bool(one.why_not) for one in self.stories)
        if not (come or go or refused):
            return "Nothing is missing on either side."
        parts = [plural(come, "story comes", "stories come"), plural(go, "goes", "go")]
        parts += [plural(needs, "needs you", "need you")] if needs else []
        parts += [f"{refused} would be refused"] if refused else []
        return f"{', '.join(parts)}."

    def of(self, ids: Collection[str]) -> "ExchangePlan":
        """Return what it would come to with these stories alone."""
        return replace(self, stories=tuple(one for one in self.stories if one.id in ids))


def counted(of: Mapping[str, int]) -> str:
    """Return how much there is of each sort, in words."""
    return ", ".join(plural(of[sort], *words) for sort, words in SORTS.items() if of.get(sort))


@dataclass(frozen=True, slots=True)
class Leaving:
    """What would go with a pack: how many stories, how much of each sort, and which of them are elsewhere as well."""

    stories: int
    holds: Mapping[str, int] = field(default_factory=dict, hash=False)
    lent: int = 0
    apart: int = 0

    @property
    def said(self) -> str:
        """Return it in a sentence or two."""
        holds = f": {counted(self.holds)}" if self.holds else ""
        parts = [plural(self.lent, "is lent already", "are lent already")] if self.lent else []
        apart = (
            "was changed in two places and goes with both texts",
            "were changed in two places and go with both texts",
        )
        parts += [plural(self.apart, *apart)] if self.apart else []
        more = f" {'; '.join(parts)}." if parts else ""
        return f"{plural(self.stories, 'story goes', 'stories go')}{holds}.{more}"


def in_reading_order(stories: Collection[OnTheWay]) -> tuple[OnTheWay, ...]:
    """Return stories with those that need a person first, then those that come, then those that go; each by name."""
    return tuple(
        sorted(stories, key=lambda one: (not one.questions, not one.apart, not one.comes, one.name.casefold(), one.id))
    )
