"""Packs that somebody made to do harm, or that were damaged: one clear sentence each, and nothing is written."""

import io
import json
import os
import stat
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.exchange import bag_bytes
from desk.packs import layout, reading
from desk.packs.reading import pack_of, read_pack
from desk.review.seal import canonical
from desk.review.signing import SigningKey
from tests.rows import rows


def entries_of(whole):
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def zipped(entries, method=zipfile.ZIP_DEFLATED, attributes=0):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, raw in entries:
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.external_attr = method, attributes
            archive.writestr(entry, raw)
    return out.getvalue()


def refused(whole):
    """Return the one sentence that a pack is refused with."""
    with pytest.raises(KnownError) as caught:
        pack_of(whole)
    said = str(caught.value)
    assert "\n" not in said
    assert said.endswith(".")
    return said


def relisted(whole, key, **changes):
    """Return the pack with another list of contents, signed by a key of the forger's own."""
    entries = dict(entries_of(whole))
    values = json.loads(entries[layout.CONTENTS]) | changes
    said = canonical(values)
    entries |= {layout.CONTENTS: said.encode(), layout.SIGNATURE: key.sign(said).encode()}
    return zipped(entries.items())


@rows(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "C:\\windows\\evil.dll",
        "texts/../../evil.txt",
        "texts/con.txt",
        "stories/..json",
        "contents.json ",
        "originals/" + "A" * 64,
        "texts/" + "a" * 64 + ".txt/x",
        "évil\u202etxt.exe",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(whole, name):
    assert "which belongs to no pack" in refused(zipped([*entries_of(whole), (name, b"x")]))


def test_a_link_or_a_folder_is_refused(whole):
    for kind in (stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO):
        assert "is no plain file" in refused(zipped(entries_of(whole), attributes=(kind | 0o777) << 16))


def test_a_bomb_is_not_opened(whole, monkeypatch):
    name = f"originals/{'a' * 64}"
    text = (f"texts/{'a' * 64}.txt", bytes(9_000_000))
    assert "in this pack claims 9 MB; at most 8 are read" in refused(zipped([*entries_of(whole), text]))
    monkeypatch.setattr(reading, "ALWAYS_FINE", 1_000_000)
    bomb = zipped([*entries_of(whole), (name, bytes(40_000_000))])
    assert "it is made to fill memory, and was not opened" in refused(bomb)


def test_a_size_that_is_not_true_is_refused(whole):
    raw = bytearray(zipped([("contents.json", b"a" * 1000)]))
    at = raw.index(b"PK\x01\x02") + 24
    raw[at : at + 4] = (10).to_bytes(4, "little")
    assert "cut off or damaged" in refused(bytes(raw)) or "not as long as it claims" in refused(bytes(raw))


def test_too_many_files_are_refused(whole, monkeypatch):
    monkeypatch.setattr(reading, "MOST_FILES", 3)
    assert "claims to hold 9 files; at most 3 are read" in refused(whole)


def test_a_list_of_ten_million_files_is_not_read(whole, monkeypatch):
    """It is refused by its length, before the library makes an object of each."""
    at = whole.index(b"PK\x01\x02")
    entry = whole[at : whole.index(b"PK\x01\x02", at + 4)]
    long_list = entry * (reading.MOST_FILES * 200 // len(entry))
    end = whole[-22:-10] + len(long_list).to_bytes(4, "little") + at.to_bytes(4, "little") + b"\0\0"
    monkeypatch.setattr(reading.zipfile, "ZipFile", None)
    assert "claims to hold more than 50,000 files: it was not opened" in refused(whole[:at] + long_list + end)
    of_four_gigabytes = whole[:-22] + b"PK\x06\x07" + bytes(16) + whole[-22:]
    assert "cut off or damaged" in refused(of_four_gigabytes)
    assert "cut off or damaged" in refused(whole + b"more")


def test_a_story_of_endless_values_is_not_read(monkeypatch):
    monkeypatch.setattr(bag_bytes, "MOST_VALUES", 1000)
    with pytest.raises(KnownError, match="This is no story that Copydesk packed"):
        bag_bytes.from_bytes(b"[" + b"[]," * 1000 + b"[]]")
    with pytest.raises(KnownError, match="This is no desk that Copydesk packed"):
        bag_bytes.desk_from_bytes(b"[" * 1_000_000)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(whole):
    entries = entries_of(whole)
    assert "twice" in refused(zipped([*entries, entries[-1]]))


def test_a_newer_form_is_told(whole):
    key = SigningKey.new()
    assert refused(relisted(whole, key, copydesk_pack=2)).startswith("This pack was made by a newer Copydesk (form 2)")
    assert "locked by a newer Copydesk" in refused(b"COPYDESK LOCKED PACK 2\n" + bytes(90))


def test_what_is_no_pack_is_told():
    assert "This file is no pack of Copydesk" in refused(b"%PDF-1.7 ...")
    assert "no signed list of contents" in refused(zipped([("desk.json", b"{}")]))
    assert "cut off or damaged" in refused(b"PK\x03\x04" + bytes(40))


def test_a_list_by_another_key_than_it_names_is_refused(whole):
    assert "The signature of this pack does not fit its list of contents" in refused(relisted(whole, SigningKey.new()))
    other = SigningKey.new()
    names = json.loads(dict(entries_of(whole))[layout.CONTENTS])["packed_by"]
    said = refused(relisted(whole, other, packed_by={**names, "public": other.public}))
    assert said == "This pack is signed by another key than that of the copy it names: it was not opened."


def test_a_file_put_in_taken_out_or_exchanged_is_named(whole):
    entries = entries_of(whole)
    name, raw = next(entry for entry in entries if entry[0].startswith("texts/"))
    without = [entry for entry in entries if entry[0] != name]
    assert refused(zipped(without)).startswith(f"“{name[:20]}")
    assert "is missing" in refused(zipped(without))
    assert "was altered after it was packed" in refused(zipped([*without, (name, raw + b"!")]))
    more = (f"texts/{'b' * 64}.txt", b"b")
    assert "was put into this pack after it was signed" in refused(zipped([*entries, more]))


def test_a_forger_who_signs_anew_still_cannot_alter_a_story(whole):
    """The list is theirs; what each copy signed of a story is not."""
    forger, entries = SigningKey.new(), dict(entries_of(whole))
    name = next(name for name in entries if name.startswith("stories/"))
    entries[name] = entries[name].replace(b"as quoted", b"as quotes")
    said = refused(listed_anew(entries, forger))
    assert "was altered" in said


def test_a_story_under_the_id_of_another_one_is_refused(whole):
    entries = dict(entries_of(whole))
    name = next(name for name in entries if name.startswith("stories/"))
    entries[f"stories/{'0' * 32}.json"] = entries.pop(name)
    assert "travels under the name of another story" in refused(listed_anew(entries, SigningKey.new()))


def test_a_text_that_no_story_asks_for_is_refused(whole):
    import hashlib

    entries = dict(entries_of(whole))
    entries[f"texts/{hashlib.sha256(b'more').hexdigest()}.txt"] = b"more"
    assert "belongs to no story of it" in refused(listed_anew(entries, SigningKey.new()))


def listed_anew(entries, key):
    """Return a pack of these files whose list somebody signed with their own key."""
    import hashlib

    rest = [(name, raw) for name, raw in entries.items() if name not in (layout.CONTENTS, layout.SIGNATURE)]
    said = canonical(
        {
            "copydesk_pack": 1,
            "made": 0,
            "packed_by": {"id": key.fingerprint[:32], "public": key.public, "name": "x"},
            "files": [[name, hashlib.sha256(raw).hexdigest(), len(raw)] for name, raw in rest],
        }
    )
    return zipped([(layout.CONTENTS, said.encode()), (layout.SIGNATURE, key.sign(said).encode()), *rest])


@settings(max_examples=60)
@given(data=st.data())
def test_one_altered_byte_is_told_of_or_changes_nothing(whole, load, data):
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    try:
        found = pack_of(whole[:at] + bytes([other]) + whole[at + 1 :]).load
    except KnownError:
        return
    else:  # the age of a file in the archive, say, which nobody reads
        assert (set(found.bags), found.texts, found.originals) == (set(load.bags), load.texts, load.originals)


@settings(max_examples=30)
@given(data=st.data())
def test_a_pack_that_is_cut_off_is_refused(whole, data):
    refused(whole[: data.draw(st.integers(0, len(whole) - 1))])


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_rubbish_is_refused(raw):
    refused(raw)
    refused(b"PK\x03\x04" + raw)


def test_a_pipe_a_folder_and_a_file_that_is_not_there_are_told(tmp_path):
    os.mkfifo(tmp_path / "pipe.copydesk")
    for name in ("pipe.copydesk", ".", "none.copydesk"):
        with pytest.raises(KnownError, match="could not be read"):
            read_pack(tmp_path / name)


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_OF_A_FILE", 10)
    (tmp_path / "large.copydesk").write_bytes(bytes(11))
    with pytest.raises(KnownError, match="is too large for a pack"):
        read_pack(tmp_path / "large.copydesk")
