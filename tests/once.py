"""What is dear to make is made by one process of a run of the tests, for all of them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock


class Once:
    """Makes folders where the processes of one run meet; whoever needs one that is being made waits for it."""

    def __init__(self, meeting: Path) -> None:
        self._meeting = meeting
        meeting.mkdir(parents=True, exist_ok=True)

    def made(self, name: str, make: Callable[[Path], str | None]) -> tuple[Path, str | None]:
        """Return a folder, filled by `make` in this process or another, and what `make` returned; both only to read."""
        folder, half = self._meeting / name, self._meeting / f"{name}-half"
        with FileLock(self._meeting / f"{name}.lock"):
            if not folder.exists():
                shutil.rmtree(half, ignore_errors=True)  # of a process that was ended
                half.mkdir()
                (self._meeting / f"{name}.json").write_text(json.dumps(make(half)), "utf-8")
                half.rename(folder)
        return folder, json.loads((self._meeting / f"{name}.json").read_text("utf-8"))
