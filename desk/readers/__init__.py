"""From a file or a clipboard to a draft: nothing else in the product knows encodings or formats.

Nothing is imported here, for the window asks for the endings of formats before it is painted.
"""
