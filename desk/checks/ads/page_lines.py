"""Lines that no story has as a line of its own: `resources/ads/page_lines.toml` as values."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from desk.paths import resources_dir
from desk.text.kept import kept_by_passage
from desk.text.matcher import matcher
from desk.text.words import holds_one

_LONGEST = 700
"""Code points: a longer block is no line of a page, whatever it begins with."""
_AROUND = matcher(r"^[^\w#+“\"‘'-]+|^#{1,6}\s+|(?:[\s:»›>→…*_|\])}]|\.{3})+$")
_BEHIND = ":»›>→…*_|])}"


@dataclass(frozen=True, slots=True)
class PageLine:
    """One kind of line of a page, and why it is none of the story's."""

    reason: str
    whole: frozenset[str]
    opens: tuple[str, ...]
    holds: tuple[str, ...]
    form: re.Pattern[str] | None
    most: int
    """Words: a longer line is a sentence that happens to begin so."""
    box: bool = False
    """Whether it heads a list of other stories."""
    notes: bool = False
    """Whether it heads notes of a press office."""
    ends: bool = False
    """Whether nothing of the story stands below it."""
    appeal: bool = False
    """Whether it begins a plea for money, which reaches as far as a button."""
    button: bool = False
    """Whether it ends a plea; alone it may be a crosshead (“Donate”)."""
    counts: bool = False
    """Whether it counts the comments on a story that is named above it."""
    offers: bool = False
    """Whether it offers something: a line that says who said so reports of an offer."""
    in_documents: bool = False
    """Whether it is none of the writer's own in the document of a word processor either."""

    def fits(self, words: str, count: int) -> bool:
        """Return whether a line is of this kind; `words` in small letters with no marks around, `count` of them."""
        if words in self.whole:
            return True
        if count > self.most:
            return False
        if words.startswith(self.opens) or holds_one(words, self.holds):
            return True
        return self.form is not None and self.form.fullmatch(words) is not None


_SIGNS = ("box", "notes", "ends", "appeal", "button", "counts", "offers", "in_documents")
"""What a kind may be besides, each false where its row does not say so."""


@cache
def kinds() -> tuple[PageLine, ...]:
    """Return the shipped kinds of lines, read once."""
    data = tomllib.loads((resources_dir() / "ads" / "page_lines.toml").read_text("utf-8"))
    return tuple(
        PageLine(
            reason=row["reason"],
            whole=frozenset(row.get("whole", ())),
            opens=tuple(row.get("opens", ())),
            holds=tuple(row.get("holds", ())),
            form=matcher(row["form"]) if "form" in row else None,
            most=row.get("most", 0),
            **{name: row[name] for name in _SIGNS if name in row},
        )
        for row in data["kind"]
    )


@kept_by_passage
def page_line(text: str) -> PageLine | None:
    """Return what kind of line of a page the block is; None where it may be a line of the story."""
    if len(text) > _LONGEST:
        return None
    flat = " ".join(text.lower().replace("’", "'").split())
    if flat[:1].isalnum() and flat[-1] not in _BEHIND and not flat.endswith("..."):
        words = flat  # as most lines are: no mark around them
    else:
        words = _AROUND.sub("", _AROUND.sub("", flat))
    count = words.count(" ") + 1
    both = (words,) if words == flat else (words, flat)
    if not any_kind().fits(words, count) and (words == flat or not any_kind().fits(flat, count)):
        return None
    found = next((kind for kind in kinds() if any(kind.fits(one, count) for one in both)), None)
    return None if found and found.offers and _reports(words) else found


_REPORTS = matcher(
    r"[“\"][^”\"]{12,}[”\"]|\b(?:sa(?:id|ys)|told|asked|added|announced|warned|reported|confirmed|admitted|claimed|explained"
    r"|insisted|promised|urged|wrote|voted|agreed|heard)\b"
)
"""Speech, or a verb of telling."""


def _reports(words: str) -> bool:
    return _REPORTS.search(words) is not None


@cache
def any_kind() -> PageLine:
    """Return all kinds as one: a line that does not fit it, as most lines of a story, is of none of them."""
    forms = [f"(?:{kind.form.pattern})" for kind in kinds() if kind.form]
    return PageLine(
        reason="",
        whole=frozenset().union(*(kind.whole for kind in kinds())),
        opens=tuple(opening for kind in kinds() for opening in kind.opens),
        holds=tuple(phrase for kind in kinds() for phrase in kind.holds),
        form=re.compile("|".join(forms)),
        most=max(kind.most for kind in kinds()),
    )
