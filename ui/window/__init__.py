"""The window itself: frame, panes, refresh, status."""
