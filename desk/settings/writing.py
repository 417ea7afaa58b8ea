"""Writes settings back into their file: the desk's comments stay, and so do the lines that nobody changed."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from desk.careful import careful_bytes
from desk.errors import KnownError
from desk.settings.declared import Settings, declarations
from desk.settings.reading import read_settings, wrong_value

_NEW = "# Copydesk settings: docs/guide.md names each one.\n"


def write_settings(path: Path, changes: Mapping[str, object]) -> Settings:
    """Write some settings into the file and return all as they are then in force; raises `KnownError`.

    A wrong change is refused before anything is written; a wrong line that is not changed stays as it is. The new file
    takes the place of the old one in a single step, so a full disk leaves the old one whole.
    """
    from tomlkit.exceptions import TOMLKitError

    read_settings(path)
    _refuse_wrong(changes)
    try:
        text = _changed(careful_bytes(path).decode("utf-8-sig") if path.exists() else _NEW, changes)
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(text, path)
    except (OSError, TOMLKitError) as error:
        raise KnownError(f"The settings could not be written to {path}: {error}.") from error
    return read_settings(path)


def _put(text: str, path: Path) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _refuse_wrong(changes: Mapping[str, object]) -> None:
    for name, value in changes.items():
        judged = declarations()[name].kind.judge(value)
        if judged.odd:
            raise KnownError(f"{wrong_value(name, judged)}.")


def _changed(text: str, changes: Mapping[str, object]) -> str:
    import tomlkit  # 40 ms, and the window reads settings before it is painted

    document = tomlkit.parse(text)
    for name, value in changes.items():
        document[name] = list(value) if isinstance(value, tuple) else value
    return tomlkit.dumps(document)
