"""A house file is changed with care: comments and other lines stay, nothing is half-written, others are noticed."""

import stat

import pytest

from desk.checks.style.choices.declared import choices
from desk.checks.style.choices.house_file import house_file
from desk.errors import KnownError
from desk.settings.house_writing import HouseEdit, changed_text, read_house, refused_writing, write_house

OURS = """# our house
[house]
based_on = "ap-like"  # since May

# --- percent
[percent]
# told in March
text = "%"   # keep

# --- dates, by hand
[date]
order = "day first"
colour = "blue"
[caps.words]
harbour = "lower"
"""


@pytest.fixture
def ours(tmp_path):
    path = tmp_path / "our-house.toml"
    path.write_text(OURS, "utf-8")
    return path


def change(path, **edit):
    return write_house(path, read_house(path).digest, HouseEdit(**edit))


def test_what_is_changed_is_changed_and_every_other_letter_stays(ours):
    done = change(
        ours,
        values={"percent.text": "percent", "date.order": "", "time.form": "am"},
        based_on="agree",
        declined=("words",),
    )
    assert (
        ours.read_text("utf-8")
        == OURS.replace('"ap-like"  # since May\n', '"agree"  # since May\nnot_proposed = ["words"]\n')
        .replace('"%"', '"percent"')
        .replace('order = "day first"\n', "")
        + '\n[time]\nform = "am"\n'
    )
    assert [(one.key, one.value, one.line) for one in done.file.lines] == [
        ("percent.text", "percent", 9),
        ("caps.words", "lower", 15),
        ("time.form", "am", 18),
    ]


def test_a_new_key_stands_behind_the_others_of_its_table_before_the_comment_of_the_next():
    text = changed_text(
        '[percent]\ntext = "%"\n\n# dates\n[date]\n', HouseEdit({"date.commas": "yes"}, declined=("words",))
    )
    assert text == '[percent]\ntext = "%"\n\n# dates\n[date]\ncommas = "yes"\n\n[house]\nnot_proposed = ["words"]\n'
    text = changed_text('[date]\norder = "day first"\n\n# time\n[time]\n', HouseEdit({"date.commas": "yes"}))
    assert text == '[date]\norder = "day first"\ncommas = "yes"\n\n# time\n[time]\n'


def test_every_choice_can_be_made_and_taken_back(tmp_path):
    path = tmp_path / "house.toml"
    wanted = {one.key: "9" if one.number else one.forms[0].name if one.forms else "off" for one in choices()}
    made = change(path, values=wanted)
    assert {one.key: one.value for one in made.file.lines} == wanted
    assert made.file.faults == ()
    assert change(path, values=dict.fromkeys(wanted, "")).file.lines == ()


def test_a_key_that_stands_under_another_name_or_in_another_way_is_changed_where_it_stands(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text('percent.text = "%"\n"date.order" = "day first"\n[house]\n"time.ampm" = "am"\n', "utf-8")
    change(path, values={"percent.text": "percent", "date.order": "month first", "time.form": "AM"})
    assert path.read_text("utf-8") == (
        'percent.text = "percent"\n"date.order" = "month first"\n[house]\n"time.ampm" = "AM"\n'
    )


def test_a_wrong_line_stays_and_can_be_mended_by_a_right_value(ours):
    before = read_house(ours).file
    assert before.faults[0].endswith(
        "our-house.toml, line 13: “date.colour” is no choice of house style (did you mean “date.order”?); take it out "
        "or mend its name"
    )
    ours.write_text(OURS.replace('"%"', '"percnt"'), "utf-8")
    assert [fault.partition("line ")[2][:2] for fault in read_house(ours).file.faults] == ["8:", "13"]
    after = change(ours, values={"percent.text": "%"})
    assert ours.read_text("utf-8") == OURS
    assert len(after.file.faults) == 1


def test_eighty_five_wrong_lines_are_told_one_by_one_and_the_check_names_the_first(ours):
    ours.write_text("[percent]\n" + "".join(f'wrong{n} = "%"\n' for n in range(85)), "utf-8")
    file = read_house(ours).file
    assert [fault.partition("line ")[2].partition(":")[0] for fault in file.faults] == [str(n) for n in range(2, 87)]
    with pytest.raises(KnownError, match=r"line 2: .*\(84 more lines of it are wrong\.\)"):
        file.sound()


def test_a_file_that_another_program_changed_meanwhile_is_not_overwritten(ours):
    digest = read_house(ours).digest
    ours.write_text(OURS + "# theirs\n", "utf-8")
    with pytest.raises(KnownError, match=r"our-house\.toml was changed by another program meanwhile"):
        write_house(ours, digest, HouseEdit({"percent.text": "percent"}))
    assert ours.read_text("utf-8") == OURS + "# theirs\n"
    with pytest.raises(KnownError, match="changed by another program"):
        write_house(ours, "", HouseEdit({"percent.text": "percent"}))


def test_words_of_the_house_are_not_lost_to_one_value(ours):
    with pytest.raises(KnownError, match=r"“caps\.words” has words of its own"):
        change(ours, values={"caps.words": "off"})
    assert ours.read_text("utf-8") == OURS


def test_the_file_keeps_its_kind_rights_and_name(ours, tmp_path):
    ours.write_bytes(b"\xef\xbb\xbf" + OURS.replace("\n", "\r\n").encode())
    ours.chmod(0o664)
    link = tmp_path / "link.toml"
    link.symlink_to(ours)
    change(link, values={"percent.text": "percent", "time.form": "am"})
    raw = ours.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf#")
    assert raw.count(b"\n") == raw.count(b"\r\n") == OURS.count("\n") + 3
    assert stat.S_IMODE(ours.stat().st_mode) == 0o664
    assert link.is_symlink()


def test_what_may_not_be_written_is_said_and_left(ours, monkeypatch):
    monkeypatch.setattr("desk.settings.house_writing.os.access", lambda *_: False)  # root may write everything
    assert refused_writing(ours).endswith("may only be read here: whoever keeps it can change it.")
    with pytest.raises(KnownError, match="may only be read here"):
        change(ours, values={"percent.text": "percent"})
    assert ours.read_text("utf-8") == OURS


def test_a_full_disk_leaves_the_file_as_it_was(ours, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desk.settings.house_writing.staged", full)
    with pytest.raises(KnownError, match=r"was not written .No space left on device.; it is as it was"):
        change(ours, values={"percent.text": "percent"})
    assert ours.read_text("utf-8") == OURS


def test_what_is_no_toml_or_no_file_is_one_sentence(tmp_path):
    broken = tmp_path / "house.toml"
    broken.write_text("[percent\n", "utf-8")
    with pytest.raises(KnownError, match="not valid TOML"):
        read_house(broken)
    broken.write_bytes(b"\xff\xfe")
    with pytest.raises(KnownError, match="not UTF-8"):
        read_house(broken)
    with pytest.raises(KnownError, match="cannot be read"):
        read_house(tmp_path)


def test_lists_and_tables_of_words_are_told_word_by_word(tmp_path):
    text = '[abbr]\npoints = ["U.S.", "U.N."]\n[words]\nquayside = ["quay side", "quay-side"]\n'
    file = house_file(tmp_path / "h.toml", text)
    assert [(one.word, one.value, one.line) for one in file.words("abbr.points")] == [
        ("U.S.", "points", 2),
        ("U.N.", "points", 2),
    ]
    assert [(one.word, one.value, one.line) for one in file.words("words")] == [("quayside", "quay side, quay-side", 4)]
    assert file.own("abbr.points") is None


def test_choices_that_are_not_to_be_proposed_are_known_by_any_of_their_names(tmp_path):
    file = house_file(tmp_path / "h.toml", '[house]\nnot_proposed = ["percent.text", "time.ampm"]\n')
    assert (file.declined, file.faults) == (("percent.text", "time.form"), ())
    words = house_file(tmp_path / "h.toml", '[house]\nnot_proposed = ["words email", "abbr.points UN"]\n')
    assert (words.declined, words.faults) == (("words email", "abbr.points UN"), ())
    assert (
        "“not_proposed” must be a list of choices"
        in house_file(tmp_path, '[house]\nnot_proposed = "percent"\n').faults[0]
    )


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("", {("words", "adviser"): "advisor, adviseur"}, '[words]\nadviser = ["advisor", "adviseur"]\n'),
        ("", {("caps.words", "internet"): "lower"}, '[caps.words]\ninternet = "lower"\n'),
        (
            '[caps]\nafter_colon = "lower"  # x\n\n# dates\n[date]\norder = "day first"\n',
            {("caps.words", "internet"): "lower"},
            '[caps]\nafter_colon = "lower"  # x\nwords.internet = "lower"\n\n# dates\n[date]\norder = "day first"\n',
        ),
        (
            '[words]\n# spelling\nadviser = ["advisor"]  # keep\nemail = "e-mail"\n\n[date]\n',
            {("words", "adviser"): "advisor, adviseur", ("words", "email"): "", ("words", "theatre"): "theater"},
            '[words]\n# spelling\nadviser = ["advisor", "adviseur"]  # keep\ntheatre = ["theater"]\n\n[date]\n',
        ),
        (
            '[abbr]\npoints = [\n  "U.S.", # since May\n  "U.N.",\n]\n',
            {("abbr.points", "U.N."): "none", ("abbr.points", "U.K."): "points"},
            '[abbr]\npoints = [\n  "U.S.", # since May\n  "U.K.",\n]\n',
        ),
        ('[abbr]\npoints = "none"  # all\n', {("abbr.points", "U.K."): "points"}, '[abbr]\npoints = ["U.K."]  # all\n'),
        ('[abbr]\npoints = ["U.K."]\n', {("abbr.points", "U.K."): ""}, "[abbr]\n"),
    ],
)
def test_words_are_put_in_changed_and_taken_out_where_they_stand(tmp_path, before, words, after):
    path = tmp_path / "house.toml"
    if before:
        path.write_text(before, "utf-8")
    change(path, words=words)
    text = path.read_text("utf-8")
    assert (text if before else text.partition("every choice.\n\n")[2]) == after


def test_a_word_that_cannot_stand_beside_what_the_file_says_is_refused(ours):
    ours.write_text('[abbr]\npoints = "points"\n', "utf-8")
    with pytest.raises(KnownError, match="has one value for all words"):
        change(ours, words={("abbr.points", "U.K."): "none"})
    ours.write_text("caps = 3\n", "utf-8")
    with pytest.raises(KnownError, match=r"\[caps\] must be a table"):
        change(ours, words={("caps.words", "internet"): "lower"})
    assert ours.read_text("utf-8") == "caps = 3\n"


def test_a_note_of_the_house_is_written_changed_and_taken_out(ours):
    note = "Name a line for help.  Ask the chief."
    change(ours, notes={"people.suicide": note.replace("  ", " ")})
    assert ours.read_text("utf-8") == OURS + '\n[notes]\n"people.suicide" = "Name a line for help. Ask the chief."\n'
    ours.write_text('[notes]\n# why\npeople.suicide = "Ask."  # ours\n', "utf-8")
    change(ours, notes={"people.suicide": "Ask the chief.", "percent.text": "Since May."})
    assert ours.read_text("utf-8") == (
        '[notes]\n# why\npeople.suicide = "Ask the chief."  # ours\n"percent.text" = "Since May."\n'
    )
    change(ours, notes={"people.suicide": ""})
    assert ours.read_text("utf-8") == '[notes]\n# why\n"percent.text" = "Since May."\n'


def test_a_note_of_no_choice_and_an_empty_one_are_refused_with_their_lines(tmp_path):
    faults = house_file(tmp_path / "h.toml", '[notes]\nnothing = "x"\n"percent.text" = ""\n').faults
    assert ["line 2" in faults[0], "line 3" in faults[1], len(faults)] == [True, True, 2]
