"""Packs on a double click while Copydesk runs: the window that is there takes them, instead of another process.

The system starts a program for each file that is opened. One that is given packs alone, and finds another at work on
the same database, hands their paths over and ends; nothing else is ever said to a running one, and what a pack holds is
asked there as with any other.
"""

import json
import os
import re
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desk.paths import data_dir, is_private, make_private, runtime_dir

_WAIT = 3000
"""Milliseconds until a running window must have answered; one that is stuck does not keep a pack from being opened."""
_AGAIN = 100
"""Milliseconds from the end of one that listened until another tries: what ended takes its socket away first."""
_MOST = 64_000
"""Bytes of what is said: some hundred paths."""
_LONGEST_PATH = 100
"""Bytes of the path of a socket: systems take 103 to 107."""
_TAKEN = b"taken\n"
_GO_ON = b"go on\n"
"""Said by a caller that still waits: one that does not has opened its packs itself."""


_FILE = re.compile(r"sqlite(?:\+\w+)?:///(?P<path>[^?]+)(?:\?.*)?")
"""The address of a file; with a fourth slash its path begins at the root."""


def _file(database: str) -> str:
    """Return the path that a database was named by; empty for a server's, and where none was named."""
    found = _FILE.fullmatch(database)
    return found["path"] if found else "" if "://" in database else database


def _name(database: str) -> str:
    """Return what the window of a database is called, the same from every folder."""
    file = _file(database)
    where = str(Path(file).expanduser().resolve()) if file else database
    whose = f"{data_dir().resolve()}\n{where}".encode("utf-8", "surrogatepass")
    return f"copydesk-{sha256(whose).hexdigest()[:16]}"


def _address(database: str) -> str | None:
    """Return where the window of a database listens; None where another user could listen in its place.

    That is a socket in a folder of the user's own, or on Windows a pipe that no other user may open.
    """
    if os.name != "posix":
        return _name(database)
    folder = runtime_dir().absolute()
    path = str(folder / _name(database))
    return path if is_private(folder) and len(os.fsencode(path)) < _LONGEST_PATH else None


def _reached(address: str) -> QLocalSocket | None:
    """Return the line to the window that listens there, None where none of this user does."""
    line = QLocalSocket()
    line.connectToServer(address)
    return line if line.waitForConnected(_WAIT) and _is_this_users(line) else None


def _is_this_users(line: QLocalSocket) -> bool:
    """Return whether the listener is of the same user; True where the system does not say."""
    if sys.platform != "linux":
        return True
    from socket import AF_UNIX, SO_PEERCRED, SOCK_STREAM, SOL_SOCKET, fromfd
    from struct import Struct

    credentials = Struct("iII")  # process, user, group: man 7 unix
    with fromfd(line.socketDescriptor(), AF_UNIX, SOCK_STREAM) as same:
        _, user, _ = credentials.unpack(same.getsockopt(SOL_SOCKET, SO_PEERCRED, credentials.size))
    return bool(user == os.getuid())


def handed_over(files: list[Path], database: str) -> bool:
    """Return whether a running window has taken these packs; False where none runs, or it does not answer."""
    address = _address(database)
    line = _reached(address) if address else None
    if line is None:
        return False
    line.write(json.dumps([str(file.absolute()) for file in files]).encode() + b"\n")
    while not line.canReadLine() and line.waitForReadyRead(_WAIT):
        pass
    if bytes(line.readLine().data()) != _TAKEN:
        return False
    line.write(_GO_ON)
    line.waitForDisconnected(_WAIT)  # the window hangs up when it has heard
    return True


class Listening(QObject):
    """Takes packs from programs that were started for them; only those of the same user reach it."""

    came = Signal(list)
    """Paths."""

    def __init__(self, database: str, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._callers: dict[QLocalSocket, list[Path]] = {}
        """What each was told is taken; it is opened when the caller says so."""
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._again.timeout.connect(self._begin)
        self._begin()

    @property
    def is_listening(self) -> bool:
        """Return whether packs come here; not as long as another process takes those of the database."""
        return self._server.isListening()

    def _begin(self) -> None:
        """Listen where another user cannot; one after the other where several begin at once."""
        with suppress(OSError):  # then nobody listens, and a pack opens a window of its own
            make_private(runtime_dir())
        if address := _address(self._database):
            lock = QLockFile(str(runtime_dir() / f"{_name(self._database)}.lock"))
            lock.tryLock(_WAIT)
            self._listen(address)
            lock.unlock()

    def _listen(self, address: str) -> None:
        """Listen, or wait for the end of another that does; one that was killed left its socket."""
        other = _reached(address)
        if other is None:
            QLocalServer.removeServer(address)
            self._server.listen(address)
        else:
            other.setParent(self)
            other.disconnected.connect(self._again.start)
            other.disconnected.connect(other.deleteLater)

    def _connected(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            self._callers[caller] = []
            caller.readyRead.connect(self._hear)
            caller.disconnected.connect(self._let_go)

    def _hear(self) -> None:
        for agreed in [self._answered(caller) for caller in list(self._callers)]:
            if agreed:
                self.came.emit(agreed)

    def _answered(self, caller: QLocalSocket) -> list[Path]:
        """Answer what a caller says and return what is to be opened now."""
        if caller.canReadLine():
            return self._told(caller, bytes(caller.readLine(_MOST).data()))
        if caller.bytesAvailable() >= _MOST:
            caller.abort()
        return []

    def _told(self, caller: QLocalSocket, said: bytes) -> list[Path]:
        taken = self._callers[caller]
        if not taken and (paths := _paths(said)):
            self._callers[caller] = paths
            caller.write(_TAKEN)
            return []
        caller.disconnectFromServer()
        return taken if said == _GO_ON else []

    def _let_go(self) -> None:
        for one in list(self._callers):
            if one.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                del self._callers[one]
                one.deleteLater()


def _paths(said: bytes) -> list[Path]:
    """Return the paths that a caller names, none where it makes no sense."""
    try:
        paths = json.loads(said)
    except (ValueError, RecursionError):
        return []
    makes_sense = isinstance(paths, list) and all(isinstance(path, str) for path in paths)
    return [Path(path) for path in paths] if makes_sense else []
