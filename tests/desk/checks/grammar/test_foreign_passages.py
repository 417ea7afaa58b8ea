"""What is in another language is said to be unchecked, and is not heard as bad English."""

import pytest

from desk.checks.check import pack_advised
from desk.checks.grammar.foreign_passages import ForeignPassage, abroad
from desk.checks.grammar.reading import Slip
from desk.checks.names.languages import WORD, language_of
from tests.rows import rows

PASSAGES = [
    ("Der Hafen ist geschlossen, und die Boote sind nicht mehr auf dem Wasser.", "German"),
    ("Le port est fermé et les bateaux ne sont plus dans la baie.", "French"),
    ("El puerto está cerrado y los barcos no están en la bahía.", "Spanish"),
    ("Il porto è chiuso e le barche non sono più nella baia.", "Italian"),
    ("O porto está fechado e os barcos não estão na baía.", "Portuguese"),
    ("De haven is gesloten en de boten zijn niet meer op het water.", "Dutch"),
    ("Hamnen är stängd och båtarna är inte längre på vattnet.", "Swedish"),
    ("Havnen er lukket, og bådene er ikke længere på vandet.", "Danish or Norwegian"),
    ("Port jest zamknięty, a łodzi już nie ma na wodzie.", "Polish"),
    ("Mae'r harbwr wedi cau ac nid yw'r cychod ar y dŵr mwyach.", "Welsh"),
    ("Die hawe is gesluit en die bote is nie meer op die water nie.", "Afrikaans"),
    ("Tha an cala dùinte agus chan eil na bàtaichean air an uisge.", "Scottish Gaelic"),
    ("Kua kati te wāpu, ā, kāore ngā waka i te wai ināianei.", "Māori"),
    ("Bandargah band hai aur kashtiyan ab paani mein nahin hain.", "Hindi or Urdu"),
    ("Ne le dites pas, taisez-vous.", "French"),
    ("Buongiorno, come sta oggi?", "Italian"),
    ("Goedemorgen, hoe gaat het met u vandaag?", "Dutch"),
    ("Ek is nie jammer nie,", "Afrikaans"),
    ("Det var ikke min skyld, sagde han.", "Danish or Norwegian"),
    ("He aha te mea nui o te ao?", "Māori"),
    ("Nu am de ce să mă tem, copilul este la școală.", "another language"),
    ("Kumain ka na ba, anak ko?", "another language"),
    ("Ua tapunia le taulaga ma ua leai ni vaa i le sami.", "another language"),
    ("Καλημέρα σας.", "words in Greek letters"),
    ("早上好，你今天好吗？", "words in Chinese letters"),
    ("東京都", ""),
    ("Нижний Новгород", ""),
    ("La kunveno okazis en la urbo kaj multaj homoj venis por la prelego.", "another language"),
    ("La membroj de la klubo estas kontentaj, sed restas multe da laboro.", "another language"),
    ("Pelabuhan itu sudah tutup dan kapal tidak ada di air.", "Indonesian"),
]


@rows(("text", "language"), PASSAGES)
def test_a_passage_is_known_by_its_small_words(text, language):
    assert language_of(text) == language


@rows(
    "text",
    [
        "The harbour is closed, and the boats are no longer on the water.",
        "They live in the Rue de la Paix, near the Café de Flore and the Plaza de la Luna.",
        "Ludwig van der Halm and Rosa de la Vega met Ida von dem Berg.",
        "Der Hafen",
        "He said he was in the war, and the man on the hill was hot, so the net was on the old van over there.",
        "",
    ],
)
def test_english_with_names_of_other_languages_is_english(text):
    assert language_of(text) == ""


GERMAN = "Der Hafen ist geschlossen, und das Boot ist nicht mehr auf dem Wasser."
ENGLISH = "The quay has been shut since Friday, and nobody at the board can say when the boats may come back to it."
STRANGE = (("geschlossen", "gescholten"), ("nicht", "night"))


@pytest.fixture
def strange(misspelt):
    return [misspelt(word, meant) for word, meant in STRANGE]


def test_a_paragraph_and_a_quotation_are_unchecked_and_say_so(told, strange):
    (whole,) = told(f"{ENGLISH}\n\n{GERMAN}", *strange)
    assert (whole.rule, whole.quote, whole.severity) == ("grammar.OTHER_LANGUAGE", GERMAN, "hint")
    assert "Unchecked: German" in whole.message
    (spoken,) = told(f"“{GERMAN}” she said, and it was loud.", *strange)
    assert spoken.quote == f"“{GERMAN}”"


def test_slips_beside_a_quotation_in_another_language_are_told(told, misspelt, strange):
    text = f"She recieved it and said, “{GERMAN}”"
    rules = {finding.rule for finding in told(text, misspelt("recieved", "received"), *strange)}
    assert rules == {"grammar.SPELLING", "grammar.OTHER_LANGUAGE"}


def test_a_quotation_in_words_that_hardly_are_english_is_unchecked_as_a_whole(told, misspelt):
    words = {"Yeh": "Yeah", "galat": "gala", "hai": "has", "hosue": "house", "brunt": "burnt"}
    strange = [misspelt(word, meant) for word, meant in words.items()]
    (note,) = told("“Yeh galat hai,” said Vikas, who runs a tent house.", *strange)
    assert (note.rule, note.quote, note.severity) == ("grammar.OTHER_LANGUAGE", "“Yeh galat hai,”", "hint")
    spoken = told("“The hosue was brunt down by the men,” said Vikas.", *strange)
    assert {finding.rule for finding in spoken} == {"grammar.SPELLING"}


OURS = """
we to the beech and saw who there for lunch was a bowl of ate choir sang ingredients toss with before serving
"""


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Kokous pidettiin kaupungissa ja monet ihmiset tulivat.", True),
        ("We goed to the beech and saw manny peple who swimed there.", False),
        ("For lunch there was aloo gobi, dal makhani, paneer tikka and a bowl of kheer.", False),
        ("Kumain ka na ba, anak ko?", True),
        ("We ate idli, sambar, dosa, vada, uttapam and pongal.", False),
        ("The choir sang stille nacht, heilige nacht, alles schlaft, einsam wacht.", False),
        ("Ingredients: garam masala, amchur, hing, jeera, ajwain, methi.", False),
        ("Kwa wali, ugali, samaki, pilau, chapati, mandazi.", False),
        ("Toss with mizuna, shiso, daikon, yuzu and katsuobushi before serving.", False),
        ("Sabah namazında camiye gelenler hocayı bekliyordu ve herkes çok üzgündü.", True),
    ],
)
def test_a_paragraph_of_an_unknown_language_is_unchecked_and_bad_english_or_a_meal_is_not(told, misspelt, text, whole):
    meant = {"manny": "many", "peple": "people", "swimed": "swimmed", "goed": "goes"}
    ours = frozenset(OURS.split())
    strange = [misspelt(word, meant.get(word, "word")) for word in WORD.findall(text) if word.casefold() not in ours]
    found = told(f"{ENGLISH}\n\n{text}", *strange)
    assert [f.quote for f in found if f.rule == "grammar.OTHER_LANGUAGE"] == ([text] if whole else [])


@pytest.mark.parametrize(
    ("text", "words", "quotes"),
    [
        (
            "“No tengo barco, es cierto,” she said. “Pero nadie me dice cómo comprarlo. Yo quiero pescar.”",
            {"tengo": "tango", "cierto": "certo"},
            ["“No tengo barco, es cierto,”", "“Pero nadie me dice cómo comprarlo. Yo quiero pescar.”"],
        ),
        (
            "“Ka nui te aroha ki a koutou,” Rangi told them. “Hoki mai ki tō tātou awa.”",
            {"nui": "nuisance", "aroha": "aloha"},
            ["“Ka nui te aroha ki a koutou,”", "“Hoki mai ki tō tātou awa.”"],
        ),
        (
            "“Is maith an scéalaí an aimsir,” she told us.",
            dict.fromkeys(("maith", "scéalaí", "aimsir"), "faith"),
            ["“Is maith an scéalaí an aimsir,”"],
        ),
        (
            "“Guten Morgen!” they said. “Bonjour, vous allez bien?” “Buongiorno, come sta oggi?” “Καλημέρα σας.”",
            {"Buongiorno": "Bongo", "Bonjour": "Bonjoun"},
            ["“Bonjour, vous allez bien?”", "“Buongiorno, come sta oggi?”", "“Καλημέρα σας.”"],
        ),
    ],
)
def test_each_quotation_is_in_its_language_and_the_english_around_them_is_read(told, misspelt, text, words, quotes):
    strange = [misspelt(word, meant) for word, meant in words.items()]
    found = [finding for finding in told(text, *strange) if finding.item == "grammar"]
    assert {finding.rule for finding in found} == {"grammar.OTHER_LANGUAGE"}
    assert [finding.quote for finding in found] == quotes


@pytest.mark.parametrize(
    "name",
    [
        "Das Lied von der Erde",
        "crème brûlée de la maison",
        "Ministère de la Santé et des Services Sociaux,",
        "gosht masala pulao",
    ],
)
def test_a_song_a_dish_or_a_body_in_quotation_marks_is_no_passage_and_none_of_its_words_is_misspelt(
    told, misspelt, name
):
    strange = [misspelt(word, "word") for word in WORD.findall(name) if len(word) > 3]
    assert not told(f"They spoke of “{name}” all evening.", *strange)


@rows(
    ("text", "words"),
    [
        (
            "“Absolutly shambolik rubbbish,” she said.",
            {"Absolutly": "Absolutely", "shambolik": "shambolic", "rubbbish": "rubbish"},
        ),
        ("“goverment wierdoes” was all it said.", {"goverment": "government", "wierdoes": "weirdoes"}),
        ("“Thier definately rong,” she said.", {"Thier": "Their", "definately": "definitely", "rong": "wrong"}),
        (
            "“Teh wrokers wil sufer,” she said.",
            {"Teh": "The", "wrokers": "workers", "wil": "will", "sufer": "suffer"},
        ),
        ("They sang “Dunna Fassa Brello” to us.", {"Dunna": "Dune", "Fassa": "Mass", "Brello": "Bell"}),
        ("They ate “brellata sossa” there.", {"brellata": "ballads", "sossa": "sofas"}),
    ],
)
def test_a_quotation_of_misspelt_english_or_of_names_is_no_other_language(told, misspelt, text, words):
    strange = [misspelt(word, meant) for word, meant in words.items()]
    assert "grammar.OTHER_LANGUAGE" not in {finding.rule for finding in told(text, *strange)}


@pytest.mark.parametrize("text", [f"{ENGLISH}\n\n{GERMAN}", f"She said: “{GERMAN[:-1]},” and it was loud."])
def test_with_its_pack_a_passage_is_checked_in_its_language_without_the_marks_around_it(item_run, strange, text):
    (found,) = item_run(text, *strange, languages=("de-DE",)).findings
    assert (found.rule, found.quote, found.suggestions) == ("grammar.ABROAD_DE_AGREE", "Der", ("die",))
    assert found.message.startswith("In German: Das ist falsch.")
    (note,) = item_run(text, *strange, languages=("es",)).findings
    assert "copydesk engine install --language de" in note.message
    assert pack_advised(note.message) == "German"


def test_a_story_in_another_language_is_an_unchecked_item(item_run, strange):
    run = item_run(f"{GERMAN}\n\n{GERMAN}\n\nThe quay is shut.", *strange, languages=("es",))
    assert run.findings == ()
    assert run.unchecked.startswith("German. This story is not in English")
    assert pack_advised(run.unchecked) == "German"
    assert item_run(GERMAN, *strange, languages=("de-DE",)).unchecked == ""


def test_what_is_in_other_letters_says_in_which(item_run):
    text = f"{ENGLISH}\n\nСегодня гавань закрыта для всех лодок."
    (note,) = item_run(text).findings
    assert "Unchecked: words in Cyrillic letters" in note.message
    assert pack_advised(note.message) == ""
    assert item_run(f"{ENGLISH} It is called гавань there.").findings == ()


@rows(
    ("language", "category", "heard"),
    [
        ("Italian", "CAT3", True),
        ("Italian", "CAT6", False),
        ("Italian", "CAT10", False),
        ("French", "CAT_ELISION", True),
        ("French", "CAT_TYPOGRAPHIE", False),
        ("Dutch", "CONGRUENTIE", True),
        ("Dutch", "PUNCTUATION", False),
    ],
)
def test_grammar_is_told_of_each_language_by_its_own_categories_and_typography_is_not(language, category, heard):
    slip = Slip("ANY", 0, 3, "…", (), category, "uncategorized")
    assert bool(list(abroad(ForeignPassage(0, 9, language, "paragraph"), (slip,)))) is heard
