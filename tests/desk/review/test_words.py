"""Slugs and the words that people read for them."""

from hypothesis import given
from hypothesis import strategies as st

from desk.checking.checklist import ItemState, Standing
from desk.review import words
from desk.review.decisions import Done, Scope
from desk.review.looks import BarsSince, Since
from desk.review.obstacles import Why
from desk.review.people import ALONE, GUEST, Role
from desk.review.queue import Order
from desk.review.states import Action, State
from desk.review.words import STATES, to_slug, words_for
from tests.rows import rows

TABLES = [
    (words.STATES, State),
    (words.ACTIONS, Action),
    (words.DONE, Done),
    (words.SCOPES, Scope),
    (words.STANDINGS, Standing),
    (words.ITEM_STATES, ItemState),
    (words.BARS, BarsSince),
    (words.ROLES, [*Role, GUEST, ALONE]),
    (words.REASONS, Why),
    (words.SINCE, Since),
]
OF_BEFORE_0005 = {
    State: (
        *("Draft", "With copy desk", "Second read", "With section chief", "Approved", "Returned", "Hold", "Spiked"),
        "Reopened",
    ),
    Done: (
        *("fixed", "waived", "not an error", "ticked", "unticked", "answered", "acknowledged", "submitted"),
        *("passed on", "sent to the section chief", "approved", "returned", "held", "taken off hold", "spiked"),
        *("reopened", "moved", "taken in hand", "put into another section", "approval voided", "approval back"),
        "undone",
    ),
    Scope: ("here", "in this story", "on this desk"),
    Role: ("copy editor", "section chief", "keeper of the name book", "administrator"),
    Why: (
        *("edited since the checks ran", "being checked", "unlabelled paid text", "open errors", "not checked"),
        *("ticked by hand", "not ticked", "open warnings", "newer than the last look"),
    ),
    Order: ("last changed first", "by deadline"),
}
"""What older versions stored: never changed here, for it stands in their databases, seals and files."""


@rows(("table", "slugs"), TABLES)
def test_every_slug_has_words_and_no_words_are_of_nothing(table, slugs):
    assert [str(slug) for slug in slugs] == list(table)
    assert all(table.values())
    assert [to_slug(slug) for slug in table] == list(table)


@rows(("kind", "said"), OF_BEFORE_0005.items())
def test_what_older_versions_stored_comes_to_the_slugs(kind, said):
    assert [kind(to_slug(word)) for word in said] == list(kind)[: len(said)]  # newer ones stand behind


@given(st.text())
def test_a_slug_stays_as_it_is(text):
    assert to_slug(to_slug(text)) == to_slug(text)


def test_letters_of_every_script_stay_with_their_marks():
    assert to_slug("With the lawyer!") == "with-the-lawyer"
    assert [to_slug(text) for text in ("法務部 確認", "विधि जाँच", "—", "")] == ["法務部-確認", "विधि-जाँच", "—", ""]


def test_words_are_told_for_slugs_old_words_and_what_nobody_knows():
    told = [words_for(STATES, stored) for stored in ("hold", "With copy desk", "with-the-lawyer", "—")]
    assert told == ["Hold", "With copy desk", "With the lawyer", "—"]
