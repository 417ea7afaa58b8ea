"""Remedies tried before they stand first: the paragraph is read with one put in place, and must have nothing new.

What was heard then is kept as it is, as a reading is; whether an editor would hear of it is judged with the story. A
remedy that leaves a finding which the text did not have stands behind those that leave none. Where each of them leaves
one their order stays, and one that leaves what is as grave as what it mends is not offered.

Of a misspelt word nothing is tried where another one stands in its sentence: what is heard then tells of both, and sent
“Teh” to “Ten”.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from desk.checks.check import Finding, Severity
from desk.checks.frequencies import frequency
from desk.checks.grammar.check_grammar import heard_of
from desk.checks.grammar.findings import finding_of, severity
from desk.checks.grammar.reading import Put, Reading, Slip, Tried
from desk.checks.grammar.story_words import StoryWords
from desk.text.blocks import Block

MOST_TRIED = 100
"""Findings of one story: each takes the engine some 30 ms, and a text with more is far from its last hour."""
_LONGEST = 900
"""Code points of a paragraph that is read whole; of a longer one the sentences around the place are."""
_SENTENCE_ENDS = re.compile(r"[.!?][”’\"')]*\s+(?=[A-Z“‘\"'(])")
_WORDS = re.compile(r"[^\W\d_]+")
_WEIGHTS = {Severity.ERROR: 4, Severity.WARNING: 2, Severity.HINT: 1}


class InTriedOrder:
    """Makes the findings of a story as `finding_of` does, their remedies in the order of what was tried of them."""

    def __init__(self, tried: Mapping[str, Tried], readings: Mapping[str, Reading]) -> None:
        """`tried` has what is known by the digests of blocks, `readings` what is heard of each as it stands."""
        self._tried, self._readings = tried, readings
        self._misspelt: dict[str, list[Slip]] = {}
        self.untried: list[tuple[Block, Put]] = []
        """The next remedy to be tried of each finding of which none is known yet to leave nothing."""
        self._more = MOST_TRIED

    def __call__(self, slip: Slip, block: Block, story: StoryWords, inside: bool) -> Finding:
        """Return the finding on one slip; `inside` says whether it stands in a quotation."""
        found = finding_of(slip, block, story, inside)
        self._more -= 1
        if self._more < 0 or (slip.is_spelling and self._is_beside_another(slip, block, story)):
            return found
        known, left = self._tried.get(block.digest, {}), []
        for remedy in found.remedies:
            (edit,) = remedy.edits
            put = edit.span.start - block.start, edit.span.end - block.start, edit.text
            if put not in known:
                self.untried.append((block, put))
                break
            left.append(_weight(known[put], put_in_place(block, put), story))
            if not left[-1] and (remedy is found.remedies[0] or _are_known(edit.text)):
                break
        return _in_order(found, left, _WEIGHTS[severity(slip, story, inside)])

    def _is_beside_another(self, slip: Slip, block: Block, story: StoryWords) -> bool:
        """Return whether another word of the sentence is misspelt too."""
        if block.digest not in self._misspelt:
            heard = heard_of(block, self._readings[block.digest], story)
            self._misspelt[block.digest] = [one for _, one, _ in heard if one.is_spelling]
        ends = [one.end() for one in _SENTENCE_ENDS.finditer(block.text)]
        low = max((at for at in ends if at <= slip.start), default=0)
        high = min((at for at in ends if at >= slip.end), default=len(block.text))
        return sum(low <= one.start < high for one in self._misspelt[block.digest]) > 1


def _are_known(words: str) -> bool:
    """Return whether all words are in use; about others the rules are silent because they do not know them."""
    return all(frequency(word.casefold()) for word in _WORDS.findall(words))


def _in_order(found: Finding, left: Sequence[int], own: int) -> Finding:
    """Return the finding by what its first remedies leave behind, as weights; `own` is that of what they mend.

    The last of these is one that leaves nothing, where there is one.
    """
    if not any(left):
        return found
    best, every = len(left) - 1, range(len(found.remedies))
    if not left[best] and _are_known(found.suggestions[best]):
        order = sorted(every, key=lambda nth: nth != best)
    elif all(left) and len(left) == len(every):
        order = [nth for nth in every if left[nth] < own]
    else:
        return found
    return replace(
        found,
        suggestions=tuple(found.suggestions[nth] for nth in order),
        remedies=tuple(found.remedies[nth] for nth in order),
    )


def _weight(left: Reading, block: Block, story: StoryWords) -> int:
    """Return how grave the findings are that a remedy leaves behind in its block; 0 where an editor hears of none."""
    heard = heard_of(block, left, story) if left else ()
    return sum(_WEIGHTS[severity(slip, story, inside)] for _, slip, inside in heard)


def put_in_place(block: Block, put: Put) -> Block:
    """Return the block with the words put in place."""
    start, end, words = put
    return replace(block, text=f"{block.text[:start]}{words}{block.text[end:]}")


def left_behind(block: Block, before: Reading, put: Put, read: Callable[[Block], Reading]) -> Reading:
    """Return the slips that a block has with the words in place and had not before, at their places by then.

    `before` is the reading of the block, `read` returns that of any other. They are new by rule and words, for places
    move with each edit.
    """
    low, high = _around(block.text, put)
    part = block if (low, high) == (0, len(block.text)) else replace(block, text=block.text[low:high])
    start, end, words = put
    then = put_in_place(part, (start - low, end - low, words))
    if not then.text.strip():
        return ()
    known = Counter(_known_by(slip, part) for slip in (before if part is block else read(part)))
    new = []
    for slip in read(then):
        name = _known_by(slip, then)
        if not known[name]:
            new.append(replace(slip, start=slip.start + low, end=slip.end + low))
        known[name] -= bool(known[name])
    return tuple(new)


def _known_by(slip: Slip, block: Block) -> tuple[str, str]:
    return slip.rule, slip.span.of(block.flat).casefold()


def _around(text: str, put: Put) -> tuple[int, int]:
    """Return from where to where a block is read again: all of it, or the sentences about the place, no more."""
    start, end, _ = put
    if len(text) <= _LONGEST:
        return 0, len(text)
    least, most = max(0, start - _LONGEST // 2), min(len(text), end + _LONGEST // 2)
    ends = [one.end() for one in _SENTENCE_ENDS.finditer(text, least, most)]
    low = max((at for at in ends if at <= start), default=least)
    high = min((at for at in ends if at > end), default=most)
    return low, high
