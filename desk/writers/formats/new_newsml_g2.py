"""A story as one news item of NewsML-G2 (IPTC, power conformance), its words as XHTML within."""

from desk.text.blocks import BlockRole
from desk.text.moments import iso_to_the_second, now
from desk.writers.formats.story import ExportedBox, ExportedLine, ExportedStory
from desk.writers.formats.wire import HEAD, body_lines, empty, link, tagged, words
from desk.writers.formats.xml_text import as_attribute, as_element_text

_SPACE = "http://iptc.org/std/nar/2006-10-01/"
_VERSION = "2.35"
_CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"
"""Where the codes `ninat` and `stat` are explained."""
_XHTML = "http://www.w3.org/1999/xhtml"
_TAGS = {BlockRole.HEADLINE: "h2", BlockRole.CROSSHEAD: "h2"}


def as_newsml_g2(story: ExportedStory) -> bytes:
    """Return the story as the bytes of a NewsML-G2 file."""
    language = f" xml:lang={as_attribute(story.facts.language)}" if story.facts.language else ""
    kept = f'guid="urn:sha256:{story.digest}" version="1" standard="NewsML-G2" standardversion="{_VERSION}"'
    inside = f'<catalogRef href="{_CATALOG}"/><itemMeta>{_item(story)}</itemMeta>'
    inside += f"<contentMeta>{_meta(story)}</contentMeta><contentSet>{_content(story)}</contentSet>"
    return f'{HEAD}<newsItem xmlns="{_SPACE}" {kept} conformance="power"{language}>{inside}</newsItem>\n'.encode()


def _item(story: ExportedStory) -> str:
    facts = story.facts
    notes = [note for note in (facts.editors_note, facts.seal.words if facts.seal else "") if note]
    return "".join(
        (
            empty("itemClass", {"qcode": "ninat:text"}),
            '<provider literal="copydesk"><name>Copydesk</name></provider>',
            tagged("versionCreated", iso_to_the_second(facts.changed or now())),
            tagged("embargoed", facts.embargo),
            empty("pubStatus", {"qcode": "stat:usable"}) if facts.seal else "",
            "".join(tagged("edNote", note) for note in notes),
        )
    )


def _meta(story: ExportedStory) -> str:
    facts = story.facts
    return "".join(
        (
            tagged("urgency", facts.urgency),
            empty("language", {"tag": facts.language}),
            _named("genre", facts.genre),
            "".join(tagged("keyword", one) for one in facts.keywords),
            _named("subject", facts.section),
            tagged("slugline", facts.slug),
            tagged("headline", story.headline),
            tagged("dateline", story.first(BlockRole.DATELINE)),
            tagged("by", story.byline),
        )
    )


def _named(name: str, words_: str) -> str:
    """Return a concept that the sender named in words of their own."""
    literal = "-".join(words_.lower().split())
    return f"<{name} literal={as_attribute(literal)}>{tagged('name', words_)}</{name}>" if words_ else ""


def _content(story: ExportedStory) -> str:
    body = "".join(map(_line, body_lines(story))) + "".join(map(_box, story.boxes))
    title = f"<head><title>{as_element_text(story.headline or 'Story')}</title></head>"
    page = f'<html xmlns="{_XHTML}">{title}<body>{body}</body></html>'
    return f'<inlineXML contenttype="application/xhtml+xml">{page}</inlineXML>'


def _line(line: ExportedLine) -> str:
    said = line.told(words, link)
    if line.role is BlockRole.PULL_QUOTE:
        return f"<blockquote><p>{said}</p></blockquote>"
    tag = _TAGS.get(line.role, "p")
    named = f' class="{line.role}"' if tag == "p" and line.role is not BlockRole.BODY else ""
    return f"<{tag}{named}>{said}</{tag}>"


def _box(box: ExportedBox) -> str:
    inside = "".join(f"<p>{said}</p>" for said in (*(line.told(words, link) for line in box.lines), words(box.end)))
    return f'<div class="paid"><p class="label">{as_element_text(box.label)}</p>{inside}</div>'
