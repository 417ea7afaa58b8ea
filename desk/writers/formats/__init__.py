"""New documents of a story, each format in a file of its own; what they are called stands in `format_words.py`."""
