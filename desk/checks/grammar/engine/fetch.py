"""Fetches jars from Maven Central, several at once; a broken download goes on where it broke.

jgo knows where the repository is, so no host is named here. What arrives counts for nothing until its SHA-256 is the
one of the lock: a jar is written as `NAME.part` and gets its name only then.
"""

import hashlib
import itertools
from collections.abc import Iterable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event
from threading import Lock as Mutex
from typing import TYPE_CHECKING

from desk.checks.grammar.engine.lock_file import Jar
from desk.checks.grammar.engine.progress import Asked, Progress
from desk.errors import Cancelled, KnownError

if TYPE_CHECKING:  # 40 modules that every start of a window would wait for, and no start fetches
    import requests

AT_ONCE = 6  # 130 jars: 25 s one after another, 6 s with six lanes; more gains nothing and looks like an attack
TRIES = 3
CHUNK = 64 * 1024
TIMEOUT = (10.0, 30.0)  # seconds to connect, seconds of silence


def repository() -> str:
    """Return the address of Maven Central without a slash at its end, as jgo knows it."""
    from jgo.constants import MAVEN_CENTRAL_URL

    return str(MAVEN_CENTRAL_URL).rstrip("/")


class Tally:
    """Adds up the bytes of all lanes and tells them on; ends every lane once somebody asked to stop."""

    def __init__(self, total: int, progress: Progress, cancelled: Asked) -> None:
        self._done, self._total = 0, total
        self._progress, self._cancelled = progress, cancelled
        self._mutex, self._stop = Mutex(), Event()

    def add(self, size: int, words: str) -> None:
        """Count `size` bytes (negative where they must be fetched again); raises `Cancelled` when asked to stop."""
        with self._mutex:
            if self._stop.is_set() or self._cancelled():
                self._stop.set()
                raise Cancelled
            self._done += size
            self._progress(self._done, self._total, words)

    def stop(self) -> None:
        """End every lane at its next chunk."""
        self._stop.set()


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits; raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_right(path: Path, jar: Jar) -> bool:
    """Return whether the file at `path` is exactly the jar of the lock."""
    try:
        return path.stat().st_size == jar.size and sha256_of(path) == jar.sha256
    except OSError:
        return False


def fetch(jars: Iterable[Jar], folder: Path, base: str, progress: Progress, cancelled: Asked) -> None:
    """Bring every jar into `folder`, verified; raises `KnownError` (no network, wrong content), `OSError`, `Cancelled`.

    Jars that are there and right are not fetched again, halves of jars are completed. `base` is a Maven repository.
    """
    wanted = sorted(jars, key=lambda jar: -jar.size)  # the 30 MB dictionary first: the small ones fill the other lanes
    tally = Tally(sum(jar.size for jar in wanted), progress, cancelled)
    with ThreadPoolExecutor(AT_ONCE, "fetch") as pool:
        lanes = [pool.submit(_fetch_one, jar, folder, base, tally) for jar in wanted]
        done, _ = wait(lanes, return_when=FIRST_EXCEPTION)
        failed = [lane for lane in done if lane.exception()]
        if failed:
            tally.stop()
            pool.shutdown(wait=True, cancel_futures=True)
            _raise_first(failed[0].exception(), itertools.chain(done, lanes))


def _raise_first(error: BaseException | None, lanes: Iterable[object]) -> None:
    del lanes  # the other lanes ended because of the first one; their `Cancelled` says nothing
    if error:
        raise error


def _fetch_one(jar: Jar, folder: Path, base: str, tally: Tally) -> None:
    import requests

    target = folder / jar.file_name
    tally.add(0, jar.file_name)
    if is_right(target, jar):
        tally.add(jar.size, f"{jar.file_name} is there already")
        return
    part = target.with_name(target.name + ".part")
    for left in reversed(range(TRIES)):
        try:
            _complete(jar, part, f"{base}/{jar.repository_path}", tally)
        except requests.RequestException as error:
            if left == 0:
                raise KnownError(_no_network(jar, error)) from error
            tally.add(-_size(part), f"{jar.file_name}: trying again")
            continue
        if is_right(part, jar):
            part.replace(target)
            return
        tally.add(-_size(part), f"{jar.file_name} arrived damaged, fetching it again")
        part.unlink()
    raise KnownError(
        f"{jar.file_name} arrived {TRIES} times with another content than expected, so it was not used. A proxy or "
        "virus scanner may alter downloads; try another network, or install from a file: copydesk engine install "
        "--from FILE."
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _complete(jar: Jar, part: Path, url: str, tally: Tally) -> None:
    """Fetch what is missing of one jar into `part`."""
    import requests

    have = _size(part)
    if have >= jar.size:
        part.unlink()
        have = 0
    headers = {"Range": f"bytes={have}-"} if have else {}
    with requests.get(url, headers=headers, stream=True, timeout=TIMEOUT) as answer:
        answer.raise_for_status()
        goes_on = answer.status_code == requests.codes.partial_content
        tally.add(have if goes_on else 0, jar.file_name)
        with part.open("ab" if goes_on else "wb") as file:
            written = have if goes_on else 0
            for chunk in answer.iter_content(CHUNK):
                written += len(chunk)
                if written > jar.size:  # not our file; the hash will say so, and the disk need not fill before
                    break
                file.write(chunk)
                tally.add(len(chunk), jar.file_name)


def _no_network(jar: Jar, error: "requests.RequestException") -> str:
    import requests

    if isinstance(error, requests.HTTPError) and error.response is not None:
        why = f"the server answered {error.response.status_code}"
    elif isinstance(error, requests.Timeout):
        why = "the network is too slow or silent"
    else:
        why = "there is no connection to Maven Central"
    return (
        f"{jar.file_name} could not be fetched: {why}. Try again (what has arrived is kept), or install from a file: "
        "copydesk engine install --from FILE."
    )
