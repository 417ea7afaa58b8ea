"""How long work tells how far it is, and hears that it shall stop."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with bytes done, bytes in all, and what is going on in words; from any thread, never from two at once."""
Asked = Callable[[], bool]
"""Returns whether the user asked the work to stop."""


def no_progress(done: int, total: int, words: str) -> None:
    """Ignore the progress."""


def never() -> bool:
    """Return that nobody asked to stop."""
    return False


def nothing() -> None:
    """Do and say nothing, where nobody wants to be told."""
