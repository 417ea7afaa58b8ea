"""Words that count and words that must fit: how a number of things is said, and how a long text is shortened."""

from collections.abc import Iterable

from desk.text.matcher import matcher
from desk.text.spans import Span


def grouped(count: int) -> str:
    """Return a number as it is written everywhere: "1,204"."""
    return f"{count:,}"


def plural(count: int, one: str, more: str = "") -> str:
    """Return how many there are: "1 finding", "1,204 findings"; `more` where an s does not do ("stories")."""
    return f"{grouped(count)} {plural_alone(count, one, more)}"


def plural_alone(count: float, one: str, more: str = "") -> str:
    """Return the word that goes with a number, without the number: "finding" of one, "findings" of any other."""
    return one if count == 1 else more or f"{one}s"


def listed(words: Iterable[str]) -> str:
    """Return words as one lists them: "Ada", "Ada and Ben", "Ada, Ben and Cy"; empty for none."""
    *before, last = [*words] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def folded(text: str) -> str:
    """Return a text in small letters as patterns that ignore case take them: a dotless i is an i, a long s an s."""
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")


def holds_one(text: str, signs: Iterable[str]) -> bool:
    """Return whether one of the signs stands in a text: asked of each paragraph many times, in half the time of any().

    Code is not asked what it cannot find where a sign that it needs is not there.
    """
    for sign in signs:  # noqa: SIM110  any() makes a generator, which takes longer than the look
        if sign in text:
            return True
    return False


def around(text: str, span: Span, most: int) -> str:
    """Return the words at a place with whole words of its line on both sides, in at most so many code points.

    What is left out before or behind is an ellipsis; words that are longer by themselves are shortened.
    """
    words = one_line(span.of(text))
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    before = text[line_start : span.start].split(" ")
    after = text[span.end : line_end if line_end >= 0 else len(text)].split(" ")
    left, right = before.pop(), after.pop(0)
    shown = f"{left}{words}{right}"
    while before or after:
        wider = " ".join((*before[-1:], shown, *after[:1]))
        if len(wider) > most - 2:
            break
        shown = wider
        del before[-1:], after[:1]
    return shortened(f"{'…' if before else ''}{one_line(shown)}{'…' if after else ''}", most)


def one_line(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return " ".join(text.split())


def shortened(text: str, length: int) -> str:
    """Return a text on one line of at most `length` code points; an ellipsis stands for what was cut off."""
    flat = one_line(text)
    return flat if len(flat) <= length else f"{flat[: length - 1].rstrip()}…"


_STEERING = matcher("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """Return a text for a terminal: what steers one (escape codes, directions of writing) is told as its code."""
    return _STEERING.sub(lambda sign: f"\\x{ord(sign[0]):02x}", text)
