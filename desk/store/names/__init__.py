"""The desk's name book, what stories propose for it, and its dictionary."""
