"""What is kept of the looks of blocks."""

from desk.checks.ads import shape


def test_shapes_of_one_story_stay_and_those_of_many_closed_ones_are_let_go():
    shape.shape.cache_clear()
    kept = shape.shape("Call us today.")
    shape.rest()
    assert shape.shape("Call us today.") is kept
    for number in range(shape._RESTING):
        shape.shape(f"Call {number} today.")
    shape.rest()
    assert shape.shape.cache_info().currsize == 0
