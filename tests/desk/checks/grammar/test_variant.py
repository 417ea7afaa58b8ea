from desk.checks.grammar.variant import spoken_variant
from tests.rows import rows


@rows(
    ("text", "speaks"),
    [
        ("The theatre in the town centre honoured its organisers.", "en-GB"),
        ("The theater in the town center honored its organizers.", "en-US"),
        ("Residents criticised the defence of the harbour; neighbours travelled kilometres.", "en-GB"),
        ("The colour of the theatre, the centre and the center, the color and the theater.", None),
        ("One theatre, a second theatre, a third theatre.", None),
        ("The Labour Party met at the Harbour Centre, said the Theatre Royal's Honour Grey.", None),
        ("Nothing here tells.", None),
        ("", None),
    ],
)
def test_a_text_speaks_what_it_plainly_speaks(text, speaks):
    assert spoken_variant([text]) == speaks
    assert spoken_variant(text.split()) == speaks, "in whatever blocks"
