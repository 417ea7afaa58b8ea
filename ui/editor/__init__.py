"""The editor of one story: its text with every finding marked, the copy map beside it. Enter at `pane.py`."""
