"""Whatever stands in a file, it is read or refused in one sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.readers.kinds import has_reader, kind_of
from desk.readers.mail import read_mail
from desk.readers.web import read_html
from desk.readers.wire.anpa import read_anpa
from desk.readers.wire.iptc_7901 import read_iptc_7901
from desk.readers.wire.newsml_1 import read_newsml_1
from desk.readers.wire.newsml_g2 import read_newsml_g2
from desk.readers.wire.ninjs import read_ninjs
from desk.readers.wire.nitf import read_nitf

PAGE = "<p> </p> <br> <ul> <li> </ul> <table> <td> </table> <h1> <nav> </nav> <div> </div> <del> word"
WIRE = "<nitf> <body> <body.content> <p/> &amp; &x; <![CDATA[ ]]> <NewsML> <NewsItem> <NewsComponent> <ContentItem>"
TAGS = st.sampled_from(f"{PAGE} {WIRE} <DataContent> <newsItem> <contentSet> <inlineXML>".split())
LINES = st.text(alphabet="ab ^<=+;_{`'\x01\x02\x03\x13\x14\x1f\t\r\n#*:", max_size=60)
NAMES = st.sampled_from(["headline", "bodies", "value", "role", "by", "genre", "body_html", "items"])
VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


def refusal(read, raw):
    """Return the sentence with which bytes are refused, empty where they are read."""
    try:
        read(raw)
    except KnownError as error:
        return str(error)
    return ""


@given(st.lists(TAGS, max_size=25))
@pytest.mark.parametrize("read", [read_html, read_nitf, read_newsml_1, read_newsml_g2])
def test_broken_markup(read, tags):
    assert "\n" not in refusal(read, "".join(tags).encode())


@given(LINES)
@pytest.mark.parametrize("read", [read_iptc_7901, read_anpa, read_mail, read_ninjs])
def test_broken_messages(read, text):
    assert "\n" not in refusal(read, text.encode())


@given(VALUES)
def test_ninjs_with_values_of_any_kind(value):
    said = {"uri": "x", "body_text": "Words."} | (value if isinstance(value, dict) else {"by": value})
    assert "\n" not in refusal(read_ninjs, json.dumps(said).encode())


@given(st.binary(max_size=60))
def test_any_bytes_have_a_kind_or_none(raw):
    assert not has_reader(raw) or "\n" not in refusal(kind_of, raw)
