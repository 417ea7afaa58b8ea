from desk.review.looks import Base, Known, Look, Since, base_of
from desk.review.people import Actor, Person

CLEO = Person("Cleo", id="c")
VERSIONS = [
    Known(1, Actor("a"), "a"),
    Known(2, Actor("b"), "b"),
    Known(3, Actor("a"), "c"),
    Known(4, Actor("b"), "d"),
]


def look(version):
    return Look(CLEO.actor, "s", version, "")


def test_without_an_earlier_version_there_is_nothing_to_compare_with():
    assert base_of(VERSIONS[:1], CLEO, look(1)) is None


def test_who_never_saw_it_compares_with_the_draft_as_it_came():
    assert base_of(VERSIONS, CLEO, None) == Base(1, Since.FIRST)


def test_who_looked_compares_with_that():
    assert base_of(VERSIONS, CLEO, look(3)) == Base(3, Since.LOOK)


def test_who_saved_after_looking_saw_what_he_saved():
    assert base_of(VERSIONS, Person("Ada", id="a"), look(2)) == Base(3, Since.OWN)


def test_a_look_at_a_version_that_is_not_there_counts_for_nothing():
    assert base_of(VERSIONS, CLEO, look(9)) == Base(1, Since.FIRST)


def test_an_approval_that_fell_comes_before_all():
    assert base_of(VERSIONS, CLEO, look(4), void_seal="b") == Base(2, Since.SEAL)
    assert base_of(VERSIONS, CLEO, look(4), void_seal="of another text") == Base(4, Since.LOOK)
