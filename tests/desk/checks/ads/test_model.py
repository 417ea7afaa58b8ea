from desk.checks.ads.features import features
from desk.checks.ads.model import COLUMNS, ENDS, FOLLOWS, STARTS, ChainState, best_path, weights


def test_every_step_that_may_be_taken_has_a_weight():
    for first, following in FOLLOWS.items():
        assert all((first, then) in weights().steps for then in following)
    assert set(weights().starts) == set(STARTS)
    assert set(weights().ends) == set(ENDS)


def test_rows_of_weights_have_one_figure_a_column_and_add_up_to_nothing():
    for name, row in weights().features.items():
        assert len(row) == len(COLUMNS), name
        assert abs(sum(row)) < 0.05, name


def test_no_blocks_no_path():
    assert best_path([], weights()) == []


def test_a_path_never_begins_the_story_again():
    strong = 50.0
    copy, left = (strong, 0.0, 0.0, 0.0), (0.0, 0.0, 0.0, strong)
    path = best_path([left, copy, left, copy, left], weights())
    assert path[0] is ChainState.BEFORE
    assert ChainState.AFTER not in path[: path.index(ChainState.COPY) + 1]
    ended = path.index(ChainState.AFTER) if ChainState.AFTER in path else len(path)
    assert ChainState.COPY not in path[ended:]


def test_unknown_features_weigh_nothing():
    assert weights().scores(frozenset({"no such feature"})) == (0.0,) * len(COLUMNS)


def test_features_know_repetition_and_kinship():
    story = "The harbour board voted on Tuesday to close the swing bridge, Maren Oduya told residents in the hall."
    rows = features([story, "Larkfell Jacket", "Larkfell Jacket", story + " Again.", "The bridge and Oduya."])
    assert "repeated beside" in rows[1]
    assert "repeated beside" in rows[2]
    assert "kin:0" in rows[1]
    assert "kin:high" in rows[4]
