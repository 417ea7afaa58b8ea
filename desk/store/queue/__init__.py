"""The list of stories: filtered, sorted, paged, searched."""
