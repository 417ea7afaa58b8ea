import pytest

from desk.errors import KnownError
from desk.settings import Settings, read_settings, write_settings


def test_without_a_file_every_setting_has_its_default(tmp_path):
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_a_change_keeps_comments_and_keys_of_a_newer_version(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("# our desk\nfont_size = 15  # Rita's eyes\nfrom_the_future = 1\n", "utf-8")
    settings = write_settings(path, {"variant": "en-GB", "manual_items": ("Legal read",)})
    assert (settings.font_size, settings.variant, settings.manual_items) == (15, "en-GB", ("Legal read",))
    text = path.read_text("utf-8")
    assert "# our desk" in text
    assert "# Rita's eyes" in text
    assert "from_the_future = 1" in text
    assert read_settings(path) == settings


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('font_size = "13"', "must be a whole number"),
        ("font_size = true", "must be a whole number"),
        ('drop_al_on_second_reference = "false"', "must be true or false"),
        ('variant = "de-DE"', "must be one of en-US"),
        ('roles = ["rim", "owner"]', "must be one of copy editor, section chief, .* not 'owner'"),
        ("manual_items = [1]", "must be a list of texts"),
        ("keep_warm_seconds = -1", "must not be negative"),
        ("variant = ", "is not valid TOML"),
    ],
)
def test_a_wrong_value_is_refused_with_one_sentence_and_the_file_left_alone(tmp_path, line, says):
    path = tmp_path / "settings.toml"
    path.write_text(line, "utf-8")
    with pytest.raises(KnownError, match=says):
        read_settings(path)
    with pytest.raises(KnownError, match=says):
        write_settings(path, {"font_size": 14})
    assert path.read_text("utf-8") == line


def test_a_wrong_change_is_refused_before_it_reaches_the_file(tmp_path):
    path = tmp_path / "settings.toml"
    write_settings(path, {"font_size": 14})
    with pytest.raises(KnownError, match="must be one of"):
        write_settings(path, {"theme": "sepia"})
    assert read_settings(path).theme == "system"
    assert [p.name for p in tmp_path.iterdir()] == ["settings.toml"]


def test_a_folder_in_the_place_of_the_file_is_one_sentence(tmp_path):
    with pytest.raises(KnownError, match="cannot be read"):
        read_settings(tmp_path)


def test_the_house_is_the_part_that_checks_know(tmp_path):
    house = Settings(variant="en-GB", style_off=("style.x",)).house()
    assert (house.variant, house.style_off) == ("en-GB", frozenset({"style.x"}))
