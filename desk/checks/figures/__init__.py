"""The figures of a story against each other and against the calendar."""
