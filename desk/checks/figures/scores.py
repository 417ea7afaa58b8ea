"""Results and votes that are told twice: the score of a match, the outcome of one vote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.checks.check import Severity
from desk.checks.figures.context import stem
from desk.checks.figures.sentences import sentence_at
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher
from desk.text.words import holds_one

_SCORE = matcher(r"(?<![\w.,/:$£€–-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\w–-]|[.,:/]\d)")
_BESIDE = r"(?:\(\d+[-–]\d+\))?[,;]? (?:and )?"
_SET_BEFORE = matcher(rf"\d[-–]\d+ ?(?:{_BESIDE}|(?:\(\d+\) )?to )$")
_SET_AFTER = matcher(rf" ?{_BESIDE}\d+[-–]\d+(?![\w–-])|(?: \(\d+\))? to \d+[-–]\d")
"""Scores beside each other are of sets (6-4, 6-3), or goals and points (1-15 to 2-9, 10-12 (72) to 9-10)."""
_VOTE = matcher(r"\b(?:vote[ds]?|voting|ruling|ruled|split)\b", re.IGNORECASE)
_RESULT = matcher(r"\b(?:win|wins|won|beat|beats|beaten|victory|defeat|defeated|lost|loss|triumph)\b", re.IGNORECASE)
_PART = matcher(
    r"\b(?:half|break|lead|led|leading|ahead|up|down|trailed|quarter|inning|period|earlier|last|first|second"
    r" leg|aggregate|season|set|record"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_NAME = matcher(r"(?<![.!?] )\b[A-Z][a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Score:
    """Two numbers with a dash that a result or a vote is told by; offsets of the block, later of the story."""

    start: int
    end: int
    a: int
    b: int
    vote: bool
    names: frozenset[str]

    @property
    def same(self) -> tuple[int, ...]:
        """Return what it is compared by: a loss of 1-3 is a win of 3-1."""
        return tuple(sorted((self.a, self.b)))

    @property
    def form(self) -> str:
        """Return how an answer names it: “7-3 vote”, “3-1 result”."""
        return f"{max(self.same)}-{min(self.same)} {'vote' if self.vote else 'result'}"


def scores(text: str, starts: tuple[int, ...]) -> tuple[Score, ...]:
    """Return the results and votes of one block; scores of a half, and of another day, are none."""
    out = []
    for found in _SCORE.finditer(text) if "-" in text or "–" in text else ():
        if _SET_BEFORE.search(text, max(0, found.start() - 16), found.start()) or _SET_AFTER.match(text, found.end()):
            continue
        begin, end = sentence_at(starts, found.start(), len(text))
        vote = bool(_VOTE.search(text, begin, end))
        if (vote or _RESULT.search(text, begin, end)) and not _PART.search(text, begin, end):
            names = frozenset(stem(name.lower()) for name in _NAME.findall(text[begin:end]))
            out.append(Score(*found.span(), int(found["a"]), int(found["b"]), vote, names))
    return tuple(out)


_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_BEATEN = matcher(
    r"(?<![\w’'-])(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbeing )(?<!\bgot )"
    r"(?:beat|beats|defeated|edged|thrashed|hammered|routed|trounced|downed|overcame|saw off) "
    rf"(?:the )?(?!{_WEEKDAY})(?P<whom>[A-Z][\w’'.-]*(?: (?:(?:of|and|the|de|la) )*[A-Z][\w’'.-]*)*)(?: by)? "
    r"(?P<a>\d{1,2})[-–](?P<b>\d{1,2})"
    rf"(?! (?!{_WEEKDAY})[A-Z])"
    r"(?! ?(?:\(|;|to \d|down|at half)|,? (?:and |then )?\d|,? (?:before|then|in the [a-z]+ "
    r"(?:set|game|leg|half|round|frame|quarter)\b)|[\w–-]|[.,:/]\d)"
)
_AT_HOME = matcher(r" (?:away|at|in)\b")
"""Papers that put the home side first write “beat Hale 0-1 in Aldane”."""
_LAW = matcher(
    r"\b(?:Amendment|Measure|Bill|Resolution|Proposition|Motion|Act|Ordinance|Question|Initiative|Article|Plan)\b"
)
_BODY = matcher(
    r"\b(?:senat|council|house|commons|lords|parliament|assembl|congress|committee|board|commission|voters|vote"
    r"|lawmakers|legislat|delegates|members)",
    re.IGNORECASE,
)
"""Who defeat a motion by the smaller number of those for it."""
_SIGNS = (
    " beat",
    "efeated ",
    " edged ",
    "ashed ",
    "ammered ",
    " routed ",
    "ounced ",
    " downed ",
    "vercame ",
    "saw off ",
)


def lost_wins(text: str) -> Iterator[Doubt]:
    """Yield a slip on each win of one block that is told by a score of which the winner has the smaller number."""
    for found in _BEATEN.finditer(text) if holds_one(text, _SIGNS) else ():
        if int(found["a"]) < int(found["b"]) and not _is_of_a_vote(found):
            span = found.start("a"), found.end("b")
            told, right = text[slice(*span)], f"{found['b']}{text[found.end('a')]}{found['a']}"
            message = f"Whoever wins {told} has the smaller number: {right} is a win."
            partners = ((found.start(), found.start("a") - 1, "the win"),)
            severity = Severity.HINT if _AT_HOME.match(text, span[1]) else Severity.WARNING
            yield Doubt("figures.score", *span, message, (right,), partners, severity=severity, subject=told)


def _is_of_a_vote(found: re.Match[str]) -> bool:
    begin = max(0, found.start() - 60)
    return bool(_LAW.search(found["whom"]) or _BODY.search(found.string, begin, found.end()))


def score_doubts(found: Sequence[Score], text: str) -> Iterator[Doubt]:
    """Yield a doubt on the last of two results of one match, where the story tells of no third."""
    for vote in (True, False):
        mine = [score for score in found if score.vote is vote]
        told = {score.same for score in mine}
        if len(told) != 2:
            continue
        first = mine[0]
        odd = next(score for score in mine if score.same != first.same)
        if sum(score.same == first.same for score in mine) < sum(score.same == odd.same for score in mine):
            first, odd = odd, first
        if vote and (first.a + first.b != odd.a + odd.b and min(abs(first.a - odd.a), abs(first.b - odd.b)) > 0):
            continue
        if vote or first.names & odd.names:
            yield _doubt(odd, first, text)


def _doubt(odd: Score, first: Score, text: str) -> Doubt:
    shown, right = text[odd.start : odd.end], text[first.start : first.end]
    return Doubt(
        "figures.score",
        odd.start,
        odd.end,
        f"{shown} here, {right} elsewhere, and both read like one result.",
        (right,),
        ((first.start, first.end, right),),
        ((first.start, first.end, shown),),
        Severity.WARNING,
        pair=(odd.form, first.form),
    )
