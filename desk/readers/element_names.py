"""Elements of HTML and NITF by what they do to the flow of words (WHATWG HTML, 15.3; NITF 3.6, body)."""

from desk.readers.document import DocumentRole


def words(text: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(text.split())


HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "hl1": 1, "hl2": 2}
ROLES = {
    "blockquote": DocumentRole.QUOTE,
    "bq": DocumentRole.QUOTE,
    "caption": DocumentRole.CAPTION,
    "figcaption": DocumentRole.CAPTION,
    "media-caption": DocumentRole.CAPTION,
    "pre": DocumentRole.CODE,
}
BLOCKS = words(
    "address article aside blockquote body bq caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form header hgroup hr html legend main menu nav optgroup p pre search section summary "
    "table tbody tfoot thead tr td th ul ol li block body.head body.content body.end hedline byline "
    "distributor dateline abstract note media media-caption fn nitf-table content tagline"
) | set(HEADINGS)
INLINE = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rb s samp "
    "slot small span strike strong sub sup time tt u var wbr output meter progress chron classifier city country "
    "event function location money num frac frac-num frac-den frac-sep object.title org person postaddr pronounce "
    "region state sublocation virtloc copyrite care.of delivery.point delivery.office postcode email"
)
CONTAINERS = BLOCKS - set(HEADINGS) - {"p", "li", "td", "th", "dd", "dt", "caption", "figcaption", "pre", "summary"}
"""Blocks that hold blocks rather than words."""
NOWHERE = words(
    "head title base link meta style script template noscript noframes iframe frame frameset object embed applet "
    "param source track audio video canvas svg math map area img picture input button select textarea datalist "
    "option rt rp alt-code media-metadata media-reference media-producer media-object nitf-table-metadata "
    "nitf-col xml o:officedocumentsettings v:shapetype v:shape"
)
"""Elements without words of the story."""
