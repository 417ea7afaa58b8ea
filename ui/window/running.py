"""Packs on a double click while Copydesk runs: the window that is there takes them, instead of another process.

The system starts a program for each file that is opened. One that is given packs alone, and finds another at work on
the same database, hands their paths over and ends; nothing else is ever said to a running one, and what a pack holds is
asked there as with any other.
"""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desk.paths import data_dir, make_private, runtime_dir

_WAIT = 3000
"""Milliseconds until a running window must have answered; one that is stuck does not keep a pack from being opened."""
_MOST = 64_000
"""Bytes of what is said: some hundred paths."""
_LONGEST_PATH = 100
"""Bytes of the path of a socket: systems take 103 to 107."""
_TAKEN = b"taken\n"


def _address(database: str) -> str:
    """Return where the window of a database listens: in a folder of the user's own where its path is short enough."""
    whose = f"{data_dir()}\n{database}".encode("utf-8", "surrogatepass")
    name = f"copydesk-{sha256(whose).hexdigest()[:16]}"
    path = str(runtime_dir() / name)
    return path if path.startswith("/") and len(path.encode()) < _LONGEST_PATH else name


def handed_over(files: list[Path], database: str) -> bool:
    """Return whether a running window has taken these packs; False where none runs, or it does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(_address(database))
    if not socket.waitForConnected(_WAIT):
        return False
    socket.write(json.dumps([str(file.absolute()) for file in files]).encode() + b"\n")
    while not socket.canReadLine() and socket.waitForReadyRead(_WAIT):
        pass
    return bytes(socket.readLine().data()) == _TAKEN


class Listening(QObject):
    """Takes packs from programs that were started for them; only those of the same user reach it."""

    came = Signal(list)
    """Paths."""

    def __init__(self, database: str, parent: QObject) -> None:
        super().__init__(parent)
        self._callers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        self._begin(_address(database))

    def _begin(self, address: str) -> None:
        """Listen, unless another window of this database does; one that was killed left its socket."""
        with suppress(OSError):  # then nobody listens, and a pack opens a window of its own
            make_private(runtime_dir())
        if not _is_answered(address):
            QLocalServer.removeServer(address)
            self._server.listen(address)

    def _connected(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            self._callers.append(caller)
            caller.readyRead.connect(self._hear)
            caller.disconnected.connect(self._let_go)

    def _hear(self) -> None:
        for caller in self._callers:
            if caller.canReadLine():
                self._take(caller, bytes(caller.readLine(_MOST).data()))
            elif caller.bytesAvailable() >= _MOST:
                caller.abort()

    def _take(self, caller: QLocalSocket, said: bytes) -> None:
        try:
            paths = json.loads(said)
        except (ValueError, RecursionError):
            paths = None
        if isinstance(paths, list) and paths and all(isinstance(path, str) for path in paths):
            caller.write(_TAKEN)
            self.came.emit([Path(path) for path in paths])
        caller.disconnectFromServer()

    def _let_go(self) -> None:
        gone = [one for one in self._callers if one.state() is QLocalSocket.LocalSocketState.UnconnectedState]
        self._callers = [one for one in self._callers if one not in gone]
        for one in gone:
            one.deleteLater()


def _is_answered(address: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(address)
    return socket.waitForConnected(_WAIT)
