"""What people see and do, on the real slack-bolt, over sockets and over HTTP."""

from tests.chats.slack.rooms import Room
from tests.loopback.slack import Person


async def answers(who: Person, option: str, *, on: str = "The choice question") -> None:
    """Press, choose, hand in."""
    await who.presses("Answer", on=await who.sees(on))
    await who.sees_modal("Choose one")
    await who.chooses(option)
    await who.submits()


async def test_a_question_is_asked_answered_and_ranked(room: Room, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    await answers(ben, "option 1")
    await ben.sees_modal("Not yet")
    assert "why 1" in ben.modal_text
    await ben.presses("Try again")
    await ben.sees_modal("Choose one")
    await ben.chooses("option 0")
    await ben.submits()
    await ben.sees_modal("✓ Right")
    await ben.closes()
    await ben.types("/quiz board")
    board = await ben.sees("All time")
    assert board.only == ben.id
    table = next(block for block in board.blocks if block["type"] == "data_table")
    assert [cell["text"] for cell in table["rows"][1]] == ["1", "ben", "4"]


async def test_nobody_sees_another_persons_answer(room: Room, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    await answers(ben, "option 0")
    await ben.sees_modal("✓ Right")
    await ada.sees("Posted")
    assert "Right" not in ada.reads()
    assert ada.modal is None
