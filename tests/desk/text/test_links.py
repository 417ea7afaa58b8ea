import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.text.carried_links import carried_links, links_changed
from desk.text.change import Change, changed
from desk.text.links import (
    TextLink,
    address_typed,
    dropped_words,
    followed,
    in_pieces,
    kept_address,
    links_from,
    links_of,
    links_plain,
    put,
    within,
)
from desk.text.spans import Span
from tests.rows import rows

TEXT = "The harbour office says so."
OFFICE = TextLink(Span(4, 18), "https://harbour.test/")


@rows(
    ("said", "kept"),
    [
        (" https://harbour.test/a?b=c#d ", "https://harbour.test/a?b=c#d"),
        ("HTTP://harbour.test", "HTTP://harbour.test"),
        ("mailto:desk@harbour.test?subject=A", "mailto:desk@harbour.test?subject=A"),
        ("https://harbour.test/two words", "https://harbour.test/two%20words"),
        ("https://harbour.test/\u202egnp", "https://harbour.test/%E2%80%AEgnp"),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("\\\\server\\share", ""),
        ("http:\\\\server\\share", ""),
        ("https://", ""),
        ("mailto:", ""),
        ("page.html", ""),
        ("ftp://harbour.test", ""),
        ("https://harbour.test/" + "x" * 9_000, ""),
    ],
)
def test_addresses_of_web_and_mail_alone_are_kept(said, kept):
    assert kept_address(said) == kept


def test_what_is_typed_for_an_address_needs_no_scheme():
    assert address_typed(" harbour.test/a ") == "https://harbour.test/a"
    assert address_typed("desk@harbour.test") == "mailto:desk@harbour.test"
    assert address_typed("http://harbour.test") == "http://harbour.test"
    with pytest.raises(KnownError, match="is no address of the web or of mail"):
        address_typed("javascript:alert(1)")


def test_what_is_dropped_is_counted_but_for_places_in_the_document():
    found = [(4, 19, "https://harbour.test/"), (0, 3, "javascript:x"), (20, 24, "#below"), (24, 25, "https://a.test")]
    links, dropped = links_of(TEXT, found)
    assert (links[0], dropped) == (OFFICE, 1)
    assert dropped_words(dropped) == ("1 link was left out: addresses of web and mail alone are kept.",)
    assert dropped_words(0) == ()


@rows(
    ("change", "words"),
    [
        (Change(0, "The", "A"), "harbour office"),
        (Change(4, "", "old "), "harbour office"),
        (Change(18, "", "s"), "harbour offices"),
        (Change(18, "", " now"), "harbour office"),
        (Change(18, " says", "said"), "harbour office"),
        (Change(7, "", "x"), "harxbour office"),
        (Change(12, "office", "board"), "harbour board"),
        (Change(4, "harbour office", "board"), "board"),
        (Change(12, "office says", "board"), "harbour "),
        (Change(0, "The harbour", "An"), " office"),
        (Change(0, TEXT, "Another text"), None),
        (Change(4, "harbour office", ""), None),
        (Change(0, TEXT, "So says the harbour office of it."), "harbour office"),
        (Change(0, TEXT, "A harbour office, another harbour office."), None),
        (Change(0, TEXT, TEXT.upper()), "HARBOUR OFFICE"),
        (Change(12, "office says", "OFFICE SAYS"), "harbour OFFICE"),
        (Change(4, "harbour office", "one\n\ntwo"), None),
    ],
)
def test_an_edit_carries_a_link_with_its_words(change, words):
    after = changed(TEXT, (change,))
    assert [link.span.of(after) for link in followed((OFFICE,), change)] == ([] if words is None else [words])


@given(st.integers(0, 27), st.integers(0, 27), st.text("ab \n", max_size=5))
def test_no_edit_leads_a_link_out_of_the_text(one, other, new):
    start, end = sorted((one, other))
    change = Change(start, TEXT[start:end], new)
    after = changed(TEXT, (change,))
    assert all(len(link.span) > 0 and link.span.end <= len(after) for link in followed((OFFICE,), change))


def test_a_new_link_takes_the_place_of_what_stood_on_its_words():
    new = TextLink(Span(8, 14), "https://b.test/")
    assert put((OFFICE,), [new]) == (
        TextLink(Span(4, 8), OFFICE.address),
        new,
        TextLink(Span(14, 18), OFFICE.address),
    )


def test_a_passage_is_told_in_pieces():
    assert list(in_pieces("a board", within((TextLink(Span(7, 30), "https://b.test/"),), Span(5, 12)))) == [
        ("a ", ""),
        ("board", "https://b.test/"),
    ]
    assert list(in_pieces("", ())) == [("", "")]


def test_links_are_found_again_in_another_text():
    assert carried_links((OFFICE,), TEXT, f"Today. {TEXT}") == (TextLink(Span(11, 25), OFFICE.address),)
    assert carried_links((OFFICE,), TEXT, "The harbour says so.") == ()
    other = TextLink(Span(11, 25), "https://elsewhere.test/")
    assert links_changed((OFFICE,), TEXT, (other,), f"Today. {TEXT}") == 1
    assert links_changed((OFFICE,), TEXT, (TextLink(other.span, OFFICE.address),), f"Today. {TEXT}") == 0
    assert links_from(links_plain((OFFICE,))) == (OFFICE,)
