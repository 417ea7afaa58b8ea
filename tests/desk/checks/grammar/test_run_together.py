"""Which words are two that ran together, and which are compounds that a house writes as one; all sentences invented."""

from tests.rows import rows

RAN_TOGETHER = """
The fish were sold to people|who live by the quay.
He said it took|entirely too long.
It was moored just|under the bridge.
The ferry had been|married to the old timetable.
The two quays are very different|than before.
He had a cup between|lunch and supper.
The repairs began|well and ended badly.
They were constantly|undercutting the harbour.
The mayor also spoke at a press|conference.
They will paint it before|too long.
The inquiry investigation|also found rust.
They went through|the gate.
The captain and her|crew came ashore.
It is a matter for|people in the town.
The board already|knew of the leak.
The boats were|left on the shore.
The pilot never|said a word.
She walked towards|the light.
They have|already paid the fee.
They painted the hull between|meals.
It cost more|than the last one.
They asked what|the price was.
The town can|accommodate two more ferries.
He was sworn in as|police commissioner.
They sailed until|noon on Friday.
They will come back,” he|said.
They gave the goods to children|by mistake.
The talks would|be held in Leith.
It is a significant|risk to the crew.
They stood onto|the pier.
""".strip().splitlines()
COMPOUNDS = """
The ferry|port was shut.
They sat in the pack|house all day.
A right|wing paper said so.
They fired a machine|gun at the buoy.
He works for a think|tank in Leith.
The run|up to the vote was long.
They held a sit|down at noon.
Police used tear|gas on the quay.
The blog|post was taken down.
The boat|hand went ashore.
They bought shade|cloth for the plants.
The wood|choppers came from Norway.
It was a long|shot for the crew.
The health|checks were free.
A fact|checker read the text.
They built a cake|shop by the pier.
The pitch|side crowd cheered.
He scored with a back|heel on Friday.
It was a hand|painted sign.
They sell home|brewed beer.
The quayside fish|market was busy.
They put up a windbreak and a rain|fly.
The fund|raise went well.
A seabird sat on the wharf|side.
The townsfolk came by bus|load.
The off|cut was sold.
They went on a by|walk.
An oil|rig lay to the north.
The over|built quay was sinking.
He is a boatbuilder and a net|mender.
""".strip().splitlines()


def _joined(sentence, misspelt):
    """Return the sentence without the line that parts two words of it, and what the engine says about them."""
    parts = next(word for word in sentence.split() if "|" in word).strip(".,”")
    return sentence.replace("|", ""), misspelt(parts.replace("|", ""), parts.replace("|", " "))


@rows("sentence", RAN_TOGETHER)
def test_words_that_ran_together_are_told(told, misspelt, sentence):
    text, slip = _joined(sentence, misspelt)
    assert [finding.suggestions for finding in told(text, slip) if finding.quote == slip[1]] == [slip[2]]


@rows("sentence", COMPOUNDS)
def test_compounds_that_a_house_writes_as_one_are_left_in_peace(told, misspelt, sentence):
    text, slip = _joined(sentence, misspelt)
    assert [finding for finding in told(text, slip) if finding.quote == slip[1]] == []


def test_a_word_that_a_space_cuts_in_two_is_told_beside_a_name_or_a_bracket(told, misspelt):
    assert told("It won by nine poi nts (from six).", misspelt("poi nts", "points"))
    assert told("The National C onvention met on Friday.", misspelt("C onvention", "Convention"))


def test_a_small_word_before_a_name_lost_its_space_and_other_capitals_within_are_meant(told, misspelt):
    (finding,) = told("It belongs toHarbeck now.", misspelt("toHarbeck"))
    assert finding.suggestions == ("to Harbeck",)
    assert told("The iHarbeck and the deHarbeck are boats.", misspelt("iHarbeck"), misspelt("deHarbeck")) == ()
