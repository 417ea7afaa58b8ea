"""Names: every person, place and organisation of a story, and the places where one of them is written another way."""
