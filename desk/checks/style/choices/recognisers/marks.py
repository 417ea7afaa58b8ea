"""Marks: quotation marks, apostrophes, dashes, stops beside quotation marks, marked titles."""

import re
from collections.abc import Iterator

from desk.checks.style.choices.choice import FormPlace
from desk.checks.style.choices.passage import RunningText
from desk.text.matcher import matcher
from desk.text.words import holds_one

_DOUBLE = matcher(
    r"“[^“”\"]+”|(?<![^\s(\[{—–/'‘-])\"(?!\s)[^“”\"]+(?<!\s)\"|(?<![\w’])‘(?=[A-Z])[^‘’“”\"]+(?:’\w[^‘’“”\"]*)*[,.?!]’(?!\w)"
)
_OPEN_SINGLE = matcher(r"(?<![\w’])‘(?=[A-Z])(?:[^‘“”\",.?!]|[,.?!](?!’(?!\w)))*$")
_QUOTES = ("“", '"', "‘")
"""One of them opens every quotation."""
_INCHES = ('0"', "0”", "0″")
"""Any figure before a mark, which may be inches then."""
CURLY, STRAIGHT, SINGLE = "“ ”", '" "', "‘ ’"


def quotation_marks(passage: RunningText) -> Iterator[FormPlace]:
    """Yield whole quotations, by the marks they stand in."""
    if not holds_one(passage.flat, _QUOTES) or holds_one(passage.shape, _INCHES):
        return
    closed, single = 0, "‘" in passage.flat
    for found in _DOUBLE.finditer(passage.flat):
        if found.group()[0] != "‘":
            before, closed = closed, found.end()
            if single and _OPEN_SINGLE.search(passage.flat, before, found.start()):
                continue  # within a quotation in single marks the other make is right
        words = found.group()[1:-1]
        form = {"“": CURLY, '"': STRAIGHT, "‘": SINGLE}[found.group()[0]]
        texts = ((CURLY, f"“{words}”"), (STRAIGHT, f'"{words}"'), (SINGLE, f"‘{words}’"))
        yield FormPlace("marks.quotes", "", form, found.start(), found.end(), tuple(t for t in texts if t[0] != form))


_APOSTROPHE = matcher(r"['’](?<=[^\W\d_].)(?P<rest>[^\W\d_]{1,2})(?![\w'’])")
"""Looked for by its mark: begun at the word before it, every letter of the text would be tried."""


def apostrophes(passage: RunningText) -> Iterator[FormPlace]:
    """Yield words with an apostrophe within."""
    if "'" not in passage.flat and "’" not in passage.flat:
        return
    text = passage.flat
    for found in _APOSTROPHE.finditer(text):
        start, mark = found.start(), found.group()[0]
        while start and text[start - 1].isalnum() and not text[start - 1].isdecimal():
            start -= 1
        other = "'" if mark == "’" else "’"
        word = f"{text[start : found.start()]}{other}{found['rest']}"
        yield FormPlace("marks.apostrophe", "", mark, start, found.end(), ((other, word),))


_DASH = matcher(
    r"(?P<spaced> (?P<mark>—|–|--?) )|(?<=[^\W_])(?P<em>—)(?=[^\W_])|(?<=[^\W\d_])(?P<closed>--)(?=[^\W\d_])"
)
_DASHES = ("—", "–", "--", " - ")
_FORMS = {"—": "spaced em", "–": "spaced en", "-": "spaced hyphen", "--": "double hyphen"}
_TEXTS = {"spaced em": " — ", "closed em": "—", "spaced en": " – ", "spaced hyphen": " - ", "double hyphen": " -- "}
_DATELINE = matcher(r"^[A-Z][\w .,’'()-]{2,60}$")


_NEAR = 60
"""Code points before a dash that are looked at; a dateline is shorter."""


def dashes(passage: RunningText) -> Iterator[FormPlace]:
    """Yield dashes between words; those of ranges, datelines, lists and broken speech are none."""
    text = passage.flat
    if not holds_one(text, _DASHES):
        return
    for found in _DASH.finditer(text):
        form = _FORMS[found["mark"]] if found["spaced"] else "closed em" if found["em"] else "double hyphen"
        start, end = found.span()
        before = text[max(0, start - _NEAR) : start]
        if not before.strip() or (text[start - 1].isdigit() and text[end : end + 1].isdigit()):
            continue
        if (start < _NEAR and _DATELINE.match(before) and (before.isupper() or before.endswith(")"))) or (
            before.rstrip().endswith((":", "“", "|"))
        ):
            continue
        yield FormPlace("marks.dash", "", form, start, end, tuple((f, t) for f, t in _TEXTS.items() if f != form))


_STOP = matcher(r"“[^“”]*?(?:(?P<inside>[,.])”|[^,.?!…—–-]”(?P<outside>[,.](?!\.)))")
_SPEAKER = matcher(
    r"\s(?:\w+ ){0,3}(?:sa(?:id|ys)|told|wrote|writes|add|ask|explain|repl|tweet|call|recall|insist|warn)"
)
_FEW = 6


def stops(passage: RunningText) -> Iterator[FormPlace]:
    """Yield commas and stops at the end of a few quoted words; a whole sentence keeps its own stop in every house."""
    for found in _STOP.finditer(passage.flat) if "“" in passage.flat else ():
        inside = found["inside"] is not None
        words = found.group().strip("“”,.").split()
        if not words or len(words) > _FEW or not words[0][0].islower():
            continue
        if inside and _SPEAKER.match(passage.flat, found.end()):
            continue
        mark = found["inside"] or found["outside"]
        start = found.end() - 3 if not inside else found.end() - 2
        if inside:
            yield FormPlace("marks.stop", "", "inside", start, found.end(), (("outside", f"”{mark}"),))
        else:
            yield FormPlace("marks.stop", "", "outside", found.end() - 2, found.end(), (("inside", f"{mark}”"),))


_MARKED = matcher(r"(?<![\w*_])(?P<m>[*_])(?P<t>[A-Z][\w’' ]{2,60}?)(?P=m)(?![\w*_])")


def marked_titles(passage: RunningText) -> Iterator[FormPlace]:
    """Yield titles between stars or underlines, and where the same words stand plain in the block."""
    if "*" not in passage.flat and "_" not in passage.flat:
        return
    seen: dict[str, list[tuple[int, int]]] = {}
    for found in _MARKED.finditer(passage.flat):
        title, mark = found["t"], found["m"]
        seen.setdefault(title, []).append(found.span())
        texts = {"plain": title, "*": f"*{title}*", "_": f"_{title}_"}
        yield FormPlace(
            "marks.titles", title, mark, *found.span(), tuple((f, t) for f, t in texts.items() if f != mark)
        )
    for title, spans in seen.items():
        for found in re.finditer(re.escape(title), passage.flat):
            if not any(start <= found.start() < end for start, end in spans):
                marked = (("*", f"*{title}*"), ("_", f"_{title}_"))
                yield FormPlace("marks.titles", title, "plain", *found.span(), marked)


_OWNER = matcher(r"\b(?P<w>[A-Z][a-z]+s)(?P<m>['’])(?P<s>s\b)?(?= [a-z])")


def possessives(passage: RunningText) -> Iterator[FormPlace]:
    """Yield names in s that own something, by whether another s stands behind the apostrophe."""
    text = passage.outside
    for found in _OWNER.finditer(text) if "s’" in text or "s'" in text else ():
        name, mark = found["w"], found["m"]
        form, other = ("’s", ("’", f"{name}{mark}")) if found["s"] else ("’", ("’s", f"{name}{mark}s"))
        yield FormPlace("marks.possessive", name, form, *found.span(), (other,))
