"""Who is at the other end: a process as its daemon knew it, and whether a port of the loopback is its own.

A port proves nothing: whoever binds it after the server died is asked next. So the process that listens is looked at
behind each new connection, before a word of the text goes out. The server listens from its start to its end and no two
processes can listen on one address: if the right one listens after we were let in, it was the right one who let us in.
"""

import contextlib
from dataclasses import dataclass

import psutil

LOOPBACK = "127.0.0.1"
_BORN_ALIKE = 0.5  # seconds; two looks at one process differ by a tick of 0.01, a pid comes round again much later


@dataclass(frozen=True, slots=True)
class Owner:
    """A process: its id, and the moment of its birth as psutil tells it, for ids are given again."""

    pid: int
    born: float

    @classmethod
    def of(cls, pid: int) -> "Owner":
        """Return the process that has this id now; born at 0 where there is none."""
        try:
            return cls(pid, psutil.Process(pid).create_time())
        except psutil.Error:
            return cls(pid, 0.0)

    def process(self) -> psutil.Process | None:
        """Return the process, None where it has ended (or its id is another's by now)."""
        try:
            found = psutil.Process(self.pid)
            same = abs(found.create_time() - self.born) < _BORN_ALIKE
            return found if same and found.status() != psutil.STATUS_ZOMBIE else None
        except (psutil.Error, ValueError, OverflowError):
            return None

    def is_stopped(self) -> bool:
        """Return whether somebody has halted the process (SIGSTOP, a debugger)."""
        process = self.process()
        with contextlib.suppress(psutil.Error):
            return process is not None and process.status() in {psutil.STATUS_STOPPED, psutil.STATUS_TRACING_STOP}
        return False

    def doubt(self, port: int) -> str:
        """Return why the port is not proved to be this process's; empty where it is."""
        process = self.process()
        if process is None:
            return "its process has ended"
        try:
            lines = process.net_connections("tcp")
        except psutil.NoSuchProcess:
            return "its process has ended"
        except psutil.AccessDenied:
            return "the system does not say who listens on its port"
        if any(tuple(line.laddr) == (LOOPBACK, port) and line.status == psutil.CONN_LISTEN for line in lines):
            return ""
        return "another program listens on its port"

    def kill(self) -> None:
        """End the process by force, if it still is the one; a halted one ends as well."""
        process = self.process()
        with contextlib.suppress(psutil.Error):
            if process:
                process.kill()

    def terminate(self) -> None:
        """Ask the process to end, if it still is the one."""
        process = self.process()
        with contextlib.suppress(psutil.Error):
            if process:
                process.terminate()
