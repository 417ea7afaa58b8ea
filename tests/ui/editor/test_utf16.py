"""Code points against UTF-16 units: the map that is amended agrees with the one made anew, and with Python's codec."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from desk.text.spans import Utf16Map
from ui.editor.utf16 import UnitMap, fit_for_qt, read, units_in, units_of

TEXT = st.text(alphabet=st.sampled_from("ab \n\u00a0é́😀🇬🇧漢ש"), max_size=40)


@given(TEXT)
def test_it_agrees_with_the_map_of_a_whole_text(text):
    living, whole = UnitMap(text), Utf16Map(text)
    for point in range(len(text) + 1):
        assert living.to_units(point) == whole.to_units(point) == len(text[:point].encode("utf-16-le")) // 2
    for unit in range(units_of(text) + 1):
        assert living.to_points(unit) == whole.to_points(unit)


@given(TEXT, st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20), TEXT), max_size=8))
def test_amended_by_edits_it_is_what_it_would_be_made_anew(text, edits):
    living = UnitMap(text)
    for start, removed, words in edits:
        start = min(start, len(text))
        removed = min(removed, len(text) - start)
        living.splice(start, removed, words)
        text = text[:start] + words + text[start + removed :]
        anew = UnitMap(text)
        assert [living.to_units(p) for p in range(len(text) + 1)] == [anew.to_units(p) for p in range(len(text) + 1)]


@given(st.text(max_size=60))
def test_whatever_is_made_fit_comes_back_as_it_was(text):
    document = QTextDocument()
    fit = fit_for_qt(text)
    document.setPlainText(fit)
    assert units_in(document) == units_of(fit)
    assert read(document, 0, units_in(document)) == fit


def test_no_break_spaces_stay_and_lone_surrogates_become_visible(qapp):
    assert fit_for_qt("a\u00a0b\r\nc\rd\ud800e\u2029f") == "a\u00a0b\nc\nd\ufffde\nf"
