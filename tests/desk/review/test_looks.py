from desk.review.looks import Base, Known, Look, Since, base_of

VERSIONS = [Known(1, "Ada", "a"), Known(2, "Ben", "b"), Known(3, "Ada", "c"), Known(4, "Ben", "d")]


def look(version):
    return Look("Cleo", "s", version, "")


def test_without_an_earlier_version_there_is_nothing_to_compare_with():
    assert base_of(VERSIONS[:1], "Cleo", look(1)) is None


def test_who_never_saw_it_compares_with_the_draft_as_it_came():
    assert base_of(VERSIONS, "Cleo", None) == Base(1, Since.FIRST)


def test_who_looked_compares_with_that():
    assert base_of(VERSIONS, "Cleo", look(3)) == Base(3, Since.LOOK)


def test_who_saved_after_looking_saw_what_he_saved():
    assert base_of(VERSIONS, "Ada", look(2)) == Base(3, Since.OWN)


def test_a_look_at_a_version_that_is_not_there_counts_for_nothing():
    assert base_of(VERSIONS, "Cleo", look(9)) == Base(1, Since.FIRST)


def test_an_approval_that_fell_comes_before_all():
    assert base_of(VERSIONS, "Cleo", look(4), void_seal="b") == Base(2, Since.SEAL)
    assert base_of(VERSIONS, "Cleo", look(4), void_seal="of another text") == Base(4, Since.LOOK)
