import io
import zipfile

import pytest

from desk.errors import KnownError
from desk.writers.raw_zip import packed, repacked


def zipped(method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("one.xml", "<a/>" * 900)
        archive.writestr("Zoë/two.bin", bytes(range(256)))
    return out.getvalue()


def contents(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_a_part_is_changed_and_one_added_all_others_as_packed(method):
    raw = zipped(method)
    new = contents(repacked(raw, {"ONE.xml": b"<b/>", "three.xml": b"3"}))
    assert new == {"one.xml": b"<b/>", "Zoë/two.bin": bytes(range(256)), "three.xml": b"3"}
    with zipfile.ZipFile(io.BytesIO(repacked(raw, {}))) as archive:
        assert archive.getinfo("one.xml").compress_type == method


def test_what_was_written_as_a_stream_is_copied_too():
    class Stream(io.BytesIO):
        def seekable(self):
            return False

    out = Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", "one")
        archive.writestr("b", "two")
    assert contents(repacked(out.getvalue(), {"b": b"2"})) == {"a": b"one", "b": b"2"}


def test_a_new_archive_holds_what_it_was_given():
    raw = packed({"mimetype": b"text", "content.xml": b"x" * 100}, stored="mimetype")
    assert contents(raw) == {"mimetype": b"text", "content.xml": b"x" * 100}
    assert raw[30:42] == b"mimetypetext"


def test_a_directory_that_lies_is_told():
    raw = zipped()
    head = raw.index(b"PK\x03\x04", 4)
    with pytest.raises(KnownError, match="damaged"):
        repacked(raw[:head] + b"XXXX" + raw[head + 4 :], {})
