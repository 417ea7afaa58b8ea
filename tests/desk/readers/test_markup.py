import json

import pytest

from desk.errors import KnownError
from desk.readers.draft import read_draft, read_text
from desk.readers.markup import markup_in
from tests.rows import rows

STORY = "The mayor spoke on Monday.\n\nShe said little.\n"


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("<!DOCTYPE html>\n<html><body><p>Words</p></body></html>", "web page"),
        ("<!-- saved from url -->\n<HTML>\n<p>Words", "web page"),
        ('<?xml version="1.0"?><nitf><body>Words</body></nitf>', "XML"),
        ("\ufeff<NewsML Version='1'><a>b</a></NewsML>\n", "XML"),
        ('{"uri": "x", "headline": "Words"', "JSON"),
        (json.dumps([{"a": 1}], indent=1), "JSON"),
        ("[" * 100_000, "JSON"),
        ("[1, 2]", "JSON"),
        ("\x01abc0001 3 pol 120 dpa\n\x02" + STORY * 40 + "\x03", "wire message"),
        ("\nabc00075 3 i 510    dpa 1003\n\n/politics/\nWords", "wire message"),
        ("From: a@b.example\nSubject: Story\nMIME-Version: 1.0\n\nWords", "e-mail"),
    ],
)
def test_what_is_written_for_programs_is_never_shown_as_copy(tmp_path, text, is_):
    path = tmp_path / "story.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(KnownError, match=is_) as told:
        read_draft(path)
    assert "\n" not in str(told.value)
    assert read_text(path).text == text.removeprefix("\ufeff")


def test_a_web_page_in_utf_16_is_one_too(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes("<html><p>Words</p></html>".encode("utf-16"))
    with pytest.raises(KnownError, match="web page"):
        read_draft(path)


@rows(
    "text",
    [
        STORY,
        "[Editor’s note: this story replaces an earlier one.]\n\n" + STORY,
        "<b>MAYOR</b> speaks\n\n" + STORY,
        '<div align="center">\n\n# Title\n\n</div>\n\n' + STORY,
        "{slug: mayor}\n\n" + STORY,
        "From: the desk\nTo: all\n\n" + STORY,
        "a < b\n\n" + STORY,
    ],
)
def test_copy_with_signs_in_it_is_copy(text):
    assert markup_in(text) is None
