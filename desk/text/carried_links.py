"""Links of one text brought to another: each stands where its words are found again."""

from desk.text.diff import compare
from desk.text.links import Links, TextLink


def carried_links(links: Links, before: str, after: str) -> Links:
    """Return the links of the text `before` as they stand in the text `after`; one whose words changed is left out."""
    if not links or before == after:
        return links
    comparison = compare(before, after)
    moved = (TextLink(comparison.carried(link.span), link.address) for link in links)
    return tuple(
        sorted(new for old, new in zip(links, moved, strict=True) if new.span.of(after) == old.span.of(before))
    )


def links_changed(before: Links, text_before: str, after: Links, text_after: str) -> int:
    """Return how many links were set, changed or taken off; those whose words went are told by the words."""
    kept = carried_links(before, text_before, text_after)
    return len({link.span for link in set(kept) ^ set(after)})
