"""Tells a word of the desk, for which its approved stories speak, from a misspelling that slipped through there."""

from desk.checks.grammar.reading import Slip
from desk.checks.grammar.story_words import StoryWords
from desk.checks.grammar.typing_slips import is_beside_a_common_word, is_slip_of, may_be_a_slip_of, slips_between


def is_used_here(word: str, slip: Slip, story: StoryWords) -> bool:
    """Return whether approved stories speak for a word, and it is no word with a slip, nor two words in one.

    A misspelling that slipped through in several stories cannot vouch for itself; it is told with how often it did. A
    word with a capital may be a name beside a rare word: of those only slips in common words are told.
    """
    use, key = story.brief.house.use, word.casefold()
    stories = use.stories_with(word)
    if not stories or any(
        count >= _OUTWEIGHS * stories and slips_between(key, other.casefold()) == 1 and not _goes_on(key, other)
        for other, count in use.words.items()
    ):
        return False
    small = word not in use.words or word.islower()
    return not any(
        meant.replace(" ", "").replace("'", "").casefold() == key
        or is_slip_of(word, meant)
        or (small and may_be_a_slip_of(key, meant.casefold()))
        or is_beside_a_common_word(key, meant.casefold())
        for meant in slip.suggestions
    )


_OUTWEIGHS = 5
"""Times as many stories: a slip of three does not stand beside the word of fifteen."""


def _goes_on(key: str, other: str) -> bool:
    """Return whether one of two words is the other with more at its end: a plural is no slip."""
    return key.startswith(other.casefold()) or other.casefold().startswith(key)
