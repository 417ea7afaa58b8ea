import pytest

from desk.errors import KnownError
from desk.readers.file_kind import FileKind
from desk.readers.guarded import GuardedReader
from desk.readers.kinds import has_reader, kind_of, likely_kind
from tests.rows import rows


@rows(
    ("raw", "kind"),
    [
        (b"<!doctype html><p>Words", FileKind.HTML),
        (b"<p>Words</p><p>more</p>", FileKind.HTML),
        (b"<meta charset='utf-8'><b style='font-weight:normal'>Words", FileKind.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html><body/></html>', FileKind.HTML),
        ("<html><p>Words</html>".encode("utf-16"), FileKind.HTML),
        (b'<?xml version="1.0"?><!-- x --><!DOCTYPE nitf [<!ENTITY x "y">]><nitf/>', FileKind.NITF),
        (b'<?xml version="1.0"?><n:nitf xmlns:n="x"/>', FileKind.NITF),
        (b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', FileKind.NEWSML_G2),
        (b'<?xml version="1.0"?><newsMessage/>', FileKind.NEWSML_G2),
        (b'<?xml version="1.0"?><NewsML Version="1.2"/>', FileKind.NEWSML_1),
        (b'{"uri": "x"}', FileKind.NINJS),
        (b"abc00075 3 i 510    dpa 1003\n\nWords", FileKind.IPTC_7901),
        (b"\x7f\x7f\r\n\x01abc0025 3 ec 121   etf 967\r\n\x02Words\x03", FileKind.IPTC_7901),
        (b"\x16\x16\x01a4018\x1fap---\r\nr n\x13\x14BC-X 12-10 0003\r\n\x02Words\x03", FileKind.ANPA),
        (b"Subject: x\r\nMIME-Version: 1.0\r\n\r\nWords", FileKind.MAIL),
    ],
)
def test_a_format_is_known_by_what_stands_in_it(raw, kind):
    assert has_reader(raw)
    assert kind_of(raw) is kind
    assert likely_kind(raw[:100]) in (kind, None)


@rows(
    ("head", "kind"),
    [
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", FileKind.DOCX),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication", FileKind.ODT),
        (b"{\\rtf1 Words", FileKind.RTF),
        (b"<!doctype html><p>Wor", FileKind.HTML),
        (b"Subject: x\r\nMIME-Version: 1.0\r\n\r\nWor", FileKind.MAIL),
        (b"The mayor", None),
        (b"", None),
    ],
)
def test_the_first_bytes_say_which_reader_is_probably_needed(head, kind):
    assert likely_kind(head) is kind


def test_xml_of_other_trades_is_refused_with_its_name():
    raw = b'<?xml version="1.0"?><invoice><a>1</a></invoice>'
    assert has_reader(raw)
    with pytest.raises(KnownError, match="<invoice>"):
        kind_of(raw)


def test_copy_goes_to_the_reader_of_plain_text():
    assert not has_reader(b"The mayor said no.\n\nShe did.\n")


@rows(
    ("raw", "text"),
    [
        (b"<!doctype html><p>Words", "Words"),
        (b'<?xml version="1.0"?><nitf><body><body.content><p>Words</p></body.content></body></nitf>', "Words"),
        (b'{"uri": "x", "body_text": "Words"}', "Words"),
        (b"abc00075 3 i 510    dpa 1003\n\nWords are words.\n\nMore.", "Words are words.\n\nMore."),
        (b"Subject: T\nMIME-Version: 1.0\n\nWords", "T\n\nWords"),
    ],
)
def test_each_is_read_in_the_process_of_its_own(raw, text):
    assert GuardedReader().read(raw).text == text
