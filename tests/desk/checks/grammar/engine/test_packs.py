"""Packs of other languages: named in a lock of their own, installed beside the engine, part of what a server is."""

import hashlib

import pytest

from desk.checks.grammar.engine import beside, packs
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.java import Java
from desk.checks.grammar.engine.lock_file import Jar, Lock, read_lock
from desk.checks.grammar.engine.packs import WITH_THE_ENGINE, LanguagePack, codes, installed, pack_named
from desk.checks.grammar.engine.prepare import Prepared, heap_for, key_of
from desk.checks.names.languages import code_of
from desk.errors import KnownError

JAR = b"nothing but a jar"
LATIN = LanguagePack(
    "Latin", "la", Lock("9.9", (Jar("org.test:latin:9.9", len(JAR), hashlib.sha256(JAR).hexdigest()),))
)


@pytest.fixture
def engine(tmp_path, monkeypatch):
    """Return an engine for which there is one pack."""
    monkeypatch.setattr(packs, "packs", lambda: (LATIN,))
    return GrammarEngine(Folders(tmp_path / "data", tmp_path / "cache", tmp_path / "run"))


def test_every_pack_is_locked_by_hash_and_is_none_of_the_engines_jars():
    own = {jar.coordinate for jar in read_lock().jars}
    for pack in packs.packs():
        assert all(len(jar.sha256) == 64 and jar.size > 0 and jar.coordinate not in own for jar in pack.lock.jars)
        assert pack.lock.version == read_lock().version


def test_each_language_that_can_be_checked_is_known_by_its_small_words():
    known = {code_of(language) for language in ("German", "French", "Italian", "Dutch", "Spanish", "Portuguese")}
    assert set(codes()) == known


@pytest.mark.parametrize("word", ["de", "German", "german", "de-DE"])
def test_a_pack_goes_by_its_code_or_its_name(word):
    assert pack_named(word).code == "de-DE"


def test_a_language_without_a_pack_is_told_which_there_are():
    with pytest.raises(KnownError, match=r"no pack for “xx”: use .*de \(German\)"):
        pack_named("xx")


def test_an_installed_pack_is_a_language_of_the_engine_and_part_of_its_key(engine, tmp_path):
    before = engine.key
    assert engine.languages == WITH_THE_ENGINE
    (tmp_path / LATIN.lock.jars[0].file_name).write_bytes(JAR)
    assert engine.install_language("la", tmp_path).language == "Latin"
    assert engine.languages == (*WITH_THE_ENGINE, "la")
    assert engine.key == f"{before} la {LATIN.lock.key}"
    assert [pack.code for pack in installed(engine.folders)] == ["la"]


def test_a_server_with_a_pack_is_another_one(tmp_path):
    java, lock = Java(tmp_path / "java", "25", "test"), read_lock()
    assert key_of(lock, java) != key_of(lock, java, languages=(LATIN,))


def test_a_desks_own_server_is_asked_about_english_alone():
    assert GrammarEngine(url="127.0.0.1:8081").languages == ()


def lock_of(name, **called):
    raw = name.encode()
    return Lock("9.9", (Jar(f"org.test:{name}:9.9", len(raw), hashlib.sha256(raw).hexdigest()),), **called)


def put(folders, lock):
    folders.engine(lock).mkdir(parents=True)
    (folders.engine(lock) / lock.jars[0].file_name).write_bytes(lock.jars[0].coordinate.split(":")[1].encode())


@pytest.fixture
def carried(tmp_path, monkeypatch):
    """Return two machines: one with an engine, a pack and the dictionary, one with nothing; and what is beside."""
    own, latin, words = lock_of("engine"), lock_of("latin", called="Latin pack"), lock_of("words", called="dictionary")
    greek = lock_of("greek", called="Greek pack")
    monkeypatch.setattr(
        packs, "packs", lambda: (LanguagePack("Latin", "la", latin), LanguagePack("Greek", "el", greek))
    )
    monkeypatch.setattr(beside, "locks_beside", lambda: (latin, greek, words))
    monkeypatch.setattr(GrammarEngine, "_train", lambda *_: None)
    here, there = (
        GrammarEngine(Folders(place / "data", place / "cache", place / "run"), java="none", lock=own)
        for place in (tmp_path / "a", tmp_path / "b")
    )
    for lock in (own, latin, words):
        put(here.folders, lock)
    return here, there


def test_what_is_installed_beside_the_engine_goes_along_with_it(carried, tmp_path):
    here, there = carried
    assert (here.status().beside, here.status().lacking) == ("the Latin pack and the dictionary", "the Greek pack")
    there.install_from(here.export(tmp_path / "engine.zip"))
    assert there.status().complete
    assert there.status().beside == here.status().beside
    assert there.languages == (*WITH_THE_ENGINE, "la")


def test_a_machine_with_the_engine_takes_what_it_lacks_from_the_same_file(carried, tmp_path):
    here, there = carried
    file = here.export(tmp_path / "engine.zip")
    put(there.folders, there.lock)
    assert there.languages == WITH_THE_ENGINE
    assert [lock.called for lock in there.install_beside(file)] == ["Latin pack", "dictionary"]
    assert there.install_beside(file) == ()
    assert there.languages == (*WITH_THE_ENGINE, "la")


def test_a_file_without_the_pack_that_is_wanted_is_refused_by_name(carried, tmp_path):
    here, there = carried
    file = here.export(tmp_path / "engine.zip")
    with pytest.raises(KnownError, match=r"does not hold greek-9.9.jar, which is the Greek pack"):
        there.install_language("Greek", file)


def test_a_server_may_fill_more_memory_for_each_pack(engine, tmp_path):
    java = Java(tmp_path / "java", "25", "test")
    assert Prepared(tmp_path, (), java, "key", heap_for(())).command("en-US")[1] == "-Xmx512m"
    assert Prepared(tmp_path, (), java, "key", heap_for((LATIN, LATIN))).command("en-US")[1] == "-Xmx1024m"
