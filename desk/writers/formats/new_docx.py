"""A story as a new Word document, from a template of our own: furniture by built-in styles, paid boxes within lines."""

from desk.text.blocks import BlockRole
from desk.text.moments import iso_to_the_second
from desk.writers.formats.story import ExportedStory, marked_up
from desk.writers.formats.xml_text import as_attribute, as_element_text
from desk.writers.raw_zip import packed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = {
    BlockRole.HEADLINE: "Heading1",
    BlockRole.CROSSHEAD: "Heading2",
    BlockRole.STANDFIRST: "Subtitle",
    BlockRole.BYLINE: "Byline",
    BlockRole.CAPTION: "Caption",
    BlockRole.PULL_QUOTE: "Quote",
}
_LABEL, _PAID = "PaidLabel", "Paid"
_FORMS = (
    ("Normal", "Normal", '<w:spacing w:after="160" w:line="276" w:lineRule="auto"/>', ""),
    ("Heading1", "heading 1", '<w:keepNext/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="40"/>'),
    ("Heading2", "heading 2", '<w:keepNext/><w:outlineLvl w:val="1"/>', '<w:b/><w:sz w:val="28"/>'),
    ("Subtitle", "Subtitle", "", '<w:sz w:val="26"/>'),
    ("Byline", "Byline", "", "<w:i/>"),
    ("Caption", "caption", "", '<w:i/><w:sz w:val="18"/>'),
    ("Quote", "Quote", '<w:ind w:left="720" w:right="720"/>', "<w:i/>"),
    ("Paid", "Paid", "{border}", '<w:sz w:val="20"/>'),
    ("PaidLabel", "Paid Label", "<w:keepNext/>{border}", '<w:b/><w:sz w:val="20"/>'),
)
"""Id and name of each style, what it says of the paragraph, what of its words."""
_LINK_STYLE = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
)
_BORDER = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="auto"/>' for side in ("top", "left", "bottom", "right")
)


def as_docx(story: ExportedStory) -> bytes:
    """Return the story as the bytes of a Word document."""
    return packed(
        {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations(
                (f"{_OFFICE}/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ),
            "docProps/core.xml": _core(story),
            "word/document.xml": _document(story),
            "word/styles.xml": _styles(),
            "word/_rels/document.xml.rels": _relations(
                (f"{_OFFICE}/styles", "styles.xml"),
                *((f"{_OFFICE}/hyperlink", address) for address in _addresses(story)),
            ),
        }
    )


def _document(story: ExportedStory) -> bytes:
    ids = {address: f"rId{nth}" for nth, address in enumerate(_addresses(story), 2)}

    def link(said: str, address: str) -> str:
        dressed = said.replace("<w:r>", '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>')
        return f'<w:hyperlink r:id="{ids[address]}">{dressed}</w:hyperlink>'

    body = [_paragraph(line.told(_run, link), _STYLES.get(line.role, "")) for line in story.lines]
    for box in story.boxes:
        inside = [*(line.told(_run, link) for line in box.lines), _run(box.end)]
        body += [_paragraph(_run(box.label), _LABEL), *(_paragraph(said, _PAID) for said in inside)]
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    )
    page += ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    spaces = f'xmlns:w="{_W}" xmlns:r="{_OFFICE}"'
    return f"{_HEAD}<w:document {spaces}><w:body>{''.join(body)}{page}</w:body></w:document>".encode()


def _addresses(story: ExportedStory) -> list[str]:
    """Return every address that words lead to, each once, in order."""
    lines = (*story.lines, *(line for box in story.boxes for line in box.lines))
    return list(dict.fromkeys(link.address for line in lines for link in line.links))


def _paragraph(runs: str, style: str) -> str:
    form = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{form}{runs}</w:p>"


def _run(text: str) -> str:
    start, end = '<w:t xml:space="preserve">', "</w:t>"
    words = marked_up(text, as_element_text, f"{end}<w:br/>{start}", f"{end}<w:tab/>{start}")
    return f"<w:r>{start}{words}{end}</w:r>"


def _styles() -> bytes:
    styles = "".join(_style(*form) for form in _FORMS) + _LINK_STYLE
    return f'{_HEAD}<w:styles xmlns:w="{_W}">{styles}</w:styles>'.encode()


def _style(name: str, called: str, paragraph: str, words: str) -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    bordered = paragraph.replace("{border}", f"<w:pBdr>{_BORDER}</w:pBdr>")
    inside = f"{f'<w:pPr>{bordered}</w:pPr>' if bordered else ''}{f'<w:rPr>{words}</w:rPr>' if words else ''}"
    head = f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{called}"/>{based}<w:qFormat/>'
    return f"{head}{inside}</w:style>"


def _types() -> bytes:
    parts = (
        ("/word/document.xml", f"{_TYPE}.document.main+xml"),
        ("/word/styles.xml", f"{_TYPE}.styles+xml"),
        ("/docProps/core.xml", _CORE),
    )
    told = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    usual = f'<Default Extension="rels" ContentType="{_CORE.split("core")[0]}relationships+xml"/>'
    usual += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{usual}{told}</Types>'.encode()


def _relations(*entries: tuple[str, str]) -> bytes:
    told = "".join(
        f'<Relationship Id="rId{nth}" Type="{kind}" Target={as_attribute(target)}{_outside(kind)}/>'
        for nth, (kind, target) in enumerate(entries, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'.encode()


def _outside(kind: str) -> str:
    return ' TargetMode="External"' if kind.endswith("/hyperlink") else ""


def _core(story: ExportedStory) -> bytes:
    spaces = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    spaces += ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    facts = story.facts
    said = {
        "dc:identifier": f"sha256:{story.digest}",
        "dc:title": story.headline,
        "dc:creator": story.byline,
        "dc:subject": facts.slug,
        "cp:category": facts.section,
        "dc:language": facts.language,
        "dc:description": facts.seal.words if facts.seal else "",
        "cp:contentStatus": "Approved" if facts.seal else "",
    }
    told = "".join(f"<{name}>{as_element_text(words)}</{name}>" for name, words in said.items() if words)
    if facts.changed:
        told += f'<dcterms:modified xsi:type="dcterms:W3CDTF">{iso_to_the_second(facts.changed)}</dcterms:modified>'
    return f"{_HEAD}<cp:coreProperties {spaces}>{told}</cp:coreProperties>".encode()
