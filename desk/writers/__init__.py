"""From a story to a file, in one step or not at all."""
