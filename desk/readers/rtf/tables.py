"""The tables at the head of an RTF file: its fonts, styles, and who revised."""

from dataclasses import dataclass

from desk.readers.document import DocumentRole

_NAMES = {
    "title": DocumentRole.TITLE,
    "subtitle": DocumentRole.SUBTITLE,
    "caption": DocumentRole.CAPTION,
    "quote": DocumentRole.QUOTE,
    "intense quote": DocumentRole.QUOTE,
}
BODY_TEXT = 9


@dataclass(slots=True)
class RtfFont:
    """A font: its name, and the code page of its bytes ("" for the file's own)."""

    name: str = ""
    page: str = ""
    symbols: bool = False


@dataclass(slots=True)
class RtfStyle:
    """A paragraph style as it is collected."""

    name: str = ""
    outline: int | None = None

    @property
    def role(self) -> DocumentRole:
        """Return the role that the name of the style promises."""
        return _NAMES.get(self.name.strip().lower(), DocumentRole.PARAGRAPH)

    @property
    def level(self) -> int:
        """Return the level of heading from 1, 0 where the style makes none."""
        if self.outline is not None:
            return self.outline + 1 if 0 <= self.outline < BODY_TEXT else 0
        words = self.name.strip().lower().split()
        heading = len(words) == 2 and words[0] == "heading" and words[1] in "123456789"
        return int(words[1]) if heading else 0


def moment(packed: int) -> str:
    """Return a packed moment (DTTM: minute, hour, day, month, year from 1900) in ISO 8601, "" for none."""
    if not packed:
        return ""
    minute, hour, day = packed & 0x3F, packed >> 6 & 0x1F, packed >> 11 & 0x1F
    month, year = packed >> 16 & 0xF, (packed >> 20 & 0x1FF) + 1900
    return f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"
