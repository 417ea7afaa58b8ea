"""Says which of LanguageTool's findings an editor of this house would not want to hear of."""

import re

from desk.checks.grammar.reading import Slip
from desk.checks.grammar.spelling import is_right_word, other_english
from desk.checks.grammar.story import WORD, Story, starts_sentence
from desk.text.blocks import Block, Kind, Role

_SILENT_ROLES = frozenset({Role.BYLINE, Role.DATELINE})
_PARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|de|di|da|van|von|bin|ibn)[-’ ]", re.IGNORECASE)
_SPANISH_ARTICLE = re.compile(r"(?:La|El|Le|Los|Las|Les|Il|Al|El-|Al-)\b")
_OWN = "COPYDESK_"


def is_noise(slip: Slip, block: Block, story: Story) -> bool:
    """Return whether to keep silent about the slip."""
    if not block.editorial or block.role in _SILENT_ROLES:
        return True
    if story.off.match(slip.rule) or story.off.match(stable_rule(slip)):
        return True
    if slip.is_spelling:
        return is_right_word(slip, block, story)
    noise = story.noise
    if block.kind is Kind.FURNITURE and not noise.furniture.match(slip.rule):
        return True
    if noise.off.match(slip.rule) or (slip.category in noise.categories and not noise.on.match(slip.rule)):
        return True
    return _hangs_on_a_name(slip, block, story)


def stable_rule(slip: Slip) -> str:
    """Return the rule's id without what changes with the variant, so that a decision on it lasts."""
    if slip.is_spelling:
        return "OTHER_ENGLISH" if other_english(slip) else "SPELLING"
    return slip.rule


def _hangs_on_a_name(slip: Slip, block: Block, story: Story) -> bool:
    """Return whether a rule about ordinary words has taken a name for them."""
    quote = slip.span.of(block.flat)
    if slip.rule == "UPPERCASE_SENTENCE_START":  # iPhone sales rose; al-Shabab said
        return any(c.isupper() for c in quote) or bool(_PARTICLE.match(block.flat, slip.start))
    if slip.rule.startswith("EN_MULTITOKEN_SPELLING"):  # names of two words, known from a list
        return bool(_SPANISH_ARTICLE.match(quote)) or quote in story.names
    words = WORD.findall(quote)
    if not words or slip.rule.startswith(_OWN) or not all(word[0].isupper() for word in words):
        return False
    if len(words) == 1 or slip.rule == "ENGLISH_WORD_REPEAT_RULE":  # Nationals leader; Gubbi Gubbi
        return not starts_sentence(block.flat, slip.start, story.noise.titles)
    return False
