import io
import subprocess
import sys
from collections.abc import Callable

import pytest

from bot.chats.console import ConsoleChat
from bot.core.messages import Accept, Answer, Ask, Command, Correct, Deed, Note, Show, Submission, View
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Place
from bot.testing.questions import an_output

PLACE = Place("console")


async def echo(deed: Deed) -> Answer:
    match deed:
        case Submission(answer=str(said)) if said == "c":
            return Correct("No option c.")
        case Submission(answer=said):

            async def judged() -> View:
                return Note(f"judged {said}")

            return Accept(judged)
        case Command(name="hint"):
            raise StoreTrouble("The store is away.")
        case Command(name="me"):
            raise ZeroDivisionError
        case Command(name=name):
            return Show(Note(f"here is {name}"))
        case _:
            raise AssertionError(deed)


async def conversation(typed: bytes, hear: Callable[[Deed], object] = echo) -> str:
    out = io.StringIO()
    await ConsoleChat(stdin=io.BytesIO(typed), stdout=out, me="me", session="s").listen(hear)  # type: ignore[arg-type]
    return out.getvalue()


async def test_messages_are_answered_in_order_and_to_their_author_alone() -> None:
    assert await conversation(b"ada> b\nboard\nben> ```\n1\n```\n") == (
        "bot (only ada sees this)> judged b\n"
        "bot (only me sees this)> here is board\n"
        "bot (only ben sees this)> judged ```\n"
        "  1\n"
        "  ```\n"
    )


async def test_what_cannot_be_used_is_said_and_the_conversation_goes_on() -> None:
    told = await conversation(b"c\n\xff\xfe\n/quiz wrods\nb\n")
    assert told.count("only me sees this") == 4
    assert told.endswith("judged b\n")
    assert "not valid UTF-8" in told


async def test_a_line_over_a_mebibyte_is_left_out_whole() -> None:
    told = await conversation(b"answer " + b"x" * 3_000_000 + b"\nb\n")
    assert told.splitlines() == [
        "bot (only me sees this)> That line is longer than 1 MiB, so it was left out.",
        "bot (only me sees this)> judged b",
    ]


async def test_invalid_utf8_inside_code_hands_nothing_in() -> None:
    assert await conversation(b"```\nx = 1\n\xff\n```\nb\n") == (
        "bot (only me sees this)> That code block held a line that is not valid UTF-8, so it was not handed in.\n"
        "bot (only me sees this)> judged b\n"
    )


async def test_a_revision_speaks_only_of_what_changed() -> None:
    out = io.StringIO()
    chat = ConsoleChat(stdin=io.BytesIO(), stdout=out)
    ref = await chat.publish(PLACE, Note("hello"), key="k")
    await chat.revise(ref, Note("hello"))
    await chat.revise(ref, Note("goodbye"))
    assert out.getvalue() == "bot> hello\nbot (changed)> goodbye\n"


async def test_trouble_is_told_in_words(caplog: pytest.LogCaptureFixture) -> None:
    told = await conversation(b"hint\nme\nb\n")
    assert "The store is away." in told
    assert "it is in the log" in told
    assert "ZeroDivisionError" not in told
    assert "console.broken" in caplog.text
    assert told.endswith("judged b\n")


async def test_an_unclosed_block_at_the_end_is_said() -> None:
    assert "never closed" in await conversation(b"```\nx = 1\n")


async def test_quit_ends_before_the_input_does() -> None:
    assert await conversation(b"quit\nb\n") == ""


async def test_a_key_is_published_once() -> None:
    out = io.StringIO()
    chat = ConsoleChat(stdin=io.BytesIO(), stdout=out)
    refs = [await chat.publish(PLACE, Note("hello"), key="k") for _ in range(2)]
    assert refs[0] == refs[1]
    assert out.getvalue() == "bot> hello\n"
    assert chat.ready()


async def test_a_terminal_is_drawn_for() -> None:
    out = io.StringIO()
    chat = ConsoleChat(stdin=io.BytesIO(b"today\n"), stdout=out, me="me", pretty=True)
    await chat.listen(echo)
    assert out.getvalue().startswith("› ")
    assert "here is today" in out.getvalue()


def test_plain_use_never_loads_rich() -> None:
    asked = "import sys, bot.chats.console; print('rich' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


async def test_an_editor_is_the_card_itself() -> None:
    from bot.core.posting import card
    from bot.testing.days import Day

    day = Day(an_output())
    community = await day.begins()
    (one,) = await day.store.rounds(community.id)
    view = card(one, an_output(), (3, 11))

    async def ask(_: Deed) -> Answer:
        return Ask(view)

    assert "The output question" in await conversation(b"today\n", ask)
