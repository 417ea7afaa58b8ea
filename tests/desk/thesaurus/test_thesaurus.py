"""The dictionary: looked up in any form of a word, installed by its hash, and told plainly where it is not there."""

import io

import pytest

from desk.checks.grammar.engine.folders import Folders
from desk.errors import KnownError
from desk.thesaurus.entry import Nearness, PartOfSpeech, Related
from desk.thesaurus.thesaurus import Thesaurus
from desk.thesaurus.wordnet import WordNet
from tests.rows import rows
from tests.small_wordnet import jar_bytes, lock_of, put_there


@pytest.fixture(scope="module")
def jar():
    return jar_bytes()


@pytest.fixture
def thesaurus(jar, tmp_path, monkeypatch):
    monkeypatch.setattr(Thesaurus, "lock", lock_of(jar))
    return Thesaurus(Folders(tmp_path / "data", tmp_path / "cache", tmp_path / "run"))


@pytest.fixture(scope="module")
def look_up(jar):
    return WordNet(io.BytesIO(jar)).look_up


def test_a_meaning_has_its_examples_and_the_words_of_its_kind_without_the_word_itself(look_up):
    (quay,) = look_up("quay").meanings
    assert (quay.word, quay.part, quay.definition) == ("quay", PartOfSpeech.NOUN, "where ships are made fast")
    assert quay.examples == ("she waited on the quay",)
    assert quay.related == (
        Related("wharf", Nearness.SAME),
        Related("Pier", Nearness.SAME),
        Related("shore", Nearness.WIDER),
    )


@rows(
    ("asked", "found"),
    [
        ("said", ["say", "say"]),
        ("Saying", ["say", "say"]),
        ("WHARVES", ["wharf"]),
        ("the quay's", []),
        ("quay’s", ["quay"]),
        ("took  place", ["take place"]),
        ("happening", ["happen"]),
        ("bigger", ["big"]),
        ("hold-ups", ["hold-up"]),
        ("pier", ["Pier"]),
        ("wrold", []),
        ("", []),
        ("…", []),
    ],
)
def test_a_word_is_found_in_any_of_its_forms(look_up, asked, found):
    entry = look_up(asked)
    assert entry.asked == asked
    assert [meaning.word for meaning in entry.meanings] == found


def test_the_meaning_used_most_comes_first(look_up):
    assert [meaning.definition for meaning in look_up("say").meanings] == ["put into words", "be of an opinion"]


def test_opposites_and_words_that_mean_nearly_this_are_told_apart(look_up):
    (big,) = look_up("big").meanings
    assert [(one.word, one.nearness) for one in big.related] == [
        ("large", Nearness.SAME),
        ("vast", Nearness.LIKE),
        ("small", Nearness.OPPOSITE),
    ]
    assert Nearness.OPPOSITE not in {one.nearness for one in look_up("large").meanings[0].related}


def test_the_shipped_dictionary_is_locked_by_hash_and_called_by_its_name():
    lock = Thesaurus().lock
    assert [len(jar.sha256) for jar in lock.jars] == [64]
    assert (lock.name, lock.called) == ("wordnet", "dictionary")


def test_without_it_one_is_told_how_to_get_it(thesaurus):
    assert not thesaurus.is_there
    with pytest.raises(KnownError, match="engine install --dictionary"):
        thesaurus.look_up("quay")


def test_it_is_installed_from_a_folder_with_its_file(thesaurus, jar, tmp_path):
    with pytest.raises(KnownError, match=r"does not hold small-wordnet-1\.jar, which is the dictionary"):
        thesaurus.install(tmp_path)
    (tmp_path / "small-wordnet-1.jar").write_bytes(jar)
    assert thesaurus.install(tmp_path).name.startswith("wordnet-1-")
    assert thesaurus.is_there
    assert thesaurus.look_up("quay").meanings


def test_another_content_is_not_installed(thesaurus, jar, tmp_path):
    (tmp_path / "small-wordnet-1.jar").write_bytes(jar[:-1] + b"x")
    with pytest.raises(KnownError, match="damaged or not the expected one"):
        thesaurus.install(tmp_path)
    assert not thesaurus.is_there


@pytest.mark.parametrize("spoil", [lambda jar: b"nothing", lambda jar: jar[: len(jar) // 2], lambda jar: jar + b"\0"])
def test_a_damaged_one_says_how_to_mend_it(thesaurus, jar, spoil):
    put_there(thesaurus, spoil(jar))
    with pytest.raises(KnownError, match="damaged"):
        thesaurus.look_up("quay")
