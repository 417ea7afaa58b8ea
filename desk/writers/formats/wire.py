"""What the formats of news agencies have in common: which lines are facts, and how facts and lines become XML."""

from collections.abc import Iterator, Mapping

from desk.text.blocks import BlockRole
from desk.writers.formats.story import ExportedLine, ExportedStory, marked_up
from desk.writers.formats.xml_text import as_attribute, as_element_text

_FACTS = (BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.DATELINE)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def body_lines(story: ExportedStory) -> Iterator[ExportedLine]:
    """Yield the paragraphs of the body: the first headline, byline and dateline stand among the facts alone."""
    told = set()
    for line in story.lines:
        if line.role in _FACTS and line.role not in told:
            told.add(line.role)
        else:
            yield line


def tagged(name: str, words: str, **attributes: str) -> str:
    """Return an element with words; nothing where there are none, nor attributes."""
    said = "".join(f" {key}={as_attribute(one)}" for key, one in attributes.items() if one)
    if not words and not said:
        return ""
    return f"<{name}{said}>{as_element_text(words)}</{name}>" if words else f"<{name}{said}/>"


def empty(name: str, attributes: Mapping[str, str]) -> str:
    """Return an element without words; nothing where an attribute is empty, for it says nothing then."""
    if not all(attributes.values()):
        return ""
    return f"<{name}{''.join(f' {key}={as_attribute(one)}' for key, one in attributes.items())}/>"


def link(said: str, address: str) -> str:
    """Return words, dressed already, that lead to an address."""
    return f"<a href={as_attribute(address)}>{said}</a>"


def words(text: str) -> str:
    """Return a paragraph as markup: line ends as breaks."""
    return marked_up(text, as_element_text, "<br/>", " ")
