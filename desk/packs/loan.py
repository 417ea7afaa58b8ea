"""A loan: who has a story along, on which laptop, until when; shown, and it stops nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.text.moments import from_micros, to_the_minute


@dataclass(frozen=True, slots=True)
class Loan:
    """Whom stories are lent to; `laptop` and `until` where somebody said so."""

    to: str
    laptop: str = ""
    until: datetime | None = None

    @property
    def said(self) -> str:
        """Return it in words: "lent to Rosa on her laptop until 18:00"."""
        where = f" on {self.laptop}" if self.laptop else ""
        return f"lent to {self.to}{where}" + (f" until {to_the_minute(self.until)}" if self.until else "")


def loan_words(lent: Mapping[str, Any]) -> str:
    """Return a loan as the store keeps it in words; empty for none."""
    if not lent.get("to"):
        return ""
    until = from_micros(lent["until"]) if isinstance(lent.get("until"), int) else None
    return Loan(str(lent["to"]), str(lent.get("laptop", "")), until).said
