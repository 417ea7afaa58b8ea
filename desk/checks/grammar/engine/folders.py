"""Where the grammar engine keeps its things on this machine."""

from dataclasses import dataclass, field
from pathlib import Path

from desk.checks.grammar.engine.lock_file import Lock
from desk.paths import cache_dir, data_dir, runtime_dir


@dataclass(frozen=True, slots=True)
class Folders:
    """The user's folders, as far as the engine needs them; the defaults are those of `desk.paths`."""

    data: Path = field(default_factory=data_dir)
    """What must stay: the engine itself."""
    cache: Path = field(default_factory=cache_dir)
    """What can be made again: the start-up cache."""
    runtime: Path = field(default_factory=runtime_dir)
    """What lives as long as a login: run file, locks and leases of the server."""

    @property
    def engines(self) -> Path:
        """Return the folder that holds the installed engines, and the halves of interrupted installs."""
        return self.data / "engine"

    def engine(self, lock: Lock) -> Path:
        """Return the folder of what a lock names, this very engine say; it exists once every jar in it was verified."""
        return self.engines / f"{lock.name}-{lock.version}-{lock.key}"

    def staging(self, lock: Lock) -> Path:
        """Return where the jars of this engine gather until all are there."""
        return self.engines / f"{lock.name}-{lock.version}-{lock.key}.partial"
