"""The window: only when, where and how it looks; what it means is in `desk`."""
