"""Words in another's place are found with the right remedy first; right sentences are left in peace."""

import pytest

from desk.checks.grammar.meanwhile import Meanwhile
from desk.checks.grammar.odds import counted_nouns, governed_prepositions
from desk.checks.grammar.odds.neighbours import SlipWay
from desk.checks.grammar.odds.slips import RULES, beside, slips, slips_of
from desk.checks.grammar.reading import Slip
from desk.text.blocks import BlockRole, Kind, Manuscript
from tests.rows import rows

FOUND = [
    (SlipWay.CONFUSED, "The minister will publish the results off the inquiry on Monday.", "off", "of"),
    (SlipWay.CONFUSED, "The rest off the money went to charity.", "off", "of"),
    (SlipWay.CONFUSED, "He was taken of the pitch after ten minutes.", "of", "off"),
    (SlipWay.CONFUSED, "The fine is lower then last year.", "then", "than"),
    (SlipWay.CONFUSED, "Residents received a letter form the council.", "form", "from"),
    (SlipWay.CONFUSED, "The company went trough a hard winter.", "trough", "through"),
    (SlipWay.CONFUSED, "The party could loose the election.", "loose", "lose"),
    (SlipWay.CONFUSED, "The residents where told to leave.", "where", "were"),
    (SlipWay.CONFUSED, "The passengers where told they would be moved to another ferry.", "where", "were"),
    (SlipWay.LINK, "She helped him listen the radio at night.", "the", "to the"),
    (SlipWay.CONFUSED, "The prisoners where freed and would be sent home.", "where", "were"),
    (SlipWay.CONFUSED, "Two men where arrested who had been in the house.", "where", "were"),
    (SlipWay.CONFUSED, "The residents where warned there was no water for the night.", "where", "were"),
    (SlipWay.CONFUSED, "The price was higher, and he than sold the boat to a firm.", "than", "then"),
    (SlipWay.CONFUSED, "It was later and than the rain came down on the harbour.", "than", "then"),
    (SlipWay.CONFUSED, "He was faster in the second lap but than fell at the last bend.", "than", "then"),
    (SlipWay.CONFUSED, "He was found guilty if murder in March.", "if", "of"),
    (SlipWay.CONFUSED, "The ferry lost there way in the fog on Monday.", "there", "their"),
    (SlipWay.SOUND, "The mayor said he wood not stand again.", "wood", "would"),
    (SlipWay.CONFUSED, "The council has been considering weather to close the pool.", "weather", "whether"),
    (SlipWay.KEY, "The school will be closed fro two weeks.", "fro", "for"),
    (SlipWay.FORM, "The report was publish in the spring.", "publish", "published"),
    (SlipWay.FORM, "He has been work there for ten years.", "work", "working"),
    (SlipWay.LOST, "They were forced leave the island.", "leave", "to leave"),
    (SlipWay.LOST, "A number people were seen near the pier.", "people", "of people"),
    (SlipWay.EXTRA, "A bus driver was as killed on Monday.", "as", ""),
    (SlipWay.PREPOSITION, "He is accused with stealing the boat.", "with", "of"),
    (SlipWay.PREPOSITION, "There were on least ten boats in the harbour.", "on", "at"),
    (SlipWay.PREPOSITION, "He said they have to listen at the people of the town.", "at", "to"),
    (SlipWay.LINK, "It is one the oldest boats in the harbour.", "the", "of the"),
    (SlipWay.COMMON, "He sad that the pier was closed.", "sad", "said"),
    (SlipWay.PLURAL, "Two of that boats were sold in the spring.", "that", "those"),
    (SlipWay.SOUND, "He has excess to the files.", "excess", "access"),
    (SlipWay.EXTRA, "She said the she would leave the town.", "the", ""),
    (SlipWay.LINK, "He said there had been 1,127 boats last year - compared 2,706 in 2011.", "2,706", "to 2,706"),
]


@rows(("way", "text", "quote", "meant"), FOUND)
def test_a_word_in_anothers_place_is_found(model, way, text, quote, meant):
    (slip,) = slips_of(text, model)
    assert (slip.rule, slip.span.of(text), slip.suggestions[0]) == (RULES[way], quote, meant)
    assert "likely" in slip.message


@rows(("way", "text", "quote", "meant"), FOUND)
def test_what_was_mended_is_left_in_peace(model, way, text, quote, meant):
    (slip,) = slips_of(text, model)
    mended = f"{text[: slip.start]}{meant}{text[slip.end :]}".replace("  ", " ")
    assert list(slips_of(mended, model)) == []


@rows(
    "text",
    [
        "The ferry lost its way in the fog, and there were no boats on the water.",
        "It was made at a foundry in the port, and nobody makes that kind today.",
        "Oduya and Wexlow of Hallow Bay paid 3,400 for two boats in 2019.",
        "He fell off the pier, then swam to where the others were, and his dog went too.",
        "The village, too, lost more than its bridge: they have no road from there to the sea.",
        "The trough was quite full, and the horses were quiet in their loose boxes.",
        "The 10-year-old boat of the U.S. team won 3.5% more in the 1990s than in 2018.",
        "Mr. Holm told the BBC that it sold ten boats, two-day trips and all, on Jan. 4.",
        "He is in love not with the sea but with the boat.",
        "More than ten persons came toward the pier, and upon it stood a band.",
        "They talked of colour and labour at the centre of the programme.",
        "Der Bürgermeister sagte, dass die Brücke heute nicht mehr gesperrt sei.",
        "“",
        "",
        "Yes.",
        "The firm saw its prices halve.",
        "And the quay is long, so the gulls are gone.",
        "The plan is one the board has backed for years.",
        "She sentenced him to nine months in prison.",
        "The boat went in front by a mile.",
        "They were a point off Hearts at the top.",
        "They can undercut her by a rand or two on most things.",
        "Pilot, a Welsh gelding who for 19 years pulled a cart, is in the field.",
        "They told her about then president Anton Holm’s campaign.",
        "He was private secretary to then prime minister Greta Wexlow.",
        "The crew had no idea whom to listen to.",
        "The board asked for a vision, looking a decade ahead to imagine what the harbour will be.",
        "The agency wins awards while also helping them rethink the way they use boats.",
        "The board paid for what it deemed necessary to the town.",
        "In the end, he actually produced a hybrid that coupled an interpretive narrative with a documentary appendix.",
        "Should some information never be revealed?",
        "It is much easier for a board to be honest and open up front than try to dig itself out.",
        "Those goods were shipped to Europe or to a European country’s other American colonies.",
        "The board’s final report did reflect on the idea of the sale.",
        "It was the first war between European settlers and American Indians where Indians had united.",
        "The rule is one the sailors like, and her farewell was one the town would remember.",
        "Helping them rethink the plan took a year.",
        "Every European country’s other colonies were sold last year.",
        "It was a town where they had lived and where old sailors would meet.",
        "It was a war where people had fought and where his crew would die.",
        "The new quay is longer, wider and far stronger than the old one was.",
    ],
)
def test_right_words_names_and_other_languages_are_left_in_peace(model, text):
    assert list(slips_of(text, model)) == []


def test_the_capital_of_a_word_is_kept(model):
    (slip,) = slips_of("Fore the first time in ten years the school is closed.", model)
    assert slip.suggestions[0] == "For"


@rows(
    ("text", "noun", "meant"),
    [
        ("The pier closed 40 year ago.", "year", "years"),
        ("There are 3,000 farmer in the valley.", "farmer", "farmers"),
        ("They saw many thing in the harbour.", "thing", "things"),
        ("And 14 boat have left.", "boat", "boats"),
        ("There are two other family in the house.", "family", "families"),
    ],
)
def test_a_number_of_several_goes_with_a_plural(model, text, noun, meant):
    (slip,) = counted_nouns.slips(text, model)
    assert (slip.span.of(text), slip.suggestions) == (noun, (meant,))
    assert [found.rule for found in slips(Manuscript.of(text).blocks[0].flat)] == [counted_nouns.RULE]


@rows(
    ("text", "quote", "meant"),
    [
        ("They sold these car to the town.", "these car", ("these cars", "this car")),
        ("These school, she said, are old.", "These school", ("These schools", "This school")),
        ("The bridge was closed earlier these month for repairs.", "these month", ("this month",)),
    ],
)
def test_these_go_with_a_plural_and_a_time_is_this_one(model, text, quote, meant):
    (slip,) = counted_nouns.slips(text, model)
    assert (slip.span.of(text), slip.suggestions) == (quote, meant)


VERBS = """
show mean help work point need range run fall start cost cut lead tell seem come go rise drop grow change move end
open close begin look fit stand sit act date differ vary total number count hold hang lie rest sell buy add turn
fail matter exist occur happen ask call claim talk play pay cover cross form face rule sound taste smell feel wear
drive sail fly reach report result stem spring spread travel trade visit vote walk want watch wait struggle suffer
support test thrive tie top tend account aim allow appeal apply average bear belong break burn bring carry cause
center compare consist contain continue cook cast catch deal depend die drink eat shift ship stay surface step
stretch pose pull push plan live love lack land issue include influence join jump keep kick
"""


def test_what_these_do_is_no_noun(model):
    texts = [
        f"{words} {verb} {behind}"
        for verb in VERBS.split()
        for words in ("These", "All these")
        for behind in ("to it.", "in May.")
    ]
    assert [text for text in texts if [*counted_nouns.slips(text, model)]] == []


@rows(
    "text",
    [
        "More than 200 people were there, several hundred in the hall, and 15 sheep in the pen.",
        "A 10 member panel met for the three day of the fair, and each 5 mile of it.",
        "He read page 12 of it, took 1 boat of theirs, and four out of ten did.",
        "On May 5 session of the court was put off; Route 66 bridge in town was shut.",
        "The service gave out an orange level 6 warning for the coast.",
        "She owns two family homes, won two gold in the race, and took three of them.",
    ],
)
def test_numbers_that_count_nothing_and_nouns_without_a_plural_are_left_in_peace(model, text):
    assert list(counted_nouns.slips(text, model)) == []


@rows(
    ("text", "quote", "meant"),
    [
        ("The tug was responsible of the harm.", "of", "for"),
        ("According with the mayor, the pier is safe.", "with", "to"),
        ("The storm resulted on ten wrecks.", "on", "in"),
        ("He was aware about the risk.", "about", "of"),
        ("They spoke in favor for the plan.", "for", "of"),
    ],
)
def test_a_word_that_takes_one_preposition_is_told_with_another(model, text, quote, meant):
    (slip,) = governed_prepositions.slips(text, model)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULES[SlipWay.PREPOSITION], quote, (meant,))
    assert [found.span for found in slips(Manuscript.of(text).blocks[0].flat)] == [slip.span]


@rows(
    "text",
    [
        "She was responsible for the harm, and aware of it.",
        "He referred in a speech to the pier, and refused on Friday to say more.",
        "They learned a ton by asking, and listened as he spoke.",
        "The risk that he was aware of, with others, grew.",
        "Some point out that the island manages with three.",
        "Bewick had put the hosts in front with a free kick that dipped over the wall.",
        "They led by nine points after two tries from wing Lowri Marr.",
    ],
)
def test_prepositions_that_tell_where_when_and_how_are_left_in_peace(model, text):
    assert list(governed_prepositions.slips(text, model)) == []


@pytest.mark.parametrize(("kind", "role"), [(Kind.PAID, BlockRole.BODY), (Kind.COPY, BlockRole.HEADLINE)])
def test_paid_text_and_headlines_are_not_weighed(kind, role):
    (block,) = Manuscript.of("He was found guilty if murder in March.").blocks
    assert Meanwhile(block, slips).found
    assert Meanwhile(block.marked(kind, role=role), slips).found == ()


def test_what_was_heard_already_is_told_once():
    heard = Slip("HEARD", 4, 9, "")
    apart, over = Slip("ODDS_KEY", 9, 12, ""), Slip("ODDS_KEY", 2, 5, "")
    assert beside([heard], [apart, over]) == (apart,)


MISTYPED = [
    ("It has bee a long winter on the quay.", "bee", "been"),
    ("The savings were mad possible by the new pier.", "mad", "made"),
    ("They agree wit the mayor on this.", "wit", "with"),
    ("He was feed from prison in March.", "feed", "freed"),
    ("She wok up early on Monday.", "wok", "woke"),
    ("She was the bet player in the team.", "bet", "best"),
    ("He tod the court that he was there.", "tod", "told"),
    ("They took par in the race.", "par", "part"),
    ("At the breakfast meting with the board she was calm.", "meting", "meeting"),  # the model never met it
    ("The crew had a meting on Friday.", "meting", "meeting"),
]


@rows(("text", "quote", "meant"), MISTYPED)
def test_a_word_that_another_is_mistyped_for_is_told_where_it_is_far_rarer(model, text, quote, meant):
    (slip,) = slips(text)
    assert (slip.span.of(text), slip.suggestions[0]) == (quote, meant)


@rows(
    "text",
    [
        "They were meting out justice on the quay, and the bee was on the flower all day.",
        "He has a keen wit and a quick hand, and the trawls of the fleet were mended.",
        "The winder of the clock fell ill. She was mad at the mayor. They wore muslins and linens.",
        "The crocs lay in the sun. Simmons foamed as the host nodded. The tropes of the genre are old.",
        "They upend the boat to dry it. He mimed a long speech. The sod was wet and the turf was dry.",
        "The feed for the cattle was dear. The tow rope broke near the pier. He won the bet on Friday.",
        "She played the lute and the viol. The hens were fed on grain. She saw a cot in the room.",
        "A hare ran along the dyke. They sang a hymn to the sea. The lees of the wine were thrown out.",
        "He tied the boat to a bollard. The tide ran out over the flats. She bore the pain well.",
        "He sawed the plank in two. The vat was full of wine. A lone gull sat on the pier.",
    ],
)
def test_rare_words_in_their_place_are_left_in_peace(model, text):
    assert list(slips(text)) == []
