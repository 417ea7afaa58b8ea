"""What is passed by for speed would not have been found: each pattern is tried on every text here as it stands."""

import re
import tomllib
from pathlib import Path

import pytest

from desk.checks.ads import forms, page_lines, roles, shape

INVENTED = Path(__file__).parents[4] / "tests" / "bench" / "ads_fit" / "invented.toml"
ODD = (
    "Save £4,000 off, today, a,b,c, and more",
    "Rs. 400 or EUR 20, in 2019, at www.harbour.example, a@b.example",
    "Photo: Ada Holm",
    "İMAGE: Bo Brandt, ſhown (PIC)",
    "Getty Images / REUTERS",
    "By Ada Holm, Bo Brandt, Cy Dunn, and others",
    "ſaves 5, 20 per cent dİſcount; saved 30%",
    "Save up to £5, or 30 % OFF (TM)",
    "Home - World / Sport\u00a0~\u00a0Weather :: More >>",
    'A 6" pipe, x5mm, 5mm, 10.5″ wide, model X100/B, 1234567',
)


def texts() -> list[str]:
    """Return our own invented advertisements and a few odd lines, each as it is and shouted."""
    found: list[str] = [*ODD]
    for listed in tomllib.loads(INVENTED.read_text("utf-8")).values():
        found += [one for one in listed if isinstance(one, str)]
    return [variant for text in found for variant in (text, text.upper())]


def test_forms_are_those_of_all_patterns():
    for text in texts():
        patterns = {**forms.ANYWHERE, **(forms.WITH_FIGURES if re.search(r"\d", text) else {}), **forms.SHORT}
        assert forms.forms(text, text.lower(), short=True) == {
            name for name, form in patterns.items() if form.search(text)
        }


def test_credits_are_those_of_the_pattern():
    for text in texts():
        assert roles._credited(text) == bool(roles._CREDIT.search(text)), text


def test_lines_of_a_page_are_those_of_all_kinds():
    for text in [*texts(), "» Share this:", "READ MORE...", "[Advertisement]", "Share this"]:
        flat = " ".join(text.lower().replace("’", "'").split())
        words = page_lines._AROUND.sub("", page_lines._AROUND.sub("", flat))
        count = words.count(" ") + 1
        fitting = [kind for kind in page_lines.kinds() if kind.fits(words, count) or kind.fits(flat, count)]
        assert page_lines.page_line(text) == (fitting[0] if fitting and len(text) <= 700 else None), text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Mrs. Holm of the U.S. met Sen. Brandt vs. St. Ann Inc. and Co.",
            "x Holm of the x met x Brandt x x Ann x and x",
        ),
        ("NATO. BBC. xMr. aU.S. Nos. Corps. evs.", "NATO. BBC. xMr. aU.x Nos. Corps. evs."),
    ],
)
def test_initials_and_short_titles_end_no_sentence(text, left):
    assert shape._INITIALISM.sub("x", text) == left


@pytest.mark.parametrize(("text", "speaks"), [("Join us", True), ("I’m here", True), ("we're", True), ("My", True)])
def test_who_speaks_of_themselves(text, speaks):
    assert bool(shape._WE.search(text)) is speaks
    assert not shape._WE.search("bus owes hours army In usual Ours myth")
