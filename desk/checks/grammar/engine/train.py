"""Makes the start-up cache of an engine that has just been installed: a first run nobody waits for later.

A server of its own, in a folder of its own, reads the sample draft, keeps the lists of words as it searches them
(0.3 MB) and ends; while it ends, Java writes what it has learned (40 MB). Any server that runs meanwhile is not
touched.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from desk.checks.grammar.engine.client import Client
from desk.checks.grammar.engine.connection import Lost
from desk.checks.grammar.engine.daemon import POLITE_SECONDS
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.java import find_java
from desk.checks.grammar.engine.limits import OWN
from desk.checks.grammar.engine.lock_file import Lock
from desk.checks.grammar.engine.prepare import prepare
from desk.checks.grammar.engine.progress import Asked, Progress
from desk.checks.grammar.engine.server import SharedServer
from desk.checks.grammar.engine.start_cache import StartCache
from desk.errors import Unavailable
from desk.paths import sample_path

WORDS = "Making the first start quick"
LISTS_SECONDS = 10.0
"""For the lists of words, which Java writes once it has answered: 0.2 s; without them a start costs a sixth more."""
_LOOK = 0.1  # seconds


def train(
    folders: Folders, lock: Lock, java: str, desk_rules: str, language: str, progress: Progress, cancelled: Asked
) -> None:
    """Make the start-up cache and the lists of an English where there are none, as far as this Java has them.

    It takes 14 s of the processor, by the clock a minute on two cores that are busy with other work. Returns early when
    asked to stop, as the engine is whole.

    Raises `Unavailable` where the engine cannot be started.
    """
    try:
        prepared = prepare(folders, lock, find_java(java), desk_rules)
    except OSError as error:
        raise Unavailable(f"The grammar engine cannot be made ready: {error}.") from error
    cache = StartCache(str(prepared.aot_cache))
    learned = not prepared.java.has_aot or cache.is_there()
    if learned and prepared.has_lists(language):
        return
    with tempfile.TemporaryDirectory(prefix="copydesk-", ignore_cleanup_errors=True) as here:
        server = SharedServer(Folders(folders.data, folders.cache, Path(here)), lock, java, 0, desk_rules)
        try:
            for step in _steps(server, language):
                progress(lock.size, lock.size, f"{WORDS} ({step})")
                if cancelled():
                    return
            _await(partial(prepared.has_lists, language), LISTS_SECONDS, progress, lock.size, cancelled)
        finally:
            server.stop()
        if not learned:
            _await(cache.is_whole, POLITE_SECONDS, progress, lock.size, cancelled)


def _paragraphs() -> tuple[str, ...]:
    """Return what is read: after three sentences instead of a draft, a later story cost .4 s more of the processor."""
    return tuple(sample_path().read_text("utf-8").split("\n\n"))


def _steps(server: SharedServer, language: str) -> Iterator[str]:
    """Start the server and have it read every paragraph, with a word before each step."""
    yield "starting"
    client = Client(server.peer(language), OWN)
    try:
        for paragraph in _paragraphs():
            yield "reading"
            client.check(paragraph, language)
        server.note_use()
    except Lost as error:
        raise Unavailable(f"The grammar server was lost: {error}.") from error
    finally:
        client.close()


def _await(there: Callable[[], bool], seconds: float, progress: Progress, size: int, cancelled: Asked) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and not cancelled() and not there():
        progress(size, size, f"{WORDS} (writing)")
        time.sleep(_LOOK)
