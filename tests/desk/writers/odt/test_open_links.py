"""Words of an OpenDocument text that are led elsewhere, as tracked changes, and read back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.readers.odt import read_odt
from desk.text.blocks import paragraphs
from desk.text.links import TextLink, in_pieces, links_of, within
from desk.text.spans import Span
from desk.writers.edits import Edits, ParagraphPlace, ReturnChoices, ReturnedLink, ReturnRound, Signature
from desk.writers.history import changes_by_version
from desk.writers.link_history import links_by_version
from desk.writers.odt import returned_odt

ADA, BEN = Signature("Ada Desk", "2026-01-02T03:04:00Z"), Signature("Ben", "2026-01-03T03:04:00Z")
TEXT = "The new bridge opened."
OLD = '<text:a xlink:type="simple" xlink:href="https://old.test/">{}</text:a>'


def led(seen, raw, on, address):
    said = ReturnedLink(ParagraphPlace(TEXT), on, address)
    found = seen(returned_odt(raw, [ReturnRound(Edits(links=(said,)), ADA)]))
    assert found.faults == []
    return found


def links(read):
    return [(read.text[link.start : link.end], link.href) for link in read.links]


def test_a_link_that_is_set_goes_back_as_words_taken_out_and_put_in_where_they_lead(make, seen):
    raw = make('<text:p>The <text:span text:style-name="T1">new bridge</text:span> opened.</text:p>')
    found = led(seen, raw, "bridge", "https://bridge.test/?a=1&b=2")
    assert (found.read.text, found.read.original) == (TEXT, TEXT)
    assert links(found.read) == [("bridge", "https://bridge.test/?a=1&b=2")]
    assert [(d.author, d.text) for d in found.read.deletions] == [("Ada Desk", "bridge")]
    assert '<text:span text:style-name="T1">new <text:change ' in found.content


@pytest.mark.parametrize(
    "inside",
    ["new bridge", '<text:span text:style-name="Internet_20_link">new <text:span>bridge</text:span></text:span>'],
)
@pytest.mark.parametrize(
    ("on", "address", "wanted"),
    [
        ("new bridge", "", []),
        ("new bridge", "https://new.test/", [("new bridge", "https://new.test/")]),
        ("new", "", [(" bridge", "https://old.test/")]),
        ("bridge", "https://new.test/", [("new ", "https://old.test/"), ("bridge", "https://new.test/")]),
    ],
)
def test_a_link_that_is_changed_or_taken_off_stands_again_where_that_is_rejected(
    make, seen, inside, on, address, wanted
):
    found = led(seen, make(f"<text:p>The {OLD.format(inside)} opened.</text:p>"), on, address)
    assert (found.read.text, found.read.original) == (TEXT, TEXT)
    assert merged(links(found.read)) == wanted
    assert 'xlink:href="https://old.test/"' in found.content.split("</text:tracked-changes>")[0]
    clean = read_odt(returned_odt(found.raw, [], ReturnChoices(clean=True)).raw)
    assert (clean.text, merged(links(clean))) == (TEXT, wanted)
    if not address and on == "new bridge":
        assert "Internet_20_link" not in found.content.split("</text:tracked-changes>")[1].split("text:change-start")[1]


def merged(told):
    """Return links with neighbours that lead to one place as one."""
    out = []
    for words, href in told:
        if out and out[-1][1] == href:
            out[-1] = (out[-1][0] + words, href)
        else:
            out.append((words, href))
    return out


def test_words_that_one_version_brought_lead_without_being_taken_out_again(make, seen):
    new = TEXT.replace("opened", "opened, they  say so")
    at = new.index("they")
    edits = changes_by_version([TEXT, new])
    (said,) = links_by_version([TEXT, new], [(), (TextLink(Span(at, at + 9), "https://they.test/"),)])
    rounds = [ReturnRound(edits[0], ADA), ReturnRound(Edits(links=said), ADA)]
    found = seen(returned_odt(make(f"<text:p>{TEXT}</text:p>"), rounds))
    assert (found.read.text, found.read.original, found.faults) == (new, TEXT, [])
    assert found.read.deletions == ()
    assert found.content.count("<text:a ") == 1
    assert "".join(words for words, _ in links(found.read)) == "they  say"


def test_new_words_within_a_link_that_went_lead_nowhere(make, seen):
    new = TEXT.replace("new bridge", "long tunnel")
    edits = changes_by_version([TEXT, new])
    (said,) = links_by_version([TEXT, new], [(TextLink(Span(4, 14), "https://old.test/"),), ()])
    raw = make(f"<text:p>The {OLD.format('new bridge')} opened.</text:p>")
    found = seen(returned_odt(raw, [ReturnRound(edits[0], ADA), ReturnRound(Edits(links=said), ADA)]))
    assert (found.read.text, found.read.original, links(found.read), found.faults) == (new, TEXT, [], [])
    assert [d.text for d in found.read.deletions] == ["new bridge"]


ADDRESSES = st.sampled_from(["https://a.test/", "https://b.test/"])
WORDS = st.lists(st.sampled_from(["mayor", "spoke", "on", "Monday", "rain"]), min_size=1, max_size=5)


@st.composite
def versions(draw):
    """Draw texts with links on some of their words."""
    told = []
    for _ in range(draw(st.integers(2, 3))):
        text = "\n\n".join(" ".join(draw(WORDS)) for _ in range(draw(st.integers(1, 3))))
        found = [(m.start(), m.end(), draw(ADDRESSES)) for m in re.finditer(r"\w+", text) if draw(st.booleans())]
        told.append((text, links_of(text, found)[0]))
    return told


def leads(text, said):
    """Return for each letter of a text where it leads."""
    out = [""] * len(text)
    for start, end, address in said:
        out[start:end] = [address] * (end - start)
    return [one for one, sign in zip(out, text, strict=True) if sign.strip()]


@settings(max_examples=25)
@given(versions())
def test_whatever_led_where_the_file_leads_there_at_the_end_and_reads_as_before_when_rejected(make, seen, said):
    texts, kept = [text for text, _ in said], [one for _, one in said]
    body = ""
    for block in paragraphs(texts[0]):
        pieces = in_pieces(block.text, within(kept[0], block.span))
        dressed = (f'<text:a xlink:href="{where}">{words}</text:a>' if where else words for words, where in pieces)
        body += f"<text:p>{''.join(dressed)}</text:p>"
    edits = [*changes_by_version(texts), *(Edits(links=one) for one in links_by_version(texts, kept))]
    who = [ADA, BEN][: len(texts) - 1] * 2
    found = seen(returned_odt(make(body), [ReturnRound(*one) for one in zip(edits, who, strict=True)]))
    assert (found.read.text, found.read.original, found.faults) == (texts[-1], texts[0], [])
    last = [(link.span.start, link.span.end, link.address) for link in kept[-1]]
    assert leads(texts[-1], [(one.start, one.end, one.href) for one in found.read.links]) == leads(texts[-1], last)
