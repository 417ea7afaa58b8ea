"""A server's statement that is cancelled while it runs: whoever waits for it can say that nobody wants it any more.

A file's engine asks between its own instructions (`sqlite3`'s progress handler). A server's driver waits for the answer
in one call, so that somebody has to ask beside it.
"""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Any

from sqlalchemy import Connection

_EVERY = 0.1
"""Seconds between two looks at whether to go on."""
_PATIENCE = 0.5
"""Seconds in which a server has to take a wish to cancel."""
_TRIES = 10
"""Wishes to cancel, of which the first may come between two statements; then the line is cut, six seconds at most."""


@contextmanager
def cancelled_where(unwanted: Callable[[], object], connection: Connection) -> Iterator[None]:
    """Ask meanwhile, on a thread of its own, and cancel what this connection is at once that is true.

    What is cancelled raises the driver's error here; so does the line, cut where the server takes no wish.
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
            _cancel(driver, connection.dialect.loaded_dbapi.Error, left)
            return


def _cancel(driver: Any, error: type[Exception], left: Event) -> None:
    for _ in range(_TRIES):
        with suppress(error):
            driver.cancel_safe(timeout=_PATIENCE)
        if left.wait(_EVERY):
            return
    with suppress(error, OSError), socket.fromfd(driver.fileno(), socket.AF_INET, socket.SOCK_STREAM) as line:
        line.shutdown(socket.SHUT_RDWR)  # of both ends that share it; closed alone, the driver would wait on
