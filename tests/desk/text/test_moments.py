"""Moments in words: one time of day everywhere, whatever the zone, the language and the age of the moment."""

import locale
import os
import re
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.text import moments

ZONES = ("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati")
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
NOW = datetime(2031, 3, 9, 18, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@contextmanager
def zone(name):
    """Live in another zone for a while."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()


@given(MOMENTS, MOMENTS, st.sampled_from(ZONES))
def test_one_moment_has_one_time_of_day_in_every_form(moment, at, where):
    with zone(where):
        clock = moment.astimezone().strftime("%H:%M")
        assert moments.to_the_minute(moment, at).endswith(clock)
        assert f" {clock} " in moments.date_and_time(moment)
        short = moments.to_the_day(moment, at)
        assert short == clock or re.fullmatch(r"\d{1,2} [A-Z][a-z]{2}( \d{4})?", short)


@given(MOMENTS, MOMENTS, st.sampled_from(ZONES))
def test_screen_and_document_name_the_same_day(moment, at, where):
    with zone(where):
        here, today = moment.astimezone().date(), at.astimezone().date()
        said = moments.to_the_minute(moment, at)
        told = {"tomorrow": today + DAY, "yesterday": today - DAY}
        if len(said) == len("18:30"):
            day = today
        elif said.split(" ")[0] in told:
            day = told[said.split(" ")[0]]
        else:
            dated = said[: -len(" 18:30")]
            day = datetime.strptime(dated if dated[-1].isdigit() else f"{dated} {today.year}", "%d %b %Y").date()
        assert day == here
        assert moments.date_alone(moment) == here.isoformat() == moments.date_and_time(moment)[:10]


@given(MOMENTS, st.sampled_from(ZONES))
def test_what_travels_can_be_read_back_anywhere(moment, where):
    with zone(where):
        here = moments.local(moment)
        assert moments.from_iso(moments.iso(here)) == moment
        assert moments.iso(here).endswith("+00:00")
        assert moments.from_iso(moments.iso_to_the_second(here)) == moment.replace(microsecond=0)
        assert moments.from_micros(moments.micros(here)) == moment
        assert moments.from_file_stamp(moments.file_stamp(here)) == moment
        assert len(moments.date_and_time(moment).split(" ")) == 3


@given(MOMENTS, MOMENTS)
def test_names_of_files_sort_by_their_moment(one, other):
    assert (moments.file_stamp(one) < moments.file_stamp(other)) == (one < other)


def test_near_days_are_said_in_words():
    with zone("UTC"):
        told = (NOW, NOW + DAY, NOW - DAY, NOW - 9 * DAY, NOW + 400 * DAY)
        said = [moments.to_the_minute(moment, NOW) for moment in told]
        assert said == ["18:00", "tomorrow 18:00", "yesterday 18:00", "28 Feb 18:00", "12 Apr 2032 18:00"]
        said = [moments.to_the_day(moment, NOW) for moment in (NOW, NOW - 2 * DAY, NOW - 200 * DAY)]
        assert said == ["18:00", "7 Mar", "21 Aug 2030"]


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("Europe/Berlin", "2031-03-09 19:00 CET"),
        ("Asia/Kathmandu", "2031-03-09 23:45 UTC+05:45"),
        ("UTC", "2031-03-09 18:00 UTC"),
    ],
)
def test_a_document_says_its_zone(where, said):
    with zone(where):
        assert moments.date_and_time(NOW) == said


def test_a_moment_without_its_zone_is_a_mistake():
    with pytest.raises(TypeError):
        moments.micros(datetime(2031, 3, 9))
    assert moments.from_iso("2031-03-09T18:00") == NOW


def test_months_are_english_whatever_the_machine_speaks():
    before = locale.setlocale(locale.LC_TIME)
    other = next((name for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "es_ES.UTF-8") if _speaks(name)), before)
    try:
        locale.setlocale(locale.LC_TIME, other)
        assert moments.to_the_day(NOW.replace(month=5), NOW) == "9 May"
        assert moments.to_the_day(NOW.replace(month=12), NOW) == "9 Dec"
    finally:
        locale.setlocale(locale.LC_TIME, before)


def _speaks(name):
    try:
        locale.setlocale(locale.LC_TIME, name)
    except locale.Error:
        return False
    return True
