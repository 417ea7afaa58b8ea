"""Words of a Word file that are led elsewhere, as tracked changes, and read back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.readers.archive import Archive
from desk.readers.docx import read_docx
from desk.text.blocks import paragraphs as cut
from desk.text.links import TextLink, in_pieces, links_of, within
from desk.text.spans import Span
from desk.writers.docx import returned_docx
from desk.writers.edits import Edits, ParagraphPlace, ReturnChoices, ReturnedLink, ReturnRound, Signature
from desk.writers.history import changes_by_version
from desk.writers.link_history import links_by_version
from desk.writers.raw_zip import repacked

ADA, BEN = Signature("Ada Desk", "2026-01-02T03:04:00Z"), Signature("Ben", "2026-01-03T03:04:00Z")
TEXT = "The bridge opened on Monday."
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://old.test/"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SIMPLE = "<w:fldSimple w:instr='HYPERLINK \"https://old.test/\"'>{}</w:fldSimple>"


def run(text, looks=""):
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def led(raw, *links, signature=ADA):
    """Return what came of words that were led to addresses, as a file."""
    said = tuple(ReturnedLink(ParagraphPlace(TEXT), on, address) for on, address in links)
    return returned_docx(raw, [ReturnRound(Edits(links=said), signature)]).raw


def links(found):
    return [(found.text[link.start : link.end], link.href) for link in found.links]


def told(found):
    return [(i.author, found.text[i.start : i.end]) for i in found.insertions] + [
        (d.author, d.text) for d in found.deletions
    ]


def as_it_was(raw):
    """Return a file with the deletions taken back and the insertions taken out, as `Reject all` would leave it."""
    main = Archive(raw).read("word/document.xml").decode()
    main = re.sub(r"<w:ins [^>]*>.*?</w:ins>", "", main, flags=re.DOTALL)
    return re.sub(r"</?w:del( [^>]*)?>", "", main).replace("w:delText", "w:t")


def test_a_link_that_is_set_goes_back_as_words_taken_out_and_put_in_where_they_lead(make):
    raw = make(f"<w:p>{run('The bridge opened', '<w:rPr><w:b/></w:rPr>')}{run(' on Monday.')}</w:p>")
    back = led(raw, ("bridge", "https://bridge.test/?a=1&b=2"))
    found = read_docx(back)
    assert (found.text, found.original) == (TEXT, TEXT)
    assert links(found) == [("bridge", "https://bridge.test/?a=1&b=2")]
    assert told(found) == [("Ada Desk", "bridge"), ("Ada Desk", "bridge")]
    main = as_it_was(back)
    assert "".join(re.findall(r"<w:t[^>]*>([^<]*)<", main)) == TEXT


def test_a_link_wears_the_style_of_the_document_or_blue(make):
    style = '<w:style w:type="character" w:styleId="Lien"><w:name w:val="Hyperlink"/></w:style>'
    dressed = led(make(f"<w:p>{run(TEXT)}</w:p>", styles=style), ("bridge", "https://bridge.test/"))
    assert '<w:rStyle w:val="Lien"/>' in main_of(dressed)
    blue = led(make(f"<w:p>{run(TEXT, '<w:rPr><w:i/></w:rPr>')}</w:p>"), ("bridge", "https://bridge.test/"))
    assert '<w:rPr><w:i/><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>' in main_of(blue)


def main_of(raw):
    return Archive(raw).read("word/document.xml").decode()


@pytest.mark.parametrize("holder", [FIELD, SIMPLE, '<w:hyperlink r:id="rOld">{}</w:hyperlink>'])
@pytest.mark.parametrize(
    ("on", "address", "wanted"),
    [
        ("new bridge", "", []),
        ("new bridge", "https://new.test/", [("new bridge", "https://new.test/")]),
        ("new", "", [(" bridge", "https://old.test/")]),
        ("bridge", "https://new.test/", [("new ", "https://old.test/"), ("bridge", "https://new.test/")]),
    ],
)
def test_a_link_that_is_changed_or_taken_off_stands_again_where_that_is_rejected(make, holder, on, address, wanted):
    raw = linked(make, f"<w:p>{run('The ')}{holder.format(run('new') + run(' bridge'))}{run(' opened.')}</w:p>")
    said = ReturnedLink(ParagraphPlace("The new bridge opened."), on, address)
    back = returned_docx(raw, [ReturnRound(Edits(links=(said,)), ADA)]).raw
    found = read_docx(back)
    assert found.text == found.original == "The new bridge opened."
    assert links(found) == wanted
    clean = read_docx(returned_docx(back, [], ReturnChoices(clean=True)).raw)
    assert (clean.text, links(clean)) == (found.text, wanted)


def linked(make, body):
    """Return a Word file whose relation rOld leads to a page."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entry = f'<Relationship Id="rOld" Type="{office}/hyperlink" Target="https://old.test/" TargetMode="External"/>'
    whole = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entry}</Relationships>'
    )
    return repacked(make(body), {"word/_rels/document.xml.rels": whole.encode()})


def test_what_leads_there_already_and_a_place_in_the_document_stay_as_they_are(make):
    body = f'<w:p>{run("The ")}<w:hyperlink r:id="rOld">{run("bridge")}</w:hyperlink>{run(" opened ")}'
    raw = linked(make, f'{body}<w:hyperlink w:anchor="x">{run("on Monday")}</w:hyperlink>{run(".")}</w:p>')
    found = read_docx(led(raw, ("bridge", "https://old.test/"), ("on Monday", "")))
    assert told(found) == []
    assert links(found) == [("bridge", "https://old.test/"), ("on Monday", "#x")]


def test_words_that_one_version_brought_lead_without_being_taken_out_again(make):
    new = TEXT.replace("Monday", "Monday, they say")
    edits = changes_by_version([TEXT, new])
    at = new.index("they say")
    (said,) = links_by_version([TEXT, new], [(), (TextLink(Span(at, at + 8), "https://they.test/"),)])
    rounds = [ReturnRound(edits[0], ADA), ReturnRound(Edits(links=said), ADA)]
    found = read_docx(returned_docx(make(f"<w:p>{run(TEXT)}</w:p>"), rounds).raw)
    assert (found.text, found.original) == (new, TEXT)
    assert told(found) == [("Ada Desk", ", they say")]
    assert links(found) == [("they say", "https://they.test/")]


def test_new_words_within_a_link_that_went_lead_nowhere(make):
    raw = linked(
        make, f'<w:p>{run("The ")}<w:hyperlink r:id="rOld">{run("bridge")}</w:hyperlink>{run(" opened.")}</w:p>'
    )
    old, new = "The bridge opened.", "The tunnel opened."
    edits = changes_by_version([old, new])
    (said,) = links_by_version([old, new], [(TextLink(Span(4, 10), "https://old.test/"),), ()])
    found = read_docx(returned_docx(raw, [ReturnRound(edits[0], ADA), ReturnRound(Edits(links=said), ADA)]).raw)
    assert (found.text, found.original, links(found)) == (new, old, [])
    assert told(found) == [("Ada Desk", "tunnel"), ("Ada Desk", "bridge")]


def test_words_that_are_not_there_are_told(make):
    with pytest.raises(KnownError, match="The link on “ferry” finds no such words"):
        led(make(f"<w:p>{run(TEXT)}</w:p>"), ("ferry", "https://ferry.test/"))


# -- By version --------------------------------------------------------------------------------------------------------

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
def test_whatever_led_where_the_file_leads_there_at_the_end_and_reads_as_before_when_rejected(make, said):
    texts, kept = [text for text, _ in said], [one for _, one in said]
    text = texts[0]
    paragraphs = []
    for block in cut(text):
        pieces = in_pieces(block.text, within(kept[0], block.span))
        dressed = (
            f"<w:fldSimple w:instr='HYPERLINK \"{address}\"'>{run(words)}</w:fldSimple>" if address else run(words)
            for words, address in pieces
        )
        paragraphs.append(f"<w:p>{''.join(dressed)}</w:p>")
    edits = [*changes_by_version(texts), *(Edits(links=one) for one in links_by_version(texts, kept))]
    who = [ADA, BEN][: len(texts) - 1] * 2
    raw = returned_docx(make("".join(paragraphs)), [ReturnRound(*one) for one in zip(edits, who, strict=True)]).raw
    found = read_docx(raw)
    assert (found.text, found.original) == (texts[-1], texts[0])
    last = [(link.span.start, link.span.end, link.address) for link in kept[-1]]
    assert leads(texts[-1], [(one.start, one.end, one.href) for one in found.links]) == leads(texts[-1], last)
