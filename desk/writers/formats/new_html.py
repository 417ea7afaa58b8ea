"""A story as one web page that loads nothing: readable by ear, by its headings and landmarks, with one style sheet."""

from html import escape

from desk.text.blocks import BlockRole
from desk.text.moments import iso_to_the_second
from desk.writers.formats.story import ExportedBox, ExportedLine, ExportedStory, marked_up

_TAGS = {
    BlockRole.HEADLINE: "h1",
    BlockRole.CROSSHEAD: "h2",
}
_CLASSES = {
    BlockRole.STANDFIRST: "standfirst",
    BlockRole.BYLINE: "byline",
    BlockRole.DATELINE: "dateline",
    BlockRole.CAPTION: "caption",
    BlockRole.PULL_QUOTE: "pull-quote",
}
_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 38rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.55 Georgia, serif; }
h1, h2, .byline, .caption, aside { font-family: system-ui, sans-serif; line-height: 1.25; }
.standfirst { font-size: 1.2em; }
.byline, .caption { font-size: .9em; }
.pull-quote { border-inline-start: .25rem solid; padding-inline-start: 1rem; font-style: italic; }
aside { border: .125rem solid; padding: 0 1rem; margin: 2rem 0; line-height: 1.5; }
aside .label { font-weight: bold; }
"""


def as_html(story: ExportedStory) -> bytes:
    """Return the story as a page."""
    title, language = escape(story.headline or "Story", quote=False), escape(story.facts.language or "en")
    page = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{_meta(story)}<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<article>\n{article(story)}\n</article>\n"
        f"{''.join(map(_box, story.boxes))}</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _meta(story: ExportedStory) -> str:
    """Return what the page says of itself, by the names of Dublin Core."""
    facts = story.facts
    said = {
        "author": story.byline,
        "dcterms.identifier": f"sha256:{story.digest}",
        "dcterms.subject": facts.slug,
        "dcterms.type": facts.section,
        "dcterms.modified": iso_to_the_second(facts.changed) if facts.changed else "",
        "dcterms.description": facts.seal.words if facts.seal else "",
    }
    return "".join(f'<meta name="{name}" content="{escape(words)}">\n' for name, words in said.items() if words)


def article(story: ExportedStory) -> str:
    """Return the paragraphs of the story alone, one a line; only the first headline is the heading of all."""
    first = next((line for line in story.lines if line.role is BlockRole.HEADLINE), None)
    return "\n".join(_line(line, first) for line in story.lines)


def boxes(story: ExportedStory) -> str:
    """Return the paid boxes."""
    return "".join(map(_box, story.boxes))


def _line(line: ExportedLine, first: ExportedLine | None) -> str:
    tag = _TAGS.get(line.role, "p")
    if tag == "h1" and line is not first:
        tag = "h2"
    named = f' class="{_CLASSES[line.role]}"' if line.role in _CLASSES else ""
    return f"<{tag}{named}>{line.told(_words, _link)}</{tag}>"


def _box(box: ExportedBox) -> str:
    label = escape(box.label)
    words = "\n".join(f"<p>{line.told(_words, _link)}</p>" for line in box.lines)
    end = f"<p>{escape(box.end, quote=False)}</p>"
    return f'<aside aria-label="{label}">\n<p class="label">{label}</p>\n{words}\n{end}\n</aside>\n'


def _link(said: str, address: str) -> str:
    """Return words that lead elsewhere, without telling there where a reader came from."""
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{said}</a>'


def _words(text: str) -> str:
    return marked_up(text, _escaped, "<br>", " ")


def _escaped(text: str) -> str:
    return escape(text, quote=False)
