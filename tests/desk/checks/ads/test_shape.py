"""What is kept of the looks of blocks."""

from desk.checks.ads import shape


def test_shapes_of_one_story_stay_and_those_of_many_closed_ones_are_let_go():
    shape._shape.cache_clear()
    kept = shape._shape("Call us today.", 0)
    shape.rest()
    assert shape._shape("Call us today.", 0) is kept
    for number in range(shape._RESTING):
        shape._shape(f"Call {number} today.", 0)
    shape.rest()
    assert shape._shape.cache_info().currsize == 0
