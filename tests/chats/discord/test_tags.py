"""What a custom_id says is read back as it was said, whatever stands in it, and for as long as its message lives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chats.discord.limits import CUSTOM_ID
from bot.chats.discord.tags import Editor, Grades, Menu, Open, Press, Reopen, Sent, Tag, read, spelled
from bot.quiz.ids import RoundId

SENT_ONCE = {
    "aq1:c:12:hint:": Press(name="hint", round=RoundId(12)),
    "aq1:c::me:why": Press(name="me", text="why"),
    "aq1:p::inbox:approve 12": Press(name="inbox", text="approve 12", page=True),
    "aq1.3:p::inbox:approve 12": Press(name="inbox", text="approve 12", page=True),
    "aq1:c:-2231:hint:": Press(name="hint", round=RoundId(-2231)),
    "aq1:o:12:answer": Open(round=RoundId(12)),
    "aq1:o::sprint": Open(to="sprint"),
    "aq1:e:12:run": Editor(round=RoundId(12), to="run"),
    "aq1:g:12": Grades(round=RoundId(12)),
    "aq1:n:12": Grades(round=RoundId(12), none=True),
    "aq1:f:report:12": Sent(name="report", about="12"),
    "aq1:f:new:a:b": Sent(name="new", about="a:b"),
    "aq1:r:report:12": Reopen(name="report", about="12"),
    "aq1:m:1": Menu(number=1),
}
"""Nothing may ever leave this table: somebody's old message still has it."""
ROUNDS = st.one_of(st.none(), st.integers(-(2**31), 2**31).map(RoundId))
NAMES = st.from_regex(r"[a-z-]{1,12}", fullmatch=True)
TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=60)
TAGS: st.SearchStrategy[Tag] = st.one_of(
    st.builds(Press, name=NAMES, text=TEXTS, round=ROUNDS, page=st.booleans()),
    st.builds(Open, round=ROUNDS, to=NAMES),
    st.builds(Editor, round=ROUNDS, to=NAMES),
    st.builds(Grades, round=ROUNDS, none=st.booleans()),
    st.builds(Sent, name=NAMES, about=TEXTS),
    st.builds(Reopen, name=NAMES, about=TEXTS),
    st.builds(Menu, number=st.integers(0, 99)),
)


@pytest.mark.parametrize("custom_id", SENT_ONCE)
def test_what_was_ever_sent_stays_readable(custom_id: str) -> None:
    assert read(custom_id) == SENT_ONCE[custom_id]


@given(TAGS, st.integers(0, 40))
def test_a_tag_is_read_as_it_was_spelled_and_fits(tag: Tag, copy: int) -> None:
    custom_id = spelled(tag, copy)
    assert read(custom_id) == tag
    assert len(custom_id) <= CUSTOM_ID


@given(st.text(max_size=100))
def test_anything_else_is_read_as_nothing_or_a_tag_and_never_raises(custom_id: str) -> None:
    read(custom_id)
    read(f"aq1:{custom_id}")


def test_a_text_that_does_not_fit_is_refused_where_it_is_written() -> None:
    with pytest.raises(ValueError, match="too long"):
        spelled(Press(name="inbox", text="x" * 100))
