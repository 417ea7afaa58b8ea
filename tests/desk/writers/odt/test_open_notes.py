"""Footnotes and endnotes of an OpenDocument text that were edited, put in and taken out, and read back."""

from desk.readers.odt import read_odt
from desk.writers.edits import Edits, ParagraphPlace, ReturnChoices, ReturnedLink, ReturnRound, Signature
from desk.writers.history import changes_by_version
from desk.writers.odt import returned_odt
from tests.rows import rows

ADA = Signature("Ada Desk", "2026-01-02T03:04:00Z")
TEXT = "It rained.\n\nNobody came.\n\nThey said so.\n\nBy the mayor.\n\nOn Monday.\n\nWho?"


def note(kind, *paragraphs):
    said = "".join(f"<text:p>{one}</text:p>" for one in paragraphs)
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{said}</text:note-body></text:note>"
    )


def noted(make):
    return make(
        f"<text:p>It rained.{note('footnote', 'By the mayor.', 'On Monday.')}</text:p>"
        f"<text:p>Nobody came.</text:p><text:p>They said so.{note('endnote', 'Who?')}</text:p>"
    )


@rows(
    "new",
    [
        TEXT.replace("mayor", "queen").replace("Who?", "Who says so?"),
        TEXT.replace("Monday.", "Monday.\n\nAt noon."),
        TEXT.replace("On Monday.\n\n", ""),
        TEXT.replace("\n\nWho?", ""),
        TEXT.replace("By the mayor.\n\nOn Monday.\n\n", ""),
        TEXT.replace("so.\n\n", "so.\n\nThe end.\n\n"),
    ],
)
def test_whatever_became_of_a_note_is_there_accepted_and_gone_rejected(make, seen, new):
    raw = noted(make)
    assert read_odt(raw).text == TEXT
    (edits,) = changes_by_version([TEXT, new])
    found = seen(returned_odt(raw, [ReturnRound(edits, ADA)]))
    assert (found.read.text, found.read.original, found.faults) == (new, TEXT, [])
    assert read_odt(returned_odt(raw, [ReturnRound(edits, ADA)], ReturnChoices(clean=True)).raw).text == new


def test_words_of_a_note_lead_somewhere(make, seen):
    link = ReturnedLink(ParagraphPlace("By the mayor."), "mayor", "https://mayor.test/")
    found = seen(returned_odt(noted(make), [ReturnRound(Edits(links=(link,)), ADA)]))
    assert (found.read.text, found.read.original, found.faults) == (TEXT, TEXT, [])
    assert [found.read.text[one.start : one.end] for one in found.read.links] == ["mayor"]
