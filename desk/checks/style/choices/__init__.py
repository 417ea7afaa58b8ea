"""The choices of house style: the forms a story may have, what a house wants, whether a story agrees with itself."""
