"""What travels between two databases, as values: bags of signed, immutable things, and how they are laid together."""
