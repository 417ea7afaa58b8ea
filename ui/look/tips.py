"""Words for a tool tip, as Qt must have them so that no text is ever read as markup."""

from html import escape


def plain_tip(words: str) -> str:
    """Return words as they are, or as `as_tip` does where Qt could take them for markup, and open what they name."""
    return as_tip(words) if "<" in words or "&" in words else words


def as_tip(words: str) -> str:
    """Return the words escaped and with their line ends kept; empty for none."""
    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>" if words else ""
