from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.errors import ScheduleMistake
from bot.quiz.ids import QuestionId
from bot.quiz.options import FOR_EVER, OPTIONS, span, spelled_span
from bot.quiz.schedules import Schedule
from bot.quiz.setups import changed, parse, spelled
from bot.quiz.sources import Source, Theme

ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/Nuuk", "Asia/Kolkata"])
DATES = st.dates(date(2026, 1, 1), date(2028, 12, 31))
TOPICS = st.sampled_from(["names", "names/identity", "io", "flow/f-strings"])
SPANS = st.integers(0, 86_400).map(lambda seconds: timedelta(seconds=seconds))
SOURCES = st.builds(
    Source,
    pack=st.frozensets(TOPICS),
    bans=st.frozensets(TOPICS),
    weights=st.dictionaries(TOPICS, st.integers(1, 9)).map(lambda weights: tuple(sorted(weights.items()))),
    theme=st.none() | st.builds(Theme, topic=TOPICS, monday=st.just(date(2026, 11, 23))),
    pins=st.dictionaries(DATES, st.sampled_from([QuestionId("two-300s"), QuestionId("a")])).map(
        lambda pins: tuple(sorted(pins.items()))
    ),
)
SCHEDULES = st.builds(
    Schedule,
    days=st.frozensets(st.integers(0, 6), min_size=1),
    at=st.times().map(lambda at: time(at.hour, at.minute)),
    zone=ZONES,
    monthdays=st.frozensets(st.integers(-1, 31), max_size=3),
    nths=st.frozensets(st.tuples(st.integers(0, 6), st.integers(0, 5)), max_size=3),
    months=st.frozensets(st.integers(1, 12), max_size=11),
    open_for=st.integers(100_000, 600_000).map(lambda seconds: timedelta(seconds=seconds)),
    reveal_after=SPANS,
    catch_up=SPANS,
    remind=SPANS,
    source=SOURCES,
    skips=st.frozensets(DATES, max_size=3),
    paused_until=st.none() | DATES | st.just(FOR_EVER),
    ping=st.sampled_from(["", "@learners", "<@&81>"]),
    thread=st.booleans(),
    tell=st.sampled_from(["", "discord:81"]),
    language=st.sampled_from(["en", "de"]),
)


@given(SCHEDULES)
def test_a_schedule_reads_back_what_it_spells(schedule: Schedule) -> None:
    assert parse(spelled(schedule)) == schedule


@given(SPANS)
def test_a_span_reads_back_what_it_spells(length: timedelta) -> None:
    assert span(spelled_span(length)) == length


def test_what_is_not_named_stays_as_it_was() -> None:
    before = parse("weekdays 09:00 Europe/Berlin open=12h ban=io")
    assert changed(before, "open=6h") == parse("weekdays 09:00 Europe/Berlin open=6h ban=io")
    assert changed(before, "daily 10:00 utc") == parse("daily 10:00 UTC open=12h ban=io")
    assert changed(before, "ban= pause=on") == parse("weekdays 09:00 Europe/Berlin open=12h pause=on")


def test_options_are_typed_in_small_letters() -> None:
    assert all(option.name == option.name.casefold() for option in OPTIONS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("daily 09:00", "write days, time and zone"),
        ("", "write days, time and zone"),
        ("open=2h", "write days, time and zone"),
        ("dayly 09:00 UTC", "did you mean daily?"),
        ("mon,thirsday 09:00 UTC", "'thirsday' is no weekday; did you mean thursday?"),
        ("monkey 09:00 UTC", "'monkey' is no weekday; did you mean monday?"),
        ("32 09:00 UTC", "'32' is no weekday"),
        ("mon, 09:00 UTC", "'' is no weekday"),
        ("mon#6 09:00 UTC", "from mon#1 to mon#5, or mon#last"),
        ("daily 25:00 UTC", "'25:00' is no time of day"),
        ("daily 9 UTC", "'9' is no time of day"),
        ("daily 09:00 Europe/Berlim", "did you mean Europe/Berlin?"),
        ("daily 09:00 berlin", "did you mean Europe/Berlin?"),
        ("daily 09:00 UTC opne=2h", "'opne' is no option; did you mean open?"),
        ("daily 09:00 UTC open=2", "'2' is no span of time"),
        ("daily 09:00 UTC open=99d", "60d is the most"),
        ("daily 09:00 UTC open=0h", "open for no time"),
        ("daily 09:00 UTC open=2h remind=2h", "shorter than `open`"),
        ("daily 09:00 UTC skip=24.12.2026", "'24.12.2026' is no date"),
        ("daily 09:00 UTC months=jan,foo", "'foo' is no month"),
        ("daily 09:00 UTC weights=names:0", "'names:0' is no weight"),
        ("daily 09:00 UTC thread=perhaps", "neither yes nor no"),
        ("daily 09:00 UTC theme=names", "names no week"),
    ],
)
def test_a_mistake_is_named_with_what_may_have_been_meant(text: str, said: str) -> None:
    with pytest.raises(ScheduleMistake) as caught:
        parse(text)
    assert said in str(caught.value)
