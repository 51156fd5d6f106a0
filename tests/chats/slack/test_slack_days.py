"""What people see and do, on the real slack-bolt, over sockets and over HTTP."""

from tests.chats.slack.rooms import Room, answers
from tests.loopback.slack import START, Person


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


async def test_a_day_in_a_community_by_pressing(room: Room, ada: Person, ben: Person) -> None:
    """Set up, asked, wrong, right, a hint, a duplicate, a restart in between, closed, revealed, ranked."""
    cleo = room.slack.person("Cleo")
    await ada.types("/quiz setup daily 10:00 UTC open=10h reveal=1h thread=yes")
    await ada.sees("daily 10:00 UTC")
    await room.beats(START.replace(hour=10))
    card = await ben.sees("Prompt of choice")
    assert "why 0" not in ben.reads()
    await ben.presses("Answer", on=card)
    await ben.sees_modal("Choose one")
    await ben.chooses("option 2")
    await ben.submits()
    await ben.sees_modal("Not yet")
    await ben.closes()
    await room.restarts()
    await cleo.presses("Hint", on=card)
    await cleo.sees("Hint 1 of 2")
    for who in (cleo, ben):
        await who.presses("Answer", on=card)
        await who.sees_modal("Choose one")
        await who.chooses("option 0")
        await who.submits()
        await who.sees_modal("✓ Right")
        await who.closes()
    again = next(one["payload"] for one in reversed(room.slack.sent) if one["payload"].get("type") == "view_submission")
    await room.slack.deliveries.patient("interaction", again)
    await room.beats(START.replace(hour=20))
    assert "This question is closed" in ada.reads()
    assert "why 0" not in ada.reads()
    await room.restarts()
    await room.beats(START.replace(hour=21))
    await ada.sees("why 0")
    assert "2 of 2 solved it." in ada.reads()
    await ada.sees("talk about the question in this thread")
    assert [one.text for one in room.slack.general.messages if one.text.startswith("The choice")] == [card.text]
    await ada.types("/quiz board")
    board = await ada.sees("All time")
    rows = next(block for block in board.blocks if block["type"] == "data_table")["rows"]
    assert [[cell["text"] for cell in row] for row in rows[1:]] == [["1", "cleo", "8"], ["2", "ben", "4"]]
    assert len(await room.entries()) == 3
