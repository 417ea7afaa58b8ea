"""A pipe, a device, a folder or ten gigabytes under the name of any file of ours is one sentence, at once."""

import os
from pathlib import Path

import pytest

from desk.checks.grammar.engine.bundle import take_from
from desk.checks.grammar.engine.desk_rules import desk_rules
from desk.checks.grammar.engine.lock_file import read_lock
from desk.checks.style.rules import rules_of
from desk.errors import KnownError
from desk.readers.draft import read_draft
from desk.review.states_file import read_rules
from desk.services.seal_file import read_seal_file
from desk.session import Session
from desk.settings.reading import read_settings
from desk.store.connect import open_store
from desk.writers.text import changed_on_disk


def _sparse(path):
    with path.open("wb") as file:
        file.truncate(10_000_000_000)


ODD = {
    "a pipe": os.mkfifo if hasattr(os, "mkfifo") else None,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a folder": Path.mkdir,
    "ten gigabytes": _sparse,
}


def _raise(problem):
    raise KnownError(problem)


def _key(path):
    session = Session(path.with_name("settings.toml"), str(path.with_name("desk.db")))
    desk = session.open_store()
    try:
        desk.signing_keys.take_in(path, "")
    finally:
        desk.close()


READERS = {
    "draft": read_draft,
    "settings": read_settings,
    "review": lambda path: read_rules(path, (), must_exist=True),
    "style": lambda path: rules_of(str(path)),
    "grammar rules": lambda path: _raise(desk_rules(str(path)).problem),
    "seal": read_seal_file,
    "key": _key,
    "engine": lambda path: take_from(path, read_lock(), path.with_name("target"), lambda *_: None, lambda: False),
    "database": open_store,
}


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("reader", READERS)
def test_what_is_no_file_is_one_sentence(reader, odd, tmp_path):
    path = tmp_path / "odd"
    ODD[odd](path)
    with pytest.raises(KnownError) as said:
        READERS[reader](path)
    assert str(path) in str(said.value)
    assert "\n" not in str(said.value)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_file_is_not_the_one_that_was_read(odd, tmp_path):
    ODD[odd](tmp_path / "odd")
    assert changed_on_disk(tmp_path / "odd", "0" * 64)
