"""Says which of LanguageTool's findings an editor of this house would not want to hear of."""

import re

from desk.checks.grammar.englishes import other_english
from desk.checks.grammar.quiet import is_on_purpose
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.spelling import is_right_word
from desk.checks.grammar.story_words import StoryWords, starts_sentence
from desk.checks.names.languages import WORD
from desk.checks.names.letters import squashed
from desk.text.blocks import Block, BlockRole, Kind

SILENT_ROLES = frozenset({BlockRole.BYLINE, BlockRole.DATELINE})
_PARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|de|di|da|van|von|bin|ibn)[-’ ]", re.IGNORECASE)
_SPANISH_ARTICLE = re.compile(r"(?:La|El|Le|Los|Las|Les|Il|Al|El-|Al-)\b")
_OWN = "COPYDESK_"
_OF_SENTENCES = frozenset({BlockRole.STANDFIRST, BlockRole.PULL_QUOTE})
"""Furniture that may be written in whole sentences, and is then read as they are."""
_ENDS = re.compile(r"[.!?][”’\"']?$")


def is_noise(slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether to keep silent about the slip."""
    if block.role in SILENT_ROLES or _is_off(slip, story):
        return True
    if is_on_purpose(slip, block, story):
        return True
    if slip.is_spelling:
        return is_right_word(slip, block, story)
    return _does_not_fit(slip, block, story) or _hangs_on_a_name(slip, block, story)


def stable_rule(slip: Slip) -> str:
    """Return the rule's id without what changes with the variant, so that a decision on it lasts."""
    if slip.is_spelling:
        return "OTHER_ENGLISH" if other_english(slip) else "SPELLING"
    return slip.rule


def is_house_style(slip: Slip, story: StoryWords) -> bool:
    """Return whether the rule is about the house's style, which does not reach into what people said."""
    return any(style.rules.match(slip.rule) for style in story.noise.styles)


def is_the_speakers(slip: Slip, story: StoryWords) -> bool:
    """Return whether the rule, within a quotation, is about how somebody speaks rather than how it was typed."""
    noise = story.noise
    spoken = slip.category in noise.speakers_categories or noise.speakers.match(slip.rule)
    return is_house_style(slip, story) or (spoken and not story.on.match(slip.rule))


def _is_off(slip: Slip, story: StoryWords) -> bool:
    """Return whether the rule is off: for this desk by its own word, else by the shipped file."""
    noise = story.noise
    if story.off.match(slip.rule) or story.off.match(stable_rule(slip)):
        return True
    if slip.is_spelling or story.on.match(slip.rule):
        return False
    for style in noise.styles:
        if style.rules.match(slip.rule) and not noise.on.match(slip.rule):
            return style.name not in story.styles or story.brief.english not in (style.english or {story.brief.english})
    if any(some.rules.match(slip.rule) and story.brief.english not in some.english for some in noise.only_in):
        return True
    return noise.off.match(slip.rule) or (slip.category in noise.categories and not noise.on.match(slip.rule))


def _does_not_fit(slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether the rule is about another kind of text than the block: headlines have a grammar of their own."""
    if block.role is BlockRole.CAPTION:
        return story.noise.caption_off.match(slip.rule)
    if block.kind is not Kind.FURNITURE or (block.role in _OF_SENTENCES and _ENDS.search(block.text)):
        return False
    return slip.category not in story.noise.furniture_categories and not story.noise.furniture.match(slip.rule)


def _hangs_on_a_name(slip: Slip, block: Block, story: StoryWords) -> bool:
    """Return whether a rule about ordinary words has taken a name for them."""
    quote = slip.span.of(block.flat)
    if slip.rule == "CAPITALIZATION":  # the east coast: what it would write is half a name
        return any(suggestion.split()[0].islower() for suggestion in slip.suggestions[:1])
    if slip.rule == "UPPERCASE_SENTENCE_START":  # iPhone sales rose; al-Shabab said
        return any(c.isupper() for c in quote) or bool(_PARTICLE.match(block.flat, slip.start))
    if slip.rule.startswith("EN_MULTITOKEN_SPELLING"):  # names of two words, known from a list
        return (
            quote.split()[-1] in story.names.people
            or bool(_SPANISH_ARTICLE.match(quote))
            or quote in story.names.words
            or _differs_in_marks(quote, slip)
        )
    words = WORD.findall(quote)
    if slip.rule in _OF_AN_ARTICLE and len(words) == 2 and words[0].islower() and words[1].istitle():
        return True
    if not words or slip.rule.startswith(_OWN) or not all(word[0].isupper() for word in words):
        return False
    if len(words) == 1 or slip.rule == "ENGLISH_WORD_REPEAT_RULE":  # Nationals leader; Gubbi Gubbi
        return not starts_sentence(block.flat, slip.start, story.noise.titles)
    return False


_OF_AN_ARTICLE = frozenset({"A_INFINITIVE"})
"""Rules on what stands behind an article: a word with a capital there begins a name (a Unite the Right rally)."""


def _differs_in_marks(quote: str, slip: Slip) -> bool:
    """Return whether the list writes the name with other stops, accents or hyphens: George W Bush."""
    return any(squashed(quote) == squashed(suggestion) for suggestion in slip.suggestions)
