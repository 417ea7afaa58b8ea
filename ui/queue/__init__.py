"""The queue of stories: a windowed list that stays quick with 100,000 of them, with search and a filter by state."""
