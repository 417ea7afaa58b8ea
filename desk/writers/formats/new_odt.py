"""A story as a new OpenDocument text (OASIS ODF 1.2): furniture by named styles, paid boxes within lines."""

import re

from desk.text.blocks import BlockRole
from desk.text.moments import iso_to_the_second
from desk.writers.formats.story import ExportedLine, ExportedStory, marked_up
from desk.writers.formats.xml_text import as_attribute, as_element_text
from desk.writers.raw_zip import packed

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_MIME = "application/vnd.oasis.opendocument.text"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = " ".join(
    [
        *(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "style", "meta")),
        f'xmlns:fo="{_ODF}xsl-fo-compatible:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)
_STYLES = {
    BlockRole.STANDFIRST: "Subtitle",
    BlockRole.BYLINE: "Byline",
    BlockRole.CAPTION: "Caption",
    BlockRole.PULL_QUOTE: "Quotations",
}
_LEVELS = {BlockRole.HEADLINE: 1, BlockRole.CROSSHEAD: 2}
_FORMS = (
    ("Standard", 'fo:margin-bottom="0.3cm"', ""),
    ("Heading_20_1", 'fo:keep-with-next="always"', 'fo:font-size="20pt" fo:font-weight="bold"'),
    ("Heading_20_2", 'fo:keep-with-next="always"', 'fo:font-size="14pt" fo:font-weight="bold"'),
    ("Subtitle", "", 'fo:font-size="13pt"'),
    ("Byline", "", 'fo:font-style="italic"'),
    ("Caption", "", 'fo:font-size="9pt" fo:font-style="italic"'),
    ("Quotations", 'fo:margin-left="1cm" fo:margin-right="1cm"', 'fo:font-style="italic"'),
    ("Paid", 'fo:border="0.05cm solid #808080" fo:padding="0.1cm"', 'fo:font-size="10pt"'),
    (
        "Paid_20_Label",
        'fo:border="0.05cm solid #808080" fo:padding="0.1cm"',
        'fo:font-size="10pt" fo:font-weight="bold"',
    ),
)
"""Each style with what it says of the paragraph and what of its words."""
_MANY_SPACES = re.compile(r"(?<= ) +|^ +")


def as_odt(story: ExportedStory) -> bytes:
    """Return the story as the bytes of an OpenDocument text."""
    parts = {
        "mimetype": _MIME,
        "content.xml": _content(story),
        "styles.xml": _part(
            "document-styles", f"<office:styles>{''.join(_style(*form) for form in _FORMS)}</office:styles>"
        ),
        "meta.xml": _meta(story),
        "META-INF/manifest.xml": _manifest(),
    }
    return packed({name: part.encode() for name, part in parts.items()}, stored="mimetype")


def _content(story: ExportedStory) -> str:
    body = [_line(line) for line in story.lines]
    for box in story.boxes:
        inside = (*(line.told(_words, _link) for line in box.lines), _words(box.end))
        body += [_paragraph(_words(box.label), "Paid_20_Label"), *(_paragraph(said, "Paid") for said in inside)]
    return _part("document-content", f"<office:body><office:text>{''.join(body)}</office:text></office:body>")


def _line(line: ExportedLine) -> str:
    said = line.told(_words, _link)
    if line.role not in _LEVELS:
        return _paragraph(said, _STYLES.get(line.role, "Standard"))
    level = _LEVELS[line.role]
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{said}</text:h>'


def _paragraph(said: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{said}</text:p>'


def _link(said: str, address: str) -> str:
    return f'<text:a xlink:type="simple" xlink:href={as_attribute(address)}>{said}</text:a>'


def _words(text: str) -> str:
    words = marked_up(text, as_element_text, "<text:line-break/>", "<text:tab/>")
    return _MANY_SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', words)


def _style(name: str, paragraph: str, words: str) -> str:
    called = name.replace("_20_", " ")
    parent = "" if name == "Standard" else ' style:parent-style-name="Standard"'
    inside = f"<style:paragraph-properties {paragraph}/>" if paragraph else ""
    inside += f"<style:text-properties {words}/>" if words else ""
    named = f'style:name="{name}" style:display-name="{called}" style:family="paragraph"{parent}'
    return f"<style:style {named}>{inside}</style:style>"


def _meta(story: ExportedStory) -> str:
    facts = story.facts
    said = {
        "title": story.headline,
        "creator": story.byline,
        "subject": facts.slug,
        "language": facts.language,
        "description": facts.seal.words if facts.seal else "",
        "date": iso_to_the_second(facts.changed) if facts.changed else "",
    }
    told = "".join(f"<dc:{name}>{as_element_text(words)}</dc:{name}>" for name, words in said.items() if words)
    more = {"identifier": f"sha256:{story.digest}", "section": facts.section}  # the format has no names for these
    told += "".join(
        f'<meta:user-defined meta:name="{name}">{as_element_text(words)}</meta:user-defined>'
        for name, words in more.items()
        if words
    )
    return _part("document-meta", f"<office:meta>{told}</office:meta>")


def _manifest() -> str:
    files = (("/", _MIME), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml"))
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>' for path, kind in files
    )
    spaces = f'xmlns:manifest="{_ODF}manifest:1.0" manifest:version="1.2"'
    return f"{_HEAD}<manifest:manifest {spaces}>{entries}</manifest:manifest>"


def _part(name: str, inside: str) -> str:
    return f'{_HEAD}<office:{name} {_SPACES} office:version="1.2">{inside}</office:{name}>'
