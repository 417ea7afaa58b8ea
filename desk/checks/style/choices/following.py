"""What follows a word, as far as the next word tells: a noun, or a verb."""

from desk.checks.style.choices.word_lists import word_list
from desk.text.matcher import matcher

_NEXT = matcher(r" (?P<w>[a-z]{3,})\b")
_FUNCTION = word_list("function_words")
VERBS = (
    r"said|says|told|added|asked|wrote|was|is|has|had|will|would|could|can|did|does|also|who|went|came|left|called|made|"
    r"took|won|lost|began|became|argued|noted|replied|claimed|denied|announced|returned|explained|wants|wanted|thinks|"
    r"spoke|sat|stood|declined|tried|continued|insisted|agreed|voted|signed|served|moved|plans|hopes|may|might|should|"
    r"must|does|led|met|held|gave|got|ran|saw|knew|felt|kept|put|let|got|never|still|then|later|himself|herself|"
    r"[a-z]{3,}ed"
)
_NO_NOUN = matcher(rf" (?:{VERBS}|{'|'.join(sorted(word_list('behind_nouns')))})\b")


def before_noun(text: str, end: int) -> bool:
    """Return whether a word follows at once that is no function word: a noun, as far as position tells."""
    following = _NEXT.match(text, end)
    return following is not None and following["w"] not in _FUNCTION and not following["w"].endswith("ly")


def stands_before_noun(text: str, end: int) -> bool:
    """Return whether a noun that ends there says of which kind the next one is: “the court case”.

    A verb is none (“the court ruled”), nor is an adverb (“the court again”).
    """
    return before_noun(text, end) and not _NO_NOUN.match(text, end)
