import pytest

from desk.errors import KnownError

TEXT = "<w:p><w:r><w:t>The mayor spoke on Monday.</w:t></w:r></w:p>"
ASKED = (
    '<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>The mayor spoke.</w:t></w:r><w:commentRangeEnd w:id="4"/>'
    '<w:r><w:commentReference w:id="4"/></w:r></w:p>'
)
QUESTION = (
    '<w:comment w:id="4" w:author="Bob" w:date="2025-12-31T00:00:00Z"><w:p><w:r><w:t>Who?</w:t></w:r></w:p></w:comment>'
)


def comment(on, text, **more):
    return {"paragraph": "The mayor spoke on Monday.", "on": on, "text": text, **more}


def test_a_comment_stands_at_its_words_with_name_and_time(make, give_back):
    found = give_back(make(TEXT), comments=[comment("mayor", "Which one?\nAsk.")])
    (one,) = found.read.comments
    assert found.read.text[one.start : one.end] == "mayor"
    assert (one.author, one.date, one.text) == ("Ada Desk", "2026-01-02T03:04:00Z", "Which one?\nAsk.")
    assert b'PartName="/word/comments.xml"' in found.parts["[Content_Types].xml"]


def test_a_comment_on_nothing_stands_at_the_whole_paragraph(make, give_back):
    found = give_back(make(TEXT), comments=[comment("", "Cut?")])
    assert found.read.comments[0].end == len(found.read.text)


def test_comment_and_edit_of_the_same_words(make, give_back):
    edit = ("The mayor spoke on Monday.", "mayor", "chief mason")
    found = give_back(make(TEXT), edit, comments=[comment("mayor spoke", "Sure?")])
    (one,) = found.read.comments
    assert found.read.text[one.start : one.end] == "chief mason spoke"


def test_comments_of_others_stay_and_are_answered(make, give_back):
    answer = {"paragraph": "", "on": "", "text": "The old one.", "answers": "4"}
    found = give_back(make(ASKED, comments=QUESTION), comments=[answer])
    first, second = found.read.comments
    assert (first.text, second.text, second.parent) == ("Who?", "The old one.", "4")
    assert (second.start, second.end) == (first.start, first.end)
    again = give_back(found.raw, comments=[{**answer, "text": "Both."}])
    assert [one.parent for one in again.read.comments] == ["", "4", "4"]


def test_an_answer_to_nothing_and_words_that_are_not_there_are_told(make, give_back):
    with pytest.raises(KnownError, match="no comment 9 to answer"):
        give_back(make(TEXT), comments=[comment("", "Yes.", answers="9")])
    with pytest.raises(KnownError, match="finds no such words"):
        give_back(make(TEXT), comments=[comment("queen", "Who?")])
