"""The name ledger of the open story, and the desk's name book."""
