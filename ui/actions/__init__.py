"""Every action of the window: its words, keys and when it may be used."""
