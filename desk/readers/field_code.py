"""What the instruction of a field says, in Word and RTF alike."""

import re

from desk.readers.gathered import Target

_PART = re.compile(r'\\(\w)|"((?:[^"\\]|\\.)*)"|(\S+)')


def link_of(code: str) -> Target | None:
    """Return where a HYPERLINK instruction leads: its address, and behind switch l the place in it."""
    parts = _PART.findall(code)
    if not parts or parts[0][2].upper() != "HYPERLINK":
        return None
    address = place = switch = ""
    for letter, quoted, bare in parts[1:]:
        if letter:
            switch = letter
        elif switch == "l":
            place, switch = quoted or bare, ""
        elif switch in ("o", "t"):
            switch = ""
        else:
            address, switch = address or quoted or bare, ""
    return Target(f"{address}#{place}" if place else address)
