import pytest

from desk.errors import KnownError

TEXT = "<text:p>The mayor spoke on Monday.</text:p>"
BOB = "<dc:creator>Bob</dc:creator><dc:date>2025-12-31T00:00:00</dc:date>"
ASKED = (
    f'<text:p>The <office:annotation office:name="q">{BOB}<text:p>Who?</text:p></office:annotation>mayor'
    '<office:annotation-end office:name="q"/> spoke.</text:p>'
)
POINT = f"<text:p>The mayor<office:annotation>{BOB}<text:p>Who?</text:p></office:annotation> spoke.</text:p>"


def comment(on, text, **more):
    return {"paragraph": "The mayor spoke on Monday.", "on": on, "text": text, **more}


def test_a_comment_stands_at_its_words_with_name_and_time(make, give_back):
    found = give_back(make(TEXT), comments=[comment("mayor", "Which one?\nAsk  twice.")])
    (one,) = found.read.comments
    assert found.read.text[one.start : one.end] == "mayor"
    assert (one.author, one.date, one.text) == ("Ada Desk", "2026-01-02T03:04:00Z", "Which one?\nAsk  twice.")
    assert found.read.text == "The mayor spoke on Monday."


def test_a_comment_on_nothing_stands_at_the_whole_paragraph(make, give_back):
    found = give_back(make(TEXT), comments=[comment("", "Cut?")])
    assert (found.read.comments[0].start, found.read.comments[0].end) == (0, len(found.read.text))


def test_words_that_stand_twice_are_told_apart(make, give_back):
    found = give_back(make(TEXT), comments=[comment("o", "Here.", on_nth=2)])
    assert found.read.comments[0].start == "The mayor spoke on Monday.".index("on")


def test_a_comment_on_a_part_of_a_field_stands_at_the_field(make, give_back):
    raw = make("<text:p>On <text:date>1 May 2026</text:date> she left.</text:p>")
    found = give_back(raw, comments=[{"paragraph": "On 1 May 2026 she left.", "on": "May", "text": "June?"}])
    (one,) = found.read.comments
    assert found.read.text[one.start : one.end] == "1 May 2026"


def test_comment_and_edit_of_the_same_words(make, give_back):
    edit = ("The mayor spoke on Monday.", "mayor", "chief mason")
    found = give_back(make(TEXT), edit, comments=[comment("mayor spoke", "Sure?")])
    (one,) = found.read.comments
    assert found.read.text[one.start : one.end] == "chief mason spoke"


@pytest.mark.parametrize("body", [ASKED, POINT])
def test_comments_of_others_stay_and_are_answered(make, give_back, body):
    (old,) = give_back(make(body)).read.comments
    answer = {"paragraph": "", "on": "", "text": "The old one.", "answers": old.id}
    found = give_back(make(body), comments=[answer])
    first, second = found.read.comments
    assert (first.text, second.text, second.parent) == ("Who?", "The old one.", first.id)
    assert (second.start, second.end) == (first.start, first.end)


def test_an_answer_to_nothing_and_words_that_are_not_there_are_told(make, give_back):
    with pytest.raises(KnownError, match="no comment 9 to answer"):
        give_back(make(TEXT), comments=[comment("", "Yes.", answers="9")])
    with pytest.raises(KnownError, match="finds no such words"):
        give_back(make(TEXT), comments=[comment("queen", "Who?")])
