"""Every rule of our own pack, through the real engine: its bad examples are found, its good ones are not."""

from xml.etree import ElementTree

import pytest

from desk.checks.grammar.engine.rule_pack import pack_file
from tests.rows import rows

pytestmark = [pytest.mark.engine, pytest.mark.xdist_group("engine"), pytest.mark.timeout(240)]

FAMILIES = {
    "a word is missing": ("MORE_THAN", "PHRASE_OF", "IN_A_STATEMENT", "WILL_BE_ABLE", "FOR_FIRST_TIME"),
    "a word is too many": ("TO_THE_USE_THE", "HIM_NAME", "THE_OF", "PREPOSITION_TWICE", "KEEP_ON_AN_EYE"),
    "the verb behind allowed, refused, able": ("ALLOWED_LEAVE", "AGREED_TO_PAY", "WANT_DO", "TO_ING"),
    "subject and verb across a phrase": ("PHRASE_SINGULAR", "ALONG_WITH", "EACH_OF_HAVE", "NUMBER_WAS"),
    "from ... to": ("FROM_AND_YEARS",),
    "tense behind since and ago": ("AGO_PERFECT", "SINCE_PRESENT"),
    "words that are both words": ("SOUNDALIKE", "WRONG_WORD", "LOOSE_LOSE", "WERE_WHERE", "THERE_PRODUCT"),
    "left behind by an edit": ("PHRASE_TWICE", "TWO_VERBS", "HAVE_HAD_DONE"),
    "sentences that are none": ("NO_VERB", "SUBCLAUSE_ALONE"),
}


def rules():
    root = ElementTree.parse(pack_file()).getroot()
    return {e.get("id"): e for category in root.iter("category") for e in category if e.tag in {"rule", "rulegroup"}}


def test_every_rule_of_the_pack_finds_its_bad_examples_and_leaves_the_good_ones(reading_engine):
    wrong = []
    for identity, element in rules().items():
        for example in element.iter("example"):
            text, marker = "".join(example.itertext()), example.find("marker")
            found = [slip for slip in reading_engine.ask(text, "en-US") if slip.rule == identity]
            if marker is None:
                wrong += [f"{identity} speaks of: {text}"] if found else []
            elif not found:
                wrong.append(f"{identity} is silent on: {text}")
            elif found[0].span.of(text) != marker.text:
                wrong.append(f"{identity} marks {found[0].span.of(text)!r} in: {text}")
            elif "|".join(found[0].suggestions) != example.get("correction"):
                wrong.append(f"{identity} offers {found[0].suggestions} on: {text}")
    assert wrong == []


def test_every_rule_has_a_reason_and_examples_of_both_kinds():
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    root = ElementTree.parse(pack_file(), parser).getroot()
    for category in root.iter("category"):
        for element in (e for e in category if e.tag in {"rule", "rulegroup"}):
            assert any(not isinstance(child.tag, str) for child in element), f"{element.get('id')} gives no reason"
            for rule in [element] if element.tag == "rule" else element.iter("rule"):
                kinds = {example.find("marker") is None for example in rule.iter("example")}
                assert kinds == {True, False}, f"{element.get('id')} lacks a good or a bad example"


def test_every_family_of_newsroom_slips_has_its_rules():
    known = rules()
    for family, names in FAMILIES.items():
        assert [name for name in names if f"COPYDESK_{name}" not in known] == [], family


@rows(
    ("wrong", "right"),
    [
        ("The mayor wants to reign in spending.", "rein"),
        ("The march was lead by nurses.", "led"),
        ("Some car manufactures have stopped work.", "manufacturers"),
        ("Envoys tried to diffuse the crisis.", "defuse"),
        ("Guests got complementary tickets.", "complimentary"),
        ("The city raised it's taxes.", "its"),
    ],
)
def test_confusions_that_newsrooms_print_are_mended(reading_engine, wrong, right):
    assert any(right in slip.suggestions for slip in reading_engine.ask(wrong, "en-US"))
