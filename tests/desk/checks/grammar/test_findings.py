"""What becomes of what LanguageTool says: off, lowered, house style, quotations, furniture, one problem once."""

import pytest

from desk.checks.check import Severity
from desk.checks.grammar.likeliest import likeliest_first
from desk.checks.house import Brief, House
from desk.text.quotations import is_inside, quoted
from tests.rows import rows

TEXT = "The harbour was was closed."


def house(**fields):
    return Brief(House(**fields))


def test_a_desk_switches_rules_off_lowers_them_and_has_them_back(told, slip):
    loud = slip("SOME_RULE", "was was", "was")
    assert told(TEXT, loud)[0].severity is Severity.WARNING
    assert told(TEXT, loud, brief=house(grammar_off=frozenset({"SOME_*"}))) == ()
    assert told(TEXT, loud, brief=house(grammar_low=frozenset({"SOME_RULE"})))[0].severity is Severity.HINT
    quiet = slip("PASSIVE_VOICE", "was was", "was")
    assert told(TEXT, quiet) == ()
    assert told(TEXT, quiet, brief=house(grammar_on=frozenset({"PASSIVE_VOICE"}))) != ()
    hint = slip("MISSING_HYPHEN", "was was", "was")
    assert told(TEXT, hint)[0].severity is Severity.HINT
    assert told(TEXT, hint, brief=house(grammar_on=frozenset({"MISSING_HYPHEN"})))[0].severity is Severity.WARNING


def test_rules_of_house_style_speak_only_in_a_house_that_has_the_style(told, slip):
    serial = slip("SERIAL_COMMA_ON", "was was", "was")
    assert told(TEXT, serial) == ()
    assert told(TEXT, serial, brief=house(grammar_style=frozenset({"serial-comma"}))) != ()
    which = slip("COPYDESK_THAT_WHICH", "was was", "was")
    assert told(TEXT, which) != ()
    assert told(TEXT, which, brief=house(variant="en-GB")) == ()
    assert told("She said: “The harbour was was closed.”", which) == ()


def test_an_error_in_a_quotation_is_milder_and_says_where_it_stands(told, slip):
    outside, inside = told("He was was late. “It was was so,” she said.", slip("A_RULE", "was was", "was"))
    assert (outside.severity, inside.severity) == (Severity.WARNING, Severity.HINT)
    assert "quotation" not in outside.message
    assert "inside a quotation" in inside.message


@rows(
    ("text", "expected"),
    [
        ("“We go,” he said, “now.”", ["“We go,”", "“now.”"]),
        ('"We go," he said.', ['"We go,"']),
        ("He said: “We go on\nand on.", ["“We go on\nand on."]),
        ("He stood 6'2\" tall, don’t you know.", []),
        ("", []),
        ("”“", ["“"]),
    ],
)
def test_quotations_of_a_block(text, expected):
    assert [text[start:end] for start, end in quoted(text)] == expected


def test_inside_means_wholly_inside():
    ranges = quoted("“We go,” he said, “now.”")
    assert is_inside(ranges, 1, 3)
    assert not is_inside(ranges, 5, 12)
    assert not is_inside(ranges, 10, 12)
    assert is_inside(ranges, 19, 22)
    assert not is_inside((), 0, 1)


def test_headlines_hear_what_is_wrong_anywhere_and_captions_nearly_everything(told, slip):
    article = slip("COPYDESK_IS_GOOD_IDEA", "was was", category="COPYDESK_GRAMMAR")
    wrong = slip("COPYDESK_SOUNDALIKE", "was was", category="COPYDESK_SOUNDALIKES")
    whole = slip("COPYDESK_NO_VERB", "was was", category="COPYDESK_GRAMMAR")
    assert told(TEXT, article, role="headline") == ()
    assert told(TEXT, wrong, role="headline") != ()
    assert told(TEXT, article, role="caption") != ()
    assert told(TEXT, whole, role="caption") == ()
    assert told(TEXT, wrong, role="byline") == ()


def test_two_rules_on_the_same_words_are_one_finding_and_the_better_one(told, slip):
    dull = slip("DULL", "harbour was was", kind="style", category="MISC")
    sharp = slip("SHARP", "was was", "was")
    ours = slip("COPYDESK_TWO_VERBS", "was was", "was")
    assert [f.rule for f in told(TEXT, dull, sharp)] == ["grammar.SHARP"]
    assert [f.rule for f in told(TEXT, sharp, ours)] == ["grammar.COPYDESK_TWO_VERBS"]


def test_deleting_a_word_leaves_no_two_spaces(told, slip):
    text = "They refused to the use the door."
    (finding,) = told(text, slip("COPYDESK_TO_THE_USE_THE", "the use", ""))
    (edit,) = finding.remedies[0].edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == "They refused to the door."
    assert finding.remedies[0].title == "Delete"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The boats left early, and.", "The boats left early."),
        ("The boats left early, and the rest stayed.", "The boats left early, the rest stayed."),
        ("The boats left early and.", "The boats left early."),
    ],
)
def test_a_comma_goes_with_the_word_that_it_led_to(told, slip, text, left):
    (finding,) = told(text, slip("COPYDESK_CUT", "and", ""))
    (edit,) = finding.remedies[0].edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == left


def test_places_of_one_misspelt_word_are_changed_at_once_only_where_they_are_one_word(told, misspelt):
    slips = (misspelt("wich", "which", "wish"), misspelt("becuase", "because"))
    text = "They wich him well becuase of it. The boat, wich was built in Leith, sank becuase of the wind."
    first = {finding.quote: finding.remedies[0] for finding in told(text, *slips)}
    assert (first["wich"].title, len(first["wich"].edits)) == ("Change to “wish”", 1)
    assert (first["becuase"].title, len(first["becuase"].edits)) == ("Change all 2 to “because”", 2)


def test_of_a_misspelt_word_the_likeliest_remedy_comes_first(told, misspelt):
    (finding,) = told("The union contols the port.", misspelt("contols", "con tols", "consoles", "controls"))
    assert finding.suggestions == ("controls", "consoles")


@rows(
    ("word", "suggestions", "first"),
    [
        ("ofthe", ("of thee", "of the", "oft he"), "of the"),  # small words run together
        ("anothr", ("anther", "another"), "another"),  # the commoner word
        ("hte", ("hate", "HTE", "the"), "the"),
        ("harbous", ("harbors", "harbour", "harbours"), "harbours"),
        ("countrys", ("countries", "country", "country's"), "country's"),  # nothing but the apostrophe is missing
        ("becuase", ("because", "becalm"), "because"),
        ("dayly", ("dally", "daily"), "daily"),  # a key beside, or not
    ],
)
def test_how_common_a_word_is_and_how_it_was_mistyped_say_what_was_meant(word, suggestions, first):
    assert likeliest_first(word, suggestions)[0] == first


@rows(
    ("before", "word", "suggestions", "after", "first"),
    [
        ("They ", "wich", ("which", "wish", "witch"), " him well.", "wish"),
        ("The boat, ", "wich", ("wish", "which", "witch"), " was built in Leith, sank.", "which"),
        ("The end ", "fo", ("for", "of", "fog"), " the pier.", "of"),
        ("They waited ", "fo", ("of", "for", "fog"), " the ferry.", "for"),
        ("He walked on the other ", "sid", ("said", "sit", "side"), " of the road.", "side"),
        ("There is ", "alot", ("lot", "alto", "a lot"), " more money to be made.", "a lot"),
        ("They asked whether ", "itis", ("its", "iris", "it is"), " so late.", "it is"),
        ("They gave a ", "rousingdefense", ("rousing defense",), " of her.", "rousing defense"),
        ("“It is late,” she ", "sid", ("side", "sit", "said"), " on Friday.", "said"),
        ("He was a railway ", "clark", ("Clark", "clerk", "Clarke"), " for 30 years.", "clerk"),
        ("He met a ", "cuban", ("cabin", "Cuban", "urban"), " on the quay.", "Cuban"),
        ("He met Dr ", "clark", ("Clark", "clerk", "Clarke"), " on the quay.", "Clark"),
    ],
)
def test_the_words_beside_a_misspelt_one_say_what_was_meant(before, word, suggestions, after, first):
    assert likeliest_first(word, suggestions, before, after)[0] == first


@rows(
    ("before", "word", "suggestions", "after", "first"),
    [
        ("They ", "selled", ("spelled", "seller", "sealed", "smelled"), " the boat to a museum.", "sold"),
        ("They ", "brung", ("bring", "Bruno", "brought", "bung"), " food to the hall.", "brought"),
        ("She ", "drived", ("drive", "drives", "driver", "derived"), " home on Friday.", "drove"),
        ("She ", "teached", ("teaches", "reached", "teacher"), " English for a year.", "taught"),
        ("She ", "catched", ("catches", "cached", "catcher"), " a cold.", "caught"),
        ("She has ", "runned", ("runner", "ruined", "gunned"), " for office.", "run"),
        ("She ", "runned", ("runner", "ruined", "gunned"), " a mile.", "ran"),
        ("", "Selled", ("Spelled", "Seller", "Sealed"), " in May, the boat sank.", "Sold"),
        ("They ", "taked", ("talked", "tasked", "taken"), " about the plan.", "talked"),
        ("They ", "openned", ("opened", "penned"), " the pier.", "opened"),
    ],
)
def test_an_irregular_verb_gets_its_own_form_first(before, word, suggestions, after, first):
    assert likeliest_first(word, suggestions, before, after)[0] == first


@pytest.mark.parametrize(
    ("beside", "mended"),
    [
        ('"We know," they said.', "didn't"),
        ("“We know,” they said.", "didn’t"),
        ('"We won’t," they said.', "didn’t"),  # what it writes within words goes first
        ("We know, they said.", "didn't"),
    ],
)
def test_an_apostrophe_goes_with_the_quotation_marks_of_a_story_that_writes_none(told, misspelt, beside, mended):
    (finding,) = told(f"They didnt go. {beside}", misspelt("didnt", "didn't"))
    assert finding.suggestions == (mended,)
