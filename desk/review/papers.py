"""What a desk works by and gives out to its laptops, as it stands: what was given out, what differs since."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper: what people call it, and how it stands in a sentence."""

    name: str
    how: str
    differs: bool = False
    """Whether there is something to give out."""
    is_given: bool = False
    """Whether it was given out as it is here."""


@dataclass(frozen=True, slots=True)
class PapersStand:
    """Every paper; `at_home` for the desk's own database, where they count, else a laptop's, which proposes them."""

    lines: tuple[PaperLine, ...]
    at_home: bool = True
    why_not: str = ""
    """Why whoever works here cannot give them out, in a sentence; empty where they can."""

    @property
    def differing(self) -> int:
        """Return how many differ from what was given out last."""
        return sum(line.differs for line in self.lines)
