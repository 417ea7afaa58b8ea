"""Numbered steps of which one has a wrong number (1, 2, 4, 4), or one is missing (1, 2, 4, 5)."""

from collections.abc import Iterator, Sequence

from desk.checks.check import Edit, Finding, Item, Remedy, Severity
from desk.text.blocks import Block
from desk.text.matcher import matcher
from desk.text.spans import Span

_STEP = matcher(r"\(?(?P<number>\d{1,2})[.)]\s+\S.*[.!?][”\"’')]?\s*")
"""A step ends as a sentence does; places in a table of results (1, 2, 2, 4) do not."""
_LEAST = 3


def wrong_numbers(own: Sequence[Block]) -> Iterator[Finding]:
    """Yield the one number that parts a list of steps from counting on, or the one left out; of the story's blocks.

    What shares its place with the one before (1, 2, 2, 4) and a second list (1, 2, 1) are right.
    """
    steps: list[tuple[int, Span]] = []
    for block in own:
        for number in _numbers(block):
            if number is None:
                yield from _wrong(steps)
                steps = []
            else:
                steps.append(number)
    yield from _wrong(steps)


def _numbers(block: Block) -> Iterator[tuple[int, Span] | None]:
    """Yield the number of each line with its place, None for a line that is no step."""
    at = block.start
    for line in block.text.split("\n"):
        step = _STEP.fullmatch(line)
        yield (int(step["number"]), Span(at + step.start("number"), at + step.end("number"))) if step else None
        at += len(line) + 1


def _wrong(steps: Sequence[tuple[int, Span]]) -> Iterator[Finding]:
    if len(steps) < _LEAST or steps[0][0] not in (0, 1):
        return
    wanted = range(steps[0][0], steps[0][0] + len(steps))
    departing = [(number, span, right) for (number, span), right in zip(steps, wanted, strict=True) if number != right]
    if len(departing) == 1 and not _is_meant(steps, right=departing[0][2]):
        number, span, right = departing[0]
        yield Finding(
            Item.STRUCTURE,
            "structure.list-number",
            span,
            f"{number}",
            f"This step is numbered {number}, and {right} would be its turn.",
            suggestions=(f"{right}",),
            severity=Severity.WARNING,
            remedies=(Remedy(f"Change to “{right}”", (Edit(span, f"{right}"),)),),
        )
    elif _leaves_out_one(steps, departing):
        number, span, missing = departing[0]
        yield Finding(
            Item.STRUCTURE,
            "structure.list-number",
            span,
            f"{number}",
            f"Step {missing} is missing: {number} follows {missing - 1}.",
            severity=Severity.WARNING,
        )


def _is_meant(steps: Sequence[tuple[int, Span]], right: int) -> bool:
    """Return whether the step that is not numbered `right` shares the place before it, or begins another list."""
    nth, first = right - steps[0][0], steps[0][0]
    number = steps[nth][0]
    return (number == steps[nth - 1][0] and first == 1) or (number == first and nth == len(steps) - 1)


def _leaves_out_one(steps: Sequence[tuple[int, Span]], departing: Sequence[tuple[int, Span, int]]) -> bool:
    """Return whether all steps from one on, two at least, are a number too high."""
    too_high = all(number == right + 1 for number, _, right in departing)
    return len(departing) > 1 and too_high and departing[0][2] - steps[0][0] + len(departing) == len(steps)
