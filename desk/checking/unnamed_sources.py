"""Sources that a story does not name, counted for whoever approves it: a figure, and never a finding."""

import re
from collections.abc import Iterator

from desk.text.blocks import Block, Manuscript
from desk.text.matcher import matcher
from desk.text.quotations import is_inside, quoted
from desk.text.spans import Span

_SOME = r"(?<![\w’'-])(?:an?|another|one|two|three|four|several|some|other|many|senior)"
_KIND = r"(?: [\w’'-]+){0,3}"
_INSIDERS = r"(?:officials?|aides?|advis[eo]rs?|insiders?|diplomats?)"
_WHO = (
    r"(?:officials?|sources?|persons?|people|individuals?|aides?|advis[eo]rs?|insiders?|diplomats?|lawmakers?|executives?|"
    r"employees?|workers?|staffers?|lawyers?|attorneys?|officers?|colleagues?|bankers?|traders?|investigators?)"
)
_SPEECH = r"(?:said|says|say|told|tell|added|claimed|confirmed|described|suggested|warned|alleged|insisted)"
_BRIEFED = (
    r"(?:familiar with|briefed on|close to|privy to|with (?:direct |first-?hand |close )?knowledge of|"
    r"involved in the (?:talks|discussions|negotiations|inquiry|investigation))"
)
_NAMED = r"(?:named|identified)"
_SIGNS = (
    rf"\b(?:on|under) (?:the )?condition of (?:anonymity|not being {_NAMED})",
    rf"\b(?:asked|asking|wished|wanted|requested|preferred) (?:not to be {_NAMED}|to (?:remain|stay) anonymous)",
    rf"\b(?:declined|refused) to be {_NAMED}",
    r"\b(?:asked for|asking for|requested|requesting|granted) anonymity",
    r"\b(?:spoke|speak|speaking) anonymously",
    rf"\bdid not want to be {_NAMED}",
    rf"\bwho (?:cannot|could not|can[’']t|couldn[’']t) be {_NAMED}",
    r"\b(?:not|n[’']t) authori[sz]ed to (?:speak|discuss|comment|talk)",
    rf"\b{_WHO} {_BRIEFED}",
    rf"\b(?:anonymous|unnamed) {_WHO}",
    rf"{_SOME}{_KIND} sources?(?: \w+)? {_SPEECH}",
    rf"(?<![\w’'-])sources (?:have )?{_SPEECH}",
    rf"{_SOME}(?: [a-z][\w’'-]*){{0,3}} {_INSIDERS} {_SPEECH}",
    rf"\b{_SPEECH} {_SOME}{_KIND} source\b",
    rf"\baccording to {_SOME}{_KIND} (?:sources?|people|persons?|{_INSIDERS})",
)
_UNNAMED = matcher(rf"(?:{'|'.join(_SIGNS)})\b", re.IGNORECASE)
_STOP = matcher(r"[.!?][”\"]?\s")


def unnamed_sources(manuscript: Manuscript) -> tuple[Span, ...]:
    """Return where a story gives words or facts to somebody whom it does not name, each sentence once."""
    return tuple(span for block in manuscript.blocks if block.editorial for span in _places(block))


def _places(block: Block) -> Iterator[Span]:
    text, speech, last = block.flat, quoted(block.flat), -1
    for found in _UNNAMED.finditer(text):
        if is_inside(speech, *found.span()):
            continue  # what somebody says of sources gives none
        if last < 0 or _STOP.search(text, last, found.start()):
            yield Span(block.start + found.start(), block.start + found.end())
        last = found.end()  # “an official who asked not to be named” is one
