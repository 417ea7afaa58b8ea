"""The editor's answers, the name book, furniture, leftovers and references."""

from desk.checks.check import Severity
from desk.checks.house import BookEntry, Brief, House, NameAnswer, NameKind, Verdict
from desk.checks.names.check_names import NamesCheck
from desk.text.blocks import BlockRole, Kind, Manuscript

TWO = "Marta Oldenkamp spoke. Oldenkamp left. Oldenkapm came."
SWAP = "Martin Oakhurst came. Oakhurst sat. Oakhurst spoke.\n\nMelvin Oakhurst left."


def answered(first, second, verdict):
    return Brief(name_answers=(NameAnswer(first, second, verdict),))


def book(*entries, **house):
    return Brief(House(name_book=tuple(BookEntry(*entry) for entry in entries), **house))


def test_different_and_quoted_forms_are_silent(names):
    for verdict in (Verdict.DIFFERENT, Verdict.AS_QUOTED):
        assert names(TWO, answered("Oldenkamp", "Oldenkapm", verdict)) == []
        assert names(TWO, answered("Oldenkapm", "Oldenkamp", verdict)) == []


def test_the_same_keeps_the_form_the_editor_chose(names):
    found = names(TWO, answered("Oldenkapm", "Oldenkamp", Verdict.SAME))
    assert {(f.quote, f.suggestions[0], f.severity) for f in found} == {("Oldenkamp", "Oldenkapm", Severity.ERROR)}


def test_two_people_make_a_bare_family_name_worth_a_hint(names):
    brief = answered("Martin Oakhurst", "Melvin Oakhurst", Verdict.DIFFERENT)
    found = names(SWAP, brief)
    assert {(f.rule, f.quote) for f in found} == {("names.shared-surname", "Oakhurst")}
    assert len(found) == 2
    assert found[0].suggestions == ("Martin Oakhurst", "Melvin Oakhurst")


def test_the_name_book_overrules_the_count(names):
    found = names(TWO, book(("Oldenkapm", NameKind.PERSON)))
    assert {(f.quote, f.suggestions[0]) for f in found} == {("Oldenkamp", "Oldenkapm")}


def test_an_answer_holds_for_a_pair_that_no_rule_would_ask_about(names):
    text = "Martin Oakhurst met his brother, Melvin Oakhurst. Nobody else came to the pier."
    assert names(text) == []
    (finding,) = names(text, answered("Martin Oakhurst", "Melvin Oakhurst", Verdict.SAME))
    assert (finding.quote, finding.suggestions[0]) == ("Melvin Oakhurst", "Martin Oakhurst")
    assert finding.severity is Severity.ERROR
    assert names("Melvin Oakhurst came alone.", answered("Martin Oakhurst", "Melvin Oakhurst", Verdict.SAME)) == []
    assert names("Marta Oldenkamp came.", answered("Marta Oldenkamp", "Oldenkamp", Verdict.SAME)) == []


def test_a_bare_shared_name_is_worth_a_warning_once_the_editor_said_two_people(names):
    text = "Martin Oakhurst met his brother, Melvin Oakhurst. Oakhurst laughed."
    (finding,) = names(text, answered("Martin Oakhurst", "Melvin Oakhurst", Verdict.DIFFERENT))
    assert (finding.rule, finding.quote, finding.severity) == ("names.shared-surname", "Oakhurst", Severity.WARNING)
    assert finding.suggestions == ("Martin Oakhurst", "Melvin Oakhurst")


def test_forms_that_the_name_book_replaces(names):
    brief = book(("Port Elvin", NameKind.PLACE, ("Elvinhaven",), "since 2019"))
    (finding,) = names("They sailed to Elvinhaven at noon.", brief)
    assert (finding.rule, finding.severity) == ("names.book", Severity.ERROR)
    assert finding.suggestions == ("Port Elvin",)
    assert "since 2019" in finding.message


def test_near_misses_of_the_name_book_by_letters_and_sound(names):
    brief = book(("Qaramov", NameKind.PERSON))
    assert [f.quote for f in names("They met Karamov at noon.", brief)] == ["Karamov"]  # sounds alike
    assert names("They met Garamov at noon.", brief) == []  # another first letter, another sound
    assert [(f.quote, f.severity) for f in names("They met Qaramoff at noon.", brief)] == [("Qaramoff", Severity.HINT)]
    assert names("They met Qaramov at noon.", brief) == []


def test_a_near_miss_that_is_a_name_of_its_own_needs_the_rest_of_the_agreed_name(names):
    brief = book(("Kim Jong Un", NameKind.PERSON, (), "family name first"))
    (finding,) = names("They met Kim Jung Un in May.", brief)
    assert (finding.quote, finding.suggestions[0]) == ("Jung", "Jong")
    assert "(family name first)" in finding.message
    assert names("They met Carl Jung in May.", brief) == []


def test_listed_spellings_of_an_agreed_name_are_near_misses(names):
    brief = book(("Muammar Gaddafi", NameKind.PERSON))
    assert [f.quote for f in names("They met Qaddafi at noon.", brief)] == ["Qaddafi"]


def test_agreed_spellings_at_the_head_of_a_sentence(names):
    assert names("Al-Wassuf won. They cheered al-Wassuf.", book(("al-Wassuf", NameKind.PERSON))) == []


def test_furniture_departs_from_the_body_even_when_equally_frequent(names):
    text = "Oldenkapm opens lock\n\nThe harbour master, Marta Oldenkamp, spoke."
    (finding,) = names(text, kinds={0: (Kind.FURNITURE, BlockRole.HEADLINE)})
    assert (finding.rule, finding.quote) == ("names.furniture", "Oldenkapm")


def test_leftovers_are_compared_but_matter_less(names):
    text = "Marta Oldenkamp spoke. Oldenkamp left.\n\nMore on Marta Oldenkapm and the lock"
    (finding,) = names(text, kinds={1: (Kind.LEFTOVER, BlockRole.BODY)})
    assert (finding.quote, finding.severity) == ("Oldenkapm", Severity.HINT)


def test_labelled_advertising_is_not_read(names):
    text = "Marta Oldenkamp spoke. Oldenkamp left.\n\nAdvertisement\n\nBuy Oldenkapm shoes now.\n\nOldenkapm is best."
    kinds = {1: (Kind.AD_LABEL, BlockRole.BODY), 2: (Kind.PAID, BlockRole.BODY), 3: (Kind.PAID, BlockRole.BODY)}
    assert names(text, kinds=kinds) == []


def test_advertising_marked_by_hand_is_not_read():
    manuscript = Manuscript.of("Marta Oldenkamp spoke. Oldenkamp left.\n\nBuy Oldenkapm shoes now.")
    story, paid = manuscript.blocks
    manuscript = manuscript.with_blocks((story, paid.marked(Kind.PAID, by_hand=True)))
    readings = [NamesCheck().read(block, Brief()) for block in manuscript.blocks]
    assert NamesCheck().judge(manuscript, readings, Brief()) == []


def test_an_article_written_in_two_ways(pairs):
    text = "Rami al-Khattab won. They heard al-Khattab. Then {} left."
    assert pairs(text.format("el-Khattab")) == [("el-Khattab", "al-Khattab")]
    assert pairs(text.format("al Khattab")) == [("al Khattab", "al-Khattab")]


def test_the_house_says_whether_the_article_is_dropped(pairs):
    text = "Rami al-Khattab won. They heard al-Khattab, then Khattab left."
    assert pairs(text) == [("al-Khattab", "Khattab")]
    assert pairs(text, Brief(House(drop_al_on_second_reference=False))) == [("Khattab", "al-Khattab")]


def test_a_given_name_that_speaks_in_the_place_of_the_family_name(names):
    (finding,) = names("President Xi Jinping arrived. Later Jinping said he was tired.")
    assert (finding.quote, finding.suggestions[0], finding.severity) == ("Jinping", "Xi", Severity.HINT)
    assert [f.quote for f in names("Han Joon Ho spoke. Mr. Ho left.")] == ["Ho"]


def test_names_that_are_shortened_otherwise_are_left_in_peace(names):
    for full, short in (
        ("Nguyen Van Trong", "Trong"),  # Vietnam: by the last word
        ("Wan Azizah", "Azizah"),
        ("Abe Shinzo", "Shinzo"),
        ("Kim Basinger", "Basinger"),
        ("Lee Anna Felsen", "Felsen"),
        ("Hong Kong", "Kong"),
    ):
        assert names(f"The envoy, {full}, arrived. Later {short} said no.") == []


def test_abu_is_no_name_to_be_dropped(pairs, names):
    assert pairs("The cleric Abu Hamza spoke. Later Hamza said no.") == [("Hamza", "Abu Hamza")]
    assert names("In Dhaka, the clerk Abu Hamza spoke. Later Hamza said no.") == []
    assert names("The cleric Abu Hamza met Hamza Felsen. Later Hamza said no.") == []
    assert names("They flew to Abu Dhabi. Dhabi Airways was late.") == []


def test_words_that_tell_of_a_man_here_and_of_a_woman_there(names):
    text = "Anna Reedham, the chairman, spoke.\n\nChairwoman Reedham left. Nobody saw the chairwoman again."
    (finding,) = names(text)
    assert (finding.rule, finding.quote) == ("names.title-change", "Chairwoman Reedham")
    assert finding.suggestions == ("Chairman Reedham",)
    (finding,) = names("Mr. Reedham spoke. Ms. Ada Reedham, 41, left. Mr. Reedham smiled.")
    assert (finding.quote, finding.suggestions) == ("Ms. Ada Reedham", ("Mr. Ada Reedham",))
    (finding,) = names("Chairman Ada Reedham spoke. Reedham, a chairwoman, left. Chairman Reedham smiled.")
    assert (finding.quote, finding.suggestions) == ("chairwoman", ("chairman",))
    assert names("Anna Reedham, the chairman, spoke.\n\nMrs. Reedham left.") == []
    assert names("Anna Reedham, the chairman, met Paul Reedham. Chairwoman Reedham left.") == []


def test_a_house_may_treat_all_names_alike(names):
    text = "President Xi Jinping arrived. Later President Jinping left."
    assert [f.rule for f in names(text)] == ["names.reference-form"]
    assert names(text, Brief(House(family_name_first=frozenset()))) == []


def test_a_name_of_honour_is_not_shortened(pairs):
    text = "Abu Hamzawi al-Nasri was jailed. Hamzawi said nothing."
    assert pairs(text) == [("Hamzawi", "Abu Hamzawi")]
