"""Bags: they come back as they were, and one altered byte is told of."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.exchange.bag import DeskBag, Load
from desk.exchange.bag_bytes import (
    desk_from_bytes,
    desk_to_bytes,
    from_bytes,
    must_be_whole,
    signed_bag,
    signed_part,
    to_bytes,
)
from desk.review.decisions import Decision, Done
from desk.review.people import Actor
from desk.review.seal import text_digest
from desk.review.signing import SigningKey, fingerprint, proved
from desk.text.moments import from_micros

WORDS = st.text(st.characters(codec=None), max_size=30)


@settings(max_examples=25)
@given(texts=st.lists(WORDS, min_size=1, max_size=4), reasons=st.lists(WORDS, max_size=3), slug=WORDS)
def test_a_bag_comes_back_as_it_was(make_bag, texts, reasons, slug):
    bag = make_bag(texts, reasons, slug)
    back = from_bytes(to_bytes(bag))
    assert back == bag
    assert to_bytes(back) == to_bytes(bag)
    assert back.texts == frozenset(map(text_digest, texts))


@pytest.fixture(scope="module")
def packed(make_bag):
    return to_bytes(make_bag(["The flood reached Harrow Quay.", "The flood left."], ["as quoted", "as spoken"]))


@settings(max_examples=60)
@given(data=st.data())
def test_one_altered_byte_is_told_of_in_one_sentence(packed, data):
    at = data.draw(st.integers(0, len(packed) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != packed[at]))
    with pytest.raises(KnownError) as caught:
        from_bytes(packed[:at] + bytes([other]) + packed[at + 1 :])
    assert str(caught.value).count("\n") == 0


@settings(max_examples=25)
@given(end=st.integers(0, 2000))
def test_a_bag_that_is_cut_off_is_refused(packed, end):
    with pytest.raises(KnownError):
        from_bytes(packed[: min(end, len(packed) - 1)])


def test_an_entry_that_was_altered_is_named(make_bag, laptop_key):
    bag = make_bag(["A"], ["as quoted"])
    (part,) = bag.parts
    (bagged,) = part.entries
    other = replace(bagged.entry, decision=replace(bagged.entry.decision, reason="never said"))
    forged = signed_part(replace(part, entries=(replace(bagged, entry=other),)), laptop_key)
    with pytest.raises(KnownError, match=r"Entry 1 of the trail of “flood” \(“waived” by Rosa Marquez\) was altered"):
        from_bytes(to_bytes(signed_bag(replace(bag, parts=(forged,)), laptop_key)))


def test_nobody_signs_for_another_copy(make_bag):
    bag, stranger = make_bag(["A"]), SigningKey.new()
    (part,) = bag.parts
    forged = replace(part, strand=replace(part.strand, public=stranger.public))
    with pytest.raises(KnownError, match="signed by a key that is not the one of that copy"):
        from_bytes(to_bytes(signed_bag(replace(bag, parts=(signed_part(forged, stranger),)), stranger)))
    with pytest.raises(KnownError, match="the signature does not fit"):
        from_bytes(to_bytes(replace(bag, parts=(signed_part(part, stranger),))))


def test_nobody_leaves_anything_out_of_what_another_copy_wrote(make_bag, laptop_key):
    bag = make_bag(["A"], ["as quoted", "as spoken"])
    (part,) = bag.parts
    for left_out in (replace(part, entries=part.entries[:1]), replace(part, remarks=()), replace(part, versions=())):
        with pytest.raises(KnownError, match="What laptop of Rosa has of “flood” was altered"):
            from_bytes(to_bytes(signed_bag(replace(bag, parts=(left_out,)), laptop_key)))


def test_a_part_of_another_story_is_refused(make_bag, laptop_key):
    bag, other = make_bag(["A"]), make_bag(["A"], slug="harbour")
    with pytest.raises(KnownError, match="A part of “flood” is of another story"):
        from_bytes(to_bytes(signed_bag(replace(bag, parts=other.parts), laptop_key)))


def test_a_newer_form_says_so(packed):
    with pytest.raises(KnownError, match="newer Copydesk"):
        from_bytes(packed.replace(b'"copydesk_bag":2', b'"copydesk_bag":3'))


def test_the_name_of_who_packed_it_is_signed(make_bag):
    bag = make_bag(["A"])
    forged = replace(bag, packed_by=replace(bag.packed_by, name="desk of the chief"))
    with pytest.raises(KnownError, match="The card of “flood” was altered after it was packed"):
        from_bytes(to_bytes(forged))


def test_a_story_packed_when_that_name_was_not_signed_is_read_and_the_name_not_believed(make_bag, laptop_key):
    bag = signed_bag(replace(make_bag(["A"]), form=1), laptop_key)
    assert from_bytes(to_bytes(bag)) == bag
    renamed = replace(bag, packed_by=replace(bag.packed_by, name="desk of the chief"))
    assert [strand.name for strand in from_bytes(to_bytes(renamed)).strands] == ["laptop of Rosa"]
    with pytest.raises(KnownError, match="altered"):
        from_bytes(to_bytes(replace(make_bag(["A"]), form=1)))


def test_nesting_without_end_is_refused():
    with pytest.raises(KnownError, match="no story that Copydesk packed"):
        from_bytes(b"[" * 200_000)


def test_texts_and_documents_must_be_there_and_their_own(make_bag):
    bag, raw = make_bag(["A"]), b"PK a document"
    texts = {text_digest("A"): "A"}
    with pytest.raises(KnownError, match="A document of “flood” is missing"):
        must_be_whole(Load((bag,), texts=texts))
    with pytest.raises(KnownError, match="A text of “flood” is missing"):
        must_be_whole(Load((bag,), originals={hashlib.sha256(raw).hexdigest(): raw}))
    with pytest.raises(KnownError, match="A text is not the one that was packed"):
        must_be_whole(Load((), texts={text_digest("A"): "B"}))
    with pytest.raises(KnownError, match="A document is not the one that was packed"):
        must_be_whole(Load((), originals={"c" * 64: raw}))


def test_people_and_keys_travel_signed(make_part, laptop_key):
    part = make_part("", ["A"], [])
    bag = DeskBag((signed_part(replace(part, versions=(), remarks=(), seals=(), originals=()), laptop_key),))
    raw = desk_to_bytes(bag)
    assert desk_from_bytes(raw) == bag
    with pytest.raises(KnownError):
        desk_from_bytes(raw.replace(b'"place":2', b'"place":3'))


def test_a_moment_or_an_author_that_is_another_one_makes_another_version(make_bag):
    (version, *_) = make_bag(["A"]).parts[0].versions
    assert replace(version, when=from_micros(0)).id != version.id
    assert replace(version, who=Actor("", "Rosa Marquez")).id != version.id
    assert replace(version, parents=("d" * 64,)).id != version.id


def test_an_entry_of_the_desk_is_no_entry_of_a_story(make_bag, laptop_key):
    bag = make_bag(["A"])
    (part,) = bag.parts
    (bagged,) = part.entries
    forged = replace(bagged.entry, decision=Decision(Done.WAIVED, "", bagged.entry.decision.who))
    with pytest.raises(KnownError):
        from_bytes(
            to_bytes(
                signed_bag(
                    replace(
                        bag,
                        parts=(signed_part(replace(part, entries=(replace(bagged, entry=forged),)), laptop_key),),
                    ),
                    laptop_key,
                )
            )
        )


def test_a_signature_or_key_written_in_another_way_is_told_of_too():
    key = SigningKey.new()
    signature, public = key.sign("words"), key.public
    assert proved("words", signature, public)
    last, end = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", "=="
    other = last[last.index(signature[-3]) ^ 1]  # of its last sign before the end only two bits say anything
    assert not proved("words", signature[:-3] + other + end, public)
    another = public[:-2] + last[last.index(public[-2]) ^ 1] + "="
    assert not proved("words", signature, another)
    with pytest.raises(ValueError, match="written in another way"):
        fingerprint(another)
