"""Paragraphs of an OpenDocument text parted, joined and moved, as tracked changes of that alone."""

import pytest

from desk.readers.odt import read_odt
from desk.writers.edits import ReturnChoices, ReturnRound, Signature
from desk.writers.history import changes_by_version
from desk.writers.odt import returned_odt

ADA = Signature("Ada Desk", "2026-01-02T03:04:00Z")
TEXT = "The mayor spoke on Monday. It rained all day.\n\nNobody came to the hall.\n\nThe end of it."


def looked(text):
    first, _, rest = text.partition(" ")
    return f'<text:span text:style-name="T1">{first} </text:span>{rest}'


@pytest.fixture
def back(make, seen):
    def returned(new, body=""):
        raw = make(body or "".join(f"<text:p>{looked(one)}</text:p>" for one in TEXT.split("\n\n")))
        (edits,) = changes_by_version([TEXT, new])
        found = seen(returned_odt(raw, [ReturnRound(edits, ADA)]))
        assert (found.read.text, found.read.original, found.faults) == (new, TEXT, [])
        assert read_odt(returned_odt(found.raw, [], ReturnChoices(clean=True)).raw).text == new
        return found

    return returned


def test_a_parted_paragraph_is_an_insertion_of_its_end_alone(back):
    found = back(TEXT.replace("Monday. It", "Monday.\n\nIt"))
    assert [d.text for d in found.read.deletions] == [" "]
    assert [i.end - i.start for i in found.read.insertions] == [2]


def test_a_paragraph_is_parted_within_its_looks_and_links(back):
    words = f'<text:a xlink:href="x">{looked("The mayor spoke on Monday. It rained")}</text:a>'
    rest = "".join(f"<text:p>{one}</text:p>" for one in TEXT.split("\n\n")[1:])
    found = back(TEXT.replace("Monday. It", "Monday.\n\nIt"), f"<text:p>{words} all day.</text:p>{rest}")
    assert [(found.read.text[one.start : one.end], one.href) for one in found.read.links] == [
        ("The mayor spoke on Monday.", "x"),
        ("It rained", "x"),
    ]


def test_joined_paragraphs_are_a_deletion_of_one_end_alone(back):
    found = back(TEXT.replace("day.\n\nNobody", "day. Nobody"))
    assert [d.text for d in found.read.deletions] == ["\n\n"]
    assert [found.read.text[i.start : i.end] for i in found.read.insertions] == [" "]


def test_words_put_in_and_taken_out_at_one_time_leave_no_trace(back):
    found = back(TEXT.replace("hall.\n\nThe", "hall, the"))
    assert (found.content.count("<text:insertion>"), found.content.count("<text:deletion>")) == (1, 3)
    assert [found.read.text[i.start : i.end] for i in found.read.insertions] == [", the"]


def test_items_of_a_list_are_parted_and_joined_as_items(back):
    items = "".join(f"<text:list-item><text:p>{one}</text:p></text:list-item>" for one in TEXT.split("\n\n"))
    body = f"<text:list>{items}</text:list>"
    parted = back(TEXT.replace("Monday. It", "Monday.\n\nIt"), body)
    assert [str(block.role) for block in parted.read.blocks] == ["list-item"] * 4
    joined = back(TEXT.replace("day.\n\nNobody", "day. Nobody"), body)
    assert joined.read.deletions[0].text == "\n\n"


def test_a_paragraph_that_moved_keeps_its_looks(back):
    moved = "Nobody came to the hall."
    found = back(moved + "\n\n" + TEXT.replace(f"\n\n{moved}", ""))
    assert found.content.split("</text:tracked-changes>")[1].count('"T1"') == 3
