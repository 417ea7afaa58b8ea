"""What is written as OpenDocument keeps to the schema of version 1.3: new documents, and such as came back."""

import gzip
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from desk.readers.odt import read_odt
from desk.text.blocks import Block, BlockRole, Manuscript
from desk.text.copy_and_ads import Box
from desk.text.links import links_of
from desk.writers.edits import (
    Edits,
    ParagraphPlace,
    ReturnChoices,
    ReturnedLink,
    ReturnedRemark,
    ReturnRound,
    Signature,
)
from desk.writers.formats.new_odt import as_odt
from desk.writers.formats.story import ExportedFacts, ExportedSeal, exported_story
from desk.writers.history import changes_by_version
from desk.writers.odt import returned_odt
from tests.rows import rows

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
ADA, BEN, CLEO = (Signature(who, "2026-01-02T03:04:00Z") for who in ("Ada", "Ben", "Cleo"))
BODY = (
    '<text:p>The <text:a xlink:type="simple" xlink:href="https://old.test/"><text:span text:style-name="T1">mayor'
    "</text:span></text:a> spoke on Monday. It rained.</text:p><text:p>Nobody came.</text:p><text:list><text:list-item>"
    "<text:p>One ship</text:p></text:list-item><text:list-item><text:p>Two ships</text:p></text:list-item></text:list>"
    '<text:p>The end.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>By Ada.</text:p></text:note-body></text:note></text:p>"
)
TEXT = "The mayor spoke on Monday. It rained.\n\nNobody came.\n\nOne ship\n\nTwo ships\n\nThe end.\n\nBy Ada."
EDITED = {
    "words": TEXT.replace("mayor", "queen").replace("  ", " "),
    "parted": TEXT.replace("Monday. It", "Monday.\n\nIt").replace("One ship", "One\n\nship"),
    "joined": TEXT.replace("rained.\n\nNobody", "rained. Nobody").replace("ship\n\nTwo", "ship Two"),
    "moved": "Nobody came.\n\n" + TEXT.replace("\n\nNobody came.", ""),
    "put in": TEXT.replace("One ship", "Half a ship\n\nOne ship").replace("The end.", "The end.\n\nMore."),
    "taken out": TEXT.replace("Nobody came.\n\n", "").replace("One ship\n\n", ""),
    "a note": TEXT.replace("By Ada", "By Ben"),
    "no note": TEXT.replace("\n\nBy Ada.", ""),
}


@pytest.fixture(scope="module")
def faults():
    """A way to hear what in a part of a document breaks the schema, extensions of other programs aside."""
    with gzip.open(Path(__file__).parent / "schema" / "OpenDocument-v1.3-schema.rng.gz") as file:
        schema = etree.RelaxNG(etree.parse(file))

    def told(raw, name):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            root = etree.fromstring(archive.read(name))
        root.set(OFFICE + "version", "1.3")  # it takes in all of 1.2
        for element in root.iter():
            for key in [one for one in element.attrib if "loext" in one]:
                del element.attrib[key]
        schema.validate(root)
        return [error.message for error in schema.error_log]

    return told


@pytest.mark.parametrize("name", ["content.xml", "styles.xml", "meta.xml"])
def test_a_new_document_keeps_to_the_schema(faults, name):
    text = "Mayor quits\n\nBy Ada\n\nShe  spoke\non\tMonday."
    roles = (BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.BODY)
    blocks = tuple(Block(text.index(one), one, role=role) for one, role in zip(text.split("\n\n"), roles, strict=True))
    when = datetime(2026, 1, 2, tzinfo=UTC)
    facts = ExportedFacts("mayor", "News", "en-GB", when, ExportedSeal("01ab", "Odile", when))
    links, _ = links_of(text, [(text.index("spoke"), text.index("spoke") + 5, "https://new.test/")])
    story = exported_story(Manuscript(text, blocks), (Box("Advertisement", "Buy soap."),), facts, links)
    assert faults(as_odt(story), name) == []


@rows("new", EDITED.values())
def test_a_document_that_comes_back_keeps_to_the_schema(make, faults, new):
    raw = make(BODY)
    assert (read_odt(raw).text, faults(raw, "content.xml")) == (TEXT, [])
    (edits,) = changes_by_version([TEXT, new])
    end = ParagraphPlace("The end.")
    more = Edits(
        links=(ReturnedLink(end, "end", "https://end.test/"),), remarks=(ReturnedRemark(end, "end", "Why?", name="a"),)
    )
    answer = Edits(remarks=(ReturnedRemark(ParagraphPlace(""), "", "Because.", "a", done=True),))
    rounds = [ReturnRound(edits, ADA), ReturnRound(more, BEN), ReturnRound(answer, CLEO)]
    assert faults(returned_odt(raw, rounds).raw, "content.xml") == []
    assert faults(returned_odt(raw, rounds, ReturnChoices(clean=True)).raw, "content.xml") == []
