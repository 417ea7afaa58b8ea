import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.checks.house import Brief
from desk.checks.style import StyleCheck
from desk.text.blocks import BlockRole, Kind, Manuscript
from tests.rows import rows


def run(text, story=None):
    check, brief = StyleCheck(), Brief()
    story = story or Manuscript.of(text)
    return check.judge(story, [check.read(block, brief) for block in story.blocks], brief)


def rules(text):
    return [finding.rule for finding in run(text)]


def applied(text, remedy):
    for edit in sorted(remedy.edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_a_doubled_word_across_a_soft_wrap_keeps_one():
    (finding,) = run("She told the\nthe council.")
    assert applied("She told the\nthe council.", finding.remedies[0]) == "She told the council."


@rows(
    "text",
    [
        "“We will open in May.\n\n“Then we shall see,” she said.",
        '"We will open in May.\n\n"Then we shall see," she said.',
        "“He told me, ‘Go home,’ and I went,” she said.",
        'He stood 6\'2" and the shelf was 5" deep.',
        "“We will open in May.\n\nA crosshead\n\n“Then we shall see,” she said.",
        "It has two aims: a) to save money and b) to save time.",
        "It was “a long day” and “a longer night.”",
    ],
)
def test_marks_in_order_are_left_in_peace(text):
    story = Manuscript.of(text)
    blocks = tuple(
        b.marked(Kind.FURNITURE, "short", role=BlockRole.CROSSHEAD) if b.text == "A crosshead" else b
        for b in story.blocks
    )
    assert run(text, story.with_blocks(blocks)) == []


def test_a_quotation_that_is_not_closed_can_be_closed():
    text = "“We will open in May.\n\nNobody answered."
    (finding,) = run(text)
    assert finding.rule == "style.unclosed-quote"
    assert applied(text, finding.remedies[0]) == "“We will open in May.”\n\nNobody answered."


def test_quoted_words_are_not_closed_behind_what_the_paper_says_itself():
    text = 'She called it "reckless and said the union would sue. "Nobody asked," she said.'
    (finding,) = run(text)
    assert [remedy.title for remedy in finding.remedies] == ["Delete the mark"]
    closed = 'She called it "reckless and mean. Nobody asked.'
    assert applied(closed, run(closed)[0].remedies[0]).count('"') == 2


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("“We live here and “nobody asked.”", "“We live here and” “nobody asked.”"),
        ("The board (of nine (as it was) met.", "The board (of nine) (as it was) met."),
    ],
)
def test_a_mark_is_closed_where_the_words_seem_to_end(text, mended):
    (finding,) = run(text)
    assert applied(text, finding.remedies[0]) == mended
    assert run(mended) == []


@rows(
    ("text", "words", "mended"),
    [
        ('"We will open in May, she said.', "May,", '"We will open in May," she said.'),
        ('"Will it last? asked the mayor.', "last?", '"Will it last?" asked the mayor.'),
        ('"We live here, said Ines. "Nobody asked."', "here,", '"We live here," said Ines. "Nobody asked."'),
        ('"No, he said.\n\n"Then we shall see," she said.', "No,", '"No," he said.\n\n"Then we shall see," she said.'),
        ("“We will open in May, she said.", "May,", "“We will open in May,” she said."),
        ("“Will it last? asked the mayor.", "last?", "“Will it last?” asked the mayor."),
        ("“We live here, said Ines. “Nobody asked.”", "here,", "“We live here,” said Ines. “Nobody asked.”"),
        ("“No, he said.\n\n“Then we go,” she said.", "No,", "“No,” he said.\n\n“Then we go,” she said."),
    ],
)
def test_a_mark_is_missed_where_its_words_end(text, words, mended):
    (finding,) = run(text)
    assert finding.rule == ("style.unclosed-quote" if text[0] == "“" else "style.unpaired-straight-quote")
    assert finding.quote == words
    closed = f"{words}{'”' if text[0] == '“' else text[0]}"
    assert (finding.suggestions, finding.evidence[0].span.start) == ((closed,), 0)
    assert applied(text, finding.remedies[0]) == mended
    assert run(mended) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The mayor wrote on Monday: We open in May!”", "The mayor wrote on Monday: “We open in May!”"),
        ('Holm said: No boat leaves today," and left.', 'Holm said: "No boat leaves today," and left.'),
        ('The mayor wrote that This is our pier."', 'The mayor wrote that "This is our pier."'),
        ("Holm told the board that We live here,” and left.", "Holm told the board that “We live here,” and left."),
    ],
)
def test_a_mark_is_missed_behind_the_colon_or_at_the_capital_where_the_words_begin(text, mended):
    (finding,) = run(text)
    begins = next(nth for nth, (one, other) in enumerate(zip(text, mended, strict=False)) if one != other)
    assert finding.span.start == begins
    assert applied(text, finding.remedies[0]) == mended
    assert run(mended) == []


@rows(
    ("text", "better"),
    [
        ("We will open in May,” said Ines.", "“We will open in May,” said Ines."),
        ("“Yes,” she said. We will open in May,” said Ines.", "“Yes,” she said. “We will open in May,” said Ines."),
        ("She told them to ”keep calm” until May.", "She told them to “keep calm” until May."),
        ("The keepers” hut is old.", "The keepers hut is old."),
        ('We will open in May," said Ines.', '"We will open in May," said Ines.'),
        ('"We will open in May. Nobody knows.', '"We will open in May. Nobody knows."'),
        ('“We will open in May," said Ines.', "“We will open in May,” said Ines."),
        ('"We will open in May,” said Ines.', "“We will open in May,” said Ines."),
    ],
)
def test_the_first_remedy_leaves_a_quotation_quoted(text, better):
    assert applied(text, run(text)[0].remedies[0]) == better


def test_straight_marks_that_pair_beside_an_open_curly_one_are_no_mixture():
    assert rules('“We will open the "new" pier, she said.') == ["style.unclosed-quote"]


def test_a_straight_quotation_of_two_paragraphs_is_left_in_peace():
    assert run('"We will open in May.\n\n"Then we shall see," she said.') == []
    assert run("He stood 6'2\" tall, he said.") == []


@rows(
    "text",
    [
        "“When I asked him, he said we should wait until May.\n\n“But that was the end,” she said.",
        '"When I asked him, he said we should wait until May.\n\n"But that was the end," she said.',
        "“When I asked him, he said no.\n\n“So we went home,” she said.",
        "“We had a key. Then, in the spring, the council said we had none.\n\n“Nobody explained it,” said Ines.",
        "“It was safe, they said.\n\n“Well, it was not,” she said.",
        "“They wrote to us. Go home, he said.\n\n“So we went.”",
        "“If it rains, she told me, the pier stays shut.\n\n“It rained.\n\n“We stayed at home,” he said.",
        "“At noon, my brother asked for his boat.\n\n“‘It is gone,’ they told him,” Ines said.",
        "“I was nine, and my mother said it was nothing.\n\nThe long wait\n\n“It was not nothing,” she said.",
    ],
)
def test_speech_that_goes_on_in_the_next_paragraph_may_say_who_said_what(text):
    blocks = Manuscript.of(text).blocks
    crossheads = (b.marked(Kind.FURNITURE, "short", role=BlockRole.CROSSHEAD) for b in blocks)
    story = Manuscript.of(text).with_blocks(
        tuple(c if b.text == "The long wait" else b for b, c in zip(blocks, crossheads, strict=True))
    )
    assert run(text, story) == []


def test_a_mark_is_not_closed_before_words_that_report():
    (finding,) = run("“When I asked him, he said we should wait.\n\nNobody answered.")
    assert finding.quote == "“"


ATTRIBUTED = [
    "It was the “special relationship” Blair said in 2003 would endure.",
    "The “free gift” she told reporters about was a pen.",
    "The firm added “Made in the old town of Bath” to its labels.",
    "The notice said “No smoking is allowed on this pier” in red.",
    "The notice said “No smoking is allowed on this pier.”",
    "A statement by the Harbour Board said “No boat may leave before noon.”",
    "Banners said “We want the old pier back.”",
    "“Magic” Johnson said on Monday the pier was his.",
    "William “Bones” Smith said in May he would go. “Stone Cold” Ames said, too.",
    "“What we will do” he said in May was open to doubt.",
    "“Free gifts” she told reporters about were pens.",
    "She laughed when he said “Yes to the whole long list.” Nobody else did.",
    "What the “new normal” they said on Monday would bring is unclear.",
    "“There Will Be Blood” Director Paul Anderson said on Monday that he was ill.",
    "He loved “All the king’s men” and “The way we were” Redford said in 1990 was his best.",
    "“It is,” he said, “what we said ‘on Monday’ we would do”, and left.",
    "Holm said “enough is enough” and left.",
    "Holm said “Yes” to all of it.",
    "“We will open,” Holm said – “in May”.",
    "“Will we open?” she asked. “We will!” he replied.",
    "Was it the “clean start” the mayor said on Monday we would see?",
    "The plan (a “fresh start” Holm told reporters in May) failed.",
    "The “long goodbye” – “short hello” she said at noon – was over.",
    "‘We’re told “wait a while” he said to us,’ said Ines.",
    "‘It’s the “dogs’ dinner” Holm said in May we’d get,’ Ines said.",
    "“She sang ‘We will be here’ he said,” Ines recalled.",
    "The “[so-called] experts” he said in May were wrong were right.",
    "The song “We are what we are” Herman said in 1983 made him.",
    "Nobody called it a “crisis” the minister said.",
    "“A mess,” “a shame” and “a scandal” she said after the vote were her words.",
    "They called it “the old goat” he said, and laughed.",
    "The label said “Wash by hand and dry in the shade.” Nobody did.",
    "The letter, from Holm, said “You have a month to leave the house.”",
    "One said “Keep the old pier where it is.” Another said “Sink the whole thing.”",
    "“Keep off the grass” signs were up. “We did,” he said.",
    '"The Rock" Johnson said on Monday he would. The "free gift" she told reporters about was a pen.',
]
"""Right sentences with marks beside a verb of saying: scare quotes, titles, signs, nicknames, relative clauses."""


@rows("text", ATTRIBUTED)
def test_a_quotation_beside_a_verb_of_saying_need_not_be_speech(text):
    assert not [rule for rule in rules(text) if rule.startswith(("style.comma-", "style.un", "style.mixed-q"))]


@rows(
    ("text", "words", "better"),
    [
        ("The pier is shut. “We will open in May” she said.", "May”", "May,”"),
        ("“It can’t go on” the mayor told reporters.", "on”", "on,”"),
        ("“We came, and we saw” Lena Holm said on Monday.", "saw”", "saw,”"),
        ("“Good morning” she said. Nobody answered.", "morning”", "morning,”"),
        ("On Monday, Holm said “We will open the pier in May.” Nobody answered.", "said “", "said, “"),
        ("She replied “Not in my lifetime, nor in yours!”", "replied “", "replied, “"),
    ],
)
def test_a_comma_is_missed_between_speech_and_speaker(text, words, better):
    (finding,) = run(text)
    assert (finding.rule[:12], finding.quote, finding.suggestions) == ("style.comma-", words, (better,))
    assert run(applied(text, finding.remedies[0])) == []


def test_a_quotation_that_another_one_follows_does_not_go_on_in_the_next_paragraph():
    text = "“We believe in it, she said. “We do,” he said.\n\n“Then we shall go,” she said."
    (finding,) = run(text)
    assert (finding.rule, finding.evidence[0].span.start) == ("style.unclosed-quote", 0)


def test_marks_of_two_makes_are_said_once():
    assert rules('"We will open in May,” she said.') == ["style.mixed-quotes"]


def test_the_rarer_form_departs_and_shows_the_other_as_evidence():
    text = "They met at 9 a.m. and at 10 a.m.\n\nThey left at 5pm."
    (finding,) = run(text)
    assert (finding.rule, finding.quote) == ("style.time-form", "5pm")
    assert [text[e.span.start : e.span.end] for e in finding.evidence] == ["9 a.m.", "10 a.m."]


def test_text_that_is_not_of_the_story_is_left_in_peace():
    story = Manuscript.of("Buy it it now!!\n\nThe board met.")
    blocks = (story.blocks[0].marked(Kind.PAID, "by a test"), story.blocks[1])
    assert run("", story.with_blocks(blocks)) == []


@given(st.text(alphabet="aA the\n \"“”()',.!?😀5$\ud800", max_size=200))
def test_spans_hold_the_quote_and_edits_stay_inside_the_text(text):
    for finding in run(text):
        assert text[finding.span.start : finding.span.end] == finding.quote
        assert all(e.span.end <= len(text) for r in finding.remedies for e in r.edits)


def test_what_english_lacks_may_stand_twice():
    assert "style.doubled-word" not in rules("Two boda boda riders came, and the boda boda riders left.")
    assert "style.doubled-word" in rules("Two boat boat riders came.")
    assert "style.doubled-word" not in rules("Reports say that IS is losing ground.")
    assert "style.doubled-word" in rules("Reports say that it is is losing ground.")


def test_a_quotation_within_one_in_single_marks_is_of_the_other_make():
    text = "‘My father told me “never sell land”, and I shan’t,’ Lind said. ‘Not ’til I’m gone, anyway.’"
    assert "style.marks-quotes" not in rules(text)
    assert "style.marks-quotes" in rules("“We sell,” she said. “We go,” he said. ‘They stay,’ Lind said.")


def test_a_state_that_has_no_short_form_stands_beside_short_ones():
    states = "She went from Macon, Ga., to Boise, Idaho, to Bend, Ore., and to Provo, Utah, and to Ames, Iowa."
    assert "style.states-form" not in rules(states)
    assert "style.states-form" in rules(states.replace("Ore.", "Oregon"))
    assert "style.states-form" in rules("She went to Dayton, Ohio, to Toledo, Ohio, and to Akron, OH.")
