"""Why a block has its kind, in plain words: the features that weighed most, said as an editor would say them."""

from collections.abc import Mapping

from desk.checks.ads.marks import AND, MARKS, Mark
from desk.checks.ads.model import COLUMN, ChainState, Weights

_MOST = 4
_LEAST_WEIGHT = 0.3

SAID: Mapping[str, str] = {
    Mark.REPEATED_BESIDE: "the same line stands twice, one below the other",
    Mark.REPEATED: "the same line stands elsewhere on the page",
    Mark.ECHOED_BELOW: "the text below repeats its words",
    Mark.ECHOES_ABOVE: "repeats the words of the line above",
    Mark.KIN_0: "shares no word with the rest of the story",
    Mark.KIN_LOW: "shares hardly a word with the rest of the story",
    Mark.KIN_BESIDE_0: "shares no word with the paragraphs around it",
    Mark.STRANGER: "has no name and hardly a word in common with the story around it",
    Mark.TITLE_APART: "is a title that has nothing to do with the story",
    Mark.BLURB_APART: "stands below a title that has nothing to do with the story",
    Mark.BELOW_A_REPEATED_LINE: "stands below a line that is there twice",
    Mark.BELOW_A_LABEL: "stands right below a label of advertising",
    Mark.NEAR_BELOW_A_LABEL: "stands close below a label of advertising",
    Mark.NO_VERB: "has no verb",
    Mark.FRAGMENT: "is no whole sentence",
    Mark.BRAND: "names a maker of goods",
    Mark.BRAND_2_PLUS: "names makers of goods",
    Mark.COLOUR: "names colours as a catalogue does",
    Mark.COLOUR_2_PLUS: "names colours as a catalogue does",
    Mark.APPEAL: "calls on the reader to give, sign up or come",
    Mark.APPEAL_2_PLUS: "calls on the reader to give, sign up or come",
    Mark.PRAISE_4_PLUS: "praises as a catalogue does",
    Mark.STUFF_4_PLUS: "lists materials, parts or technical terms",
    Mark.SHOUTS: "shouts a word of an offer in capitals",
    Mark.LINKED: "is made of links alone",
    Mark.AUTHOR_BOX: "is a box on the author",
    Mark.NEWSLETTER_SHORT: "offers a newsletter",
    Mark.NEWSLETTER_LONG: "offers a newsletter",
    Mark.BIO_SHORT: "tells who the author is, not what the story is about",
    Mark.BIO_LONG: "tells who the author is, not what the story is about",
    Mark.COOKIES_SHORT: "asks for leave to set cookies",
    Mark.COOKIES_LONG: "asks for leave to set cookies",
    Mark.KIN_NAMES_0: "names nobody and nothing that the story names",
    Mark.PRICE: "gives a price",
    Mark.RUPEES: "gives a price",
    Mark.DISCOUNT: "offers a discount",
    Mark.CODE: "has a product code",
    Mark.MEASURE: "gives sizes and measures as a catalogue does",
    Mark.TRADEMARK: "carries a trademark sign",
    Mark.HASHTAG: "has a hashtag or an account name",
    Mark.ADDRESS: "has a web address",
    Mark.GOODS: "names goods that shops sell",
    Mark.GOODS_2_PLUS: "names goods that shops sell",
    Mark.GOODS_DENSE: "names goods that shops sell",
    Mark.STUFF: "lists materials, parts or technical terms",
    Mark.STUFF_2_PLUS: "lists materials, parts or technical terms",
    Mark.STUFF_DENSE: "lists materials, parts or technical terms",
    Mark.PRAISE: "praises as a catalogue does",
    Mark.PRAISE_2_PLUS: "praises as a catalogue does",
    Mark.PRAISE_DENSE: "praises as a catalogue does",
    Mark.SHOP: "speaks of buying and offers",
    Mark.SHOP_2_PLUS: "speaks of buying and offers",
    Mark.SHOP_DENSE: "speaks of buying and offers",
    Mark.OFFER_SHORT: "uses the phrases of an offer",
    Mark.OFFER_LONG: "uses the phrases of an offer",
    Mark.PITCH: "tells the reader what to do or get",
    Mark.YOU: "speaks to the reader",
    Mark.YOU_2_PLUS: "speaks to the reader",
    Mark.WE: "says “we” or “I” outside of quotations",
    Mark.YOU_AND_WE: "says “we” to a “you”, as a shop to its customer",
    Mark.EXCLAIMS: "has an exclamation mark",
    Mark.ENDS_ELLIPSIS: "breaks off with dots, as a teaser does",
    Mark.TITLED_ALL: "has capitals throughout, as a title or link does",
    Mark.TITLED_MOST: "has capitals almost throughout, as a title or link does",
    Mark.SHOUTED_START: "begins with a brand in capitals",
    Mark.SMALL_FEW: "has none of the small words that sentences are made of",
    Mark.ENDS_OPEN: "does not end like a sentence",
    Mark.SENTENCES_0: "holds no whole sentence",
    Mark.MENU_ALL: "holds only the words of a menu",
    Mark.MENU_HALF: "holds the words of a menu",
    Mark.SHARE_SHORT: "belongs to a share bar",
    Mark.SHARE_LONG: "belongs to a share bar",
    Mark.RELATED_SHORT: "leads to other stories",
    Mark.RELATED_LONG: "leads to other stories",
    Mark.COMMENTS_SHORT: "belongs to the readers' comments",
    Mark.COMMENTS_LONG: "belongs to the readers' comments",
    Mark.COMMENTS_COUNTER: "counts comments",
    Mark.ACCOUNT_SHORT: "asks the reader to sign in or up",
    Mark.ACCOUNT_LONG: "asks the reader to sign in or up",
    Mark.LEGAL_SHORT: "is the small print of a website",
    Mark.LEGAL_LONG: "is the small print of a website",
    Mark.CONTACT_SHORT: "helps with the website, not with the story",
    Mark.CONTACT_LONG: "helps with the website, not with the story",
    Mark.CREDIT_SHORT: "is a picture credit",
    Mark.SEPARATORS: "is a row of links with separators",
    Mark.ARROW: "has the arrow of a link",
    Mark.SAYS_LINE: "introduces a reader's comment",
    Mark.WEBSITE_JUST_ABOVE: "stands below the words of a website",
    Mark.WEBSITE_ABOVE: "stands below the words of a website",
    Mark.COUNTER: "ends in a bare number, as a counter does",
    Mark.NUMBER_ONLY: "is a bare number",
    Mark.NUMBERED: "is numbered as a list of links is",
    Mark.AGO: "says how long ago, as a list of stories does",
    Mark.BULLET: "is an item of a list",
    Mark.RUN_4_8: "stands in a run of lines that are no prose",
    Mark.RUN_9_PLUS: "stands in a long run of lines that are no prose",
    Mark.WORDS_1: "is a single word",
    Mark.WORDS_2_3: "is a few words on a line of their own",
    Mark.NO_PROSE_AT_ALL: "there is no running prose near it",
}
_TELLING = frozenset(
    {
        Mark.COMMENTS_COUNTER,
        Mark.PRICE,
        Mark.RUPEES,
        Mark.DISCOUNT,
        Mark.CODE,
        Mark.REPEATED_BESIDE,
        Mark.ECHOED_BELOW,
        Mark.ECHOES_ABOVE,
    }
    | {
        MARKS[f"{name}:{size}"]
        for name in ("share", "related", "comments", "legal", "account")
        for size in ("short", "long")
    }
    | {MARKS[f"{name}:{size}"] for name in ("bio", "cookies", "newsletter") for size in ("short", "long")}
    | {Mark.MENU_ALL, Mark.SEPARATORS, Mark.LINKED, Mark.TITLE_APART, Mark.AUTHOR_BOX, Mark.AGO, Mark.SAYS_LINE}
)
"""What an editor sees at once; said first, whatever share of the weight the fit gave to it or to its neighbours."""
_VAGUE = frozenset(
    {
        Mark.NO_VERB,
        Mark.FRAGMENT,
        Mark.ENDS_OPEN,
        Mark.SENTENCES_0,
        Mark.TITLED_ALL,
        Mark.TITLED_MOST,
        Mark.WORDS_1,
        Mark.WORDS_2_3,
        Mark.SMALL_FEW,
        Mark.RUN_4_8,
        Mark.RUN_9_PLUS,
    }
)
_FIRST = 2.0
_LAST = -1.5
_WHERE = {
    ChainState.BEFORE: "stands above the story",
    ChainState.PAID_BEFORE: "stands above the story",
    ChainState.AFTER: "stands after the end of the story",
    ChainState.PAID_AFTER: "stands after the end of the story",
    ChainState.LEFTOVER: "stands inside the story",
    ChainState.PAID: "stands inside the story",
}


def reasons(features: frozenset[str], state: ChainState, by: Weights) -> tuple[str, ...]:
    """Return why `state` and not copy: at most four reasons, the weightiest first, then where the block stands."""
    column = COLUMN[state]
    said: dict[str, float] = {}
    for name, weight in _weighed(features, column, by).items():
        weight += _FIRST if name in _TELLING else _LAST if name in _VAGUE else 0.0
        said[SAID[name]] = max(said.get(SAID[name], weight), weight)
    if not any(weight >= _LEAST_WEIGHT for weight in said.values()):
        said = {words: _LEAST_WEIGHT for words, weight in said.items() if weight >= max(said.values())}
    strongest = sorted((words for words, w in said.items() if w >= _LEAST_WEIGHT), key=lambda w: (-said[w], w))
    return (*strongest[:_MOST], _WHERE[state])


def _weighed(features: frozenset[str], column: int, by: Weights) -> dict[str, float]:
    """Return for each feature that can be said what it weighs, by itself and together with others ("a & b")."""
    out: dict[str, float] = {}
    for name in features:
        row = by.features.get(name)
        told = [part for part in name.split(AND) if part in SAID]
        for part in told:
            weight = (row[column] - row[0]) / len(told) if row is not None else 0.0
            out[part] = out.get(part, 0.0) + weight
    return out
