"""What is derived from the jars: made once, kept while somebody uses it."""

import os
import time
import zipfile
from pathlib import Path

import pytest

from desk.checks.grammar.engine import train
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.java import Java
from desk.checks.grammar.engine.lock_file import MAIN_JAR, Jar, Lock
from desk.checks.grammar.engine.prepare import KEPT_SECONDS, prepare
from desk.checks.grammar.engine.progress import never, no_progress

LOCK = Lock("9.9", (Jar(f"org.test:{MAIN_JAR}:9.9", 1, "0" * 64),))


@pytest.fixture
def prepared(tmp_path):
    """Return a function that makes the engine ready for a Java of this version, and returns its folder."""
    folders = Folders(tmp_path / "data", tmp_path / "cache", tmp_path / "run")
    folders.engine(LOCK).mkdir(parents=True)
    with zipfile.ZipFile(folders.engine(LOCK) / LOCK.main_jar.file_name, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n")
    return lambda version: prepare(folders, LOCK, Java(Path("java"), version, "settings")).folder


def test_what_nobody_has_used_for_a_month_goes_when_another_is_made(prepared):
    """An update of the rules or of Java leaves a start-up cache of 40 MB behind, each time."""
    month_ago = time.time() - KEPT_SECONDS - 60
    forgotten, used = prepared("25.0.1"), prepared("25.0.2")
    for folder in (forgotten, used):
        os.utime(folder, (month_ago, month_ago))
    assert prepared("25.0.2") == used
    now = prepared("25.0.3")
    assert set(now.parent.iterdir()) == {used, now}


@pytest.mark.parametrize(("language", "starts"), [("en-GB", True), ("en-US", False), ("en", False)])
def test_a_java_without_a_start_up_cache_is_trained_for_the_lists_of_its_english(
    prepared, tmp_path, monkeypatch, language, starts
):
    folder, asked = prepared("17.0.1"), []
    (folder / "spelling-en-US.lists").touch()

    def steps(_server, language):
        asked.append(language)
        (folder / f"spelling-{language}.lists").touch()
        return iter(())

    monkeypatch.setattr(train, "find_java", lambda _: Java(Path("java"), "17.0.1", "settings"))
    monkeypatch.setattr(train, "_steps", steps)
    folders = Folders(tmp_path / "data", tmp_path / "cache", tmp_path / "run")
    train.train(folders, LOCK, "", "", language, no_progress, never)
    assert asked == ([language] if starts else [])
