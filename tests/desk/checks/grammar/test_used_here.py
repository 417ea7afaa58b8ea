"""What approved stories speak for, in grammar: words of the desk are let pass, slips told with how often they stood."""

import pytest

from desk.checks.house import Brief, DeskUse, House

ROWS = (
    ("The brackle is cut in May.", "brackle", ("crackle", "bracken"), True),
    ("They met at the Minstry of Health.", "Minstry", ("Ministry", "Minster"), False),
    ("It was openned at noon.", "openned", ("opened", "open ned"), False),
    ("They recieve it at noon.", "recieve", ("receive", "relieve"), False),
    ("They didnt see it.", "didnt", ("didn't", "did"), False),
    ("They agreedto stay.", "agreedto", ("agreed to",), False),
    ("They saw it on Wednsday.", "Wednsday", ("Wednesday",), False),
    ("The harbuor is shut.", "harbuor", ("harbour", "harbor"), False),
    ("They will beseige the port.", "beseige", ("besiege",), False),
    ("An archaelogist saw it.", "archaelogist", ("archaeologist",), False),
    ("It is an idiosyncracy of theirs.", "idiosyncracy", ("idiosyncrasy",), False),
    ("The brackle is cut in May.", "brackle", ("brackles", "bracken"), True),
)


@pytest.mark.parametrize(("text", "word", "suggestions", "passes"), ROWS)
def test_a_word_that_approved_stories_speak_for_passes_and_a_slip_does_not(
    told, misspelt, text, word, suggestions, passes
):
    brief = Brief(House(use=DeskUse(words={word: 4, "blackle": 19, "brackles": 20, "Bracklesham": 40})))
    assert [f.message for f in told(text, misspelt(word, *suggestions))] == [f"“{word}” is not in the dictionary."]
    found = told(text, misspelt(word, *suggestions), brief=brief)
    expected = f"“{word}” is not in the dictionary. It is written so in 4 approved stories."
    assert [f.message for f in found] == ([] if passes else [expected])


def test_a_word_that_one_slip_parts_from_one_of_many_more_stories_is_told(told, misspelt):
    brief = Brief(House(use=DeskUse(words={"brackle": 4, "blackle": 20})))
    assert len(told("The brackle is cut in May.", misspelt("brackle", "crackle", "bracken"), brief=brief)) == 1


RARE = """
altimeter besiege bivouac caravel carillon conscientious dachshund effervescent espalier exhilarate galleon gondolier
horticulture inoculate irascible irresistible isthmus leisurely lieutenant maintenance mischievous noticeable obelisk
perseverance prerogative quotation recalcitrant receipt rhododendron sarcophagus susceptible tortoiseshell troubadour
"""
COMMON = "apparent believe business committee different government library neighbour separate surprise tongue twelfth"
KEY_BESIDE = str.maketrans("abcdefghijklmnopqrstuvwxyz", "snvfrghjoklknmpowtdyibecux")
SOUNDS = (("ie", "ei"), ("ei", "ie"), ("ant", "ent"), ("ent", "ant"), ("able", "ible"), ("ible", "able"))


def slips_in(word):
    """Yield the word with one slip in its middle: a letter lost, doubled, swapped, of the key beside, or by sound."""
    at = len(word) // 2
    before, letter, behind = word[:at], word[at], word[at + 1 :]
    yield before + behind
    yield before + letter * 2 + behind
    yield before + behind[:1] + letter + behind[1:]
    yield before + letter.translate(KEY_BESIDE) + behind
    yield from (word.replace(right, wrong) for right, wrong in SOUNDS)


def test_one_slip_in_a_word_however_rare_is_never_in_use(told, misspelt):
    words = RARE.split() + COMMON.split()
    meant = {wrong: word for word in words for wrong in slips_in(word) if wrong not in words}
    text = "\n\n".join(f"They saw the {wrong} on Monday." for wrong in meant)
    strange = [misspelt(wrong, word) for wrong, word in meant.items()]
    use = DeskUse(words=dict.fromkeys(meant, 3))
    before = [finding.quote for finding in told(text, *strange)]
    after = [finding.quote for finding in told(text, *strange, brief=Brief(House(use=use)))]
    assert len(before) > 150
    assert sorted(before) == sorted(after)
