"""The edits that join the lines of a hard-wrapped text."""

from desk.checks.check import Edit
from desk.text.hard_wraps import joints


def reflowed(text: str) -> list[Edit]:
    """Return the edits that join the lines of hard-wrapped paragraphs; none if the text is not hard-wrapped."""
    return [Edit(span, glue) for span, glue in joints(text)]
