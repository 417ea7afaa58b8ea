"""Which unknown words are slips and which are names, terms, compounds or another language."""

import pytest

from desk.checks.check import Severity
from desk.checks.grammar.words_in_use import is_in_use
from desk.checks.house import BookEntry, Brief, House, NameKind
from desk.checks.names.lists import is_word
from desk.paths import resources_dir
from tests.rows import rows


@rows(
    ("text", "word", "suggestions"),
    [
        ("The union contols the port.", "contols", ("controls", "con tols")),
        ("He lost anyting he had.", "anyting", ("anything", "any ting")),
        ("The gate was openned at noon.", "openned", ("opened", "open ned")),
        ("They didnot come aboard.", "didnot", ("didn't", "did not")),
        ("They agreedto stay.", "agreedto", ("agreed to",)),
        ("They want nore ships.", "nore", ("more", "note")),
        ("The portuguese sailors left.", "portuguese", ("Portuguese",)),
        ("The captein and the captein again.", "captein", ("captain",)),
        ("It is the first Computr in town.", "Computr", ("Computer",)),
        ("Togehter they vote on Sunday.", "Togehter", ("Together",)),
        ("A badly-damgaed ship came in.", "badly-damgaed", ("badly-damaged",)),
        ("The dal was long.", "dal", ("deal", "day")),
        ("It was an acheivment of hers.", "acheivment", ("achievement",)),
        ("They lost thir bussinis.", "thir", ("their", "third")),
        ("They live in the avivinity of it.", "avivinity", ("vicinity", "affinity")),
        ("The nformation desk is closed.", "nformation", ("information",)),
        ("“It is late,” she sadi on Friday.", "sadi", ("said", "Saudi", "sad")),
        ("It was late, the mayor sid.", "sid", ("SID", "Sid", "did", "said")),
        ("He could see thees boats.", "thees", ("these", "thee", "trees")),
        ("The suport (now lost) was weak.", "suport", ("support",)),
        ("The goverment, a coalition, fell.", "goverment", ("government",)),
        ("They saw mein thier boat.", "mein", ("mean", "men", "mien")),
        ("The “suport” of the town was weak.", "suport", ("support",)),
        ("“Yse, that is a lot of fish,” she said.", "Yse", ("Yes", "Use")),
        ("“Yess, that is a lot of fish,” she said.", "Yess", ("Yes", "Less")),
        ("“Pleaze, that is a lot of fish,” she said.", "Pleaze", ("Please", "Plea")),
        ("“Noww! That is a lot of fish,” she said.", "Noww", ("Now", "Know")),
        ("It was reguarded as a lot of fish.", "reguarded", ("regarded", "re guarded")),
        ("It was reveiled to be a lot of fish.", "reveiled", ("revealed", "reviled")),
        ("The lonelyness of the fish was great.", "lonelyness", ("loneliness",)),
        ("The deadlyness of the fish was great.", "deadlyness", ("deadliness",)),
    ],
)
def test_slips_of_common_words_are_told(told, misspelt, text, word, suggestions):
    assert word in {finding.quote for finding in told(text, misspelt(word, *suggestions))}


@rows(
    ("text", "word", "suggestions"),
    [
        ("The ferryport was shut.", "ferryport", ("ferry port",)),
        ("A leftwing paper said so.", "leftwing", ("lefting", "left-wing", "left wing")),
        ("They drove to Kahnaà:ke at noon.", "ke", ("me", "he", "key")),
        ("“Yoh, that is a lot of fish,” she said.", "Yoh", ("You", "Yo")),
        ("He sat on the stoep at dusk.", "stoep", ("step", "stop", "steep")),
        ("They ate salsa with tatemara.", "tatemara", ("Guatemala", "Bateman")),
        ("The word “schadenfroh” was used.", "schadenfroh", ("schadenfreude",)),
        ("A dish of karrage (fried chicken) came.", "karrage", ("garage",)),
        ("He said Wojtkowska would come.", "Wojtkowska", ("Wojtkowski",)),
        ("Call @harbourmann for news.", "harbourmann", ("harbourman",)),
        ("The IllustrisTNG run ended.", "IllustrisTNG", ("Illustris",)),
        ("It is une maison de la ville.", "ville", ("villa", "vile")),
        ("A contrôle was held.", "contrôle", ("control",)),
        ("Jackaroos cross the rangelands on Friday.", "rangelands", ("rangeland", "range lands")),
        ("Matatu crews went home; a matatu burnt.", "matatu", ("mutate", "matte")),
        ("She wore an agbada to the palace.", "agbada", ("agenda", "armada")),
        ("He waved and said danke, mein old friend.", "mein", ("men", "man", "main")),
        ("He waved and said danke, mein old friend.", "danke", ("dance", "Dane")),
        ("Danke, mein, she wrote.", "Danke", ("Dance", "Dane")),
        ("Her potica, a nut roll, was warm.", "potica", ("policy", "police")),
        ("They went to the caisse populaire.", "populaire", ("popular", "populace")),
        ("She ate a dal sabzi there.", "dal", ("deal", "day")),
        ("Touts and makangas lit fires.", "makangas", ("makings", "Batangas")),
        ("HT: 2-1. Att: 4,112.", "Att", ("At", "Act")),
        ("The fanyo was sung, and the fanyo was danced.", "fanyo", ("fango",)),
    ],
)
def test_names_terms_and_other_languages_are_left_in_peace(told, misspelt, text, word, suggestions):
    assert told(text, misspelt(word, *suggestions)) == ()


def test_the_desks_words_and_its_name_book_are_right(told, misspelt):
    text = "The Harbeck ferry wobblegates."
    slips = (misspelt("Harbeck", "Hardback"), misspelt("wobblegates", "wobblegate"))
    entry = BookEntry("Harbeck", NameKind.PLACE)
    brief = Brief(House(dictionary=frozenset({"wobblegates"}), name_book=(entry,)))
    assert told(text, *slips, brief=brief) == ()


OTHER = "Possible spelling mistake. “{}” is British English."


def test_another_english_is_told_once_a_word_with_every_place(told, misspelt):
    text = "The colour of the theatre.\n\nThe theatre has a new colour, and colour matters."
    slips = [
        misspelt("colour", "color", message=OTHER.format("colour")),
        misspelt("theatre", "theater", message=OTHER.format("theatre")),
    ]
    findings = told(text, *slips)
    assert [(f.quote, f.rule) for f in findings] == [
        ("colour", "grammar.OTHER_ENGLISH"),
        ("theatre", "grammar.OTHER_ENGLISH"),
    ]
    assert [len(f.evidence) for f in findings] == [3, 2]
    all_of_them = findings[0].remedies[0]
    assert all_of_them.title == "Change all 3 to “color”"
    assert [edit.text for edit in all_of_them.edits] == ["color"] * 3
    assert all(edit.span.of(text) == "colour" for edit in all_of_them.edits)


CAPITALS = """HARBOUR MASTER WARNS OF THE HARBOUR’S DEPTH

By Ines Harbour

The harbour master said so. Harbour master Tom Ruiz spoke, and “harbour” is a word.

Harbour rules
"""


def places(finding):
    return [edit.text for edit in finding.remedies[0].edits]


def test_a_word_of_another_english_is_changed_in_capitals_and_at_a_head_as_well(told, misspelt):
    slip = misspelt("harbour", "harbor", message=OTHER.format("harbour"))
    (found,) = told(CAPITALS, slip, has_roles=True)
    assert places(found) == ["HARBOR", "HARBOR", "harbor", "Harbor", "harbor", "Harbor"]
    assert found.quote == "harbour"
    assert found.remedies[0].title == "Change all 6 to “harbor”"
    assert "It stands in 6 places." in found.message
    assert [each.span.of(CAPITALS) for each in found.evidence[:3]] == ["HARBOUR", "HARBOUR", "harbour"]
    assert "By Ines Harbour" not in [edit.span.of(CAPITALS) for edit in found.remedies[0].edits]


def test_a_word_that_names_something_with_its_capital_is_changed_in_small_letters_alone(told, misspelt):
    slip = misspelt("harbour", "harbor", message=OTHER.format("harbour"))
    text = CAPITALS.replace("Tom Ruiz spoke", "Tom Ruiz of the Aldane Harbour Trust spoke")
    (found,) = told(text, slip, has_roles=True)
    assert places(found) == ["harbor", "harbor"]
    slip = misspelt("labour", "labor", message=OTHER.format("labour"))
    (found,) = told("The labour was hard, and labour is dear. Labour and the Greens agreed. Labour’s vote fell.", slip)
    assert found.quote == "labour"
    assert places(found) == ["labor", "labor"]


HEADED = """{}

By Ines Reyes

The harbour in Aldane was shut. The mayor of Aldane said that the harbour is old.
"""


@rows(
    ("headline", "changed"),
    [
        ("Storm Damages Harbour in Hallow", "Harbor"),
        ("Harbour shut after storm", "Harbor"),
        ("Storm hits Harbour Trust in Hallow", None),  # in sentence case a capital is a name's
        ("Aldane Harbour Reopens on Monday", None),
        ("Storm shuts harbour for a day", "harbor"),
    ],
)
def test_a_headline_is_changed_with_the_copy_where_its_capital_is_no_name_s(told, misspelt, headline, changed):
    slip = misspelt("harbour", "harbor", message=OTHER.format("harbour"))
    (found,) = told(HEADED.format(headline), slip, has_roles=True)
    assert places(found) == [*([changed] if changed else []), "harbor", "harbor"]


def test_a_headline_keeps_a_party_and_what_the_copy_has_at_a_head_as_a_name(told, misspelt):
    text = HEADED.replace("harbour", "labour").format("Hallow Labour Wins Town Vote")
    (found,) = told(text, misspelt("labour", "labor", message=OTHER.format("labour")), has_roles=True)
    assert places(found) == ["labor", "labor"]
    text = HEADED.replace("harbour", "grey").format("Grey Takes Lead in Hallow") + "\nGrey took the lead."
    (found,) = told(text, misspelt("grey", "gray", message=OTHER.format("grey")), has_roles=True)
    assert places(found) == ["gray", "gray"]


@pytest.mark.parametrize(
    ("word", "meant", "text"),
    [
        ("labour", "labor", "The labour is dear. Labour won the seat in May. Labour lost it. Labour is ahead."),
        ("centre", "center", "The centre is shut. Centre for Hope wrote it. Centre said so."),
        ("theatre", "theater", "The theatre is shut. Theatre for a New Town paid for it."),
        ("grey", "gray", "The sky was grey. Grey played the lead. Grey may return."),
    ],
)
def test_a_word_that_may_be_a_body_or_somebody_at_a_head_is_not_changed_with_the_others(
    told, misspelt, word, meant, text
):
    (found,) = told(text, misspelt(word, meant, message=OTHER.format(word)))
    assert [edit.span.of(text) for edit in found.remedies[0].edits] == [word]


def test_capitals_are_left_alone_where_a_head_may_be_somebody(told, misspelt):
    text = "GREY TAKES LEAD IN HALLOW RACE\n\nBy Ines Reyes\n\nThe sky was grey. Grey took the lead."
    (found,) = told(text, misspelt("grey", "gray", message=OTHER.format("grey")), has_roles=True)
    assert [edit.span.of(text) for edit in found.remedies[0].edits] == ["grey"]


def test_a_word_at_a_head_before_a_noun_or_a_form_of_be_is_changed_with_the_others(told, misspelt):
    text = "The theatre is shut. Theatre tickets cost more. Theatre is dear."
    (found,) = told(text, misspelt("theatre", "theater", message=OTHER.format("theatre")))
    assert places(found) == ["theater", "Theater", "Theater"]


def test_a_capital_before_for_and_a_name_is_a_body(told, misspelt):
    slip = misspelt("Defence", "Defense", message=OTHER.format("Defence"))
    assert told("Defence for Children helped them.", slip) == ()


def test_the_first_british_word_offers_at_once_to_take_the_story_as_british(told, misspelt):
    slips = [misspelt(uk, us, message=OTHER.format(uk)) for uk, us in (("colour", "color"), ("theatre", "theater"))]
    first, second = told("The colour of the theatre.\n\nThe colour is new.", *slips)
    assert [remedy.title for remedy in first.remedies] == [
        "Change all 2 to “color”",
        "This story is in British English",
        "Change to “color”",
    ]
    assert first.remedies[1].variant == second.remedies[-1].variant == "en-GB"
    assert second.remedies[0].edits


def test_a_misspelt_word_is_told_once_with_every_place(told, misspelt):
    text = "It was recieved late.\n\nWhat is recieved late, and recieved again, counts."
    (finding,) = told(text, misspelt("recieved", "received"))
    assert finding.message == "“recieved” is not in the dictionary. It stands in 3 places."
    assert [place.span.of(text) for place in finding.evidence] == ["recieved"] * 3
    assert [edit.text for edit in finding.remedies[0].edits] == ["received"] * 3
    assert finding.remedies[1].edits[0].span == finding.span


def test_another_english_in_a_quotation_is_a_hint(told, misspelt):
    slip = misspelt("colour", "color", message=OTHER.format("colour"))
    severities = [told(text, slip)[0].severity for text in ("“The colour is good,” she said.", "The colour is good.")]
    assert severities == [Severity.HINT, Severity.WARNING]


def test_what_the_house_writes_as_two_words_is_no_other_spelling(told, misspelt):
    assert told("She took her paypacket home.", misspelt("paypacket", "pay packet", message=OTHER.format("x"))) == ()


def test_a_name_in_another_english_is_a_name(told, misspelt):
    slips = misspelt("Defence", "Defense", message=OTHER.format("Defence"))
    assert told("The Ministry of Defence said so.", slips) == ()
    assert told("Defence spending rose.", slips) != ()
    assert told("The Ministry of Defence said so.", slips, brief=Brief(House(variant="en"))) == ()


def test_what_only_the_other_side_of_the_atlantic_writes_otherwise_is_right_here(told, misspelt):
    heard = misspelt("anesthesiology", "anaesthesiology")
    assert told("She read anesthesiology.", heard, brief=Brief(House(variant="en-US"))) == ()
    assert told("She read anesthesiology.", heard, brief=Brief(House(variant="en-GB"))) != ()


def test_a_party_is_spelled_as_it_spells_itself(told, misspelt):
    heard = misspelt("Labor", "Labour", message=OTHER.format("Labor").replace("British", "American"))
    text = "Labor and the Greens want it stopped."
    assert told(text, heard, brief=Brief(House(variant="en-AU"))) == ()
    assert told("Labor is cheap.", heard, brief=Brief(House(variant="en-AU"))) != ()


def test_the_list_of_words_in_use_is_in_order_and_has_no_word_that_others_have():
    lines = (resources_dir() / "grammar" / "words_in_use.txt").read_text("utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == sorted(set(words))
    assert len(words) > 100_000
    assert [word for word in words[::1000] if not word.isalpha() or len(word) < 4 or is_word(word)] == []
    assert is_in_use("Panchayat")
    assert not is_in_use("recieve")


def test_drawn_out_letters_are_meant_and_a_consonant_typed_thrice_is_not(told, misspelt):
    assert told("A preeetty long quay.", misspelt("preeetty", "pretty")) == ()
    assert told("A sooo long quay.", misspelt("sooo", "so")) == ()
    assert told("An unatttractive quay.", misspelt("unatttractive", "unattractive")) != ()
    assert told("They agreeed.", misspelt("agreeed", "agreed")) != ()


def test_a_particle_within_a_name_is_part_of_it(told, misspelt):
    assert told("We walked in Serra da Lousal.", misspelt("da", "day", "do")) == ()
    assert told("The group Quai pour les Gens met.", misspelt("les", "less", "led")) == ()
    assert told("We walked da whole quay.", misspelt("da", "day", "do")) != ()


def test_gerunds_have_a_plural(told, misspelt):
    assert told("They failed at the gradings.", misspelt("gradings", "grading")) == ()
    assert told("They read the informations.", misspelt("informations", "information")) != ()


def test_a_word_made_of_one_in_use_is_right(told, misspelt):
    assert told("The cells are reinjected.", misspelt("reinjected", "reinfected")) == ()
    assert told("They spoke of woundedness.", misspelt("woundedness", "boundedness")) == ()
    assert told("The letter was recieved.", misspelt("recieved", "received")) != ()
    assert told("They spoke of happyness.", misspelt("happyness", "happiness")) != ()


def test_a_short_word_of_another_english_is_right_in_that_english_alone(told, misspelt):
    room, wish = misspelt("oom", "room", "boom"), misspelt("eish", "wish", "dish")
    assert told("He left the oom by the stair.", room, brief=Brief(House(variant="en-ZA"))) == ()
    assert told("He left the oom by the stair, and sat on a stoep.", room) != ()
    assert told("The eish of the crew was a boat.", wish) != ()
    assert told("The eish of the crew was heard by the stoep.", wish) == ()
    assert told("The court asked for mens rea.", misspelt("rea", "real", "area")) == ()


def test_one_part_of_a_compound_may_be_of_another_english(told, misspelt):
    heard = misspelt("chilli-filled", "chili-filled")
    assert told("A chilli-filled pie.", heard, brief=Brief(House(variant="en"))) == ()
    other = misspelt("chilly-filld", "chilly-filled")
    assert told("A chilly-filld pie.", other, brief=Brief(House(variant="en"))) != ()


@rows(
    ("word", "suggestions"),
    [
        ("yaer", ("year", "yer")),
        ("baed", ("based", "bed")),
        ("wonderfull", ("wonderful", "wonderfully")),
        ("aftre", ("after",)),
        ("sence", ("sense", "since")),
        ("fourm", ("forum", "form")),
        ("badly-damagged", ("badly-damaged",)),
    ],
)
def test_a_slip_that_looks_british_is_told_in_copy_of_any_english(told, misspelt, word, suggestions):
    heard = misspelt(word, *suggestions)
    assert told(f"It was {word} there.", heard, brief=Brief(House(variant="en"))) != ()


@pytest.mark.parametrize(("word", "suggestion"), [("sombre", "somber"), ("jewelled", "jeweled"), ("aeon", "eon")])
def test_a_british_word_in_use_is_right_in_copy_of_any_english(told, misspelt, word, suggestion):
    assert told(f"It was {word} there.", misspelt(word, suggestion), brief=Brief(House(variant="en"))) == ()


def test_a_letter_in_brackets_is_a_part_of_its_word(told, misspelt):
    assert told("He said that “[s]ome quays” were long.", misspelt("ome", "one")) == ()
    assert told("He said that ome quays were long.", misspelt("ome", "one")) != ()


def test_a_word_of_a_quotation_in_another_language_is_right_elsewhere_in_the_story(told, misspelt):
    text = "“El puerto está cerrado, y los barcos no están,” she said.\n\nIt was a puerto of old."
    found = told(text, misspelt("puerto", "port"))
    assert {finding.rule for finding in found} == {"grammar.OTHER_LANGUAGE"}


def test_a_word_of_another_language_hides_no_misspelling_in_the_english_around_it(told, misspelt):
    text = "“Le mariage est pour tous, et nous sommes ici avec vous,” she said.\n\nThe {} was held in May."
    rules = {finding.rule for finding in told(text.format("mariage"), misspelt("mariage", "marriage"))}
    assert "grammar.SPELLING" in rules
    found = told(text.format("“mariage”"), misspelt("mariage", "marriage"))
    assert "grammar.SPELLING" not in {finding.rule for finding in found}


@rows(
    ("text", "word", "suggestions", "severity"),
    [
        ("They met the goverment.", "goverment", ("government",), Severity.ERROR),  # a letter lost
        ("They were independant.", "independant", ("independent",), Severity.ERROR),  # it sounds so
        ("They spoke todiscredit it.", "todiscredit", ("to discredit",), Severity.ERROR),  # a space lost
        ("They sold it overwhemingly.", "overwhemingly", ("overwhelmingly",), Severity.ERROR),
        ("It was hia boat.", "hia", ("his", "hi a"), Severity.ERROR),  # a letter from a word of every story
        ("They sold the wedders.", "wedders", ("weeders", "welders"), Severity.HINT),  # a letter from rare words alone
        ("They met in the taluk.", "taluk", ("talk", "talus"), Severity.HINT),  # a letter too many in a short word
        ("They met the whio.", "whio", ("who", "WHO"), Severity.HINT),  # short words sound alike by chance
        ("They ate nasi lemak.", "lemak", ("leak", "leman"), Severity.HINT),
        ("They are duking it out.", "duking", ("during", "dunking"), Severity.HINT),  # a word with an ending
        ("The boat was trialed.", "trialed", ("trialled", "trailed"), Severity.WARNING),  # as Americans write it
    ],
)
def test_a_word_is_an_error_where_it_is_plainly_a_slip(told, misspelt, text, word, suggestions, severity):
    assert [f.severity for f in told(text, misspelt(word, *suggestions))] == [severity]


@rows(
    ("text", "word", "suggestions", "found"),
    [
        ("West Indies made 201 & 188-6 dec; England 165.", "dec", ("deck", "sec"), 0),
        ("They left after 12 dya.", "dya", ("day", "dye"), 1),
        ("They left 12 yers ago.", "yers", ("years", "yes"), 1),
    ],
)
def test_what_stands_behind_a_figure_may_be_its_note(told, misspelt, text, word, suggestions, found):
    assert len(told(text, misspelt(word, *suggestions))) == found
