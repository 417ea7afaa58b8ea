"""What the process of a document is to do, and how it answers: the first byte of what is sent."""

READ, WRITE, CLIP = b"r", b"w", b"c"
"""To read the document in the bytes that follow, to write it anew as a line of JSON before it asks, to read HTML."""
AHEAD = "ahead"
"""The argument of a process that is started before there is a document: it has time to load every reader."""
DONE, REFUSED = b"+", b"-"
"""How a written document comes back: a line with the count of comments without a place and the file follow, or the
sentence that says why there is none."""
