"""Which paid text is plainly an offer, and which only reads like one: weights alone make no error of a story."""

import re
from collections.abc import Sequence
from itertools import pairwise

from desk.checks.ads.paid import paid_runs
from desk.text.blocks import Block, Kind
from desk.text.matcher import matcher

_CALL = matcher(
    r"\b(?:buy|shop|order|book|call|join|download|donate|subscribe|sign up|pre-?order)\b.{0,24}\b(?:now|today|online)\b"
    r"|\bfree (?:shipping|delivery|returns|trial|quote|consultation)\b|\b(?:use|with|promo|discount|coupon) code\b"
    r"|\d ?% off\b|\bwhile (?:stocks?|supplies) lasts?\b|\badd to (?:cart|basket|bag)\b|\bmoney[ -]back\b"
    r"|\blimited[ -]time\b|\bterms (?:and conditions )?apply\b|\bin stock\b|\blink in bio\b"
    r"|\byour (?:first|next) order\b",
    re.IGNORECASE,
)
"""What an offer says to its readers and a story says of nobody's goods."""
_QUOTED = matcher(r"“[^”]*”|\"[^\"]*\"")
_TITLE = 20
"""Words: a line of no more that stands twice, one below the other, is the title of a product."""


def is_plainly_offered(run: Sequence[Block]) -> bool:
    """Return whether neighbouring paid blocks show by their words that they sell, or a person said that they do."""
    if any(block.by_hand for block in run):
        return True
    texts = [" ".join(block.text.split()) for block in run]
    twice = any(a == b and a.count(" ") < _TITLE and _is_titled(a) for a, b in pairwise(texts))
    return twice or any(_CALL.search(_QUOTED.sub(" ", text)) for text in texts)


def _is_titled(text: str) -> bool:
    """Return whether most longer words have a capital, as in a product's title and not in a caption told twice."""
    words = [word for word in text.split() if len(word) > _SMALL_WORD and word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in words) >= len(words)


_SMALL_WORD = 3
"""Letters of words that titles write small."""


def only_taken_for_paid(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of the blocks that no label, no person and no offer calls paid: they may be the story's."""
    if not any(block.kind is Kind.PAID for block in blocks):
        return frozenset()
    runs = [paid for paid in paid_runs(blocks) if paid.label is None]
    unsure = (run for run in runs if not is_plainly_offered(blocks[run.first : run.behind]))
    return frozenset(i for run in unsure for i in range(run.first, run.behind))
