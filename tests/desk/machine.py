"""What a machine keeps, made once and copied for each test, which may do with its own what it will: 50 ms, not 370."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def on_a_machine(folder: Path) -> Iterator[None]:
    """Let all that Copydesk keeps outside databases stand in this folder for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYDESK_HOME", str(folder / "copydesk-home"))
        patch.setenv("COPYDESK_KEYRING", "off")
        yield


def copy_machine(made: Path, folder: Path) -> None:
    """Copy databases, settings, keys and what was seen of the databases; where these stood is the copy's own."""
    shutil.copytree(made, folder, dirs_exist_ok=True)
    for stood in (folder / "copydesk-home" / "data" / "seen").glob("at-*.json"):
        stood.unlink()
