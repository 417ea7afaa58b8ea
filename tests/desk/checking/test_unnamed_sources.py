"""Sources without a name are counted: one a sentence, and none within a quotation."""

from desk.checking.unnamed_sources import unnamed_sources
from desk.text.blocks import Manuscript
from tests.rows import rows


@rows(
    ("text", "told"),
    [
        ("The bridge will close, a source said on Monday.", ["a source said"]),
        ("Two people familiar with the sale put it at $4 million.", ["people familiar with"]),
        ("A senior port official, who asked not to be named, had seen the letter.", ["asked not to be named"]),
        ("An official close to the talks spoke on condition of anonymity.", ["official close to"]),
        (
            "Sources told the paper that it was sold. A harbour aide said that it was not.",
            ["Sources told", "A harbour aide said"],
        ),
        ("She was not authorised to speak to the press.", ["not authorised to speak"]),
        ("It was sold, according to three people who were there.", ["according to three people"]),
        ("Ada Holm, an official of the port, said so. Officials said that it would close.", []),
        ("“I never trust anonymous sources,” said Ada Holm.", []),
        ("The source of the river lies in the hills, and other sources of water are rare.", []),
        ("Nobody was named in the report of the port’s officials.", []),
    ],
)
def test_sources_without_a_name_are_counted_once_a_sentence(text, told):
    assert [span.of(text) for span in unnamed_sources(Manuscript.of(text))] == told
