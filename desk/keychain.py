"""Where private signing keys are kept: the system's keyring, or a file that its owner alone reads."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from desk.careful import careful_bytes
from desk.errors import KnownError
from desk.paths import data_dir

_SERVICE = "copydesk signing key"


def read_secret(name: str) -> str:
    """Return what is kept under this name (a key's fingerprint), empty for nothing; `KnownError` if it is locked."""
    from keyring.errors import KeyringError

    ring = _keyring()
    if ring is not None:
        try:
            if kept := ring.get_password(_SERVICE, name):
                return str(kept)
        except KeyringError as error:
            raise KnownError(
                f"The system's keyring gives no signing key ({error}): unlock it and try again."
            ) from error
    path = _file(name)
    try:
        return careful_bytes(path).decode("ascii").strip() if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(f"The signing key in {path} cannot be read: {error}.") from error


def keep_secret(name: str, secret: str) -> str:
    """Keep a secret under this name and return one sentence on where it is; raises `KnownError`."""
    from keyring.errors import KeyringError

    ring = _keyring()
    if ring is not None:
        try:
            ring.set_password(_SERVICE, name, secret)
            return "The signing key is in the system's keyring."
        except KeyringError:
            pass  # a keyring that takes nothing is none: the file is the next best place, and the sentence says so
    path = _file(name)
    try:
        write_private(path, secret + "\n")
    except OSError as error:
        raise KnownError(f"The signing key could not be kept in {path}: {error.strerror}.") from error
    return f"There is no system keyring here: the signing key is in {path}, which only you can read."


def forget_secret(name: str) -> None:
    """Throw away what is kept under this name."""
    from keyring.errors import KeyringError

    ring = _keyring()
    if ring is not None:
        with suppress(KeyringError):  # it was not there
            ring.delete_password(_SERVICE, name)
    _file(name).unlink(missing_ok=True)


def _keyring() -> Any:
    """Return the system's keyring; None where there is none, or only one that keeps plain text."""
    if os.environ.get("COPYDESK_KEYRING") == "off":
        return None
    import keyring

    ring = keyring.get_keyring()
    return ring if ring.priority >= 1 and "plaintext" not in type(ring).__name__.lower() else None


def _file(name: str) -> Path:
    return data_dir() / "keys" / f"{name}.key"


def write_private(path: Path, words: str) -> None:
    """Write the file so that it is never, not for a moment, readable by others, and never half there."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_suffix(f".{os.getpid()}.new")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
