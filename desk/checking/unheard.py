"""How long the grammar engine may say nothing before grammar is unchecked, and the one sentence that says so."""

from desk.text.words import plural_alone

PATIENCE = 10.0
"""Seconds without a sign of the engine; whoever looks every now and then says it with the last look before."""
_BEGINS = "The grammar engine has not answered for "


def unheard(seconds: float = PATIENCE, *, then: str) -> str:
    """Return why grammar is unchecked; `then` is the sentence that says what comes next."""
    long = f"{seconds:g} {plural_alone(seconds, 'second')}"
    return f"{_BEGINS}{long}; it is asked on, and started anew where it is gone. {then}"


def is_unheard(reason: str) -> bool:
    """Return whether an item is unchecked because the engine said nothing, however long that was waited for."""
    return reason.startswith(_BEGINS)
