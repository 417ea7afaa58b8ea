"""Groups told with the parts they fall into: so many passed and so many failed, for and against, the other four."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.checks.check import Severity
from desk.checks.figures.numbers import Counted, Numeral, as_written
from desk.checks.figures.sentences import sentence_at
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher

_BE = r"(?:were |was |are |is |have been |had been |stayed |remained |remain )?"
_VOTED = r"(?:voted |vote |spoke |were |was |are |is |came out )?"
_SIDES = (
    (
        rf"{_VOTED}(?:for|in favou?r|yes|aye|to (?:approve|accept|adopt|back|pass|sell|keep))\b",
        rf"{_VOTED}(?:against|no|nay|to (?:reject|block|oppose))\b|opposed\b|dissented\b",
        r"(?:abstained|abstaining)\b",
    ),
    (r"pass(?:ed)?\b|succeeded\b", r"fail(?:ed)?\b"),
    (r"survived\b|lived\b", rf"died\b|drowned\b|{_BE}(?:killed|lost)\b"),
    (rf"attended\b|turned up\b|came\b|{_BE}present\b", rf"stayed (?:away|home)\b|{_BE}absent\b"),
    (rf"{_BE}(?:convicted|found guilty)\b", rf"{_BE}(?:acquitted|cleared|found not guilty)\b"),
    (
        rf"{_BE}(?:approved|granted|accepted|upheld)\b",
        rf"{_BE}(?:rejected|refused|denied|turned down|dismissed)\b",
        rf"{_BE}(?:pending|deferred|withdrawn)\b",
    ),
    (rf"{_BE}open\b|reopened\b", rf"{_BE}(?:closed|shut)\b"),
    (
        r"agreed?\b|said yes\b|answered yes\b|support(?:ed)?\b|back(?:ed)?\b",
        r"disagreed?\b|said no\b|answered no\b|opposed?\b|reject(?:ed)?\b",
        rf"{_BE}(?:undecided|unsure|not sure)\b|did not (?:know|answer)\b",
    ),
    (r"tested positive\b", r"tested negative\b"),
    (rf"{_BE}vaccinated\b", rf"{_BE}(?:unvaccinated|not vaccinated)\b"),
    (rf"{_BE}won\b", rf"{_BE}lost\b", rf"{_BE}(?:drawn|tied)\b|drew\b"),
)
"""What members of a group do that excludes each other and leaves nobody out; the third is for those who do neither."""
_READ = tuple(tuple(matcher(side, re.IGNORECASE) for side in sides) for sides in _SIDES)
_NOT = matcher(
    r"(?:did|were|was|had|have|has|are|is|do|does|could) not(?=[.,;]|$)|(?:did|were|was|have|are|do)n[’']t(?=[.,;]|$)"
)
"""“25 passed and 14 did not”: it excludes whatever stands before it."""
_WHO = matcher(
    r" (?:of (?:them|these|those|whom) |(?:people|members|councill?ors|commissioners|trustees|judges|justices"
    r"|jurors) )?(?=[a-z])"
)
_ENDED = matcher(r"(?: (?:it|them|the [a-z]+))?(?=[.,;:)—–]|$| ?—| and | while | but )")
"""What may follow a side: who passed with honours, or failed in May, may stand on both."""
_NOUN = matcher(r" ([a-z]{3,}s)\b")
_OF_THE = matcher(r"\b[Oo]f (?:(?:the|its|their|his|her|our|those|these|all) |(?:the )?[\w-]+[’']s? )$")
_MEMBERS = matcher(r"-(?:member|person|seat|strong) [a-z]")
_TOGETHER = matcher(r"[^.;:—–!?\d]{3,80}(?: ?[:;—–] ?|, (?:of (?:whom|which) |(?:with )?(?=\d|[a-z]+ )))$")
_JOINED = matcher(
    r"(?:, (?:and |while |but |with )?| and | while | but |; (?:and )?| ?[—–] ?)(?:the (?:other|remaining) )?$"
)
_OTHER = matcher(r"\b(?:the|its|their) (?:other|remaining) $")
_HEDGE = matcher(
    r"\b(?:about|nearly|almost|around|some|least|most|than|over|under|roughly|up to|to|or|only half|another"
    r"|further|from|between)"
    r" $",
    re.IGNORECASE,
)
_EXPLAINED = matcher(
    r"\b(?:rest|others|remainder|some|most|many|several|few|abs(?:tain|tention|ent|ence)\w*|vacan\w+|recus\w+"
    r"|missing|missed|ill|sick"
    r"|withdr\w+|including|among|both|also|again|later|then|twice|half|third|quarter|dozens?|did(?: not"
    r"|n[’']t) vote|non-voting"
    r"|present|quorum|chair\w* (?:votes|does)|tie|left the|about|nearly|almost|around|least|more than"
    r"|fewer than|or more)\b",
    re.IGNORECASE,
)
"""What makes parts and whole two things, or says where somebody was."""
_HALF_OF = matcher(
    r" ?[-–] ?\d|[-–]|(?: a)? (?:years?|hours?|minutes?|days?|weeks?|months?|times?|miles?|km|a\.m|p\.m|o[’']clock)\b"
)
_SPLIT = matcher(r"\b(?:split|divided|voted|vote|approved|rejected|agreed|decided|ruled|passed|backed|adopted)\b")


def slips(text: str, starts: tuple[int, ...], numerals: Sequence[Numeral]) -> Iterator[Doubt]:
    """Yield a slip on each whole of one block whose parts, which exclude each other, do not make it."""
    counts = [one for one in numerals if _is_count(one, text)]
    for nth, whole in enumerate(counts[:-1]):
        if not counts[nth + 1].start - whole.end <= _FURTHEST or _HEDGE.search(
            text, max(0, whole.start - 14), whole.start
        ):
            continue
        begin, end = sentence_at(starts, whole.start, len(text))
        if _OF_THE.search(text, max(begin, whole.start - 24), whole.start):
            yield from _divided(text, whole, counts, (begin, end))
        elif _MEMBERS.match(text, whole.end):
            after = sentence_at(starts, end, len(text))[1] if end < len(text) else end
            yield from _voted(text, whole, counts, (begin, end), after)
        elif _TOGETHER.fullmatch(text, whole.end, counts[nth + 1].start):
            yield from _divided(text, whole, counts, (begin, end))


_FURTHEST = 160
"""Code points between a whole and its first part."""


def _is_count(one: Numeral, text: str) -> bool:
    return one.sort is Counted.COUNT and one.value == int(one.value) and one.value > 0


def _divided(text: str, whole: Numeral, counts: Sequence[Numeral], sentence: tuple[int, int]) -> Iterator[Doubt]:
    parts = [one for one in counts if whole.end < one.start < sentence[1]]
    if not _are_parts(text, parts, sentence[1]) or whole.value <= max(part.value for part in parts):
        return
    if _EXPLAINED.search(text, whole.end, sentence[1]):
        return
    rest, side = _is_the_rest(text, whole, parts[-1]), _sides(text, parts)
    lacks = whole.value - sum(part.value for part in parts)
    if lacks and (rest or (side and lacks < 0)):
        yield _doubt(text, "figures.sum", whole, parts, Severity.WARNING)
    elif lacks > 0 and side and side not in _SILENT and not _is_told_later(text, counts, sentence[1], lacks):
        yield _doubt(text, "figures.sum", whole, parts, Severity.HINT)


def _is_told_later(text: str, counts: Sequence[Numeral], end: int, lacks: float) -> bool:
    """Return whether those whom no part counts are told of behind the sentence, by their number or another word."""
    return bool(_EXPLAINED.search(text, end)) or any(one.start >= end and one.value == lacks for one in counts)


def _is_the_rest(text: str, whole: Numeral, last: Numeral) -> bool:
    """Return whether a part is told as “the other 14” of what the whole counts."""
    if not _OTHER.search(text, max(0, last.start - 20), last.start):
        return False
    noun, other = _NOUN.match(text, whole.end), _NOUN.match(text, last.end)
    return not other or (noun is not None and noun[1] == other[1])


def _voted(
    text: str, whole: Numeral, counts: Sequence[Numeral], sentence: tuple[int, int], after: int
) -> Iterator[Doubt]:
    """Yield a slip on the members of a body of whom so many voted for and against, here or in the next sentence."""
    begin, end = sentence
    here = [one for one in counts if whole.end < one.start < end]
    parts = here or [one for one in counts if end <= one.start < after]
    stop = end if here else after
    if not _are_parts(text, parts, stop) or _sides(text, parts) != _VOTE or not _SPLIT.search(text, begin, stop):
        return
    votes = sum(part.value for part in parts)
    if votes == whole.value or (votes < whole.value and _EXPLAINED.search(text, whole.end)):
        return
    yield _doubt(text, "figures.vote", whole, parts, Severity.ERROR if votes > whole.value else Severity.HINT)


_VOTE = 1
_OPINION = 8
_SILENT = frozenset({_VOTE, _OPINION})
"""The rows of votes and of opinions: members stay away, and those who are asked need not answer."""


def _are_parts(text: str, parts: Sequence[Numeral], end: int) -> bool:
    """Return whether numbers stand in a row as parts do: two or three, each joined to the one before it."""
    if not 2 <= len(parts) <= 3 or any(_HALF_OF.match(text, part.end) for part in parts):
        return False
    if any(_HEDGE.search(text, max(0, part.start - 14), part.start) for part in parts):
        return False
    return all(
        other.start - one.end <= _ROW and _JOINED.search(text, one.end, other.start) for one, other in pairwise(parts)
    ) and not any(char.isdigit() for char in text[parts[-1].end : end])


_ROW = 70
"""Code points from one part to the next."""


def _sides(text: str, parts: Sequence[Numeral]) -> int:
    """Return the number of the row of sides that parts take, each another one, and 1 for a vote; 0 for none."""
    at = [found.end() if (found := _WHO.match(text, part.end)) else part.end for part in parts]
    for nth, sides in enumerate(_READ, 1):
        taken = [_side(text, place, sides) for place in at]
        if -1 not in taken and len(set(taken)) == len(taken) and {0, 1} <= set(taken):
            return nth
    return len(_READ) + 1 if len(parts) == 2 and _NOT.match(text, at[1]) else 0


def _side(text: str, at: int, sides: Sequence[re.Pattern[str]]) -> int:
    for nth, read in enumerate(sides):
        if (found := read.match(text, at)) and _ENDED.match(text, found.end()):
            return nth
    return -1


def _doubt(text: str, rule: str, whole: Numeral, parts: Sequence[Numeral], severity: Severity) -> Doubt:
    total = sum(part.value for part in parts)
    said = " + ".join(f"{part.value:g}" for part in parts)
    told = text[whole.start : whole.end]
    message = f"The numbers do not add up: {said} makes {total:g}, and the sentence says {told}."
    if severity is Severity.HINT:
        message = f"{said} makes {total:g} of {told}: say what became of the other {whole.value - total:g}, or why."
    others = tuple(
        (part.start, part.end, as_written(right, part))
        for part in reversed(parts)
        if (right := whole.value - total + part.value) > 0
    )
    return Doubt(
        rule,
        whole.start,
        whole.end,
        message,
        (as_written(total, whole),),
        tuple((part.start, part.end, "a part") for part in parts),
        others,
        severity,
    )
