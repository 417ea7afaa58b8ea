"""Packs come back as they were, say what they hold, and stay small."""

import random
import zipfile
from dataclasses import replace

import pytest

from desk.errors import KnownError
from desk.exchange.bag import Load
from desk.packs.layout import PackLocked
from desk.packs.locking import unlocked
from desk.packs.reading import pack_of, read_pack
from desk.packs.writing import packed, write_pack
from desk.text.moments import to_the_minute
from tests.desk.exchange.conftest import WHEN


def test_a_pack_comes_back_as_it_was(load, whole):
    back = pack_of(whole).load
    assert {bag.card.id: bag for bag in back.bags} == {bag.card.id: bag for bag in load.bags}
    assert (back.texts, back.originals, back.desk) == (load.texts, load.originals, load.desk)


def test_the_same_load_at_the_same_moment_is_the_same_file(load, whole, laptop_key):
    assert packed(load, laptop_key, "laptop of Rosa", WHEN) == whole


def test_it_says_what_it_holds_before_anything_is_taken(whole, laptop_key):
    contents = pack_of(whole).contents
    first, second = contents.stories
    assert contents.said == (
        f"2 stories with 3 versions, packed by laptop of Rosa, {to_the_minute(WHEN)}, signed with the key "
        f"{laptop_key.fingerprint[:16]}.",
        f"“flood-0” (Metro): 2 versions, 1 comment, 1 document, by Rosa Marquez, last saved {to_the_minute(WHEN)}",
        f"“flood-1” (Metro): 1 version, 1 comment, 1 document, by Rosa Marquez, last saved {to_the_minute(WHEN)}",
    )
    assert (first.versions, second.versions, contents.locked) == (2, 1, False)


def test_any_program_that_opens_archives_shows_the_texts_as_plain_files(whole, tmp_path):
    file = tmp_path / "flood.copydesk"
    write_pack(file, whole)
    with zipfile.ZipFile(file) as archive:
        texts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("texts/")]
    assert sorted(texts) == ["A vote is due.", "The flood left.", "The flood reached Harrow Quay."]


def test_a_passphrase_locks_it(load, whole, tmp_path):
    file = tmp_path / "flood.copydesk"
    write_pack(file, whole, "dünne Suppe")
    assert b"flood" not in file.read_bytes()
    pack = read_pack(file, "dünne Suppe")
    assert pack.contents.locked
    assert pack.load.texts == load.texts
    with pytest.raises(PackLocked, match="This pack is locked"):
        read_pack(file)
    with pytest.raises(PackLocked, match="The passphrase is another one, or the pack was damaged"):
        read_pack(file, "dicke Suppe")


LOCKED_BEFORE = bytes.fromhex(
    "434f50594445534b204c4f434b4544205041434b20310a000102030405060708090a0b0c0d0e0f000102030405060708090a0b"
    "c57b19eb830f8975336dc2bcfe8420ca"
)
"""Nothing at all, under “harbour lights”."""


@pytest.mark.usefixtures("guessed_dearly")
def test_what_was_locked_before_opens_for_it_is_as_dear_to_guess():
    assert unlocked(LOCKED_BEFORE, "harbour lights") == b""
    with pytest.raises(PackLocked, match="The passphrase is another one"):
        unlocked(LOCKED_BEFORE, "harbour light")


def test_thirty_versions_take_at_most_200_kilobytes(make_load, laptop_key):
    chance = random.Random(1)
    letters = "etaoinshrdlucm"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(3000)]
    text = [" ".join(chance.choices(words, k=40)) for _ in range(20)]  # 800 words, as a long story has
    texts = []
    for _ in range(30):
        text[chance.randrange(20)] = " ".join(chance.choices(words, k=40))
        texts.append("\n\n".join(text))
    reasons = tuple(f"reason {nth}" for nth in range(60))
    assert len(packed(make_load(texts, reasons=reasons), laptop_key, "laptop of Rosa", WHEN)) <= 200_000


def test_a_load_that_is_not_whole_is_not_packed(load, laptop_key):
    with pytest.raises(KnownError, match="A text of “flood-0” is missing"):
        packed(replace(load, texts={}), laptop_key, "laptop", WHEN)


def test_a_pack_of_nothing_says_so(laptop_key):
    contents = pack_of(packed(Load(()), laptop_key, "", WHEN)).contents
    assert contents.said[0].startswith("0 stories with 0 versions, packed by a copy without a name")
