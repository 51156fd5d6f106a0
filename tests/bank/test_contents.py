"""The table of contents says what is where, and says what is wrong with itself."""

from importlib.resources import files

import pytest

from bot.bank.folders import load_contents
from bot.bank.topics import Contents, read_contents

GOOD = """\
[flow]
title = "Flow"
order = 2

[flow.loops]
title = "Loops"
after = ["names/binding"]
rows = ["S46a"]
also = ["S59"]

[names]
title = "Names"
order = 1

[names.binding]
title = "Binding"
"""


def test_topics_come_in_the_order_they_are_taught() -> None:
    contents, problems = read_contents(GOOD)
    assert problems == ()
    assert [topic.id for topic in contents.topics] == ["names/binding", "flow/loops"]
    assert contents.topics[1].subject_title == "Flow"
    assert contents.rows == {"extra", "S46a", "S59"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("order = 2", 'order = "2"', "topics.toml line 1: `order` of `flow`: input should be a valid integer."),
        ("[flow]\ntitle", "[flow]\ntilte", "topics.toml line 1: `title` of `flow`: field required."),
        ("rows =", "row =", "topics.toml line 1: `loops.row` of `flow`: extra inputs are not permitted."),
        ('"names/binding"', '"names/bindings"', "which does not exist. Did you mean `names/binding`?"),
        ('title = "Binding"', 'title = "B"\nafter = ["flow/loops"]', "topics wait for each other: "),
        ('"S59"', '"S46a"', "topics.toml line 5: row `S46a` is already in `flow/loops`. Keep it in one topic."),
        ("[flow]", "[flow", "topics.toml line 1: this is no TOML: Expected ']'"),
    ],
)
def test_a_mistake_in_it_is_named(old: str, new: str, said: str) -> None:
    assert old in GOOD
    _, problems = read_contents(GOOD.replace(old, new, 1))
    assert any(said in str(problem) for problem in problems), [str(problem) for problem in problems]


@pytest.fixture(scope="module")
def shipped() -> Contents:
    contents, problems = load_contents(files("questions"))
    assert problems == ()
    return contents


def test_the_shipped_bank_has_the_seven_topics(shipped: Contents) -> None:
    subjects = list(dict.fromkeys(topic.id.partition("/")[0] for topic in shipped.topics))
    assert subjects == ["runtime", "names", "types", "io", "flow", "functions", "interview"]


def test_the_shipped_bank_names_every_row_of_the_curriculum_but_the_three_nobody_should_ask(shipped: Contents) -> None:
    assert len(shipped.rows - {"extra"}) == 138 - 3
