"""Numbers as lists write them."""

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_MOST_ROMAN = 3999
_ALPHABET = 26
_MOST_REPEATED = 50


def roman(count: int) -> str:
    """Return a number in Roman capitals, in digits where the Romans had none."""
    if not 0 < count <= _MOST_ROMAN:
        return str(count)
    written = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        written += sign * times
    return written


def letters(count: int) -> str:
    """Return a number in capital letters as Word counts: A to Z, then AA, BB, CC."""
    if not 0 < count <= _ALPHABET * _MOST_REPEATED:
        return str(count)
    times, letter = divmod(count - 1, _ALPHABET)
    return chr(ord("A") + letter) * (times + 1)
