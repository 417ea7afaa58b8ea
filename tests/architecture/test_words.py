"""Moments and numbers of things become words in one place each: no copy of `moments.py` or `words.py` comes back."""

import ast

import pytest

from tests.architecture.nodes import nodes

MOMENTS = "desk.text.moments"
ON_MOMENTS = {"strftime", "strptime", "isoformat", "astimezone", "fromtimestamp", "utcnow", "fromisoformat"}


def moments_in(code):
    """Return the lines of a file's code that put a moment into words, or fetch one, by themselves."""
    found = set()
    for node in nodes(code, ast.Attribute, ast.FormattedValue):
        if isinstance(node, ast.Attribute):
            of_class = isinstance(node.value, ast.Name) and node.value.id in ("datetime", "date")
            if node.attr in ON_MOMENTS or (of_class and node.attr in ("now", "today")):
                found.add(node.lineno)
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            spec = "".join(str(part.value) for part in node.format_spec.values if isinstance(part, ast.Constant))
            if "%" in spec and spec != "%" and not spec.endswith("%"):
                found.add(node.lineno)
    return sorted(found)


def test_moments_become_words_in_one_place(tree):
    copies = {module: moments_in(code) for module, code in tree.items() if module != MOMENTS}
    assert not {module: lines for module, lines in copies.items() if lines}, "desk/text/moments.py says it"


@pytest.mark.parametrize(
    "planted",
    [
        'said = f"{moment:%H:%M}"',
        'said = f"{moment:%Y-%m-%d %H:%M} UTC"',
        'said = moment.astimezone().strftime("%d %b")',
        'plain = {"when": seal.when.isoformat()}',
        "until = datetime.now()",
        "today = date.today()",
    ],
)
def test_a_moment_said_elsewhere_is_caught(planted):
    assert moments_in(ast.parse(f"\n{planted}\n")) == [2]


def test_other_formats_are_left_in_peace():
    assert moments_in(ast.parse('said = f"{share:.0%} of {count:,}, {percent:3d} %, {name:<10}"')) == []


WORDS = "desk.text.words"


def counts_in(code):
    """Return the lines of a file's code that make a plural, write a number or shorten a text by themselves."""
    found = set()
    for node in nodes(code, ast.IfExp, ast.FormattedValue, ast.JoinedStr, ast.BinOp):
        if isinstance(node, ast.IfExp) and _tells_one(node.test) and _is_plural(node.body, node.orelse):
            found.add(node.lineno)
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None and _said(node.format_spec) == ",":
            found.add(node.lineno)
        if isinstance(node, ast.JoinedStr) and any(map(_is_cut_off, node.values, node.values[1:])):
            found.add(node.lineno)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _is_cut_off(node.left, node.right):
            found.add(node.lineno)
    return sorted(found)


def _tells_one(test):
    return isinstance(test, ast.Compare) and any(isinstance(n, ast.Constant) and n.value == 1 for n in ast.walk(test))


def _said(node):
    """Return a string as it stands in the code, "1" for each value in it; None for what is no string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "1" for part in node.values)
    return None


def _is_plural(*both):
    one, other = map(_said, both)
    if one is None or other is None:
        return any(said and said.endswith("1s") for said in (one, other))
    ones, others = one.split(" "), other.split(" ")
    pairs = [pair for a, b in zip(ones, others, strict=False) for pair in ((a, b), (b, a))]
    return len(ones) == len(others) and any(b in (f"{a}s", f"{a}es", f"{a.removesuffix('y')}ies") for a, b in pairs)


def _is_cut_off(node, behind):
    """Return whether a piece of a text with an ellipsis right behind it is made here."""
    said = _said(behind)
    inside = node.value if isinstance(node, ast.FormattedValue) else node
    slices = [n for n in ast.walk(inside) if isinstance(n, ast.Subscript) and isinstance(n.slice, ast.Slice)]
    return said is not None and said.startswith("…") and bool(slices)


def test_numbers_of_things_and_shortened_texts_are_made_in_one_place(tree):
    copies = {module: counts_in(code) for module, code in tree.items() if module != WORDS}
    assert not {module: lines for module, lines in copies.items() if lines}, "desk/text/words.py does it"


@pytest.mark.parametrize(
    "planted",
    [
        'said = "1 finding" if len(found) == 1 else f"{len(found)} findings"',
        """said = f"{count} {'story' if count == 1 else 'stories'}" """,
        """said = f"{count} {thing}{'' if count == 1 else 's'}" """,
        'noun = name if count == 1 else f"{name}s"',
        'what = "1 thing is" if count == 1 else f"{count} things are"',
        'said = f"{count:,} found"',
        'said = words if len(words) <= 60 else words[:59] + "…"',
        'said = flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"',
    ],
)
def test_a_count_or_a_cut_made_elsewhere_is_caught(planted):
    assert counts_in(ast.parse(f"\n{planted.strip()}\n")) == [2]


@pytest.mark.parametrize(
    "sound",
    [
        'what = "This line looks" if count == 1 else f"These {count} lines look"',
        'title = "Delete it" if count == 1 else f"Delete all {count}"',
        'name = "1" if length == 1 else "2-3" if length < 4 else "4-8"',
        'said = plural(count, "story", "stories")',
        'said = f"{words}…"',
    ],
)
def test_other_words_are_left_in_peace(sound):
    assert counts_in(ast.parse(sound)) == []
