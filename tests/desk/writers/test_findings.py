from desk.checks.check import Finding, Item
from desk.text.spans import Span
from desk.writers.edits import Edits, ParagraphPlace, ReturnRound, signature_of
from desk.writers.findings import remarks_on

TEXT = "The the end.\n\nSame the.\n\nSame  the."


def finding(start, end, *suggestions):
    return Finding(Item.STYLE, "style.x", Span(start, end), TEXT[start:end], "Twice.", suggestions)


def test_findings_become_comments_at_their_very_words():
    found = remarks_on(TEXT, [finding(31, 34), finding(4, 7, "a", "")])
    assert [(one.place, one.on, one.on_nth, one.text) for one in found] == [
        (ParagraphPlace("The the end."), "the", 0, "Twice. Perhaps: “a”."),
        (ParagraphPlace("Same the.", 1), "the", 0, "Twice."),
    ]


def test_words_that_stand_twice_are_told_apart():
    text = "one two one two"
    found = remarks_on(text, [Finding(Item.STYLE, "x", Span(8, 11), "one", "No.")])
    assert [(one.on, one.on_nth) for one in found] == [("one", 1)]


def test_a_finding_at_no_words_stands_at_its_paragraph_and_one_over_many_at_the_first():
    found = remarks_on(TEXT, [finding(14, 14), finding(19, 31)])
    assert [(one.place.paragraph, one.on) for one in found] == [("Same the.", ""), ("Same the.", "the.")]


def test_each_round_finds_the_document_as_the_one_before_left_it(word_file):
    from desk.readers.docx import read_docx
    from desk.writers.edits import ReturnChoices, ReturnedEdit, ReturnedRemark
    from desk.writers.returning import returned_document

    raw = word_file("<w:p><w:r><w:t>The mayor spoke.</w:t></w:r></w:p>").read_bytes()

    def turn(author, day, before, old, new):
        place = ParagraphPlace(before)
        remark = ReturnedRemark(place, old, f"{author} asks.")
        return ReturnRound(
            Edits((ReturnedEdit(place, old, new),), (remark,)), signature_of(author, f"2026-01-0{day}T03:04:00Z")
        )

    rounds = [
        turn("Ada Desk", 2, "The mayor spoke.", "mayor", "chief"),
        turn("Bo Night", 3, "The chief spoke.", "spoke", "left"),
    ]
    placed = ReturnedRemark(ParagraphPlace("The chief left."), "chief", "Who?")
    lost = ReturnedRemark(ParagraphPlace("Nowhere."), "", "Lost.")
    found = returned_document(raw, rounds, ReturnChoices(findings=(placed, lost)))
    document = read_docx(found.raw)
    assert (document.text, document.original, found.unplaced) == ("The chief left.", "The mayor spoke.", 1)
    assert [(one.author, one.date[:10]) for one in document.insertions] == [
        ("Ada Desk", "2026-01-02"),
        ("Bo Night", "2026-01-03"),
    ]
    assert sorted((one.author, one.text) for one in document.comments) == [
        ("Ada Desk", "Ada Desk asks."),
        ("Bo Night", "Bo Night asks."),
        ("Copydesk", "Who?"),
    ]
    clean = read_docx(returned_document(raw, rounds, ReturnChoices(clean=True)).raw)
    assert (clean.text, clean.original) == ("The chief left.", "The chief left.")
