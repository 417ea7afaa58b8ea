"""What the terminal can do with a desk's stories; each file is imported when one of its commands is asked for."""
