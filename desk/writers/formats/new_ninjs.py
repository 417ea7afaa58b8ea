"""A story as ninjs 2 (IPTC, News in JSON): what it says about itself, its body as HTML, the paid boxes last in it."""

import json

from desk.text.blocks import BlockRole
from desk.text.moments import iso_to_the_second, now
from desk.writers.formats.new_html import article, boxes
from desk.writers.formats.story import ExportedStory

_STANDARD = {
    "name": "ninjs",
    "version": "2.0",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.0.json",
}


def as_ninjs(story: ExportedStory) -> bytes:
    """Return the story as one ninjs object; its address is the digest of its text."""
    body = article(story) + ("\n" + boxes(story) if story.boxes else "")
    facts = story.facts
    said = {
        "uri": f"urn:sha256:{story.digest}",
        "standard": _STANDARD,
        "type": "text",
        "versionCreated": iso_to_the_second(facts.changed or now()),
        "language": facts.language,
        "slugline": facts.slug,
        "pubStatus": "usable" if facts.seal else "",
        "altIds": [{"role": "seal", "value": facts.seal.id}] if facts.seal else [],
        "urgency": int(facts.urgency) if facts.urgency else None,
        "embargoed": facts.embargo,
        "keywords": list(facts.keywords),
        "genres": [{"name": facts.genre}] if facts.genre else [],
        "edNote": " ".join(note for note in (facts.editors_note, facts.seal.words if facts.seal else "") if note),
        "by": story.byline,
        "located": story.first(BlockRole.DATELINE),
        "headlines": [{"role": "main", "value": story.headline}] if story.headline else [],
        "bodies": [{"role": "main", "contentType": "text/html", "value": body}],
    }
    return (
        json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False, indent=1) + "\n"
    ).encode()
