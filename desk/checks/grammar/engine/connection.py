"""One HTTP connection to one server, kept open: proved when it is made, and every exchange within its limits.

No redirects are followed, no proxies asked, nothing unpacked. The deadline holds for the whole exchange, where the
usual clients know one for each read alone: a byte a second keeps those waiting for ever.
"""

import base64
import contextlib
import http.client
import io
import select
import socket
import ssl
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from desk.checks.grammar.engine.address import without_password
from desk.checks.grammar.engine.identity import Owner
from desk.checks.grammar.engine.limits import MOST_BYTES, AnswerLimits, Deadline

_TOO_LARGE = f"its answer has more than {MOST_BYTES // 1_000_000} MB"
_PORTS = {"http": 80, "https": 443}


class Lost(Exception):  # noqa: N818
    """The server hangs, died, is another, or talks nonsense; the words say which."""

    def __init__(self, words: str, hung: bool = False, slow: bool = False) -> None:
        """`hung` says that there was no sign of life, `slow` that there was one and yet no answer in time."""
        super().__init__(words)
        self.hung, self.slow = hung, slow


@dataclass(frozen=True, slots=True)
class Peer:
    """A server and what is known of it beforehand: nothing but the address where it is the desk's own (`url`)."""

    url: str
    owner: Owner | None = None
    version: str = ""
    """LanguageTool's."""
    mark: str = ""
    """The id of the rule that only this very set of rules has."""

    @property
    def told(self) -> str:
        """Return the address as it may be told."""
        return without_password(self.url)

    @property
    def port(self) -> int:
        """Return the port in the address."""
        parts = urllib.parse.urlsplit(self.url)
        return parts.port or _PORTS.get(parts.scheme, 0)


class _Reader(io.RawIOBase):
    """Reads a socket until the deadline, and so many bytes at most."""

    def __init__(self, source: socket.socket, deadline: Deadline) -> None:
        self._source, self._deadline, self._left = source, deadline, MOST_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._source.settimeout(self._deadline.left())
        count = self._source.recv_into(buffer)
        self._left -= count
        if self._left < 0:
            raise Lost(_TOO_LARGE)
        return count


class _SocketSource:
    """What `HTTPResponse` needs of a socket."""

    def __init__(self, source: socket.socket, deadline: Deadline) -> None:
        self._reader = _Reader(source, deadline)

    def makefile(self, *_: object, **__: object) -> io.BufferedReader:
        return io.BufferedReader(self._reader, 65_536)


class Connection:
    """A connection that is made when it is first needed; for one thread."""

    def __init__(self, peer: Peer, limits: AnswerLimits, *, one_of_many: bool = False) -> None:
        """`one_of_many` tells a server of ours that whoever types goes first."""
        self.peer, self._limits = peer, limits
        self._gives_way = one_of_many and peer.owner is not None
        self._socket: socket.socket | None = None
        self.made = 0
        """How many connections there have been: after each new one the server must prove itself."""

    def connect(self, deadline: Deadline) -> None:
        """Connect where there is no connection, and prove who is there; raises `Lost`."""
        if self._socket is not None and not self._is_over():
            return
        self.close()
        parts = urllib.parse.urlsplit(self.peer.url)
        try:
            seconds = min(self._limits.silence, deadline.left())
            self._socket = socket.create_connection((parts.hostname or "", self.peer.port), seconds)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if parts.scheme == "https":
                self._socket = ssl.create_default_context().wrap_socket(self._socket, server_hostname=parts.hostname)
        except TimeoutError as error:
            raise Lost("it does not let anybody in", hung=True) from error
        except ssl.SSLError as error:
            raise Lost(f"its certificate is not to be trusted ({error.reason})") from error
        except (OSError, ValueError) as error:
            raise Lost("nobody answers there") from error
        self.made += 1
        doubt = self.peer.owner.doubt(self.peer.port) if self.peer.owner else ""
        if doubt:
            self.close()
            raise Lost(doubt)

    def _is_over(self) -> bool:
        """Return whether the other side has closed the connection while nobody asked anything (after 30 s, it does)."""
        return self._socket is not None and bool(_readable(self._socket, 0))

    def ask(
        self,
        path: str,
        form: dict[str, str] | None,
        deadline: Deadline,
        alive: Callable[[], bool] | None = None,
        meanwhile: Callable[[], object] | None = None,
    ) -> tuple[int, bytes]:
        """Return status and content of an answer; raises `Lost`. Without a form it is a GET.

        `meanwhile` is called once the question is on its way; then `alive` is asked while nothing comes, and its no
        ends the wait.
        """
        self.connect(deadline)
        with contextlib.ExitStack() as broken:
            broken.callback(self.close)
            with _told_as_lost(deadline):
                source = self._send(self._request(path, form), deadline)
            if meanwhile:
                meanwhile()
            with _told_as_lost(deadline):
                if alive:
                    self._await_life(source, deadline, alive)
                answer, goes_on = self._answer(source, "POST" if form else "GET", deadline)
            if goes_on:
                broken.pop_all()
        return answer

    def _send(self, request: bytes, deadline: Deadline) -> socket.socket:
        assert self._socket
        self._socket.settimeout(min(self._limits.silence, deadline.left()))
        self._socket.sendall(request)
        return self._socket

    def _await_life(self, source: socket.socket, deadline: Deadline, alive: Callable[[], bool]) -> None:
        wait = self._limits.look
        while not _readable(source, min(wait, deadline.left())):
            deadline.left()
            if not alive():
                raise Lost(f"there was no sign of life for {self._limits.silence:.0f} seconds", hung=True)
            wait = self._limits.silence

    def _answer(self, source: socket.socket, method: str, deadline: Deadline) -> tuple[tuple[int, bytes], bool]:
        """Return status and content, and whether the connection may be used again."""
        answer = http.client.HTTPResponse(_SocketSource(source, deadline), method=method)  # type: ignore[arg-type]  # duck
        with contextlib.closing(answer):
            answer.begin()
            if (answer.length or 0) > MOST_BYTES:
                raise Lost(_TOO_LARGE)
            content = answer.read()
            if answer.getheader("Content-Encoding", "identity") != "identity":
                raise Lost("it packs its answer, though not asked to")
        return (answer.status, content), not answer.will_close

    def _request(self, path: str, form: dict[str, str] | None) -> bytes:
        parts = urllib.parse.urlsplit(self.peer.url)
        body = urllib.parse.urlencode(form).encode() if form else b""
        lines = [
            f"{'POST' if form else 'GET'} {path} HTTP/1.1",
            f"Host: {parts.netloc.rpartition('@')[2]}",
            "Accept: application/json",
            "Accept-Encoding: identity",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
        if self._gives_way:
            lines.append("Copydesk-One-Of-Many: 1")
        if parts.username:
            told = f"{parts.username}:{parts.password or ''}".encode()
            lines.append(f"Authorization: Basic {base64.b64encode(told).decode()}")
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body

    def close(self) -> None:
        """Close the connection; the server is not touched."""
        if self._socket:
            self._socket.close()
        self._socket = None


@contextlib.contextmanager
def _told_as_lost(deadline: Deadline) -> Iterator[None]:
    """Raise `Lost`, with the reason in words, for whatever a connection ends in."""
    try:
        yield
    except TimeoutError as error:
        raise Lost(f"it did not answer within {deadline.seconds:.0f} seconds", slow=True) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Lost("the connection broke") from error


def _readable(source: socket.socket, seconds: float) -> bool:
    return bool(select.select([source], [], [], seconds)[0])


def is_well(peer: Peer, seconds: float = 2.0) -> bool:
    """Return whether the server, proved to be the one, answers anything at all within `seconds`."""
    if peer.owner and peer.owner.is_stopped():
        return False
    line, path = Connection(peer, AnswerLimits(seconds, 1.0, silence=seconds)), urllib.parse.urlsplit(peer.url).path
    try:
        return line.ask(f"{path.rstrip('/')}/v2/healthcheck", None, Deadline.after(seconds))[0] > 0
    except Lost:
        return False
    finally:
        line.close()
