import pytest

from desk.errors import KnownError
from desk.writers.edits import (
    Edits,
    GoneParagraph,
    NewParagraphs,
    ParagraphPlace,
    ReturnedRemark,
    edits_as_json,
    edits_of,
    signature_of,
)
from desk.writers.places import Rewriting, comparable, found


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "no JSON"),
        ("[]", "not one object"),
        ('{"edits": [{"paragraph": "x", "old": "y"}]}', "lacks its “new”"),
        ('{"edits": [{"paragraph": 7, "old": "y", "new": ""}]}', "not one object"),
    ],
)
def test_edits_of_another_form_are_told(text, says):
    with pytest.raises(KnownError, match=says):
        edits_of(text)


def test_what_xml_cannot_hold_is_left_out():
    told = edits_of('{"edits": [{"paragraph": "x", "old": "", "new": "a\\u0007b\\ud800"}]}')
    assert told.edits[0].new == "ab"


def test_a_signature_has_a_name_and_a_moment():
    assert signature_of(" Ada Desk ", "2026-01-02T04:04:00+01:00").date == "2026-01-02T03:04:00Z"
    assert signature_of("Ada Desk", "2026-01-02").initials == "AD"
    for author, date, says in (("", "2026-01-02", "name of a person"), ("Ada", "yesterday", "no date")):
        with pytest.raises(KnownError, match=says):
            signature_of(author, date)


def test_words_are_found_as_a_person_compares_them():
    text = "One\u00ad  two\nthre\u0301e"
    assert comparable(text) == "One two thr\u00e9e".replace("thr\u00e9e", "thr\u00e9e")
    place = found("two thr\u00e9e", text)
    assert place is not None
    assert place.of(text) == "two\nthre\u0301e"


def test_edits_one_after_the_other_are_told_in_places_of_the_first_text():
    rewriting = Rewriting("one two three\n")
    rewriting.replace("two", "2")
    rewriting.replace("2 three", "2 or 3")
    rewriting.replace("", " more")
    assert [(p.change.value, p.text, p.old.start) for p in rewriting.pieces()] == [
        ("removed", "two three", 4),
        ("added", "2 or 3 more", 13),
    ]


def test_whole_paragraphs_are_told_by_those_beside_them():
    place, other = ParagraphPlace("It rained.", 0), ParagraphPlace("She left.", 1)
    told = Edits(
        added=(NewParagraphs(place, None, ("One.", "Two.")), NewParagraphs(None, other, ("Three.",))),
        gone=(GoneParagraph(other),),
        remarks=(ReturnedRemark(place, "rained", "Really?", name="first", on_nth=1, done=True),),
    )
    assert edits_of(edits_as_json(told)) == told
    with pytest.raises(KnownError, match=r"neither “after” nor “before”"):
        edits_of('{"added": [{"new": ["One."]}]}')
