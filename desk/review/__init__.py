"""What people decide about a story, and how it moves from draft to approved: pure functions and frozen values."""
