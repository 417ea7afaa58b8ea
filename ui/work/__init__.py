"""Where work is done: lanes, the hub that owns them, and operations."""
