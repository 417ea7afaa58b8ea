"""Why a block has its kind, in plain words: the features that weighed most, said as an editor would say them."""

from collections.abc import Collection, Mapping

from desk.checks.ads.marks import AND, MARKS, BlockMark
from desk.checks.ads.model import COLUMN, ChainState, Weights

_MOST = 4
_LEAST_WEIGHT = 0.3

SAID: Mapping[str, str] = {
    BlockMark.REPEATED_BESIDE: "the same line stands twice, one below the other",
    BlockMark.REPEATED: "the same line stands elsewhere on the page",
    BlockMark.ECHOED_BELOW: "the text below repeats its words",
    BlockMark.ECHOES_ABOVE: "repeats the words of the line above",
    BlockMark.KIN_0: "shares no word with the rest of the story",
    BlockMark.KIN_LOW: "shares hardly a word with the rest of the story",
    BlockMark.KIN_BESIDE_0: "shares no word with the paragraphs around it",
    BlockMark.STRANGER: "has no name and hardly a word in common with the story around it",
    BlockMark.TITLE_APART: "is a title that has nothing to do with the story",
    BlockMark.BLURB_APART: "stands below a title that has nothing to do with the story",
    BlockMark.BELOW_A_REPEATED_LINE: "stands below a line that is there twice",
    BlockMark.BELOW_A_LABEL: "stands right below a label of advertising",
    BlockMark.NEAR_BELOW_A_LABEL: "stands close below a label of advertising",
    BlockMark.NO_VERB: "has no verb",
    BlockMark.FRAGMENT: "is no whole sentence",
    BlockMark.BRAND: "names a maker of goods",
    BlockMark.BRAND_2_PLUS: "names makers of goods",
    BlockMark.COLOUR: "names colours as a catalogue does",
    BlockMark.COLOUR_2_PLUS: "names colours as a catalogue does",
    BlockMark.APPEAL: "calls on the reader to give, sign up or come",
    BlockMark.APPEAL_2_PLUS: "calls on the reader to give, sign up or come",
    BlockMark.PRAISE_4_PLUS: "praises as a catalogue does",
    BlockMark.STUFF_4_PLUS: "lists materials, parts or technical terms",
    BlockMark.SHOUTS: "shouts a word of an offer in capitals",
    BlockMark.LINKED: "is made of links alone",
    BlockMark.AUTHOR_BOX: "is a box on the author",
    BlockMark.NEWSLETTER_SHORT: "offers a newsletter",
    BlockMark.NEWSLETTER_LONG: "offers a newsletter",
    BlockMark.BIO_SHORT: "tells who the author is, not what the story is about",
    BlockMark.BIO_LONG: "tells who the author is, not what the story is about",
    BlockMark.COOKIES_SHORT: "asks for leave to set cookies",
    BlockMark.COOKIES_LONG: "asks for leave to set cookies",
    BlockMark.KIN_NAMES_0: "names nobody and nothing that the story names",
    BlockMark.PRICE: "gives a price",
    BlockMark.RUPEES: "gives a price",
    BlockMark.DISCOUNT: "offers a discount",
    BlockMark.CODE: "has a product code",
    BlockMark.MEASURE: "gives sizes and measures as a catalogue does",
    BlockMark.TRADEMARK: "carries a trademark sign",
    BlockMark.HASHTAG: "has a hashtag or an account name",
    BlockMark.ADDRESS: "has a web address",
    BlockMark.GOODS: "names goods that shops sell",
    BlockMark.GOODS_2_PLUS: "names goods that shops sell",
    BlockMark.GOODS_DENSE: "names goods that shops sell",
    BlockMark.STUFF: "lists materials, parts or technical terms",
    BlockMark.STUFF_2_PLUS: "lists materials, parts or technical terms",
    BlockMark.STUFF_DENSE: "lists materials, parts or technical terms",
    BlockMark.PRAISE: "praises as a catalogue does",
    BlockMark.PRAISE_2_PLUS: "praises as a catalogue does",
    BlockMark.PRAISE_DENSE: "praises as a catalogue does",
    BlockMark.SHOP: "speaks of buying and offers",
    BlockMark.SHOP_2_PLUS: "speaks of buying and offers",
    BlockMark.SHOP_DENSE: "speaks of buying and offers",
    BlockMark.OFFER_SHORT: "uses the phrases of an offer",
    BlockMark.OFFER_LONG: "uses the phrases of an offer",
    BlockMark.PITCH: "tells the reader what to do or get",
    BlockMark.YOU: "speaks to the reader",
    BlockMark.YOU_2_PLUS: "speaks to the reader",
    BlockMark.WE: "says “we” or “I” outside of quotations",
    BlockMark.YOU_AND_WE: "says “we” to a “you”, as a shop to its customer",
    BlockMark.EXCLAIMS: "has an exclamation mark",
    BlockMark.ENDS_ELLIPSIS: "breaks off with dots, as a teaser does",
    BlockMark.TITLED_ALL: "has capitals throughout, as a title or link does",
    BlockMark.TITLED_MOST: "has capitals almost throughout, as a title or link does",
    BlockMark.SHOUTED_START: "begins with a brand in capitals",
    BlockMark.SMALL_FEW: "has none of the small words that sentences are made of",
    BlockMark.ENDS_OPEN: "does not end like a sentence",
    BlockMark.SENTENCES_0: "holds no whole sentence",
    BlockMark.MENU_ALL: "holds only the words of a menu",
    BlockMark.MENU_HALF: "holds the words of a menu",
    BlockMark.SHARE_SHORT: "belongs to a share bar",
    BlockMark.SHARE_LONG: "belongs to a share bar",
    BlockMark.RELATED_SHORT: "leads to other stories",
    BlockMark.RELATED_LONG: "leads to other stories",
    BlockMark.COMMENTS_SHORT: "belongs to the readers' comments",
    BlockMark.COMMENTS_LONG: "belongs to the readers' comments",
    BlockMark.COMMENTS_COUNTER: "counts comments",
    BlockMark.ACCOUNT_SHORT: "asks the reader to sign in or up",
    BlockMark.ACCOUNT_LONG: "asks the reader to sign in or up",
    BlockMark.LEGAL_SHORT: "is the small print of a website",
    BlockMark.LEGAL_LONG: "is the small print of a website",
    BlockMark.CONTACT_SHORT: "helps with the website, not with the story",
    BlockMark.CONTACT_LONG: "helps with the website, not with the story",
    BlockMark.CREDIT_SHORT: "is a picture credit",
    BlockMark.SEPARATORS: "is a row of links with separators",
    BlockMark.ARROW: "has the arrow of a link",
    BlockMark.SAYS_LINE: "introduces a reader's comment",
    BlockMark.WEBSITE_JUST_ABOVE: "stands below the words of a website",
    BlockMark.WEBSITE_ABOVE: "stands below the words of a website",
    BlockMark.COUNTER: "ends in a bare number, as a counter does",
    BlockMark.NUMBER_ONLY: "is a bare number",
    BlockMark.NUMBERED: "is numbered as a list of links is",
    BlockMark.AGO: "says how long ago, as a list of stories does",
    BlockMark.BULLET: "is an item of a list",
    BlockMark.RUN_4_8: "stands in a run of lines that are no prose",
    BlockMark.RUN_9_PLUS: "stands in a long run of lines that are no prose",
    BlockMark.WORDS_1: "is a single word",
    BlockMark.WORDS_2_3: "is a few words on a line of their own",
    BlockMark.NO_PROSE_AT_ALL: "there is no running prose near it",
}
_TELLING = frozenset(
    {
        BlockMark.COMMENTS_COUNTER,
        BlockMark.PRICE,
        BlockMark.RUPEES,
        BlockMark.DISCOUNT,
        BlockMark.CODE,
        BlockMark.REPEATED_BESIDE,
        BlockMark.ECHOED_BELOW,
        BlockMark.ECHOES_ABOVE,
    }
    | {
        MARKS[f"{name}:{size}"]
        for name in ("share", "related", "comments", "legal", "account")
        for size in ("short", "long")
    }
    | {MARKS[f"{name}:{size}"] for name in ("bio", "cookies", "newsletter") for size in ("short", "long")}
    | {
        BlockMark.MENU_ALL,
        BlockMark.SEPARATORS,
        BlockMark.LINKED,
        BlockMark.TITLE_APART,
        BlockMark.AUTHOR_BOX,
        BlockMark.AGO,
        BlockMark.SAYS_LINE,
    }
)
"""What an editor sees at once; said first, whatever share of the weight the fit gave to it or to its neighbours."""
_VAGUE = frozenset(
    {
        BlockMark.NO_VERB,
        BlockMark.FRAGMENT,
        BlockMark.ENDS_OPEN,
        BlockMark.SENTENCES_0,
        BlockMark.TITLED_ALL,
        BlockMark.TITLED_MOST,
        BlockMark.WORDS_1,
        BlockMark.WORDS_2_3,
        BlockMark.SMALL_FEW,
        BlockMark.RUN_4_8,
        BlockMark.RUN_9_PLUS,
    }
)
_FIRST = 2.0
_LAST = -1.5
WHERE = {
    ChainState.BEFORE: "stands above the story",
    ChainState.PAID_BEFORE: "stands above the story",
    ChainState.AFTER: "stands after the end of the story",
    ChainState.PAID_AFTER: "stands after the end of the story",
    ChainState.LEFTOVER: "stands inside the story",
    ChainState.PAID: "stands inside the story",
}


def reasons(features: Collection[str], state: ChainState, by: Weights) -> tuple[str, ...]:
    """Return why `state` and not copy: at most four reasons, the weightiest first, then where the block stands."""
    column = COLUMN[state]
    said: dict[str, float] = {}
    for name, weight in _weighed(features, column, by).items():
        weight += _FIRST if name in _TELLING else _LAST if name in _VAGUE else 0.0
        said[SAID[name]] = max(said.get(SAID[name], weight), weight)
    if not any(weight >= _LEAST_WEIGHT for weight in said.values()):
        said = {words: _LEAST_WEIGHT for words, weight in said.items() if weight >= max(said.values())}
    strongest = sorted((words for words, w in said.items() if w >= _LEAST_WEIGHT), key=lambda w: (-said[w], w))
    return (*strongest[:_MOST], WHERE[state])


def _weighed(features: Collection[str], column: int, by: Weights) -> dict[str, float]:
    """Return for each feature that can be said what it weighs, by itself and together with others ("a & b")."""
    out: dict[str, float] = {}
    for name in sorted(features):  # a sum hangs on its order, and that of a set on the process
        row = by.features.get(name)
        told = [part for part in name.split(AND) if part in SAID]
        for part in told:
            weight = (row[column] - row[0]) / len(told) if row is not None else 0.0
            out[part] = out.get(part, 0.0) + weight
    return out
