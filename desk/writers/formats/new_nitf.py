"""A story as NITF 3.6 (IPTC, News Industry Text Format): facts in the head, paid boxes as blocks of their own."""

from desk.text.blocks import BlockRole
from desk.text.moments import iso_to_the_second, now
from desk.writers.formats.story import ExportedBox, ExportedLine, ExportedStory
from desk.writers.formats.wire import HEAD, body_lines, empty, link, tagged, words
from desk.writers.formats.xml_text import as_attribute, as_element_text

_SPACE = "http://iptc.org/std/NITF/2006-10-18/"
_VERSION = "-//IPTC//DTD NITF 3.6//EN"


def as_nitf(story: ExportedStory) -> bytes:
    """Return the story as the bytes of a NITF document."""
    language = f" baselang={as_attribute(story.facts.language)}" if story.facts.language else ""
    inside = f"<head>{_head(story)}</head><body><body.head>{_lines(story)}</body.head>{_content(story)}</body>"
    return f'{HEAD}<nitf xmlns="{_SPACE}" version="{_VERSION}"{language}>{inside}</nitf>\n'.encode()


def _head(story: ExportedStory) -> str:
    facts = story.facts
    genre = (
        f'<tobject tobject.type="news">{empty("tobject.property", {"tobject.property.type": facts.genre})}</tobject>'
    )
    return "".join(
        (
            tagged("title", story.headline),
            genre if facts.genre else "",
            f"<docdata{_status(story)}>{_data(story)}</docdata>",
            empty("pubdata", {"type": "web", "position.section": facts.section}) if facts.section else "",
        )
    )


def _status(story: ExportedStory) -> str:
    if story.facts.embargo:
        return ' management-status="embargoed"'
    return ' management-status="usable"' if story.facts.seal else ""


def _data(story: ExportedStory) -> str:
    facts = story.facts
    notes = [note for note in (facts.editors_note, facts.seal.words if facts.seal else "") if note]
    return "".join(
        (
            empty("doc-id", {"id-string": f"urn:sha256:{story.digest}"}),
            empty("urgency", {"ed-urg": facts.urgency}),
            empty("date.issue", {"norm": _norm(iso_to_the_second(facts.changed or now()))}),
            empty("date.release", {"norm": _norm(facts.embargo)}),
            "".join(empty("ed-msg", {"info": note}) for note in notes),
            empty("du-key", {"key": facts.slug}),
            f"<key-list>{''.join(empty('keyword', {'key': one}) for one in facts.keywords)}</key-list>"
            if facts.keywords
            else "",
        )
    )


def _norm(moment: str) -> str:
    """Return a moment in the short form of ISO 8601 that the format asks for."""
    return moment.replace("-", "").replace(":", "")


def _lines(story: ExportedStory) -> str:
    headline = f"<hedline>{tagged('hl1', story.headline)}</hedline>" if story.headline else ""
    lines = tagged("byline", story.byline) + tagged("dateline", story.first(BlockRole.DATELINE))
    return headline + lines


def _content(story: ExportedStory) -> str:
    return f"<body.content>{''.join(map(_line, body_lines(story)))}{''.join(map(_box, story.boxes))}</body.content>"


def _line(line: ExportedLine) -> str:
    said = line.told(words, link)
    match line.role:
        case BlockRole.HEADLINE | BlockRole.CROSSHEAD:
            return f"<hl2>{said}</hl2>"
        case BlockRole.PULL_QUOTE:
            return f"<bq><block><p>{said}</p></block></bq>"
        case BlockRole.STANDFIRST:
            return f'<p lede="true">{said}</p>'
        case BlockRole.CAPTION | BlockRole.BYLINE | BlockRole.DATELINE:
            return f'<p class="{line.role}">{said}</p>'
        case _:
            return f"<p>{said}</p>"


def _box(box: ExportedBox) -> str:
    inside = "".join(f"<p>{said}</p>" for said in (*(line.told(words, link) for line in box.lines), words(box.end)))
    return f'<block class="paid"><p class="label">{as_element_text(box.label)}</p>{inside}</block>'
