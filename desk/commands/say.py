"""All that the terminal prints: no text, name or slug steers it (escape codes, turned reading directions)."""

import re
import sys

import click

from desk.text.words import harmless

_NOT_IN_JSON = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def say(words: str = "", *, err: bool = False) -> None:
    """Print words for a person, on standard error with `err`."""
    click.echo(harmless(words), err=err)


def say_aside(words: str) -> None:
    """Print words for a person on standard error: what is no answer to the command."""
    say(words, err=True)


def say_json(words: str) -> None:
    """Print JSON, which says the same with what steers a terminal escaped."""
    click.echo(_NOT_IN_JSON.sub(_escaped, words))


def say_text(words: str, *, nl: bool = True) -> None:
    """Print a text or page as it is, for another program; where a person looks on, what steers a terminal as its code.

    A file gets every letter.
    """
    click.echo(harmless(words) if sys.stdout.isatty() else words, nl=nl)


def redraw(line: str) -> None:
    """Put a line of progress in the place of the last one, on standard error."""
    click.echo(f"\r\033[K{harmless(line)}", nl=False, err=True)


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
