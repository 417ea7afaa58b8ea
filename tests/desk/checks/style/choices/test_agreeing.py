"""A story agrees with itself: one finding a choice, with all its places; what is left in peace."""

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.check import Severity
from desk.checks.house import Brief, House
from desk.checks.style.check import StyleCheck
from desk.checks.style.choices.house_file import preset_words
from desk.text.blocks import Kind, Manuscript
from tests.rows import rows

TEXT = (
    "Sales fell 4 percent in May.\n\nThey fell 5 percent in June, 6% in July and 7% in August.\n\nNow it is 8 percent."
)


def run(text, manuscript=None, **house):
    return run_check(StyleCheck(), manuscript or Manuscript.of(text), Brief(House(**house)), ReadingCache()).findings


def mended(text, remedy):
    for edit in sorted(remedy.edits, key=lambda e: e.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_one_finding_has_all_places_and_changes_all_of_them_first():
    (finding,) = run(TEXT)
    assert (finding.rule, finding.severity) == ("style.percent-text", Severity.HINT)
    places = {TEXT[e.span.start : e.span.end] for e in finding.evidence} | {finding.quote}
    assert places == {"4 percent", "5 percent", "6%", "7%", "8 percent"}
    assert "this story does both" in finding.message
    assert "wrong" not in finding.message
    first, second = finding.remedies[:2]
    assert first.title == "Change all 2: “6 percent”, “7 percent”"
    assert "%" not in mended(TEXT, first)
    assert "percent" not in mended(TEXT, second)
    assert not run(mended(TEXT, first))
    assert not run(mended(TEXT, second))


def test_what_the_house_wants_is_a_warning():
    (finding,) = run("Sales fell 4 percent.", choices=(("percent.text", "%"),))
    assert finding.severity is Severity.WARNING
    assert "this house writes “4%”" in finding.message


def test_a_choice_is_switched_off_by_its_rule():
    assert not run(TEXT, style_off=("style.percent-text",))


@rows(
    "text",
    [
        "Sales fell 4 percent. “It was 5% in May,” she said.",
        'Sales fell 4 percent. "It was 5% in May," she said.',
        "Sales fell 4 percent.\n\n“It was 5% in May.\n\n“And 6% in June,” she said.",
        "Sales fell 4 percent\n\nIt was 5%, the board told its members on Tuesday.",
        "The report is on www.example.org/e-mail and she sends email.",
        "It is a family-run pier. The pier is family run.",
        "She was well known. A well-known man left.",
        "The Labour party met. He was in labor for a day.",
        "She came on 4 March. March 2019 was cold, and in March 30 people left.",
        "The board met in 2019 and sold 12,500 tickets. Call 55512 or write to room 40213.",
        "Mr. Tom Oduya met the board. Mr. Oduya left. The Oduya bill passed.",
        "He is a man of two minds and 3 percent. It has three wheels, 4 miles to go.",
        "They organise a fair; the prize is a surprise, and they advertise its size.",
        "They organize a sale and recognize a need; fundraising and a sunrise in paradise, with mayonnaise, "
        "disguised a treatise on enterprising, unsupervised tortoises.",
        "He lives in Salem, Ohio, and Toledo, Ohio. On Sunday, Ms. Zamora said no.",
        "He lives in Salem, Ore. In Dayton, Wash., it rained. Ada Reed, Nevada Democrat, said no.",
        "It cost US $3 million, then US $4 million.",
        "Dr. Ines Calloway spoke. Calloway said so, and Calloway left with then-Dr. Calloway.",
        "Sen. Ines Calloway spoke. Calloway said so, and Vermont Sen. Calloway left.",
        "“We will,” she said. “We may,” he said.\n\nPrices rose," + '" Ada Reed, a broker, said. "Shoppers left.',
        "They sat in the House. The house was cold.",
    ],
)
def test_what_is_quoted_named_measured_or_in_a_headline_is_left_in_peace(text):
    assert [finding.rule for finding in run(text)] == []


def test_paid_text_is_left_in_peace():
    story = Manuscript.of("Sales fell 4 percent in May.\n\nSave 5% now!")
    blocks = (story.blocks[0], story.blocks[1].marked(Kind.PAID, "by a test"))
    assert run("", story.with_blocks(blocks)) == ()


@rows(
    ("text", "rule", "quote"),
    [
        ("They got a tax-free loan and a tax-free gift, then a tax free grant.", "hyphen-compounds", "tax free"),
        ("The long-term plan and the long-term costs hide a longterm loss.", "hyphen-compounds", "longterm"),
        ("Mr. Tom Oduya left. Mr. Oduya and Mr. Oduya agree. Oduya said no.", "titles-courtesy", "Oduya"),
        ("The mayor asked the president. The mayor met the President.", "titles-caps-alone", "President"),
        ("He read the court file and the court list, then the Court file.", "titles-caps-alone", "Court"),
        ("It sold 12,500 tickets in May and 13700 in June.", "numbers-thousands", "13700"),
        ("The pier — old — is shut. The road — new — is open. The path – short – is not.", "marks-dash", " – "),
        ("It's here. That's there. It isn’t now.", "marks-apostrophe", "isn’t"),
        ("They organize a fair. They recognise a need.", "spelling-ise", "recognise"),
        ("They criticise and relativise it. They summarize a need.", "spelling-ise", "summarize"),
        ("She said US$3 million, US $4 million and $5 million.", "currency-house", "$5"),
        ("He lives in Dayton, Ohio. She lives in Dayton, OH.", "states-form", "OH"),
    ],
)
def test_the_rarer_form_departs(text, rule, quote):
    assert (f"style.{rule}", quote) in [(finding.rule, finding.quote) for finding in run(text)]


def test_a_list_behind_a_colon_is_read_whatever_the_copy_map_takes_it_for():
    story = Manuscript.of(
        "The plan has three parts:\n\n- Build a deck\n\n- Painting the rails\n\n- Put up lights\n\nIt starts now."
    )
    blocks = tuple(b.marked(Kind.LEFTOVER, "by a test") if b.text[0] == "-" else b for b in story.blocks)
    (finding,) = run("", story.with_blocks(blocks))
    assert (finding.rule, finding.quote) == ("style.lists-parallel", "Painting")


def test_a_preset_speaks_for_single_words():
    assert ("caps.words", "seasons", "lower") in preset_words("ap-like")


def initials(text, country):
    found = run(text, country=country, variant="en")
    return [finding.quote for finding in found if finding.rule == "style.abbr-unexplained"]


def test_initials_are_known_country_by_country():
    text = "The board met on Monday. The BCCI paid for it, and nobody but the BCCI may use it."
    assert initials(text, "GB") == ["BCCI"]
    assert initials(text, "IN") == []


@rows(
    "text",
    [
        "The Barge and Canal Inspection paid for it. The BCCX knows nothing of the BCI, and the BCI asks.",
        "The agency BCI paid for it, and the BCI was glad.",
        "The BCI, a board of the county, paid for it, and the BCI was glad.",
        "The barge inspection (BCI) paid for it, and the BCI was glad.",
        "BCI paid for it, and BCI was glad.",
    ],
)
def test_initials_that_the_story_explains_are_left_in_peace(text):
    assert initials(text, "US") == []


def test_the_note_of_the_house_is_said_with_its_questions(tmp_path):
    file = tmp_path / "house.toml"
    file.write_text('[people]\nsuicide = "ask"\n[notes]\n"people.suicide" = "Name a line for help."\n', "utf-8")
    (finding,) = run("He committed suicide in May, the police said.", house_file=str(file))
    assert finding.message.endswith("where help is named. The house: Name a line for help.")


@pytest.mark.parametrize(
    ("key", "text", "quote"),
    [
        ("people.minors", "The 14-year-old boy, whom police named as Luka Oduya, left.", "14-year-old boy"),
        ("people.minors", "The report counts child prostitutes.", "child prostitutes"),
        ("people.verdicts", "She was found innocent on Monday.", "found innocent"),
        ("people.verdicts", "The accused murderer left.", "accused murderer"),
    ],
)
def test_a_house_that_asks_is_asked_about_phrases_and_no_bare_word(key, text, quote):
    (finding,) = run(text, choices=((key, "ask"),))
    assert finding.severity is Severity.HINT
    assert finding.quote.startswith(quote)
    assert not run(text)
    assert not run("A child, an innocent man and a 34-year-old boy band left.", choices=((key, "ask"),))


def test_a_stop_that_an_item_lacks_is_shown_with_its_word():
    text = "The plan has three parts:\n\n- a new deck.\n\n- new rails.\n\n- new lights"
    (finding,) = run(text)
    assert (finding.quote, finding.suggestions) == ("lights", ("lights.",))
    assert "“deck.”, 2 places; “lights”, 1 place" in finding.message
    assert mended(text, finding.remedies[0]) == f"{text}."
    assert mended(text, finding.remedies[1]) == text.replace(".", "")


@rows(
    ("text", "rule"),
    [
        ("He sold 13,700 tickets. Call 08000 858531 for more, or 01632 960123.", "style.numbers-thousands"),
        ("He sold 13,700 tickets at 24114 N. Orrin Ave.", "style.numbers-thousands"),
        ("He lives in Dayton, Fla. It has shops in Florida, Tennessee and Virginia.", "style.states-form"),
        ("He lives in Dayton, Ore. Ada Reed, Oregon State's coach, spoke.", "style.states-form"),
        (
            "Traders are expected to:\n\n- Keep to the quay;\n\n- Sell nothing by night; and\n\n"
            "- Clear the stalls\n\n- Leave by noon.",
            "style.lists-stop",
        ),
        (
            "What we learned:\n\n- Sailing is loved by all.\n\n- The quay is long.\n\n- Nobody sings at noon.",
            "style.lists-parallel",
        ),
    ],
)
def test_numbers_to_dial_streets_rows_of_states_and_lists_that_are_sentences_are_in_peace(text, rule):
    assert rule not in {finding.rule for finding in run(text)}


AP = (("titles.caps_alone", "lower"), ("states.form", "long"), ("titles.short", "short"), ("numbers.thousands", ","))


@rows(
    "text",
    [
        "The man left the United States, the Senate voted, and the Nicaraguan Army was not asked.",
        "Attorney General Ines Calloway wrote to Governor-General Tom Reed.",
        "The band played on Oct. 6th in Salem. It played the sixth song twice and the seventh song once.",
        "The rule stands in § 5845 of the code, and 12,500 people know of it.",
        "It is subject to this Constitution. The constitution of the club is older.",
    ],
)
def test_what_no_house_writes_is_never_asked_for(text):
    assert [finding.quote for finding in run(text, choices=AP)] == []


@rows(
    ("text", "better"),
    [
        ("She lives in Bend, Ore. Ms. Reed does not.", "She lives in Bend, Oregon. Ms. Reed does not."),
        ("She lives in Bend, Ore.", "She lives in Bend, Oregon."),
        ("She lives in Bend, Ore., by the pier.", "She lives in Bend, Oregon, by the pier."),
        (
            "He came at 8 p.m. Tom came at 9 p.m. and left at 11pm.",
            "He came at 8 p.m. Tom came at 9 p.m. and left at 11 p.m.",
        ),
        ("It met Major General Tom Reed.", "It met Maj. Gen. Tom Reed."),
    ],
)
def test_a_remedy_neither_takes_the_stop_of_a_sentence_nor_doubles_it(text, better):
    (finding,) = run(text, choices=AP)
    assert mended(text, finding.remedies[0]) == better


@rows(
    ("key", "value", "text"),
    [
        ("abbr.company", "none", "The pier was built by Oduya Inc."),
        ("abbr.company", "none", "“It was built by Oduya Ltd.” The board met."),
        ("abbr.street", "short", "The fire began at 12 Mill St. The board met."),
        ("abbr.street", "bare", "The fire spread along Mill Rd."),
        ("abbr.latin", "none", "It takes boats, carts, etc."),
        ("titles.points", "no", "He is Tom Reed Jr."),
    ],
)
def test_a_point_that_ends_the_sentence_is_asked_of_nobody(key, value, text):
    assert run(text, choices=((key, value),)) == ()


def test_a_story_whose_points_all_end_sentences_agrees_with_itself():
    assert run("The fire began at 12 Mill St. The board met. It spread to 14 Mill St by noon.") == ()
