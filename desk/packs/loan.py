"""Who has a story: along on a laptop until a moment, which is shown and stops nobody, and in hand in two places."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.text.moments import from_micros, to_the_minute
from desk.text.words import listed


@dataclass(frozen=True, slots=True)
class Loan:
    """Whom stories are lent to; `laptop` and `until` where somebody said so."""

    to: str
    laptop: str = ""
    until: datetime | None = None

    @property
    def note(self) -> dict[str, str]:
        """Return what names it among others, for the entry that ends it."""
        return {"to": self.to, "laptop": self.laptop}

    @property
    def said(self) -> str:
        """Return it in words: "lent to Rosa on her laptop until 18:00"."""
        return f"lent to {self.to_whom}"

    @property
    def to_whom(self) -> str:
        """Return to whom, where and until when: "Rosa on her laptop until 18:00"."""
        where = f" on {self.laptop}" if self.laptop else ""
        return f"{self.to}{where}" + (f" until {to_the_minute(self.until)}" if self.until else "")


@dataclass(frozen=True, slots=True)
class WhoHasIt:
    """Who has a story, in words; `hands` where several took it apart, empty elsewhere."""

    hands: str = ""
    lent: str = ""

    @property
    def said(self) -> str:
        """Return it in a sentence or two, empty for nothing."""
        hands = f"{self.hands} have it in hand: they took it in two places." if self.hands else ""
        return " ".join(filter(None, (hands, f"It is {self.lent}." if self.lent else "")))


def loan_words(lent: Mapping[str, Any]) -> str:
    """Return what is lent, as the store keeps it, in words, several loans one behind the other; empty for none."""
    said = listed(loan.to_whom for loan in loans_of(lent))
    return f"lent to {said}" if said else ""


def loans_of(lent: Mapping[str, Any]) -> tuple[Loan, ...]:
    """Return each loan of what the store keeps beside a story: one, and others as `also`."""
    also = lent.get("also", ())
    kept = (lent, *(also if isinstance(also, list) else ()))
    return tuple(_loan(one) for one in kept if one.get("to"))


def _loan(one: Mapping[str, Any]) -> Loan:
    until = from_micros(one["until"]) if isinstance(one.get("until"), int) else None
    return Loan(str(one["to"]), str(one.get("laptop", "")), until)
