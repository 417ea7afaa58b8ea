"""Who is working: said at the bottom of the window, set up in one step, switched in a moment."""
