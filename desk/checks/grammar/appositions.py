"""Commas lost behind what is told of a name: "Ada Holm, the head of the council said"."""

import re
from collections.abc import Iterator

from desk.checks.grammar.reading import Slip
from desk.checks.names.lists import is_function_word

RULE = "COPYDESK_APPOSITION_OPEN"
_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'.-]*|de|von|van|bin|al|of))*"
_VERBS = (
    "said|says|told|added|was|is|has|had|will|would|were|are|could|can|might|should|did|does|became|began|wrote|writes|"
    "went|came|took|spoke|argues|insists|thinks|believes"
)
"""Finite verbs that are no participles: “a plan called” tells on."""
_OFFICE = (
    "director|president|chair|chairman|chairwoman|head|chief|professor|spokesman|spokeswoman|spokesperson|editor|author|"
    "founder|co-founder|secretary|minister|leader|owner|manager|analyst|economist|captain|member|partner|fellow|mayor"
)
_OPEN = re.compile(
    rf"(?:^|(?<=[a-z\d%)][.!?] )|(?<=[.!?,][”\"] ))(?P<name>{_NAME}), "
    r"(?:(?:an?|the|its|his|her|their|one of the|[A-Z]\w+[’']s) |"
    rf"(?=(?:[a-z]+ ){{0,2}}(?:{_OFFICE}) (?:of|at|for|with) ))"
    rf"(?P<rest>(?:[\w’'-]+ ){{1,12}}?)(?P<verb>{_VERBS})\b(?P<after>[^.!?,;:—–“”\"]*.?)",
)
_NO_NAME = re.compile(
    r"(?:On|In|At|By|For|From|With|Under|After|Before|During|Since|Until|As|Like|Unlike|Despite|Through|Over|To|Of|But|And|So|"
    r"If|When|While|Though|Although|Because|Once|Where|Last|Next|This|That|Then|There|Here|Now|Today|Yesterday|Tomorrow|"
    r"Tonight|Meanwhile|Instead|Still|Yet|Also|Again|Indeed|Perhaps|Maybe|Later|Earlier|Overall|Elsewhere|Moreover|Likewise|Furthermore|Nonetheless|Nevertheless|Otherwise|Besides|Thus|Hence|Therefore|"
    r"Finally|First|Second|Third|Sometimes|Often|Yes|No|Well|Oh|Sure|Not|Only|Even|Just|To|[A-Z]\w+ly|[A-Z]\w*ever|\w+day|January|"
    r"February|March|April|May|June|July|August|September|October|November|December|Each|Every|Both|All|Some|Most|Many)\b"
)
"""What stands before a comma at a sentence's head and is nobody's name."""
_SHORT = re.compile(r"\b[A-Z][a-z]{0,4}\. $")
"""A title cut short: its stop ends no sentence."""
_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|what|when|where|if|because|as|said|says|was|is|are|were|has|had|have|and|but|will|would|can|could|he|she|it|"
    r"they|we|you|I)\b"
)
"""What may have a verb of its own, or ends what was told."""


def slips(text: str) -> Iterator[Slip]:
    """Yield a slip on the word behind which what is told of a name ends without its comma."""
    for found in _OPEN.finditer(text):
        if (
            _NO_NAME.match(found["name"])
            or is_function_word(found["name"].lower())
            or _SHORT.search(text, 0, found.start())
            or _CLAUSE.search(found["rest"])
            or found["after"].endswith(",")
        ):
            continue
        end = found.start("verb") - 1
        last = text.rindex(" ", 0, end) + 1
        word = text[last:end]
        message = f"What is told of “{found['name']}” ends here, and wants its second comma."
        yield Slip(RULE, last, end, message, (f"{word},",), "COPYDESK_COMMAS", "grammar")
