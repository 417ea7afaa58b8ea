"""Where the sentences of a block begin: a stop behind a shortened word (Sen., Aug., U.S.) ends none."""

from bisect import bisect_right

from desk.text.matcher import matcher

_STOP = matcher(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|:\s+(?=[“\"])")
_SHORTENED = matcher(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Sen|Sens|Rep|Reps|Gov|Rev|Hon|St|Mt|Ft|No|Co|Corp|Inc"
    r"|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Weds?|Thu|Thur|Thurs|Fri|Sat|Sun|vs|approx)|\b[A-Z])\.$"
)


def sentence_starts(text: str) -> tuple[int, ...]:
    """Return the offset of each sentence of one block, the first one 0; linear in its length."""
    out = [0]
    for stop in _STOP.finditer(text):
        at = stop.start()
        if text[at] != "." or not _SHORTENED.search(text, max(0, at - 8), at + 1):
            out.append(stop.end())
    return tuple(out)


def sentence_at(starts: tuple[int, ...], at: int, length: int) -> tuple[int, int]:
    """Return begin and end of the sentence that holds the offset `at`; `length` is that of the block."""
    nth = bisect_right(starts, at) - 1
    return starts[nth], starts[nth + 1] if nth + 1 < len(starts) else length
