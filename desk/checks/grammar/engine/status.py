"""What there is of the engine, as one value to be told."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.checks.grammar.engine.java import Java
    from desk.checks.grammar.engine.server import ServerStatus


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """What there is of the engine on this machine."""

    url: str
    """The desk's own server where the settings name one; then nothing else here matters."""
    where: Path
    version: str
    size: int
    """Bytes on the disk, 0 where nothing is installed."""
    complete: bool
    damaged: tuple[str, ...]
    """Files that are not as they were installed; only looked for when asked to."""
    java: "Java | None"
    java_problem: str
    server: "ServerStatus | None"
    beside: str = ""
    """What is installed on wish, in words: the German pack and the dictionary."""
    lacking: str = ""
    """What could be and is not."""
    packs_lacking: tuple[str, ...] = ()
    """The languages of it, by their English names."""

    @property
    def usable(self) -> bool:
        """Return whether a check can be expected to work."""
        return bool(self.url) or (self.complete and self.java is not None)
