"""Plain text from wires and mails, whose lines end where a screen of eighty columns ended, as paragraphs again."""

import re

_TABLE = re.compile(r"\S(\s{3,}|\t)\S.*?(\s{3,}|\t)\S|\S\s{6,}\S")
"""Columns, as tables of results have them."""
_LINE_END = re.compile(r"\r*\n|\r")
_INDENT = 2
_WIDEST = 100
"""Characters beyond which no sender breaks lines: such a line is a paragraph."""


def unwrapped(text: str) -> list[str]:
    """Return the paragraphs of a text: they end at blank lines, before an indented line, and around columns.

    A text that has neither has its paragraphs line by line, but for lines that were full.
    """
    lines = [line.expandtabs(4).rstrip() for line in lines_of(text)]
    filled = [line for line in lines if line.strip()]
    least = min((_indent(line) for line in filled), default=0)
    structured = len(filled) < len(_trimmed(lines)) or any(_indent(line) >= least + _INDENT for line in filled[1:])
    width = max(map(len, filled), default=0)
    paragraphs: list[list[str]] = []
    last = ""
    for line in lines:
        begins = not last or not paragraphs or _indent(line) >= least + _INDENT or bool(_TABLE.search(line))
        if line and (begins or _TABLE.search(last) or _ended(last, line, width, structured)):
            paragraphs.append([line.strip()])
        elif line:
            paragraphs[-1].append(line.strip())
        last = line
    return [" ".join(part) for part in paragraphs]


def lines_of(text: str) -> list[str]:
    """Return the lines of a text; old wires end them by CR CR LF, so that a teleprinter has time to go back."""
    return _LINE_END.split(text)


def _ended(line: str, following: str, width: int, structured: bool) -> bool:
    """Return whether a line ends its paragraph: whoever wrapped it would have had room for the next word."""
    if len(line) > _WIDEST:
        return True
    return not structured and len(line) + 1 + len(following.split()[0]) <= width


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _trimmed(lines: list[str]) -> list[str]:
    return "\n".join(lines).strip("\n").split("\n")
