"""Each kind of question has an editor that fits it; what is written there is what is judged."""

import re
from dataclasses import replace

import pytest

from bot.quiz.questions import Question
from bot.quiz.tasks import Choice, Option
from bot.testing.questions import a_choice, a_coding, a_crash, a_filling, an_essay, an_ordering, an_output
from tests.chats.slack.rooms import Room, running
from tests.loopback.slack import Person, Slack, Unfilled

KINDS: list[tuple[Question, dict[str, str]]] = [
    (an_output(), {"What does it print?": "42"}),
    (a_crash(), {"Which exception?": "IndexError", "On which line does it end?": "2"}),
    (a_coding(), {"Your code": "def double(x):\n    return x + x"}),
]


@pytest.mark.parametrize(("question", "fields"), KINDS, ids=lambda one: getattr(one, "id", ""))
async def test_a_right_answer_in_the_editor_is_right(
    question: Question, fields: dict[str, str], slack: Slack, ada: Person, ben: Person
) -> None:
    async with running(Room(slack, question)) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees(question.title))
        await ben.sees_modal(question.title)
        for label, text in fields.items():
            await ben.fills(label, text)
        await ben.submits()
        await ben.sees_modal("✓ Right")


async def test_blanks_have_a_field_each(slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, a_filling())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("____"))
        await ben.sees_modal("Blank 2")
        await ben.fills("Blank 1", "x")
        with pytest.raises(Unfilled):
            await ben.submits()
        await ben.fills("Blank 2", "x")
        await ben.submits()
        await ben.sees_modal("Not yet")  # the scripted judge knows doubling only


async def test_lines_are_put_in_order_by_their_letters(slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, an_ordering())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("The ordering question"))
        await ben.sees_modal("C  x = 1")
        await ben.fills("The letters in their order, such as: c a b", "c z")
        await ben.submits()
        await ben.sees_modal("There is no line z")
        await ben.fills("The letters in their order, such as: c a b", "c a b")
        await ben.submits()
        await ben.sees_modal("Not yet")  # the scripted judge knows doubling only


async def test_several_options_are_ticked(slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, a_choice(right=(True, False, True)))) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("The choice question"))
        await ben.sees_modal("Choose all that are right")
        await ben.chooses("option 0", "option 2")
        await ben.submits()
        await ben.sees_modal("✓ Right")


async def test_an_answer_in_words_is_graded_by_its_author(slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, an_essay())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("The essay question"))
        await ben.sees_modal("In your own words")
        await ben.fills("In your own words", "too short")
        await ben.submits()
        await ben.sees_modal("Answer in a few sentences")
        await ben.fills("In your own words", "The interpreter lock lets one thread run bytecode at a time.")
        await ben.submits()
        await ben.sees_modal("The model answer.")
        await ben.chooses("point 0", "point 2")
        await ben.presses("Grade myself")
        await ben.sees_modal("You have")


async def test_long_options_are_written_out_above_their_letters(slack: Slack, ada: Person, ben: Person) -> None:
    long = tuple(Option(text=f"{at} " + "long " * 20, right=not at, why="because") for at in range(3))
    async with running(Room(slack, replace(a_choice(), task=Choice(options=long)))) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("0 long long"))
        await ben.sees_modal("Option A")
        found = re.search(r"([ABC])  0 long", ben.modal_text)
        assert found
        await ben.chooses(f"Option {found[1]}")
        await ben.submits()
        await ben.sees_modal("✓ Right")


async def test_a_mistake_keeps_the_form_open_and_costs_no_try(slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, a_crash())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("The crash question"))
        await ben.sees_modal("Which exception?")
        await ben.fills("Which exception?", "IndexError TypeError")
        await ben.fills("On which line does it end?", "2")
        await ben.submits()
        await ben.sees_modal("Name the exception and the line")
        assert "tries left" not in ben.modal_text
        await ben.fills("Which exception?", "IndexError")
        await ben.submits()
        await ben.sees_modal("✓ Right")


async def test_curly_quotes_of_a_client_are_straight_in_code(slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, a_coding())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("The double question"))
        await ben.sees_modal("Your code")
        await ben.fills("Your code", "def double(x):\n    “twice”\n    return x + x")
        await ben.submits()
        await ben.sees_modal("✓ Right")
        assert '"twice"' in room.day.judge.jobs[-1].source


async def test_code_can_be_tried_without_handing_it_in(slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, a_coding())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("Prompt of double"))
        await ben.sees_modal("Your code")
        await ben.fills("Your code", "def double(x): return 1")
        await ben.presses("Try it first")
        await ben.sees_modal("Nothing was handed in")
        assert await room.entries() == ()
        await ben.closes()
        await ben.sees_modal("Your code")
        await ben.fills("Your code", "def double(x): return x + x")
        await ben.submits()
        await ben.sees_modal("✓ Right")


async def test_who_tries_again_finds_what_they_wrote(slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, a_coding())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("Prompt of double"))
        await ben.sees_modal("Your code")
        await ben.fills("Your code", "def double(x): return 1")
        await ben.submits()
        await ben.sees_modal("Not yet")
        await ben.presses("Try again")
        view = await ben.sees_modal("Your code")
        assert "def double(x): return 1" in str(view.content)
        await ada.types("/quiz run")
        other = await ada.sees_modal("Try your code")
        assert "return 1" not in str(other.content)


async def test_a_file_can_be_handed_in(slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, a_coding())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("The double question"))
        await ben.sees_modal("Or a file")
        await ben.attaches("Or a file, if it is long", "double.py", b"def double(x):\n    return x + x\n")
        await ben.submits()
        await ben.sees_modal("✓ Right")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"#" * 70_000], ids=["no text", "too long"])
async def test_a_file_that_is_no_text_is_said_kindly(content: bytes, slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, a_coding())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("The double question"))
        await ben.sees_modal("Or a file")
        await ben.attaches("Or a file, if it is long", "double.py", content)
        await ben.submits()
        await ben.sees_modal("UTF-8 text of at most 64 KiB")
