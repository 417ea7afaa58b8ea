"""Our start of the server: the jar is made of the source beside it, and every Java that may run the engine reads it."""

import zipfile

from desk.checks.grammar.engine.build_start import write_jar
from desk.checks.grammar.engine.java import OLDEST
from desk.checks.grammar.engine.lock_file import read_lock
from desk.checks.grammar.engine.start_jar import (
    MAIN_CLASS,
    digest_in_jar,
    engine_in_jar,
    source_digest,
    start_jar,
    start_sources,
)

_FIRST_JAVA = 44
"""What stands in a class file is the version of Java and this."""


def test_the_shipped_jar_was_made_of_the_source_beside_it():
    """Run `python -m desk.checks.grammar.engine.build_start` where this fails."""
    assert digest_in_jar() == source_digest()


def test_the_shipped_jar_was_compiled_against_the_locked_engine():
    """It calls classes inside LanguageTool, which another version may have changed: build it anew with each."""
    assert engine_in_jar() == read_lock().version


def test_the_jar_holds_a_class_for_each_source_in_a_version_that_every_java_reads():
    with zipfile.ZipFile(start_jar()) as jar:
        classes = {name: jar.read(name) for name in jar.namelist() if name.endswith(".class")}
    assert {name.partition("$")[0].removesuffix(".class").rpartition("/")[2] for name in classes} == {
        source.stem for source in start_sources()
    }
    assert f"{MAIN_CLASS.replace('.', '/')}.class" in classes
    assert {int.from_bytes(content[6:8], "big") for content in classes.values()} == {OLDEST + _FIRST_JAVA}


def test_equal_classes_make_an_equal_jar(tmp_path):
    for name in ("one.jar", "two.jar"):
        write_jar({"A.class": b"a"}, tmp_path / name)
    assert (tmp_path / "one.jar").read_bytes() == (tmp_path / "two.jar").read_bytes()
    assert digest_in_jar(tmp_path / "one.jar") == source_digest()
