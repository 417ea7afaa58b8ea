"""Comments and notes of a Word file: stories of their own, called from the text by their ids."""

from collections.abc import Callable

from desk.readers.document import DocumentPart
from desk.readers.docx.body import StoryReader
from desk.readers.docx.context import Context
from desk.readers.docx.names import W14, W15, W
from desk.readers.docx.package import Relation
from desk.readers.gathered import Comment, Paragraph, RevisedText
from desk.readers.safe_xml import Element

_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_ON = {"1", "true", "on"}


def comments_of(context: Context) -> list[Comment]:
    """Return the comments in the order of the file, with what they answer and whether they are settled."""
    root = context.package.part("comments")
    if root is None:
        return []
    elements = root.findall(W + "comment")
    threads = _threads(context.package.part("commentsExtended"))
    by_paragraph = {key: one.get(W + "id", "") for one in elements for key in _keys(one)}
    return [_comment(context, one, threads, by_paragraph) for one in elements]


def notes_of(context: Context, part_of: Callable[[str], Element | None]) -> dict[tuple[str, str], list[Paragraph]]:
    """Return the paragraphs of each footnote and endnote by (kind, id); `part_of` gives the root of their parts."""
    notes = {}
    for kind, part in (("footnote", DocumentPart.FOOTNOTE), ("endnote", DocumentPart.ENDNOTE)):
        root, context.relations = part_of(f"{kind}s"), _relations(context, f"{kind}s")
        for note in root.iterfind(W + kind) if root is not None else ():
            if note.get(W + "type") not in _SEPARATORS:
                notes[kind, note.get(W + "id", "")] = StoryReader(context, note, part).paragraphs()
    context.relations = context.package.relations
    return notes


def _relations(context: Context, kind: str) -> dict[str, Relation]:
    return context.package.relations_of(context.package.name_of(kind))


def _comment(
    context: Context, one: Element, threads: dict[str, tuple[str, bool]], by_paragraph: dict[str, str]
) -> Comment:
    parent, done = next((threads[key] for key in _keys(one) if key in threads), ("", False))
    paragraphs = StoryReader(context, one).paragraphs()
    return Comment(
        one.get(W + "id", ""),
        one.get(W + "author", ""),
        one.get(W + "date", ""),
        "\n".join(text for paragraph in paragraphs if (text := _accepted(paragraph))),
        by_paragraph.get(parent, ""),
        done,
    )


def _accepted(paragraph: Paragraph) -> str:
    return "".join(p.text for p in paragraph.pieces if isinstance(p, RevisedText) and not p.hands.deleted).strip()


def _keys(comment: Element) -> list[str]:
    """Return the ids of a comment's paragraphs, the last first: by that one its thread is known."""
    return [key for p in reversed(comment.findall(W + "p")) if (key := p.get(W14 + "paraId", "").upper())]


def _threads(root: Element | None) -> dict[str, tuple[str, bool]]:
    """Return by paragraph id which paragraph id a comment answers, and whether it is settled."""
    return {
        one.get(W15 + "paraId", "").upper(): (one.get(W15 + "paraIdParent", "").upper(), one.get(W15 + "done") in _ON)
        for one in (root if root is not None else ())
    }
