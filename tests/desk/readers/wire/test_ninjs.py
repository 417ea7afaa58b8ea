import json

import pytest

from desk.errors import KnownError
from desk.readers.wire.ninjs import read_ninjs
from tests.rows import rows

BASE = {"uri": "http://x.example/1", "headline": "Mayor resigns"}


def read(**said):
    return read_ninjs(json.dumps(BASE | said).encode())


def texts(document):
    return [document.text[b.start : b.end] for b in document.blocks]


@rows(
    "body",
    [
        {"body_xhtml": "<p>One.</p><p>Two.</p>", "body_text": "no"},
        {"body_html": "<div>One.</div><div>Two.</div>"},
        {"body_text": "One.\n\nTwo."},
        {
            "bodies": [
                {"contenttype": "text/plain", "value": "no"},
                {"contenttype": "text/html", "value": "<p>One.<p>Two."},
            ]
        },
        {
            "bodies": [
                {
                    "role": "nitf",
                    "value": "<nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>",
                }
            ]
        },
        {"body_html": "<lead>One.</lead><text>Two.</text>"},
    ],
)
def test_a_body_of_any_version_is_read(body):
    assert texts(read(**body)) == ["Mayor resigns", "One.", "Two."]


def test_facts_have_one_name_whatever_the_version():
    first = read(
        body_text="One.", byline="Ada Desk", located="Ulm", urgency=3, slugline="ULM", ednote="Check",
        embargoed="2026-01-02", genre=[{"name": "Analysis"}], keywords=["flood", "Ulm"], language="en",
    )  # fmt: skip
    third = read_ninjs(
        json.dumps(
            {
                "uri": "http://x.example/1",
                "headlines": [{"role": "sub", "value": "no"}, {"role": "main", "value": "Mayor resigns"}],
                "by": "Ada Desk",
                "located": "Ulm",
                "urgency": 3,
                "slugline": "ULM",
                "ednote": "Check",
                "embargoed": "2026-01-02",
                "genres": [{"uri": "http://cv.example/genre/Analysis"}],
                "keywords": ["flood", "Ulm"],
                "language": "en",
                "bodies": [{"contentType": "text/plain", "value": "One."}],
            }
        ).encode()
    )
    assert first.metadata == third.metadata
    assert first.metadata["genre"] == "Analysis"
    assert first.metadata["keywords"] == "flood, Ulm"
    assert texts(first) == texts(third)


def test_a_list_of_stories_gives_the_first():
    found = read_ninjs(json.dumps([BASE | {"body_text": "One."}, BASE | {"body_text": "Two."}]).encode())
    assert texts(found) == ["Mayor resigns", "One."]
    assert any("2 stories" in warning for warning in found.warnings)


@pytest.mark.parametrize("other", [{}, [], {"name": "package", "version": "1"}, {"uri": "x", "headline": "no words"}])
def test_other_json_is_refused_in_one_sentence(other):
    with pytest.raises(KnownError, match="not ninjs"):
        read_ninjs(json.dumps(other).encode())


def test_damaged_json_is_said_to_be():
    with pytest.raises(KnownError, match="damaged"):
        read_ninjs(b'{"uri": "x", "headline": ')
