"""The rules of the structure check with their examples; all people and places are invented."""

from desk.checks.check import Example, Rule
from desk.checks.structure.hidden import RULE as HIDDEN

_BODY = (
    "The harbour board voted on Tuesday to close the old swing bridge for repairs, after engineers found cracks in two "
    "of its six bearings.\n\n"
    "“We cannot wait for spring,” the board's engineer, Maren Oduya, told the meeting. She said the work would take "
    "eleven weeks and cost about $2 million.\n\n"
    "Ferries will carry people on foot, and lorries will be sent round by the coast road. The board said it would pay "
    "for a bus to the hospital, which stands on the far side of the river."
)
_STORY = f"Board closes swing bridge for repairs\n\nBy Ines Calloway\n\n{_BODY}\n"
_NOBODY = "It was closed in 1911 as well.\n\n“We shall have to row across until the spring comes.”"
_LONG = "The harbour board voted on Tuesday to close it " + "and to wait for the engineers again " * 9 + "today."


def _with(head: str) -> str:
    return f"{head}\n\n{_BODY}\n"


RULES = (
    Rule(
        "structure.missing-headline",
        "A story has no headline above it.",
        "The headline is what most readers see, alone and first; a story filed without one gets a makeshift one late, "
        "from someone who has not read it.",
        (Example(f"{_BODY}\n", True), Example(_STORY, False)),
    ),
    Rule(
        "structure.missing-byline",
        "A story has a headline and no line that says who wrote it.",
        "Readers and colleagues want to know who answers for a story, and a missing byline is easily forgotten at the "
        "desk (common newsroom practice).",
        (Example(_with("Board closes swing bridge for repairs"), True), Example(_STORY, False)),
    ),
    Rule(
        "structure.byline-placeholder",
        "The byline names nobody.",
        "A stand-in that goes to print tells readers that nobody looked, and takes credit and responsibility from the "
        "reporter.",
        (Example(_with("Board closes swing bridge for repairs\n\nStaff Writer"), True), Example(_STORY, False)),
    ),
    Rule(
        "structure.headline-capitals",
        "The headline stands in capitals altogether.",
        "Words in capitals throughout lose their shape and read slower, and nobody sees which of them are names "
        "(common guidance on readability).",
        (Example(_with("BOARD CLOSES SWING BRIDGE FOR REPAIRS\n\nBy Ines Calloway"), True), Example(_STORY, False)),
    ),
    Rule(
        "structure.long-lead",
        "The first paragraph is far longer than a lead should be.",
        "The lead must give the news in one breath, and a reader who loses the thread there does not go on (common "
        "newsroom guidance: some 30 to 40 words).",
        (Example(f"Bridge closed\n\nBy Ines Calloway\n\n{_LONG}\n\n{_BODY}\n", True), Example(_STORY, False)),
    ),
    Rule(
        "structure.long-paragraph",
        "A paragraph is far longer than a reader will follow.",
        "In a narrow column or on a phone a long paragraph is a grey wall, and news paragraphs are kept to one "
        "thought (common newsroom guidance).",
        (Example(f"{_STORY}\n{_LONG * 5}\n", True), Example(_STORY, False)),
    ),
    Rule(
        "structure.placeholder",
        "Something was left for later: TK, [check], CQ, XXX, lorem ipsum, empty brackets.",
        "Such marks are written to be found and filled before publication (common newsroom practice), and one that "
        "goes to print is an embarrassment and a missing fact.",
        (
            Example("The bridge carries TK cars a day, said Ines Calloway.", True),
            Example("The bridge [check the name] was closed.", True),
            Example("Maren Oduya (CQ) told the board.", True),
            Example("The work will cost $XXX million.", True),
            Example("Lorem ipsum dolor sit amet.", True),
            Example("The engineer () told the board.", True),
            Example("It was played at Super Bowl XXX, and CQ Hallam was there [in the crowd].", False),
        ),
    ),
    Rule(
        "structure.page-code",
        "Code of a website in a sentence: tags, &nbsp; and the like, shortcodes, letters read in a wrong code (Ã©).",
        "It is left over from pasting, prints as it stands and makes a paper look as if nobody had read it.",
        (
            Example("The bridge &amp; the pier are old.&nbsp;They were built in 1840.", True),
            Example("<b>Nobody</b> knows who paid.", True),
            Example('[caption id="attachment_7"] The bridge [/caption]', True),
            Example('{{embed url="https://example.org/1"}}', True),
            Example("The cafÃ© on the bridge wasnâ€™t open.", True),
            Example("Profit rose at Marsh & Sons [in the first year], and 3 < 4; the café’s “Élan” was shut.", False),
        ),
    ),
    Rule(
        "structure.list-number",
        "Numbered steps of which one has a wrong number, or is missing.",
        "Readers look for the step that seems to be missing, and a step may truly be lost (common newsroom practice).",
        (
            Example("1. Mix the flour.\n2. Let it rise.\n4. Shape the loaves.\n4. Bake them.", True),
            Example("1. Mix the flour.\n2. Let it rise.\n3. Bake it.", False),
            Example("1. Port Ellery\n2. Dunmore\n2. Larkfell\n4. Cliff End", False),
        ),
    ),
    Rule(
        HIDDEN,
        "Characters that nobody sees: controls, bidirectional overrides, zero-width marks, broken halves.",
        "They break searches, line ends and feeds, and bidirectional controls make a text show otherwise than it is "
        "stored (Unicode Technical Report 36, on security).",
        (
            Example("The bridge\u202e was closed.", True),
            Example("The bridge\0 was closed.", True),
            Example("The bridge \ud83d was closed.", True),
            Example("The bridge was closed. 😀 نعم", False),
        ),
    ),
    Rule(
        "structure.unnamed-speaker",
        "Nobody is named who says a quotation: neither in its paragraph nor in the ones around it.",
        "Readers weigh words by who said them, and a speaker is easily lost where paragraphs are moved or cut.",
        (
            Example(f"{_STORY}\n{_NOBODY}\n\nThe work begins in May.\n", True),
            Example(f"{_STORY}\n{_NOBODY}\n\nCalloway said it would take a year.\n", False),
        ),
    ),
    Rule(
        "structure.repeated-paragraph",
        "A paragraph stands in the story twice.",
        "It is left over from pasting or moving text, and readers meet the same words twice and doubt the rest.",
        (Example(f"{_STORY}\n{_BODY}\n", True), Example(_STORY, False)),
    ),
)
