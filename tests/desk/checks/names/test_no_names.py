"""What is no name stays out of the ledger: months and slips of them, words that begin sentences, gaps, titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.checking.copy_map import copy_map_of
from desk.checks.check import Item
from desk.checks.house import Brief, House, NameKind
from desk.checks.names.calendar import is_calendar_slip
from desk.checks.names.country_titles import is_title_in
from desk.checks.names.known import known_names
from desk.checks.names.ledger import ledger
from desk.checks.names.lists import lists
from desk.settings.of_house import COUNTRIES
from desk.story import Draft
from desk.text.blocks import Manuscript
from tests.rows import rows

BODY = "The harbour bridge will close, the city said on Friday. It will be long."


def forms(text, country="US", findings=()):
    book = ledger(copy_map_of(Draft(text)), findings, Brief(House(country=country)))
    return {entry.name: {form.text for form in entry.forms} for entry in book.entries}


@rows(
    "text",
    [
        "It opened in January, on Monday 3 Feb., and again on Sept. 4.",
        "It opened on 3 Febuary and will open in Febuary, on Wendesday or in Septmber.",
        "The works begin on Friday 6 May 2026, on Sunday 11 June, on the 3rd of April, on Feb. 30 or in June, 2027.",
        "Shelves were empty. Shelves of the shop were bare. Tills rang.",
        "The work costs $TK million and takes XXX weeks, TKTK said. He said TK in the end.",
    ],
)
def test_months_slips_of_them_ordinary_words_and_gaps_are_no_names(text):
    assert forms(text) == {}


def test_somebody_named_like_a_month_is_a_name():
    assert set(forms("It was her friend June, 42, who left. They saw June again.")) == {"June"}


def test_a_word_at_the_head_of_sentences_alone_is_a_name_if_something_proves_it(finding_on):
    assert forms("Zelmin agreed. Zelmin left.") == {}
    assert forms("Zelmin agreed. Then Zelmin left.") == {"Zelmin": {"Zelmin"}}
    assert forms("Okafor agreed. Okafor left.") == {"Okafor": {"Okafor"}}, "a name we know"
    assert forms("Zelmin agreed. Zelmyn left.", findings=[finding_on("Zelmin agreed. Zelmyn left.", "Zelmyn")]) == {
        "Zelmyn": {"Zelmyn"}
    }


@pytest.fixture
def finding_on():
    from desk.checks.check import Finding
    from desk.text.spans import Span

    def make(text, quote):
        at = text.index(quote)
        return Finding(Item.NAMES, "names.near-variant", Span(at, at + len(quote)), quote, "…")

    return make


@given(st.sampled_from(sorted(day for day in lists().days if len(day) > 6)), st.data())
def test_one_slip_of_a_month_or_day_is_no_name_to_the_spelling_check(day, data):
    at = data.draw(st.integers(1, len(day) - 2))
    slip = (day[:at] + day[at + 1 :]).capitalize()
    if is_calendar_slip(slip):
        assert slip not in known_names(Manuscript.of(f"It opened in {slip} and in {slip}."), Brief()).words
    else:
        assert slip.casefold() in lists().known | lists().days


@pytest.mark.parametrize(
    ("dateline", "place"),
    [("PORT ELLERY — ", "PORT ELLERY"), ("HARWICK (Wire) — ", "HARWICK"), ("PORT ELLERY, Friday – ", "PORT ELLERY")],
)
def test_a_dateline_is_a_place_and_no_row_of_initialisms(dateline, place):
    text = f"Harbour bridge closes\n\nBy Rosa Ekstrand\n\n{dateline}{BODY}"
    book = ledger(copy_map_of(Draft(text)), (), Brief())
    assert [(e.name, e.kind) for e in book.entries if e.name not in {"Rosa Ekstrand", "Wire"}] == [
        (place, NameKind.PLACE)
    ]


@rows("name", ["Augusta", "Mondal", "Sundar", "Frida", "Marche", "February", "Julian"])
def test_a_name_that_is_like_a_month_is_no_slip_of_it(name):
    assert not is_calendar_slip(name)


@rows("title", ["Cllr", "Cllr.", "Ald.", "Rep.", "Gov.", "Coun.", "Assem.", "Mayor"])
def test_titles_that_nobody_mistakes_are_known_in_every_country(title):
    for country in COUNTRIES:
        assert forms(f"On Friday {title} Ann Doyle agreed, but {title} Doyle left.", country) == {
            "Ann Doyle": {"Ann Doyle", "Doyle"}
        }


@rows(
    ("title", "at_home", "abroad"),
    [("MLA", "CA", "US"), ("TD", "IE", "US"), ("PC", "GB", "US"), ("Cr", "AU", "US"), ("Reeve", "CA", "GB")],
)
def test_what_may_be_a_word_a_name_or_an_organisation_elsewhere_is_a_title_at_home(title, at_home, abroad):
    text = f"On Friday the {title} Ann Doyle agreed. Later {title} Ann Doyle left."
    assert is_title_in(title, at_home)
    assert forms(text, at_home) == {"Ann Doyle": {"Ann Doyle"}}
    assert not is_title_in(title, abroad)
    assert forms(text, abroad) != {"Ann Doyle": {"Ann Doyle"}}


@rows(
    ("byline", "named"),
    [
        ("By Rosa Ekstrand\nand Tom Brill", {"Rosa Ekstrand", "Tom Brill"}),
        ("By Rosa Ekstrand\nTom Brill", {"Rosa Ekstrand", "Tom Brill"}),
        ("Rosa Ekstrand\nTom Brill", {"Rosa Ekstrand", "Tom Brill"}),
        ("By Rosa Ekstrand\nStaff Writer", {"Rosa Ekstrand"}),
        ("By Rosa Ekstrand\nHarbour Correspondent", {"Rosa Ekstrand"}),
        ("By Rosa Ekstrand\nThe Ellery Courier", {"Rosa Ekstrand", "Ellery Courier"}),
    ],
)
def test_the_lines_of_a_byline_are_people_of_their_own(byline, named):
    assert set(forms(f"Harbour bridge closes\n\n{byline}\n\n{BODY}")) == named
