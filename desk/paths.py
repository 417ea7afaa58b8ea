"""Where Copydesk keeps its things: one function a folder, all below `COPYDESK_HOME` where that is set."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("copydesk", appauthor=False)
_HOME = "COPYDESK_HOME"


def _folder(name: str, default: Path) -> Path:
    home = os.environ.get(_HOME)
    return Path(home).expanduser() / name if home else default


def data_dir() -> Path:
    """Return the folder of what must not be lost: the database, its backups, the grammar engine."""
    return _folder("data", _DIRS.user_data_path)


def make_private(folder: Path) -> None:
    """Make a folder that its owner alone may enter, and make one that is there so; raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    keep_private(folder)


def keep_private(path: Path) -> None:
    """Take everybody else's rights away from a file or folder of ours; another one's, or a lost one, stays as it is."""
    with suppress(OSError):
        status = path.lstat()
        ours = os.name == "posix" and status.st_uid == os.getuid() and not stat.S_ISLNK(status.st_mode)
        if ours and status.st_mode & 0o077:
            path.chmod(status.st_mode & 0o700)


def is_private(folder: Path) -> bool:
    """Return whether a folder is there, is this user's, and nobody else may enter it; of a link it is not known."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077


def cache_dir() -> Path:
    """Return the folder of what can be made again: half downloads, the engine's start-up cache."""
    return _folder("cache", _DIRS.user_cache_path)


def runtime_dir() -> Path:
    """Return the folder of what lives as long as a login: run files and leases of the grammar server."""
    if os.name == "posix" and "XDG_RUNTIME_DIR" not in os.environ:  # no login session: cron, ssh, a container
        return _folder("run", _DIRS.user_cache_path / "run")
    return _folder("run", _DIRS.user_runtime_path)


def config_dir() -> Path:
    """Return the folder of `settings.toml` and of the desk's own rules."""
    return _folder("config", _DIRS.user_config_path)


def log_dir() -> Path:
    """Return the folder of log files and crash reports."""
    return _folder("log", _DIRS.user_log_path)


def resources_dir() -> Path:
    """Return the folder of shipped data: beside the packages, in a checkout as in an installed wheel."""
    return Path(__file__).resolve().parent.parent / "resources"


def sample_path() -> Path:
    """Return the sample draft: one made-up story with a problem of each kind."""
    return resources_dir() / "samples" / "harbour-bridge.txt"
