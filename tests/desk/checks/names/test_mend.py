from desk.checks.check import Finding, Item
from desk.checks.house import Brief, NameAnswer, Verdict
from desk.checks.names.ledger import ledger
from desk.checks.names.mend import some, unified
from desk.text.blocks import Manuscript
from desk.text.spans import Span


def mended(text, name, keep, drop):
    entry = next(e for e in ledger(Manuscript.of(text), (), Brief()).entries if e.name == name)
    remedy = unified(text, entry, keep, drop)
    for edit in sorted(remedy.edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return remedy.title, text


def test_every_place_is_written_anew_and_endings_stay():
    text = "Ines Duarte spoke. Later Duarte’s deputy came; on Monday Duarte\nleft."
    title, after = mended(text, "Ines Duarte", "Duarté", "Duarte")
    assert title == "Change “Duarte” to “Duarté” in 3 places"
    assert after == "Ines Duarté spoke. Later Duarté’s deputy came; on Monday Duarté\nleft."


def test_a_name_broken_over_two_lines_is_mended_too():
    _, after = mended("It was, said Ines\nDuarte, over.", "Ines Duarte", "Inês Duarte", "Ines Duarte")
    assert after == "It was, said Inês Duarte, over."


def test_part_of_a_longer_word_is_left_alone():
    title, _ = mended("On Monday Ines Duarte spoke.", "Ines Duarte", "Duart", "Duar")
    assert title.endswith("in 0 places")


def test_the_pair_of_a_finding_is_read_from_its_subject():
    def pair(subject, item=Item.NAMES):
        return Finding(item, "names.near-variant", Span(0, 1), "A", "", subject=subject).pair

    assert pair("El-Fasher / al-Fashir") == ("El-Fasher", "al-Fashir")
    assert pair("Reed") == ()
    assert pair("either / or", Item.STYLE) == ()


def test_some_places_alone_are_mended_and_the_others_stand_as_quoted():
    text = "Ines Duarte spoke. “I am Duarte,” she said. On Monday Duarte left."
    (entry,) = (e for e in ledger(Manuscript.of(text), (), Brief()).entries if e.name == "Ines Duarte")
    whole = unified(text, entry, "Duarté", "Duarte")
    remedy, answer = some(whole, whole.edits[:1] + whole.edits[2:], "Duarté", "Duarte")
    assert remedy.title == "Change “Duarte” to “Duarté” in 2 places"
    assert answer == NameAnswer("Duarté", "Duarte", Verdict.AS_QUOTED)
    assert some(whole, whole.edits, "Duarté", "Duarte") == (whole, NameAnswer("Duarté", "Duarte", Verdict.SAME))
