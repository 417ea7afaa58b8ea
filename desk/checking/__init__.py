"""From readings to a checklist: checks run block by block, one problem told once, items with their states."""
