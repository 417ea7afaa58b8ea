import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.checks.house import BookEntry, NameKind
from desk.errors import KnownError
from desk.review.people import actor
from desk.store.names.book import tidy
from desk.store.names.book_files import read_book, to_csv, to_json
from desk.store.records.values import Agreed, Imported, NewStory
from desk.text.moments import now
from tests.rows import rows

KEEPER = "Odile Brandt"
QUAY = BookEntry("Harrow Quay", NameKind.PLACE, ("Harrow Key", "Harow Quay"), "no hyphen")
DORVAL = BookEntry("Inés Dorval", NameKind.PERSON, ("Ines Dorval",))


@pytest.fixture
def approved(store, check, approve):
    """Make approved stories."""

    def make(slug):
        made = store.stories.create(NewStory(slug=slug, text=f"About {slug}."), actor("", "Rosa Marquez"))
        check(made.id)
        approve(made.id)
        return made.id

    return make


def test_an_agreed_spelling_is_in_the_book_with_its_keeper(store):
    agreed = store.book.agree(QUAY, KEEPER)
    assert (agreed.entry.spelling, agreed.keeper, agreed.entry.variants) == (
        "Harrow Quay",
        KEEPER,
        ("Harow Quay", "Harrow Key"),
    )
    assert store.book.entries() == (agreed.entry,)
    assert store.book.lines() == [agreed]


def test_agreeing_again_replaces_and_keeps_the_record(store):
    store.book.agree(DORVAL, KEEPER)
    store.book.agree(BookEntry("Inés  DORVAL ", NameKind.PERSON, note="accent"), "Tam Reyes")
    assert [entry.spelling for entry in store.book.entries()] == ["Inés DORVAL"]
    new, old = store.book.history("inés dorval")
    assert (new.keeper, new.withdrawn, new.withdrawn_by) == ("Tam Reyes", None, "")
    assert (old.entry, old.keeper, old.withdrawn_by) == (DORVAL, KEEPER, "Tam Reyes")
    assert old.withdrawn >= old.agreed


def test_one_spelling_may_name_two_kinds(store):
    store.book.agree(BookEntry("Dorval", NameKind.PLACE), KEEPER)
    store.book.agree(BookEntry("Dorval", NameKind.PERSON), KEEPER)
    assert [entry.kind for entry in store.book.entries()] == [NameKind.PERSON, NameKind.PLACE]


def test_an_entry_is_changed_or_withdrawn_once(store):
    agreed = store.book.agree(QUAY, KEEPER)
    changed = store.book.change(agreed.id, BookEntry("Harrow-Quay", NameKind.PLACE), "Tam Reyes")
    assert [line.id for line in store.book.lines()] == [changed.id]
    with pytest.raises(KnownError, match="not in the name book any more"):
        store.book.change(agreed.id, QUAY, KEEPER)
    store.book.withdraw(changed.id, KEEPER)
    assert store.book.entries() == ()
    with pytest.raises(KnownError, match="not in the name book any more"):
        store.book.withdraw(changed.id, KEEPER)


@pytest.mark.parametrize(
    ("sought", "kind", "found"),
    [
        ("", None, ["Harrow Quay", "Inés Dorval"]),
        ("key", None, ["Harrow Quay"]),
        ("INÉS", None, ["Inés Dorval"]),
        ("hyphen", None, ["Harrow Quay"]),
        ("%", None, []),
        ("", NameKind.PERSON, ["Inés Dorval"]),
        ("quay", NameKind.PERSON, []),
    ],
)
def test_the_book_is_searched_by_every_form(store, sought, kind, found):
    store.book.take_in([QUAY, DORVAL], KEEPER)
    assert [line.entry.spelling for line in store.book.lines(sought, kind)] == found


@pytest.mark.parametrize(("entry", "keeper"), [(BookEntry(" ", NameKind.PERSON), KEEPER), (QUAY, " ")])
def test_an_entry_needs_a_spelling_and_a_keeper(store, entry, keeper):
    with pytest.raises(KnownError, match=r"needs a spelling|who you are"):
        store.book.agree(entry, keeper)
    assert store.book.entries() == ()


def test_an_import_says_what_it_changed(store):
    store.book.agree(QUAY, KEEPER)
    changed = BookEntry("Harrow Quay", NameKind.PLACE, note="now with a note")
    assert store.book.take_in([QUAY, DORVAL], KEEPER) == Imported(1, 0, 1)
    assert store.book.take_in([changed, DORVAL, DORVAL], "Tam Reyes") == Imported(0, 1, 2)
    assert len(store.book.history("Inés Dorval")) == 1


def test_of_two_lines_of_one_import_the_later_counts_and_both_are_on_record(store):
    noted = BookEntry("Harrow Quay", NameKind.PLACE, note="now with a note")
    assert store.book.take_in([QUAY, DORVAL, noted], KEEPER) == Imported(2, 1, 0)
    assert set(store.book.entries()) == {noted, DORVAL}
    assert [line.withdrawn is None for line in store.book.history("Harrow Quay")].count(True) == 1
    assert len(store.book.history("Harrow Quay")) == 2


def test_an_import_with_one_bad_entry_changes_nothing(store):
    with pytest.raises(KnownError, match="needs a spelling"):
        store.book.take_in([QUAY, BookEntry("", NameKind.PLACE)], KEEPER)
    assert store.book.entries() == ()


def test_names_are_learned_from_approved_stories_only(store, story):
    with pytest.raises(KnownError, match="“flood” is not approved"):
        store.proposals.make(story.id, [QUAY])


def test_a_proposal_gathers_stories_and_is_accepted_by_a_keeper(store, approved):
    first, second = approved("a"), approved("b")
    (made,) = store.proposals.make(first, [BookEntry("Harrow Quay", NameKind.PLACE, ("Harrow Key",))])
    assert store.proposals.make(first, [QUAY]) == []
    store.proposals.make(second, [DORVAL, QUAY])
    quay, dorval = store.proposals.open()
    assert (quay.id, quay.stories, quay.entry.variants) == (made.id, (first, second), ("Harow Quay", "Harrow Key"))
    assert dorval.stories == (second,)
    agreed = store.proposals.accept(quay.id, KEEPER)
    assert agreed.entry == quay.entry
    assert store.book.entries() == (quay.entry,)
    assert [proposal.id for proposal in store.proposals.open()] == [dorval.id]
    with pytest.raises(KnownError, match="decided already"):
        store.proposals.accept(quay.id, KEEPER)


def test_the_keeper_may_write_it_another_way(store, approved):
    (made,) = store.proposals.make(approved("a"), [DORVAL])
    agreed = store.proposals.accept(made.id, KEEPER, BookEntry("Ines Dorval", NameKind.PERSON, ("Inés Dorval",)))
    assert store.book.entries() == (agreed.entry,)


def test_what_was_declined_or_is_agreed_is_not_proposed_again(store, approved):
    (made,) = store.proposals.make(approved("a"), [DORVAL])
    store.proposals.decline(made.id, KEEPER)
    store.book.agree(QUAY, KEEPER)
    assert store.proposals.make(approved("b"), [DORVAL, QUAY]) == []
    assert store.proposals.open() == []
    with pytest.raises(KnownError, match="decided already"):
        store.proposals.decline("0" * 32, KEEPER)


def test_the_desks_own_words(store):
    store.dictionary.add(" flood  plain ", KEEPER)
    store.dictionary.add("flood plain", "Tam Reyes")
    store.dictionary.add("Dorval", KEEPER)
    assert store.dictionary.words() == {"flood plain", "Dorval"}
    store.dictionary.remove("flood plain")
    store.dictionary.remove("never there")
    assert store.dictionary.words() == {"Dorval"}


_word = st.text(st.characters(codec="utf-8", exclude_characters="|\r\n\0"), min_size=1).filter(str.strip)
_entries = st.builds(
    BookEntry, _word, st.sampled_from(NameKind), st.lists(_word, max_size=3).map(tuple), st.just("") | _word
).map(tidy)


@given(st.lists(_entries, min_size=1, max_size=5))
def test_what_is_exported_can_be_imported(entries):
    lines = [Agreed(str(number), entry, KEEPER, now()) for number, entry in enumerate(entries)]
    assert list(map(tidy, read_book(to_json(lines)))) == entries
    assert list(map(tidy, read_book("\ufeff" + to_csv(lines)))) == entries


def test_an_export_names_keeper_and_moment(store):
    agreed = store.book.agree(QUAY, KEEPER)
    moment = agreed.agreed.isoformat()
    assert to_csv([agreed]).splitlines() == [
        '"spelling","kind","variants","note","agreed by","agreed"',
        f'"Harrow Quay","place","Harow Quay | Harrow Key","no hyphen","Odile Brandt","{moment}"',
    ]
    assert f'"agreed": "{moment}"' in to_json([agreed])
    assert to_json([]) == "[]\n"


@pytest.mark.parametrize("mark", ",;\t")
def test_spreadsheets_of_any_country_are_read(mark):
    text = f"Kind{mark}Spelling{mark}Variants\r\nPlace{mark}Harrow Quay{mark}Harrow Key|Harow Quay\r\n{mark}{mark}\r\n"
    assert read_book(text) == [BookEntry("Harrow Quay", NameKind.PLACE, ("Harrow Key", "Harow Quay"))]


@rows(
    ("text", "sentence"),
    [
        ("", "“kind” is missing"),
        ("spelling,note\nA,b\n", "“kind” is missing"),
        ("spelling,kind\nA,place\n,place\n", "Line 3 has no spelling"),
        ("spelling,kind\nA,river\n", "Line 2: “river” is no kind of name; use person, place, organisation"),
        ('spelling,kind\n"A' + "x" * 200_000, "not valid CSV behind line 1"),
        ("[1]", "Entry 1 is not an object"),
        ("[{", "not valid JSON"),
        ('[{"spelling": "A", "kind": "place", "variants": "B"}]', "Entry 1: “variants” must be a list"),
        ('[{"spelling": "A", "kind": "place", "note": 3}]', "Entry 1: “note” must be a text"),
        ('[{"spelling": "A", "kind": "place"}, {"kind": "place"}]', "Entry 2 has no spelling"),
    ],
)
def test_a_file_that_is_wrong_says_where(text, sentence):
    with pytest.raises(KnownError, match=sentence):
        read_book(text)


def test_lone_surrogates_in_a_name_are_kept(store):
    agreed = store.book.agree(BookEntry("A\ud800", NameKind.PERSON, ("B\0",), "\ud801"), KEEPER)
    assert store.book.lines("a") == [agreed]


RUN = ("=1+1", "+49 30", "-Minus-", "@cmd", "'=quoted", "''@twice", "＝wide", "'tis", "O'Neil", "a;=b")


def test_what_a_spreadsheet_would_run_is_kept_from_it_and_comes_back(store):
    for words in RUN:
        store.book.agree(BookEntry(words, NameKind.ORGANISATION, (f"{words} Ltd",), words), "=Rosa")
    lines = store.book.lines()
    written = to_csv(lines)
    for row in csv.reader(io.StringIO(written, newline="")):
        assert not any(cell[:1] in "=+-@\t\r＝" for cell in row if cell), row
    assert {entry.spelling for entry in read_book(written)} == set(RUN)
    assert sorted(read_book(written), key=str) == sorted((line.entry for line in lines), key=str)
