"""What new documents are called and how their files end, by the slug of a format, without a writer being imported."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FormatWords:
    """What people read for a format, and the ending of its files, with its dot."""

    words: str
    ending: str


AS_IT_STANDS = "text"
"""The text of a story, letter by letter, which is no new document."""
FORMAT_WORDS: Mapping[str, FormatWords] = {
    "docx": FormatWords("Word", ".docx"),
    "odt": FormatWords("OpenDocument", ".odt"),
    "html": FormatWords("Web page", ".html"),
    "md": FormatWords("Markdown", ".md"),
    "txt": FormatWords("Plain text", ".txt"),
    "ninjs": FormatWords("ninjs", ".json"),
    "newsml-g2": FormatWords("NewsML-G2", ".xml"),
    "nitf": FormatWords("NITF", ".nitf"),
}
"""A test holds it against `formats.FORMATS`, which writes them."""


def format_of(path: Path) -> str:
    """Return the first format whose files end as this one does, empty where none does."""
    ending = path.suffix.lower()
    return next((slug for slug, known in FORMAT_WORDS.items() if known.ending == ending), "")
