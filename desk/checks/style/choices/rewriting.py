"""A place in another form, as it reads where it stands: the stop of its sentence is neither lost nor doubled."""

from desk.checks.style.choices.story_forms import Stood
from desk.text.matcher import matcher

_AT_THE_END = matcher(
    r"[”\"’')\]]*(?:$|\s+[“\"‘(]?(?:The|An?|In|On|At|It|Its|He|She|They|We|But|And|This|That|These|There|His|Her|Their|"
    r"Then|When|While|As|If|For|Some|Many|Most|No|Not|Nobody|After|Before|By|With|From|Since|So|Now|Two|Three|You|I) )"
)
"""What stands behind the last word of a sentence, for certain."""
_CAPITAL_NEXT = matcher(r"[”\"’')\]]*\s+[“\"‘(]?[A-Z]")
_NO_NAME_FOLLOWS = ("states.", "time.")
"""Choices whose forms stand before no name: a capital behind “Portland, Ore.” or “5 p.m.” begins a sentence."""

_THE_STOP_ITSELF = "lists.stop"


def in_its_place(stood: Stood, form: str) -> str | None:
    """Return what stands there in another form; None where nobody can tell.

    “in Salem, Ore. The mayor” ends a sentence, which “Oregon” needs a stop for; behind “5pm.” no second one may stand.
    """
    block, place = stood
    text, flat = place.written(form), block.flat
    if not text or place.choice == _THE_STOP_ITSELF:
        return text
    if text.endswith(".") and flat[place.end : place.end + 1] == "." and flat[place.end + 1 : place.end + 2] != ".":
        return text[:-1]
    if flat[place.end - 1] == "." and not text.endswith("."):
        named = not place.choice.startswith(_NO_NAME_FOLLOWS)
        ends = _AT_THE_END.match(flat, place.end) or (not named and _CAPITAL_NEXT.match(flat, place.end))
        return f"{text}." if ends else text
    return text
