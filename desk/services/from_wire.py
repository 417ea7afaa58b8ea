"""What a story takes from the wire that it came over: its place on the desk, its embargo, and what else was said of it.

Only formats of news agencies are believed: the language of a Word document is that of whoever installed Word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desk.readers.document import Document, DocumentRole
from desk.readers.draft import FileDraft
from desk.readers.file_kind import FileKind
from desk.settings.of_house import VARIANTS
from desk.text.block_roles import PAID, PAID_HEADING, BlockRoles, roles_of
from desk.text.facts import MOST_CHARACTERS, MOST_OF_A_NOTE
from desk.text.moments import from_iso_here
from desk.text.words import shortened

_WIRES = frozenset(
    {FileKind.NINJS, FileKind.NEWSML_G2, FileKind.NEWSML_1, FileKind.NITF, FileKind.IPTC_7901, FileKind.ANPA}
)
_MOST = {"slugline": 120, "editors_note": MOST_OF_A_NOTE, "usage": MOST_OF_A_NOTE}
_KEPT = (
    "byline",
    "dateline",
    "urgency",
    "genre",
    "keywords",
    "section",
    "editors_note",
    "usage",
    "credit",
    "source",
    "status",
    "language",
)
_PAID_GENRES = frozenset(
    {
        "advertisersupplied",
        "advertisersuppliedcontent",
        "advertisement",
        "advertising",
        "advertorial",
        "brandedcontent",
        "nativeadvertising",
        "paid",
        "paidcontent",
        "paidpost",
        "sponsored",
        "sponsoredcontent",
        "sponsorcontent",
    }
)
"""Genres of IPTC's list (“Advertiser Supplied”) and of senders' own that say that somebody paid, letters alone."""
_SECTIONS = {
    "sport": ("sports",),
    "sports": ("sport",),
    "world": ("international", "foreign"),
    "business": ("finance", "economy", "financial", "economy, business and finance"),
    "culture": ("entertainment", "arts", "arts, culture and entertainment", "arts, culture, entertainment and media"),
    "news": ("national", "domestic"),
}
"""What senders call the sections that desks have."""
_NO_LETTERS = re.compile(r"[^a-z]")


@dataclass(frozen=True, slots=True)
class Filed:
    """What a wire says of a story; empty, or None, for what it does not say.

    `details` holds the rest by the names of `WireFact`; in it, `embargo` is one that names no moment.
    """

    slug: str = ""
    headline: str = ""
    section: str = ""
    variant: str = ""
    embargo: datetime | None = None
    details: dict[str, str] = field(default_factory=dict)
    is_paid: bool = False
    is_wire: bool = True


def filed(document: Document, sections: Sequence[str]) -> Filed:
    """Return what the wire says of a story, its section only where it is one of the desk's."""
    said = {name: shortened(" ".join(words.split()), _most(name)) for name, words in document.metadata.items()}
    if document.format not in _WIRES:
        return Filed(slug=said.get("slugline", ""), is_wire=False)
    embargo = from_iso_here(said.get("embargo", ""))
    details = {name: said[name] for name in _KEPT if said.get(name)}
    if embargo is None and said.get("embargo"):
        details["embargo"] = said["embargo"]
    return Filed(
        slug=said.get("slugline", ""),
        headline=said.get("headline", ""),
        section=_section(said.get("section", ""), sections),
        variant=_variant(said.get("language", "")),
        embargo=embargo,
        details=details,
        is_paid=any(_letters(genre) in _PAID_GENRES for genre in said.get("genre", "").split(",")),
    )


def paid_roles(read: FileDraft) -> BlockRoles:
    """Return the roles of a story that is paid as a whole, its headings still headings."""
    blocks = read.document.blocks if read.document else ()
    headings = {b.start for b in blocks if b.role in (DocumentRole.HEADING, DocumentRole.TITLE)}

    def role_at(start: int) -> str:
        return PAID_HEADING if start in headings else PAID

    return roles_of(read.text, role_at)


def _section(said: str, sections: Sequence[str]) -> str:
    """Return the first of the desk's sections that the sender names in one of its words for it."""
    words = [part.strip().casefold() for part in said.split(";")]
    for word in words:
        for section in sections:
            if word == section.casefold() or word in _SECTIONS.get(section.casefold(), ()):
                return section
    return ""


def _variant(language: str) -> str:
    """Return the English that a language tag names (RFC 5646); empty for English alone, which the desk decides."""
    tag = language.replace("_", "-").casefold()
    return next((code for code in VARIANTS if code.casefold() == tag and "-" in code), "")


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words.rsplit(":", 1)[-1].casefold())


def _most(name: str) -> int:
    return _MOST.get(name, MOST_CHARACTERS)
