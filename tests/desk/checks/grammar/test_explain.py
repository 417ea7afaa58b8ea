"""What an editor is told about a rule: name, reason, an example, the house's note."""

from desk.checks.grammar.explain import explanation_of
from desk.checks.grammar.noise_file import noise


def test_our_own_rules_explain_themselves():
    told = explanation_of("grammar.COPYDESK_MORE_THAN")
    assert told.name == "more than 300"
    assert "than" in told.why
    assert told.wrong
    assert told.right
    assert told.wrong != told.right


def test_of_a_group_the_example_is_about_the_words_found():
    assert "reign" in explanation_of("COPYDESK_SOUNDALIKE", quote="reign").wrong
    assert "wave" in explanation_of("COPYDESK_SOUNDALIKE", quote="Wave").wrong


def test_of_words_mixed_up_the_example_is_about_the_word_found():
    told = explanation_of("COPYDESK_MIXED_UP", quote="Moot")
    assert told.wrong.startswith("Auditors")  # nobody takes “moot” for another word
    told = explanation_of("COPYDESK_MIXED_UP", quote="mute")
    assert ("mute" in told.wrong, "moot" in told.right) == (True, True)


def test_frequent_rules_of_languagetool_are_explained_and_the_house_adds_its_note():
    told = explanation_of("grammar.EN_A_VS_AN", ("IT_IS: see page 12", "EN_A_VS_AN: we say “a historic”."))
    assert told.name == "“a” or “an”"
    assert told.note == "we say “a historic”."
    assert explanation_of("grammar.COMMA_COMPOUND_SENTENCE_2").name == "A comma between two main clauses"


def test_an_unknown_rule_has_nothing_to_tell():
    assert not explanation_of("grammar.NOBODY_KNOWS")
    assert explanation_of("grammar.NOBODY_KNOWS", ("NOBODY_KNOWS: ask the slot",)).note == "ask the slot"


def test_the_shipped_data_names_each_house_style_once():
    names = [style.name for style in noise().styles]
    assert len(names) == len(set(names))
    assert all(style.reason for style in noise().styles)
