"""What an element's own style says about showing it: hidden, kept white space, and the marks of Word."""

import re
from dataclasses import dataclass

from desk.readers.safe_xml import Element

_LIST = re.compile(r"l\d+\s+level(\d+)")


@dataclass(frozen=True, slots=True)
class WebStyle:
    """The declarations of one `style` attribute, by name, in small letters."""

    declared: dict[str, str]

    @classmethod
    def of(cls, element: Element) -> "WebStyle":
        """Return the style of an element."""
        parts = (part.partition(":") for part in (element.get("style") or "").lower().split(";"))
        return cls({name.strip(): value.strip() for name, _, value in parts if value})

    def says(self, name: str) -> str:
        """Return what is declared under a name, empty for nothing."""
        return self.declared.get(name, "")

    @property
    def hides(self) -> bool:
        """Whether nobody sees the element; Word hides by `mso-hide`."""
        return (
            self.says("display").startswith("none")
            or self.says("visibility").startswith("hidden")
            or self.says("mso-hide") == "all"
        )

    @property
    def keeps_blanks(self) -> bool | None:
        """Whether white space stays as it is; None where the style does not say."""
        space = self.says("white-space")
        return space.startswith(("pre", "break-spaces")) if space else None

    @property
    def list_level(self) -> int:
        """The level of a Word list that a paragraph is in, 0 for none."""
        found = _LIST.search(self.says("mso-list"))
        return int(found[1]) if found else 0

    @property
    def is_marker(self) -> bool:
        """Whether the words are the number or bullet of a Word list."""
        return self.says("mso-list") == "ignore"

    @property
    def outline(self) -> int:
        """The outline level that Word gives to a paragraph, 0 for none and for body text."""
        level = self.says("mso-outline-level")
        return int(level) if level.isdigit() and int(level) < 10 else 0


def hidden(element: Element, style: WebStyle) -> bool:
    """Return whether an element is in the page and shown to nobody."""
    return style.hides or element.get("hidden") is not None
