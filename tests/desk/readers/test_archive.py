import io
import zipfile

import pytest

from desk.errors import KnownError
from desk.readers.archive import MOST_ENTRIES, Archive


def packed(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def test_parts_are_found_whatever_their_case_and_slashes():
    archive = Archive(packed(("Word\\Document.xml", "a")))
    assert "word/document.xml" in archive
    assert archive.read("/word/document.xml") == b"a"


def test_a_part_that_unpacks_to_far_more_than_it_weighs_is_not_unpacked():
    with pytest.raises(KnownError, match="far more than any document"):
        Archive(packed(("a.xml", b" " * 20_000_000))).read("a.xml")


def test_all_parts_together_have_a_limit():
    import random

    noise = random.Random(1).randbytes(25_000_000)
    archive = Archive(packed(("a.xml", noise), ("b.xml", noise)))
    archive.read("a.xml")
    with pytest.raises(KnownError, match="far more than any document"):
        archive.read("b.xml")


def test_a_size_that_lies_is_found_out():
    raw = packed(("a.xml", b" " * 60_000_000))
    lied = raw.replace((60_000_000).to_bytes(4, "little"), (60).to_bytes(4, "little"))
    with pytest.raises(KnownError):
        Archive(lied).read("a.xml")


def test_too_many_parts_are_refused():
    with pytest.raises(KnownError, match="more than any document"):
        Archive(packed(*((f"{i}", "") for i in range(MOST_ENTRIES + 1))))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    with pytest.raises(KnownError, match="two parts"):
        Archive(packed(("a.xml", "1"), ("a.xml", "2"))).read("a.xml")


def test_half_a_file_is_refused():
    raw = packed(("a.xml", "some words " * 500))
    for cut in (raw[:60], raw[:-10], raw[: len(raw) // 2]):
        with pytest.raises(KnownError, match="cut off or damaged"):
            Archive(cut).read("a.xml")


def test_a_missing_and_a_locked_part_are_told():
    with pytest.raises(KnownError, match="lacks its part"):
        Archive(packed(("a.xml", "1"))).read("b.xml")
    locked = bytearray(packed(("a.xml", "1")))
    for place in (6, locked.rindex(b"PK\x01\x02") + 8):
        locked[place] |= 1
    with pytest.raises(KnownError, match="password"):
        Archive(bytes(locked)).read("a.xml")
