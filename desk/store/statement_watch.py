"""A server's statement that is cancelled while it runs: whoever waits for it can say that nobody wants it any more.

A file's engine asks between its own instructions (`sqlite3`'s progress handler). A server's driver waits for the answer
in one call, so that somebody has to ask beside it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Any

from sqlalchemy import Connection

_EVERY = 0.1
"""Seconds between two looks at whether to go on."""
_PATIENCE = 5.0
"""Seconds in which a server has to take a wish to cancel; the next look repeats it."""


@contextmanager
def cancelled_where(unwanted: Callable[[], object], connection: Connection) -> Iterator[None]:
    """Ask meanwhile, on a thread of its own, and cancel what this connection is at for as long as that is true.

    What is cancelled raises the driver's error here.
    """
    left = Event()
    watch = Thread(target=_watch, args=(unwanted, connection, left), daemon=True)
    watch.start()
    try:
        yield
    finally:
        left.set()
        watch.join()


def _watch(unwanted: Callable[[], object], connection: Connection, left: Event) -> None:
    driver: Any = connection.connection.driver_connection
    while not left.wait(_EVERY):
        if unwanted():
            with suppress(connection.dialect.loaded_dbapi.Error):  # no line to it: the statement ends of that
                driver.cancel_safe(timeout=_PATIENCE)
