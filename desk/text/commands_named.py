"""Sentences that name a command to run, for readers who have no terminal before them.

A sentence names commands in backticks (`copydesk engine install`), as the terminal shows them. A window says what can
be pressed there instead (`ui/look/pressed.py`), a report leaves them out.
"""

from desk.text.matcher import matcher

_TO_RUN = matcher(r"(?:: run|\. Run) `copydesk [^`]*`(?: \([^()]*\))?[^.:()]*(?=[.)]|$)")
_ASIDE = matcher(r" \([^()]*`copydesk [^()]*\)")
_QUOTED = matcher(r"`([^`]*)`")


def without_commands(sentence: str) -> str:
    """Return a sentence as others read it, who are not to run anything: without what it says of commands."""
    return in_quotes(_ASIDE.sub("", _TO_RUN.sub("", sentence)))


def in_quotes(sentence: str) -> str:
    """Return a sentence with quotation marks where it has backticks."""
    return _QUOTED.sub(r"“\1”", sentence)
