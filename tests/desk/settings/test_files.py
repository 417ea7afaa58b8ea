"""The file of settings: every right line is in force, every wrong one is told with its line, and nothing is lost."""

import pytest

from desk.errors import KnownError
from desk.settings.declared import Settings, declarations
from desk.settings.reading import read_settings
from desk.settings.writing import write_settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


def told(path, text):
    path.write_text(text, "utf-8")
    return [fault.sentence.removeprefix(f"{path}, ") for fault in read_settings(path).faults]


def test_without_a_file_every_setting_has_its_default(path):
    assert read_settings(path) == Settings()


def test_a_change_keeps_comments_and_keys_of_a_newer_version(path):
    path.write_text("# our desk\nfont_size = 15  # Rita's eyes\nfrom_the_future = 1\n\n[later]\nx = 1\n", "utf-8")
    settings = write_settings(path, {"variant": "en-GB", "manual_items": ("Legal read",)})
    assert (settings.font_size, settings.variant, settings.manual_items) == (15, "en-GB", ("Legal read",))
    text = path.read_text("utf-8")
    assert "# our desk" in text
    assert "# Rita's eyes" in text
    assert "from_the_future = 1" in text
    assert "[later]\nx = 1\n" in text
    assert read_settings(path) == settings


@pytest.mark.parametrize(
    ("line", "says", "in_force"),
    [
        ('country = "UK"', "one of US, GB, .*, not “UK” .did you mean “GB”.*“US” holds", "US"),
        ('country = "great britain"', "not “great britain”", "US"),
        ('country = "united kingdom"', "did you mean “GB”", "US"),
        ('country = "gb"', "did you mean “GB”", "US"),
        ("font_size = 0", "a whole number from 6 to 72, not 0; until that is mended, 13 holds", 13),
        ('font_size = "15"', r"not “15” \(did you mean 15\?\)", 13),
        ("font_size = true", "a whole number .* not true", 13),
        ("font_size = 13.0", "not 13.0", 13),
        ("line_width = 1", "from 30 to 300, not 1", 72),
        ("words_per_minute = 0", "from 50 to 1000, not 0", 230),
        ("keep_warm_seconds = 1000000000", "from 0 to 86400", 300),
        ("keep_warm_seconds = -1", "from 0 to 86400, not -1", 300),
        ('drop_al_on_second_reference = "false"', r"true or false, not “false” \(did you mean false\?\)", True),
        ('variant = "de-DE"', "one of en-US, .*, not “de-DE”; until", "en-US"),
        ('variant = "en-UK"', "did you mean “en-GB”", "en-US"),
        ('theme = "drak"', "did you mean “dark”", "system"),
        ('ads_leftover = ["off"]', "one of error, warning, hint, off, not a list", "warning"),
        ("user_name = 5", "a text in quotation marks, on one line, not 5", ""),
        ('user_name = "Rosa\\nMarquez"', "on one line", ""),
        ('engine_url = "desk:8081"', "the address of a server such as http", ""),
        ('engine_url = "http://"', "the address of a server", ""),
        ('engine_url = "http://desk:x"', "the address of a server", ""),
        ('style_off = ["doubled-word"]', "a list of rules such as “style.doubled-word”, .* not “doubled-word”", ()),
        ('grammar_off = ["grammar.EN_A_VS_AN"]', "such as “EN_A_VS_AN”, .* not “grammar.EN_A_VS_AN”", ()),
        ('grammar_notes = ["we write an historic"]', "a list of notes such as", ()),
        ('sections = "News"', "a list of texts", Settings().sections),
    ],
)
def test_a_wrong_value_is_told_with_line_and_mend_and_the_default_stands_in(path, line, says, in_force):
    path.write_text(f"# ours\n{line}\nmanual_items = []\n", "utf-8")
    settings = read_settings(path)
    (fault,) = settings.faults
    assert (fault.name, settings.manual_items) == (line.split()[0], ())
    assert getattr(settings, fault.name) == in_force
    assert fault.sentence.startswith(f"{path}, line 2: “{fault.name}” must be ")
    with pytest.raises(AssertionError, match=says):
        raise AssertionError(fault.sentence)


@pytest.mark.parametrize(
    ("line", "says", "in_force"),
    [
        ('family_name_first = ["klingon", "korean"]', "any of chinese, .*, not “klingon”", ("korean",)),
        ('family_name_first = ["koraen"]', "did you mean “korean”", Settings().family_name_first),
        ('manual_items = ["Legal read", "Photo rights", "legal read"]', "given twice", ("Legal read", "Photo rights")),
        ('manual_items = ["Photo rights", ""]', "not “”", ("Photo rights",)),
        ('manual_items = ["Photo rights", 1]', "not 1", ("Photo rights",)),
        ('manual_items = ["grammar", "Photo rights"]', "“grammar” means something else", ("Photo rights",)),
        ('sections = ["*", "News"]', "“\\*” means something else", ("News",)),
        ('grammar_style = ["serial-comma", "serial-coma"]', "did you mean “serial-comma”", ("serial-comma",)),
        ('grammar_low = ["EN_A_VS_AN", "EN_A_VS_AN"]', "given twice", ("EN_A_VS_AN",)),
    ],
)
def test_what_is_right_of_a_list_holds(path, line, says, in_force):
    path.write_text(line, "utf-8")
    settings = read_settings(path)
    (fault,) = settings.faults
    assert getattr(settings, fault.name) == in_force
    with pytest.raises(AssertionError, match=says):
        raise AssertionError(fault.sentence)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("font_szie = 12", "“font_szie” is no setting (did you mean “font_size”?): the line is left as it is"),
        ('Country = "GB"', "“Country” is no setting (did you mean “country”?)"),
        ("from_the_future = 1", "“from_the_future” is no setting of this version: it is left as it is, for it may"),
        ("[ads]\nleftover = 1", "“ads” is no setting of this version"),
        ('watched_folder = ""', "“watched_folder” is no longer used: the line can go."),
    ],
)
def test_a_key_that_is_no_setting_is_told_and_left(path, line, says):
    (sentence,) = told(path, line + "\n")
    assert sentence.startswith(f"line 1: {says}")
    write_settings(path, {"font_size": 14})
    assert line in path.read_text("utf-8")


def test_a_file_that_is_not_there_stays_named_so_that_what_needs_it_says_so(path):
    for name in ("style_file", "review_file", "grammar_rules_file"):
        (sentence,) = told(path, f'{name} = "/nowhere/rules"')
        assert sentence == (
            f"line 1: “{name}” must be the path of a file that is there, not “/nowhere/rules”; until that is mended, "
            "nothing stands in for it."
        )
        assert getattr(read_settings(path), name) == "/nowhere/rules"


@pytest.mark.parametrize("place", ["nonsense", "mysql://desk/x", "postgresql://", "~nobody-of-this-name/x.db"])
def test_nothing_stands_in_for_a_database_that_makes_no_sense(path, place):
    (sentence,) = told(path, f'database = "{place}"')
    assert "must be the whole path of a file, or a URL" in sentence
    with pytest.raises(KnownError, match="line 1: “database”"):
        read_settings(path).stories_at()


@pytest.mark.parametrize(
    "place", ["", "/desk/stories.db", "~/stories.db", "postgresql+psycopg://desk/x", "sqlite:///x"]
)
def test_a_database_is_a_whole_path_or_a_url(path, place):
    assert told(path, f'database = "{place}"') == []
    assert read_settings(path).stories_at() == place


@pytest.mark.parametrize(
    ("line", "in_force"),
    [('roles = ["owner"]', ()), ("roles = 1", ()), ('pin_needed = "no"', True), ("shared_desktop = 0", True)],
)
def test_a_slip_never_allows_more_than_was_meant(path, line, in_force):
    assert len(told(path, line)) == 1
    assert getattr(read_settings(path), line.split()[0]) == in_force


def test_a_wrong_line_stays_until_it_is_mended(path):
    path.write_text('country = "UK"  # ours\nfont_size = 0\n', "utf-8")
    assert [fault.name for fault in write_settings(path, {"line_width": 80}).faults] == ["country", "font_size"]
    assert path.read_text("utf-8") == 'country = "UK"  # ours\nfont_size = 0\nline_width = 80\n'
    settings = write_settings(path, {"country": "GB", "font_size": 14})
    assert (settings.country, settings.font_size, settings.faults) == ("GB", 14, ())
    assert path.read_text("utf-8") == 'country = "GB"  # ours\nfont_size = 14\nline_width = 80\n'


@pytest.mark.parametrize("text", ["variant = ", "variant = 1\nvariant = 2"])
def test_a_file_that_is_not_toml_is_refused_whole_and_left_alone(path, text):
    path.write_text(text, "utf-8")
    for verb in (lambda: read_settings(path), lambda: write_settings(path, {"font_size": 14})):
        with pytest.raises(KnownError, match=r"is not valid TOML .*at end of document"):
            verb()
    assert path.read_text("utf-8") == text


def test_a_file_that_is_no_text_is_refused_whole(path):
    path.write_bytes(b'user_name = "Andr\xe9"\n')
    with pytest.raises(KnownError, match="is not UTF-8 text"):
        read_settings(path)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"theme": "sepia"}, "“theme” must be one of system, light, dark, not “sepia”."),
        ({"font_size": 0}, "“font_size” must be a whole number from 6 to 72, not 0."),
        ({"manual_items": ("a", "A")}, "“A” is given twice."),
        ({"style_file": "/nowhere/x"}, "a file that is there, not “/nowhere/x”."),
        ({"engine_url": "desk"}, "the address of a server"),
    ],
)
def test_a_wrong_change_is_refused_before_it_reaches_the_file(path, tmp_path, change, says):
    write_settings(path, {"font_size": 14})
    before = path.read_bytes()
    with pytest.raises(KnownError) as error:
        write_settings(path, change)
    assert says in str(error.value)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["settings.toml"]


def test_line_ends_of_another_system_stay(path):
    path.write_bytes(b"# ours\r\nfont_size = 15\r\n")
    write_settings(path, {"font_size": 16})
    assert path.read_bytes() == b"# ours\r\nfont_size = 16\r\n"


def test_a_folder_in_the_place_of_the_file_is_one_sentence(tmp_path):
    with pytest.raises(KnownError, match="cannot be read"):
        read_settings(tmp_path)


def test_every_default_is_allowed_and_comes_back_from_the_file(path):
    values = {name: getattr(Settings(), name) for name in declarations()}
    assert write_settings(path, values) == Settings()


def test_the_house_is_the_part_that_checks_know():
    house = Settings(variant="en-GB", style_off=("style.x",)).house()
    assert (house.variant, house.style_off) == ("en-GB", ("style.x",))
