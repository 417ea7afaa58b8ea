"""Numbers that do not add up: parts against their whole, a vote against its members, payments against their total."""

import re
from collections.abc import Iterator, Sequence

from desk.checks.check import Severity
from desk.checks.figures.numbers import Numeral, as_written, numbers, one_number
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher
from desk.text.words import holds_one

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty"
)
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})*|an?|{_WORDS})"
_WHOLE = (
    "people|persons|suspects|victims|children|students|pupils|passengers|workers|officers|soldiers|members|teenagers|"
    "adults|patients|players|candidates|hostages|prisoners|tourists|journalists|animals|vehicles|relatives|siblings|"
    "protesters|demonstrators|residents|civilians|migrants|refugees|employees|staff|jurors|delegates|lawmakers|senators|"
    "councillors|councilors|cases|deaths|dead|injured|arrests|inmates|recruits|graduates|athletes|competitors|migrants"
)
_PART = (
    "m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|adults?|teenagers?|officers?|students?|pupils?|teachers?|civilians?|"
    "soldiers?|passengers?|crew members?|firefighters?|drivers?|cyclists?|pedestrians?|brothers?|sisters?|sons?|"
    "daughters?|dogs?|cats?|cars?|lorr(?:y|ies)|trucks?|bus(?:es)?|vans?|infants?|toddlers?|bab(?:y|ies)"
)
_ONE = rf"{_NUMBER}(?: (?!and\b)[a-z]+)? (?:{_PART})\b"
_SENTENCE = matcher(
    rf"(?P<whole>{_NUMBER})(?= (?:[a-z]+ )?(?:{_WHOLE})\b)[^,.:;!?()—–\d]{{6,60}}?"
    rf"(?:, | ?[:—–] ?| \()(?P<parts>{_ONE}(?:, {_ONE})*,? and {_ONE})"
    r"(?=[,.;:)—–]| (?:were|was|are|have|had|in|at|from)\b)(?!,? (?:plus|as well as)\b)",
    re.IGNORECASE,
)
_ELSEWHERE = "away|abroad|elsewhere|overseas|here|there"
_FROM = rf"{_NUMBER} (?:(?:from|in|at|on|of them)\b[^,.:;!?()—–\d]{{2,30}}?|(?:{_ELSEWHERE})\b)"
_APART = matcher(
    rf"(?P<whole>{_NUMBER})(?= (?:[a-z]+ )?[a-z]+(?:s|men|people|children)\b)[^,.:;!?()—–\d]{{3,40}}?"
    rf"(?: ?[—–] ?| \()(?P<parts>{_FROM}(?:, {_FROM})*,? and {_FROM})(?: ?[—–]|\))",
    re.IGNORECASE,
)
"""Parts told by where they are from: "25 women — 24 from the city and two from elsewhere —"."""
_BRACKETED = matcher(
    rf"(?P<whole>{_NUMBER})(?= (?:[a-z]+ ){{0,2}}[a-z]+(?:s|men|people"
    rf"|children)\b)[^,.:;!?()—–\d]{{3,40}}?"
    rf" \((?P<parts>{_NUMBER} [a-z]+(?: [a-z]+)?(?:, {_NUMBER} [a-z]+(?: [a-z]+)?)*,? and {_NUMBER} [a-z]+(?:"
    rf" [a-z]+)?)\)",
    re.IGNORECASE,
)
_ABOUT = matcher(r"(?:\b(?:about|nearly|almost|around|some|least|than|over|including|to|or|of|the other)|[-–]) ?$")
_MEMBERS = matcher(
    rf"(?P<n>\b(?:{_WORDS}|\d{{1,3}}))(?P<kind>-(?:member|seat|person|strong) )(?P<between>[^.;]{{2,70}}?)\b"
    r"(?P<vote>(?P<a>\d{1,3})[-–—](?P<b>\d{1,3})(?:[-–—](?P<c>\d{1,2}))?)\b",
    re.IGNORECASE,
)
_ALL = matcher(
    rf"(?P<vote>(?P<a>\d{{1,3}})[-–—](?P<b>\d{{1,3}}))\b(?P<between>[^.]{{0,30}}?[;,] (?:and |with )?)"
    rf"(?P<all>all) (?P<n>{_WORDS}|\d{{1,3}})"
    r" (?P<kind>members|councillors|councilors|justices|judges|commissioners|trustees|senators)(?: (?:were"
    r"|being) | )(?:present|there|voting|voted|took part)",
    re.IGNORECASE,
)
_PRESENT = matcher(
    r"\b(?:all|every)(?: of the)? members?\b[^.]{0,20}\b(?:present|room|there|voting|voted)", re.IGNORECASE
)
_EACH = matcher(
    rf"(?P<n>{_WORDS}|\d{{1,3}}) (?:[a-z]+ )?[a-z]+s of (?P<each>[$£€]\d[\d,.]*(?:bn|m| million| billion)?) "
    rf"(?:each|apiece)"
    r"(?:,| –| —|:)? ?(?:or|for|making|a total of|in all)?(?: a total of)? ?(?P<total>[$£€]\d[\d,.]*\d?(?:bn|m"
    r"| million| billion)?)"
    r"(?: in all| in total| altogether|[.,])",
    re.IGNORECASE,
)


def slips(text: str, numerals: Sequence[Numeral]) -> Iterator[Doubt]:
    """Yield a slip on each number of one block that is not the sum of those that belong to it."""
    if numerals and " and " in text:
        forms = tuple(_forms_of(text))
        for number in numerals:
            yield from _whole(text, number.start, forms)
    if "-" in text or "–" in text:
        for pattern in (_MEMBERS, _ALL):
            for found in pattern.finditer(text):
                yield from _vote(found, text)
    if " each" in text or " apiece" in text:
        for found in _EACH.finditer(text):
            yield from _payments(found)


def _forms_of(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the forms that parts can have in a text, by the marks and words that each needs."""
    if holds_one(text, (", ", "(", "—", "–", ":")):
        yield _SENTENCE
    if holds_one(text, ("(", "—", "–")):
        yield _APART
    if "(" in text:
        yield _BRACKETED


def _whole(text: str, at: int, forms: Sequence[re.Pattern[str]]) -> Iterator[Doubt]:
    """Yield a slip on the number that stands at `at`, if it is told with its parts in one of the forms."""
    for pattern in forms:
        found = pattern.match(text, at)
        before = text[max(0, at - 12) : at].lower()
        if found and (not _ABOUT.search(before) or _is_bounded(before, pattern)):
            yield from _parts(found)
            return
        if found and pattern in (_APART, _BRACKETED) and before.endswith(("more than ", "over ")):
            yield from _parts(found, beyond=True)
            return


def _is_bounded(before: str, pattern: re.Pattern[str]) -> bool:
    """Return whether all parts are told of what is told as a bound: “at least 25 — 24 from the city and two from …”."""
    return pattern in (_APART, _BRACKETED) and before.endswith("at least ")


def _parts(found: re.Match[str], *, beyond: bool = False) -> Iterator[Doubt]:
    """Yield a slip where the parts do not make the whole, or no more than a whole that is told as “more than”."""
    whole = _value(found["whole"])
    base = found.start("parts")
    parts = list(re.finditer(rf"\b({_NUMBER})(?= )", found["parts"], re.IGNORECASE))
    values = [_value(part[0]) for part in parts]
    if whole <= 1 or (sum(values) > whole if beyond else whole == sum(values)):
        return
    said = " + ".join(map(str, values))
    message = f"The numbers do not add up: {said} makes {sum(values)}, and the sentence says {found['whole']}."
    others = []
    for part, value in reversed(list(zip(parts, values, strict=True))):
        if (right := whole - sum(values) + value) > 0:
            others.append((base + part.start(), base + part.end(), _as_written(right, part[0])))
    yield Doubt(
        "figures.sum",
        *found.span("whole"),
        message,
        () if beyond else (_as_written(sum(values), found["whole"]),),
        tuple((base + part.start(), base + part.end(), "a part") for part in parts),
        () if beyond else tuple(others),
        Severity.ERROR,
    )


def _value(word: str) -> int:
    lowered = word.lower()
    if lowered in {"a", "an"}:
        return 1
    number = one_number(lowered)
    return int(number.value) if number else 0


def _as_written(number: int, like: str) -> str:
    """Return the number in figures or in words, as the number that it replaces is written."""
    one = one_number(like)
    return as_written(number, one) if one and (like[0].isdigit() or number <= 12) else str(number)


def _vote(found: re.Match[str], text: str) -> Iterator[Doubt]:
    counted = [int(found[key]) for key in ("a", "b", "c") if key in found.groupdict() and found[key]]
    members, votes = _value(found["n"]), sum(counted)
    if "member" not in found["kind"].lower() and "all" not in found.groupdict() and members > 100:
        return
    whole = bool("all" in found.groupdict() or _PRESENT.search(text, found.start(), found.end() + 80))
    if not members or votes == members or (votes < members and not whole):
        return
    if not re.search(
        r"\bvot|\bapprov|\breject|\bpass|\brul|\bdecid|\bsplit|\bagreed|\bbacked",
        text[max(0, found.start() - 40) : found.end()],
    ):
        return
    left = members - sum(counted[1:])
    mended = "-".join([str(left), *map(str, counted[1:])])
    yield Doubt(
        "figures.vote",
        *found.span("vote"),
        f"{found['vote']} makes {votes} votes, and there are {members} members.",
        (mended,) if left > counted[1] else (),
        ((*found.span("n"), "the members"),),
        ((*found.span("n"), _as_written(votes, found["n"])),),
        Severity.ERROR,
    )


def _payments(found: re.Match[str]) -> Iterator[Doubt]:
    each, total = _money(found["each"]), _money(found["total"])
    if each is None or total is None:
        return
    right = _value(found["n"]) * each.value
    if abs(right - total.value) > total.step / 2 + 1e-6 * right:
        new = as_written(right, total)
        yield Doubt(
            "figures.sum",
            *found.span("total"),
            f"{found['n']} times {found['each']} makes {new}.",
            (new,),
            ((found.start("n"), found.end("each"), "what it is the sum of"),),
            severity=Severity.ERROR,
        )


def _money(words: str) -> Numeral | None:
    return next(numbers(words.rstrip(".,")), None)
