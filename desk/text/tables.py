"""Tables in plain text: rows of cells parted by tabs."""

LEAST_ROWS = 2


def is_table(text: str) -> bool:
    """Return whether a paragraph is a table: several lines, and a tab in each of them."""
    rows = text.split("\n")
    return len(rows) >= LEAST_ROWS and all("\t" in row.strip() for row in rows)
