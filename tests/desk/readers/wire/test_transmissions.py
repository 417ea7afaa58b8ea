"""IPTC 7901 and ANPA 1312: made here, by their recommendations and what senders do of them."""

import pytest

from desk.readers.wire.anpa import read_anpa
from desk.readers.wire.iptc_7901 import read_iptc_7901
from tests.rows import rows

BODY = (
    "   Ulm (dpa) - The mayor of the city said on Monday that\r\nnothing could be done.\r\n \r\n"
    "   The deputy, who was asked, too, said that she had heard\r\nof it.\r\n"
)


def texts(document):
    return [document.text[b.start : b.end] for b in document.blocks]


WANTED = [
    "Mayor of Ulm resigns",
    "Ulm (dpa) - The mayor of the city said on Monday that nothing could be done.",
    "The deputy, who was asked, too, said that she had heard of it.",
]


def test_a_message_with_its_signs():
    raw = (
        "\x7f\x7f\r\n\x01abc0025 3 pl 121   etf 967\r\n\r\nGermany\r\n\r\n\x02Ulm\r\nMayor of Ulm resigns = \r\n \r\n"
        + BODY
        + " \r\n(xx/yy)\r\n\x03011200 jan 26\r\n\x04"
    )
    found = read_iptc_7901(raw.encode())
    assert texts(found) == [*WANTED, "(xx/yy)"]
    assert found.metadata == {
        "id": "abc0025",
        "urgency": "3",
        "section": "politics",
        "keywords": "Germany",
        "headline": "Mayor of Ulm resigns",
    }


def test_a_message_without_signs_with_slug_marks_byline_and_a_tail_for_editors():
    raw = (
        "abc00075 4 pl 510    dpa 1003\n\n/politics/Germany/\n2ND LEAD\nMayor of Ulm resigns\nBy Ada Desk, dpa  =\n \n"
        + BODY.replace("\r\n", "\n").replace("   ", "")
        + "\n# Notebook\n\nThe following information is not intended for publication\nAda: 1234\n"
    )
    found = read_iptc_7901(raw.encode("cp1252"))
    assert texts(found) == WANTED
    assert found.metadata["byline"] == "By Ada Desk, dpa"
    assert found.metadata["slugline"] == "/politics/Germany/"
    assert "Ada: 1234" in found.metadata["editors_note"]


def test_a_headline_over_two_lines_and_none():
    long = "The mayor of the city of Ulm on the river Danube resigns\nafter three years ="
    raw = "abc0001 4 pl 20 dpa\n" + long + "\n\nUlm (dpa) - He went.\n"
    assert texts(read_iptc_7901(raw.encode()))[0] == long.replace("\n", " ").removesuffix(" =")
    raw = "abc0001 4 pl 20 dpa\n\nUlm (dpa) - He went.\n\nHe did.\n"
    assert texts(read_iptc_7901(raw.encode())) == ["Ulm (dpa) - He went.", "He did."]


def test_a_table_keeps_its_rows():
    raw = "abc0001 4 sp 20 dpa\nResults =\n\n   Ulm won.\n\nUlm          3    1\nBerlin       1    3\n"
    assert texts(read_iptc_7901(raw.encode())) == ["Results", "Ulm won.", "Ulm 3 1", "Berlin 1 3"]


def test_a_message_in_anpa_1312():
    raw = (
        "\x16\x16\x01a4018\x1fap---\r\nu n\x13\x14BC-GER--Ulm Mayor 12-10 0035\r\n\x02"
        "BC-GER--Ulm Mayor, 1st Ld-Writethru,0035<\r\n"
        "Eds: Updates throughout.<\r\nMayor of Ulm resigns^<\r\nBy ADA DESK=\r\n"
        "   ULM, Germany (AP) _ ``Nothing could be done,'' the\r\n"
        "mayor said at 2{ p.m.<\r\n   She went; he stayed.<\r\n"
        "Ulm;3;1<\r\nBerlin;1;3<\r\n\x03AP-01-01-26 1200GMT\x04"
    )
    found = read_anpa(raw.encode())
    assert texts(found) == [
        "Mayor of Ulm resigns",
        "ULM, Germany (AP) — “Nothing could be done,” the mayor said at 2½ p.m.",
        "She went; he stayed.",
        "Ulm 3 1",
        "Berlin 1 3",
    ]
    assert found.metadata == {
        "id": "a4018",
        "section": "national",
        "urgency": "3",
        "slugline": "BC-GER--Ulm Mayor",
        "headline": "Mayor of Ulm resigns",
        "byline": "By ADA DESK",
        "editors_note": "Eds: Updates throughout.",
    }


def test_lines_that_begin_with_the_sign_of_the_head_and_end_in_two_returns():
    raw = (
        "\x16\x16\x01V0123\x1fxyz--\r\r\nr i \x14\x11BC-GER--Ulm Mayor 01-01 0020\r\r\n\x02^BC-GER--Ulm Mayor<\r\r\n"
        "^Mayor of Ulm resigns<\r\r\n^By ADA DESK=\r\r\n^Staff Writer=\r\r\n"
        "\tULM _ He went.<\r\r\n\tShe stayed, as she always\r\r\ndid.<\r\r\n\x03"
    )
    found = read_anpa(raw.encode())
    assert texts(found) == ["Mayor of Ulm resigns", "ULM — He went.", "She stayed, as she always did."]
    assert found.metadata["byline"] == "By ADA DESK, Staff Writer"


def test_the_moment_of_sending_is_no_copy():
    raw = "abc0001 4 pl 20 dpa\nMayor of Ulm resigns =\n\nUlm (dpa) - He went.\n\n011200 Jan 26\n"
    assert texts(read_iptc_7901(raw.encode())) == ["Mayor of Ulm resigns", "Ulm (dpa) - He went."]


@rows(
    "line",
    [
        "EMBARGOED UNTIL 0600 GMT TUESDAY",
        "(Embargo: Monday, 6 p.m.)",
        "Sperrfrist: 18.00 Uhr",
        "Eds: HOLD FOR RELEASE at 6:30 p.m. EST",
        "NOT FOR PUBLICATION BEFORE NOON",
    ],
)
def test_an_embargo_in_words_is_no_copy_and_holds_the_story(line):
    body = "Ulm (dpa) - He went.\n\nHe did.\n"
    wanted = ["Mayor of Ulm resigns", "Ulm (dpa) - He went.", "He did."]
    for text in (f"{line}\nMayor of Ulm resigns =\n\n{body}", f"Mayor of Ulm resigns =\n\n{line}\n\n{body}"):
        found = read_iptc_7901(b"abc0001 4 pl 20 dpa\n" + text.encode())
        assert texts(found) == wanted
        assert found.metadata["embargo"] == line
    head = "\x16\x01a4018\x1fap---\r\nu n\x13\x14BC-GER--Ulm 12-10 0035\r\n\x02"
    sent = f"{head}{line}<\r\nMayor resigns^<\r\n   He went.<\r\n\x03"
    assert read_anpa(sent.encode()).metadata["embargo"] == line


@pytest.mark.parametrize(
    "line", ["Embargo until spring hurts", "Embargo hits oil trade", "No release for 40 prisoners"]
)
def test_an_embargo_that_a_story_is_about_is_its_headline(line):
    found = read_iptc_7901(f"abc0001 4 pl 20 dpa\n{line} =\n\nUlm (dpa) - He went.\n".encode())
    assert "embargo" not in found.metadata
    assert texts(found)[0] == line
