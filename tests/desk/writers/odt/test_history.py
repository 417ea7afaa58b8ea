"""What several versions changed, put back into the OpenDocument text that the first one came from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.writers.edits import ReturnRound, Signature
from desk.writers.history import changes_by_version
from desk.writers.odt import returned_odt

WHO = ("Ada", "Ben", "Cleo", "Dan")
OLD = "Mayor quits\n\nThe mayor spoke on Monday.\n\nIt rained.\n\nNobody came."


@pytest.fixture(scope="session")
def go_back(make, seen):
    """Return what a reader reads in a file of plain paragraphs once each later text was put back."""

    def back(texts, body=""):
        edits = changes_by_version(texts)
        rounds = [ReturnRound(e, Signature(who, "2026-01-02T03:04:00Z")) for e, who in zip(edits, WHO, strict=False)]
        paragraphs = "".join(f"<text:p>{text}</text:p>" for text in texts[0].split("\n\n"))
        return seen(returned_odt(make(body or paragraphs), rounds))

    return back


def test_each_change_is_told_by_the_version_that_brought_it_and_what_came_and_went_by_none(go_back):
    first = OLD.replace("spoke", "spoke loudly").replace("It rained.\n\n", "")
    second = first.replace(" loudly", "").replace("Monday", "Tuesday")
    found = go_back([OLD, first, second])
    assert (found.read.text, found.read.original, found.faults) == (second, OLD, [])
    told = [(i.author, found.read.text[i.start : i.end]) for i in found.read.insertions]
    told += [(d.author, d.text) for d in found.read.deletions]
    assert told == [("Ben", "Tuesday"), ("Ben", "Monday"), ("Ada", "It rained.\n\n")]


def test_items_of_a_list_come_and_go_as_items(go_back):
    item = "<text:list-item><text:p>{}</text:p></text:list-item>".format
    body = f"<text:list>{item('One')}{item('Two')}{item('Three')}</text:list><text:p>End.</text:p>"
    found = go_back(["One\n\nTwo\n\nThree\n\nEnd.", "One\n\nNew\n\nThree\n\nFour\n\nEnd."], body)
    assert (found.read.text, found.faults) == ("One\n\nNew\n\nThree\n\nFour\n\nEnd.", [])
    assert [str(block.role) for block in found.read.blocks] == ["list-item"] * 4 + ["paragraph"]
    assert found.read.original == "One\n\nTwo\n\nThree\n\nEnd."


BY_BOB = "<office:change-info><dc:creator>Bob</dc:creator><dc:date>2025-12-31T23:00:00</dc:date></office:change-info>"


@pytest.mark.parametrize(
    ("change", "mark", "original"),
    [
        ("<text:insertion>{}</text:insertion>", "<text:change-start {0}/> two<text:change-end {0}/>", "One\n\nEnd."),
        ("<text:deletion>{}<text:p>gone</text:p></text:deletion>", " two<text:change {0}/>", "One twogone\n\nEnd."),
    ],
)
def test_the_end_of_a_paragraph_is_never_told_with_what_another_changed_in_it(go_back, change, mark, original):
    region = f'<text:changed-region xml:id="b" text:id="b">{change.format(BY_BOB)}</text:changed-region>'
    body = f"<text:tracked-changes>{region}</text:tracked-changes>"
    body += f"<text:p>One{mark.format('text:change-id=' + chr(34) + 'b' + chr(34))}</text:p><text:p>End.</text:p>"
    found = go_back(["One two\n\nEnd.", "End."], body)
    assert (found.read.text, found.read.original, found.faults) == ("End.", original, [])


words = st.sampled_from(["mayor", "spoke", "on", "Monday", "rain", "and", "a", "bridge"])
one = st.lists(words, min_size=1, max_size=5).map(" ".join)
whole = st.lists(one, min_size=1, max_size=5).map("\n\n".join)


@settings(max_examples=30)
@given(st.lists(whole, min_size=2, max_size=4))
def test_whatever_was_written_accepted_is_the_last_text_and_rejected_the_first(go_back, texts):
    found = go_back(texts)
    assert (found.read.text, found.read.original, found.faults) == (texts[-1], texts[0], [])
