"""Who holds a story or a recovery copy: a machine, a process, one opening of the store; and whether it still lives."""

import os
import platform
import secrets
from dataclasses import dataclass

import psutil

_SAME_START = 5.0
"""Seconds by which a process's start may seem to move when the clock is set; a number is not reused that soon."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One opening of a store by one process; `started` in seconds since 1970."""

    machine: str
    pid: int
    started: float
    opening: str

    @classmethod
    def here(cls) -> "Holder":
        """Return a new holder for this process."""
        return cls(_machine(), os.getpid(), psutil.Process().create_time(), secrets.token_hex(4))

    @classmethod
    def parse(cls, token: str) -> "Holder":
        """Return the holder that a token stands for."""
        machine, pid, started, opening = token.rsplit("/", 3)
        return cls(machine, int(pid), float(started), opening)

    @property
    def token(self) -> str:
        """Return the holder as one line for the database."""
        return f"{self.machine}/{self.pid}/{self.started:.2f}/{self.opening}"

    @property
    def local(self) -> bool:
        """Return whether it is on this machine."""
        return self.machine == _machine()

    def alive(self) -> bool:
        """Return whether the process still runs; only to be asked of a local one."""
        try:
            process = psutil.Process(self.pid)
            running = process.status() != psutil.STATUS_ZOMBIE
            return running and abs(process.create_time() - self.started) < _SAME_START
        except psutil.NoSuchProcess:
            return False


def _machine() -> str:
    return platform.node()[:64].replace("/", "_") or "this machine"
