"""Quotations whose speaker nobody names: a full sentence in marks, and no word of who said it near by."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desk.text.blocks import Block, BlockRole
from desk.text.matcher import matcher
from desk.text.quotations import quoted

_SHORTEST = 6
"""Words of a quotation that is asked about: shorter ones are titles, signs and cries."""
_SENTENCE = matcher(r"[“\"](?=[A-Z])[^“”\"]+[.!?][”\"]")
_ENDS = matcher(r"\s*(?:$|[“\"A-Z])")
_BEGINS = matcher(r"(?:^|[.!?][”\"’)]?\s+)$")
_SPEECH_WORDS = (
    "say|says|said|saying|tell|tells|told|telling|ask|asks|asked|asking|add|adds|added|adding|reply|replies|replied|"
    "answer|answers|answered|explain|explains|explained|explaining|write|writes|wrote|written|writing|tweet|tweets|"
    "tweeted|post|posts|posted|state|states|stated|statement|announce|announces|announced|admit|admits|admitted|argue|"
    "argues|argued|claim|claims|claimed|insist|insists|insisted|warn|warns|warned|recall|recalls|recalled|remember|"
    "remembers|remembered|joke|jokes|joked|quip|quips|quipped|declare|declares|declared|declaring|note|notes|noted|"
    "concede|concedes|conceded|conclude|concludes|concluded|continue|continues|continued|remark|remarks|remarked|"
    "comment|comments|commented|suggest|suggests|suggested|believe|believes|believed|think|thinks|thought|call|calls|"
    "called|describe|describes|described|describing|complain|complains|complained|observe|observes|observed|respond|"
    "responds|responded|shout|shouts|shouted|cry|cried|whisper|whispered|yell|yelled|scream|screamed|sing|sings|sang|"
    "chant|chants|chanted|chanting|read|reads|reading|quote|quotes|quoted|quoting|cite|cites|cited|according|"
    "interview|interviewed|letter|email|e-mail|message|speech|words|report|reports|reported|testify|testified|testimony|"
    "urge|urges|urged|promise|promised|vow|vowed|pledge|pledged|agree|agrees|agreed|confirm|confirms|confirmed|deny|"
    "denies|denied|predict|predicts|predicted|acknowledge|acknowledged|caution|cautioned|stress|stresses|stressed|"
    "emphasize|emphasized|emphasised|lament|lamented|reveal|reveals|revealed|share|shared|speak|speaks|spoke|speaking|"
    "talk|talks|talked|talking|question|questioned|wonder|wonders|wondered|criticise|criticised|criticized|praise|"
    "praised|defend|defended|dismiss|dismissed|went on|goes on|caption|slogan|sign|signs|headline|song|lyrics|poem|"
    "conversation|response|remarks|views|opinion"
)
_SPEECH = matcher(rf"\b(?:{_SPEECH_WORDS})\b|^[A-Z][\w .’'-]{{0,40}}:\s", re.IGNORECASE)
_ALONE = frozenset(_SPEECH_WORDS.split("|"))
"""Nearly every paragraph has one of them between spaces, and a look for that takes a tenth of a search."""
_LED_TO = matcher(r":\s*[“\"]|[”\"]\s*[-–—(]")
"""A colon before a quotation, or a dash or bracket behind it: the speaker stands on the other side."""


@dataclass(frozen=True, slots=True)
class LoneQuotation:
    """A quotation that stands as a sentence of its own in a block that says of nobody that they speak."""

    start: int
    end: int


def lone_quotations(block: Block) -> Iterator[LoneQuotation]:
    """Yield the first quotation of one block that names no speaker; none of a block with words of speech."""
    text = block.flat
    if block.role is not BlockRole.BODY or ("“" not in text and '"' not in text):
        return
    ranges = quoted(text)
    if _names_a_speaker(text, ranges):
        return
    for start, end in ranges:
        words = text[start:end]
        alone = _BEGINS.search(text, max(0, start - 6), start) or not start
        if _SENTENCE.fullmatch(words) and len(words.split()) >= _SHORTEST and alone and _ENDS.match(text, end):
            yield LoneQuotation(start, end)
            return


def _names_a_speaker(text: str, ranges: Sequence[tuple[int, int]]) -> bool:
    """Return whether the words outside the quotations tell of somebody who speaks or writes."""
    if _LED_TO.search(text):
        return True
    at, outside = 0, []
    for start, end in ranges:
        outside.append(text[at:start])
        at = end
    outside.append(text[at:])
    words = " ".join(outside)
    return not _ALONE.isdisjoint(words.lower().split()) or bool(_SPEECH.search(words))


def unspoken(
    blocks: Sequence[Block], found: Iterable[tuple[int, LoneQuotation]]
) -> Iterator[tuple[Block, LoneQuotation]]:
    """Yield the quotations that no paragraph around them gives to anybody either; `found` by the place of the block.

    The paragraphs around are the next one on either side that is not a quotation from end to end.
    """
    for nth, quotation in found:
        if not any(_names_a_speaker(text, quoted(text)) for text in _around(blocks, nth)):
            yield blocks[nth], quotation


def _around(blocks: Sequence[Block], nth: int) -> Iterator[str]:
    for step in (-1, 1):
        at = nth + step
        while 0 <= at < len(blocks) and blocks[at].editorial:
            yield blocks[at].flat
            if not blocks[at].flat.startswith(("“", '"')):
                break
            at += step
