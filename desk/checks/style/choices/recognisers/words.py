"""Words: -ise and -ize, capitals, initials with points, offices, states, adverbs in -ly, attribution."""

import re
from collections.abc import Iterator

from desk.checks.style.choices.choice import FormPlace
from desk.checks.style.choices.following import stands_before_noun
from desk.checks.style.choices.passage import NOTHING, RunningText, opens_sentence
from desk.checks.style.choices.word_lists import word_list
from desk.text.matcher import matcher
from desk.text.words import holds_one

_ISE = matcher(r"\b(?P<stem>[a-zA-Z][a-z]{2,})i(?P<sz>[sz])(?P<end>e|es|ed|er|ers|ing|ation|ations|ational)\b")
_IN_ISE = ("ise", "ize", "ising", "izing", "isation", "ization")
_ONE_FORM = matcher(
    r"(?:[aeou]|w|(?<!ti)v|pr|nr|"  # raise, noise, cruise; likewise; advise, though relativise; surprise; sunrise
    r"\b(?:un|re|dis|mis|over|under)?(?:advert|circumc|exc|exerc|inc|prec|conc|dem|desp|merchand|parad|chast|"
    r"prem|prom|comprom|surm|ch?em|expert|treat|franch|mort|pract|anal|paral|catal|breathal|bapt|val|cer)|"
    r"(?:super|mid|down|up|out|over|under|bite|family|pocket|plus|king|queen|full|half|life|man|cap|re)s|mort|tort)$"
)
"""What stands before -ise or -ize in words that have one of the two everywhere."""


def ise(passage: RunningText) -> Iterator[FormPlace]:
    """Yield verbs that houses write with -ise or with -ize; names, and words of one form, are none."""
    text = passage.outside
    for found in _ISE.finditer(text) if holds_one(text, _IN_ISE) else ():
        stem = found["stem"]
        if _ONE_FORM.search(stem.lower()) or (stem[0].isupper() and not opens_sentence(passage.flat, found.start())):
            continue
        if found["end"].startswith("ation") and stem.endswith(("v", "l", "c")) and len(stem) < 4:
            continue
        form = "-ise" if found["sz"] == "s" else "-ize"
        other = "-ize" if form == "-ise" else "-ise"
        word = f"{stem}i{'z' if found['sz'] == 's' else 's'}{found['end']}"
        yield FormPlace("spelling.ise", "", form, *found.span(), ((other, word),))


_POINTED = matcher(r"(?<![\w.])(?:[A-Z]\.){2,5}(?!\w|[$£€])")
_MAY_BE_INITIALS = matcher(r"[A-Z](?:[A-Z]|\.[A-Z]\.)")
_PLAIN = matcher(r"(?<![\w.$£€’'&-])[A-Z]{2,5}(?![\w$£€&-]|\.[A-Z])")
_NO_INITIALS = frozenset({"AM", "PM", "AD", "BC", "OK", "OR", "IN", "ID", "TV"})


def points(passage: RunningText) -> Iterator[FormPlace]:
    """Yield initials with points and without; hours and rows of capitals are none."""
    text = passage.outside
    if not _MAY_BE_INITIALS.search(text) or text.isupper():
        return
    for found in _POINTED.finditer(text):
        letters = found.group().replace(".", "")
        if letters not in _NO_INITIALS:
            end = found.end()
            yield FormPlace("abbr.points", letters, "points", found.start(), end, (("none", letters),))
    for letters, start, end in passage.words:
        if letters.isupper() and letters not in _NO_INITIALS and _PLAIN.match(text, start):
            pointed = "".join(f"{letter}." for letter in letters)
            yield FormPlace("abbr.points", letters, "none", start, end, (("points", pointed),))


_CAPITALS = {
    "internet": "internet",
    "web": "web",
    "spring": "seasons",
    "summer": "seasons",
    "autumn": "seasons",
    "winter": "seasons",
    "earth": "",
    "bible": "bible",
    "congressional": "congressional",
    "parliamentary": "parliamentary",
    "presidential": "presidential",
    "constitution": "constitution",
    "midwest": "midwest",
    "communist": "",
}
_WITH_CAPITALS = frozenset({*_CAPITALS, "black", "white"})


def subject_of(word: str) -> str:
    """Return under which subject a word of a house file is judged: “spring” with the seasons, “U.S.” as US."""
    if "." in word:
        return word.replace(".", "")
    return _CAPITALS.get(word.lower()) or word


_SEASON_BEFORE = matcher(r"\b(?:in|the|this|last|next|late|early|every|of|by|since|until|during|that|each) $")
_RACE_NOUN = matcher(
    r" (?:man|men|woman|women|people|person|boys?|girls?|children|voters?|students?|famil(?:y|ies)|communit(?:y|ies)|"
    r"americans?|Americans?|residents?|workers?|teenagers?|drivers?|officers?|men’s|mothers?|fathers?|neighborhoods?)\b"
)
_CAPITAL_NEAR = matcher(
    r"\b(?!(?:The|In|On|An|This|That|By|At|For|And|But|Each|Every|Last|Next|One|Some|Two) )[A-Z][\w’']+ $"
)


def capitals(passage: RunningText) -> Iterator[FormPlace]:
    """Yield words that houses write with a capital or without: the internet, seasons, black and white of people."""
    text, standing = passage.outside, passage.lower & _WITH_CAPITALS
    if not standing:
        return
    for word, start, end in passage.words:
        lower = word.lower()
        if lower not in standing:
            continue
        if lower in ("black", "white"):
            if not _RACE_NOUN.match(text, end):
                continue
        elif not _CAPITALS[lower]:
            continue
        if opens_sentence(passage.flat, start) or word.isupper() or _part_of_a_name(text, start, end):
            continue
        subject = _CAPITALS.get(lower, lower)
        if lower == "constitution" and text[max(0, start - 5) : start].lower() == "this ":
            continue  # what calls itself so is quoted from it
        if subject == "seasons" and not _SEASON_BEFORE.search(text, max(0, start - 12), start):
            continue
        form = "capital" if word[0].isupper() else "lower"
        other = ("lower", word.lower()) if form == "capital" else ("capital", word.capitalize())
        yield FormPlace("caps.words", subject, form, start, end, (other,))


_CAPITAL_NEXT = matcher(r" (?:of (?:the )?)?[A-Z]|-")


def _part_of_a_name(text: str, start: int, end: int) -> bool:
    return bool(_CAPITAL_NEXT.match(text, end)) or bool(_CAPITAL_NEAR.search(text, max(0, start - 30), start))


_OFFICE = matcher(
    r"[Tt]he (?<!\w.{4})(?P<w>(?P<one>[Pp]resident|[Gg]overnment|[Mm]ayor|[Gg]overnor|[Ss]enator|[Bb]oard|[Cc]ouncil|"
    r"[Pp]arty|[Cc]ourt|[Mm]inister|[Cc]ommission|[Cc]ommittee|[Dd]epartment|[Mm]inistry|[Cc]hancellor|[Cc]abinet|"
    r"[Aa]gency|[Cc]ounty|[Cc]ity|[Ss]tate|[Cc]hurch|[Pp]ope|[Kk]ing|[Qq]ueen|[Pp]rince|[Aa]rmy|[Nn]avy|[Pp]olice|"
    r"[Uu]niversity|[Uu]nion|[Cc]ompany|[Bb]ank|[Tt]reasury|[Bb]udget|[Cc]onstitution|[Ss]enate|[Cc]apitol|[Cc]ensus|"
    r"[Ff]oundation|[Ii]nstitute|[Aa]ssociation|[Tt]rust|[Aa]mbassador|[Cc]hairman|[Dd]irector|[Pp]remier)|"
    r"(?P<two>[A-Z][a-z]+ [A-Z][a-z]+|[a-z]{3,} [a-z]{4,}))\b(?P<s>[’']s\b)?"
)
_NAME_FOLLOWS = matcher(r"(?:[’']s)?[ -][A-Z]| of (?:the )?[A-Z]| for [A-Z]| and [A-Z]|-|’s [A-Z]")
_AFTER_NAME = matcher(r"[A-Z][\w.]*,? $")
_BODIES = word_list("bodies")
_OFFICES = word_list("bodies") | word_list("offices")
"""One of these is in every office and in every body of two words."""
_NAMED_BY_IT = frozenset(
    ["senate", "capitol", "constitution", "cabinet", "army", "navy", "treasury", "census", "union"]
)
"""Bodies that keep their capital in houses that write offices without one: a country has one of them."""


def offices(passage: RunningText) -> Iterator[FormPlace]:
    """Yield offices and bodies behind “the” without a name, with capitals and without."""
    text = passage.outside
    for found in _OFFICE.finditer(text) if not passage.lower.isdisjoint(_OFFICES) else ():
        words = found["w"]
        lower = words.lower()
        if found["two"] and lower.split()[1] not in _BODIES:
            continue
        if _NAME_FOLLOWS.match(text, found.end("w")):
            continue
        first, _, second = words.partition(" ")
        if second and first[0].isupper() != second[0].isupper():
            continue
        form = "capital" if words[0].isupper() else "lower"
        other = ("lower", lower) if form == "capital" else ("capital", words.title())
        subject = f"{lower}, before a noun" if stands_before_noun(text, found.end("w")) else lower
        named = bool(found["two"]) or lower in _NAMED_BY_IT
        yield FormPlace("titles.caps_alone", subject, form, *found.span("w"), (other,), story_alone=named)


_FREE_OFFICES = frozenset(
    {"mayor", "president", "governor", "senator", "minister", "chairman", "director", "secretary"}
)
_FREE = matcher(
    r"\b(?P<w>(?:Mayor|President|Governor|Senator|Minister|Chairman|Director|Secretary|Prime Minister)) of "
    r"(?:the )?[A-Z]\w+"
)


def offices_behind(passage: RunningText) -> Iterator[FormPlace]:
    """Yield offices with a capital behind the name of their holder: “Ines Calloway, Mayor of Aldane”."""
    for found in _FREE.finditer(passage.outside) if not passage.lower.isdisjoint(_FREE_OFFICES) else ():
        if passage.outside[max(0, found.start() - 2) : found.start()] == ", ":
            yield FormPlace(
                "titles.caps_alone", "behind a name", "capital", *found.span("w"), (("lower", found["w"].lower()),)
            )


def all_offices(passage: RunningText) -> Iterator[FormPlace]:
    """Yield offices and bodies, behind “the” and behind a name."""
    yield from offices(passage)
    yield from offices_behind(passage)


_OFFICE_BEFORE = matcher(
    r"(?P<w>\b(?:[Pp]resident|[Mm]ayor|[Gg]overnor|[Ss]enator|[Cc]hancellor|[Pp]rime [Mm]inister|"
    r"[Ss]ecretary of [Ss]tate|"
    r"[Cc]hief [Ee]xecutive|[Aa]ttorney [Gg]eneral|[Ff]oreign [Ss]ecretary|[Jj]udge|[Jj]ustice|[Bb]ishop|[Pp]rofessor|"
    r"[Ss]heriff|[Cc]ouncillor|[Cc]ommissioner))(?= [A-Z][a-z]+ [A-Z][a-z])"
)
_HOLDERS = frozenset(
    {"president", "mayor", "governor", "senator", "chancellor", "prime", "secretary", "chief", "attorney", "foreign"}
    | {"judge", "justice", "bishop", "professor", "sheriff", "councillor", "commissioner"}
)
_NOT_IN_OFFICE = matcher(r"(?:\b(?:former|vice|then|ex|deputy|late|future|ousted|acting)[ -]|-|[A-Z][\w’']+ )$")


def offices_before(passage: RunningText) -> Iterator[FormPlace]:
    """Yield offices before a full name; those at the head of a sentence, and of the past, are none."""
    text = passage.outside
    for found in _OFFICE_BEFORE.finditer(text) if not passage.lower.isdisjoint(_HOLDERS) else ():
        start = found.start()
        if opens_sentence(passage.flat, start) or _NOT_IN_OFFICE.search(text, max(0, start - 20), start):
            continue
        words = found["w"]
        lower = words.lower()
        form = "capital" if words[0].isupper() else "lower"
        other = ("lower", lower) if form == "capital" else ("capital", words.title())
        yield FormPlace("titles.caps_before", lower, form, *found.span("w"), (other,))


_LY = matcher(r"(?<![\w-])(?P<a>[a-z]{3,}ly)-(?P<b>[a-z]{3,}(?:ed|en|ing|t|wn|de|un|ld|nt))\b(?!-)")
_NO_ADVERB = word_list("no_adverbs")


def ly(passage: RunningText) -> Iterator[FormPlace]:
    """Yield adverbs in -ly with a hyphen before their adjective."""
    if "ly-" not in passage.outside:
        return
    for found in _LY.finditer(passage.outside):
        if found["a"] not in _NO_ADVERB:
            yield FormPlace("hyphen.ly", "", "always", *found.span(), (("never", f"{found['a']} {found['b']}"),))


_COLON = matcher(
    r": (?<=[a-z]..)(?<!said..)(?<!says..)(?<!added..)(?<!wrote..)(?<!asked..)"
    r"(?P<w>[A-Za-z])(?=[a-z]+(?: [a-z]+){0,5}[.;,])"
)


def colons(passage: RunningText) -> Iterator[FormPlace]:
    """Yield the first letter of the few words behind a colon."""
    text = passage.outside
    for found in _COLON.finditer(text):
        letter = found["w"]
        if letter.isupper() and text[found.end("w") : found.end("w") + 2].strip() in ("", "'", "’"):
            continue
        form = "capital" if letter.isupper() else "lower"
        other = ("lower", letter.lower()) if form == "capital" else ("capital", letter.upper())
        yield FormPlace("caps.after_colon", "", form, *found.span("w"), (other,))


_SAID = frozenset({"said", "says"})
_SAYS = matcher(
    r"(?:”|\"|\0) (?:(?P<first>said|says)\b|(?:he|she|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?P<then>said|says)\b)"
)


def said(passage: RunningText) -> Iterator[FormPlace]:
    """Yield “said” and “says” beside a quotation."""
    for found in _SAYS.finditer(passage.outside) if not passage.lower.isdisjoint(_SAID) else ():
        name = "first" if found["first"] else "then"
        form = found[name]
        other = "says" if form == "said" else "said"
        yield FormPlace("voice.tense", "", form, *found.span(name), ((other, other),))


_AND_NAME = matcher(r" (?:&|and) [A-Z]")
_AND = matcher(r"\b(?P<a>[A-Z][\w’'-]+) (?P<m>&|and) (?P<b>[A-Z][\w’'-]+)")


def ampersands(passage: RunningText) -> Iterator[FormPlace]:
    """Yield names of the make “A & B” and “A and B”; two people side by side are told apart by the story."""
    for found in _AND.finditer(passage.outside) if _AND_NAME.search(passage.outside) else ():
        form = found["m"]
        other = "and" if form == "&" else "&"
        subject = f"{found['a']} {found['b']}"
        yield FormPlace(
            "abbr.ampersand", subject, form, *found.span(), ((other, f"{found['a']} {other} {found['b']}"),)
        )


_EXPLAINED = matcher(r"\((?P<i>[A-Z][A-Za-z&]{1,7})\)")


def brackets(passage: RunningText) -> Iterator[FormPlace]:
    """Yield initials in brackets behind the name that they stand for."""
    text = passage.outside
    for found in _EXPLAINED.finditer(text) if "(" in text else ():
        initials = found["i"]
        if sum(letter.isupper() for letter in initials) < 2 or NOTHING in found.group():
            continue
        name = re.findall(r"\b[A-Z]", text[max(0, found.start() - 80) : found.start()])
        if initials[0] in name and len(name) >= 2:
            yield FormPlace("abbr.explain_in_brackets", initials, "twice", *found.span())
