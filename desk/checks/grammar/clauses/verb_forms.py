"""The other number of a verb: “show” and “shows”, “was” and “were”."""

import re

PLURAL_OF = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go"}
SINGULAR_OF = {"are": "is", "were": "was", "have": "has"}
BARE = frozenset({"do", "am", "'s", "'re", "'ve", "'m", "'d", "'ll"})
"""Forms that are asked or said with many subjects; nothing is told of them."""
_WITH_ES = re.compile(r"(?:s|sh|ch|x|z|o)$")
_STEM_BEFORE_ES = re.compile(r"(?:ss|sh|ch|x|zz|o)es$")
_SHORT = 5
"""Letters: ties and lies come from “tie” and “lie”, tries from “try”."""


def plural_of(verb: str) -> str:
    """Return the form that goes with a plural: “show” for “shows”."""
    if verb in PLURAL_OF:
        return PLURAL_OF[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y" if len(verb) >= _SHORT and verb not in ("belies", "unties") else verb[:-1]
    return verb[:-2] if _STEM_BEFORE_ES.search(verb) else verb[:-1]


def singular_of(verb: str) -> str:
    """Return the form that goes with one thing: “shows” for “show”."""
    if verb in SINGULAR_OF:
        return SINGULAR_OF[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if _WITH_ES.search(verb) else f"{verb}s"
