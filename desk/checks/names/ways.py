"""Streets: told from people who are called Street or Lane."""

import re
from collections.abc import Sequence

from desk.checks.names.group import StoryNames
from desk.checks.names.letters import squashed
from desk.checks.names.lists import lists
from desk.checks.names.people import Mention
from desk.text.matcher import matcher

WAYS = frozenset(
    (
        *("Street", "Road", "Lane", "Avenue", "Drive", "Square", "Terrace", "Crescent", "Boulevard", "Highway"),
        *("Motorway", "Quay", "Row", "Close", "Mews", "Alley", "Parade", "Gardens", "Embankment", "Freeway"),
        *("Parkway", "Turnpike", "Expressway"),
    )
)
"""Last words of what a way through a town is called; some (Street, Lane, Close) are family names besides."""
_AT = matcher(r"(?:\b(?:in|on|at|along|off|down|up|onto|into|through|outside|the)|\d)[ \u00a0]$", re.IGNORECASE)
"""What stands before a way whose first word is a given name too: “in Anna Street”, “12 Tom Lane”, “the Tom Lane fire”.
"""


def is_way(mentions: Sequence[Mention], story: StoryNames) -> bool:
    """Return whether a name is a street's: nobody is called by its last word alone, or by a title."""
    whole = [mention for mention in mentions if len(mention.words) > 1]
    lasts = {mention.words[-1] for mention in mentions}
    if not whole or not lasts <= WAYS or any(mention.titles for mention in mentions):
        return False
    if not any(squashed(last) in lists().surnames for last in lasts):
        return True
    if any(re.search(rf"(?<!\w)[a-z]+,?[ \u00a0]{last}\b", story.text) for last in lasts):
        return False
    named = squashed(whole[0].words[0]) in lists().given
    return not named or all(_AT.search(story.text[max(0, m.start - 10) : m.start]) for m in whole)
