"""Why a block has its kind, in plain words: the features that weighed most, said as an editor would say them."""

from collections.abc import Mapping

from desk.checks.ads.model import COLUMN, ChainState, Weights

_MOST = 4
_LEAST_WEIGHT = 0.3

SAID: Mapping[str, str] = {
    "repeated beside": "the same line stands twice, one below the other",
    "repeated": "the same line stands elsewhere on the page",
    "echoed below": "the text below repeats its words",
    "echoes above": "repeats the words of the line above",
    "kin:0": "shares no word with the rest of the story",
    "kin:low": "shares hardly a word with the rest of the story",
    "kin beside:0": "shares no word with the paragraphs around it",
    "stranger": "has no name and hardly a word in common with the story around it",
    "title apart": "is a title that has nothing to do with the story",
    "blurb apart": "stands below a title that has nothing to do with the story",
    "below a repeated line": "stands below a line that is there twice",
    "below a label": "stands right below a label of advertising",
    "near below a label": "stands close below a label of advertising",
    "no verb": "has no verb",
    "fragment": "is no whole sentence",
    "brand": "names a maker of goods",
    "brand:2+": "names makers of goods",
    "brand:dense": "names a maker of goods",
    "colour": "names colours as a catalogue does",
    "colour:2+": "names colours as a catalogue does",
    "appeal": "calls on the reader to give, sign up or come",
    "appeal:2+": "calls on the reader to give, sign up or come",
    "praise:4+": "praises as a catalogue does",
    "stuff:4+": "lists materials, parts or technical terms",
    "shouts": "shouts a word of an offer in capitals",
    "linked": "is made of links alone",
    "author box": "is a box on the author",
    "newsletter:short": "offers a newsletter",
    "newsletter:long": "offers a newsletter",
    "bio:short": "tells who the author is, not what the story is about",
    "bio:long": "tells who the author is, not what the story is about",
    "cookies:short": "asks for leave to set cookies",
    "cookies:long": "asks for leave to set cookies",
    "kin names:0": "names nobody and nothing that the story names",
    "price": "gives a price",
    "rupees": "gives a price",
    "discount": "offers a discount",
    "code": "has a product code",
    "measure": "gives sizes and measures as a catalogue does",
    "trademark": "carries a trademark sign",
    "hashtag": "has a hashtag or an account name",
    "address": "has a web address",
    "goods": "names goods that shops sell",
    "goods:2+": "names goods that shops sell",
    "goods:dense": "names goods that shops sell",
    "stuff": "lists materials, parts or technical terms",
    "stuff:2+": "lists materials, parts or technical terms",
    "stuff:dense": "lists materials, parts or technical terms",
    "praise": "praises as a catalogue does",
    "praise:2+": "praises as a catalogue does",
    "praise:dense": "praises as a catalogue does",
    "shop": "speaks of buying and offers",
    "shop:2+": "speaks of buying and offers",
    "shop:dense": "speaks of buying and offers",
    "offer:short": "uses the phrases of an offer",
    "offer:long": "uses the phrases of an offer",
    "pitch": "tells the reader what to do or get",
    "you": "speaks to the reader",
    "you:2+": "speaks to the reader",
    "we": "says “we” or “I” outside of quotations",
    "you and we": "says “we” to a “you”, as a shop to its customer",
    "exclaims": "has an exclamation mark",
    "ends ellipsis": "breaks off with dots, as a teaser does",
    "titled:all": "has capitals throughout, as a title or link does",
    "titled:most": "has capitals almost throughout, as a title or link does",
    "shouted start": "begins with a brand in capitals",
    "small:few": "has none of the small words that sentences are made of",
    "ends open": "does not end like a sentence",
    "sentences:0": "holds no whole sentence",
    "menu:all": "holds only the words of a menu",
    "menu:half": "holds the words of a menu",
    "share:short": "belongs to a share bar",
    "share:long": "belongs to a share bar",
    "related:short": "leads to other stories",
    "related:long": "leads to other stories",
    "comments:short": "belongs to the readers' comments",
    "comments:long": "belongs to the readers' comments",
    "comments counter": "counts comments",
    "account:short": "asks the reader to sign in or up",
    "account:long": "asks the reader to sign in or up",
    "legal:short": "is the small print of a website",
    "legal:long": "is the small print of a website",
    "contact:short": "helps with the website, not with the story",
    "contact:long": "helps with the website, not with the story",
    "credit:short": "is a picture credit",
    "separators": "is a row of links with separators",
    "arrow": "has the arrow of a link",
    "says line": "introduces a reader's comment",
    "website just above": "stands below the words of a website",
    "website above": "stands below the words of a website",
    "counter": "ends in a bare number, as a counter does",
    "number only": "is a bare number",
    "numbered": "is numbered as a list of links is",
    "ago": "says how long ago, as a list of stories does",
    "bullet": "is an item of a list",
    "run:4-8": "stands in a run of lines that are no prose",
    "run:9+": "stands in a long run of lines that are no prose",
    "words:1": "is a single word",
    "words:2-3": "is a few words on a line of their own",
    "no prose at all": "there is no running prose near it",
}
_TELLING = frozenset(
    {"comments counter", "price", "rupees", "discount", "code", "repeated beside", "echoed below", "echoes above"}
    | {f"{name}:{size}" for name in ("share", "related", "comments", "legal", "account") for size in ("short", "long")}
    | {f"{name}:{size}" for name in ("bio", "cookies", "newsletter") for size in ("short", "long")}
    | {"menu:all", "separators", "linked", "title apart", "author box", "ago", "says line"}
)
"""What an editor sees at once; said first, whatever share of the weight the fit gave to it or to its neighbours."""
_VAGUE = frozenset(
    {
        "no verb",
        "fragment",
        "ends open",
        "sentences:0",
        "titled:all",
        "titled:most",
        "words:1",
        "words:2-3",
        "small:few",
        "run:4-8",
        "run:9+",
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
        told = [part for part in name.split(" & ") if part in SAID]
        for part in told:
            weight = (row[column] - row[0]) / len(told) if row is not None else 0.0
            out[part] = out.get(part, 0.0) + weight
    return out
