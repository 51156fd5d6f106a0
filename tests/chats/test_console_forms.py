import io

from bot.chats.console import ConsoleChat
from bot.core.forms import Field, Form
from bot.core.messages import Answer, Command, Deed, Fill, Filled, Note, Show

FORM = Form(
    name="report",
    title="Report",
    about="7",
    fields=(
        Field(name="what", label="What is wrong?", options=(("key", "the key"), ("text", "the text"))),
        Field(name="code", label="Code that shows it", lines=True, required=False, most=20),
    ),
)


class Desk:
    """Gives the form, and keeps what comes back."""

    def __init__(self) -> None:
        self.came: list[Filled] = []

    async def hear(self, deed: Deed) -> Answer:
        match deed:
            case Command(name="report"):
                return Fill(FORM)
            case Filled():
                self.came.append(deed)
                return Show(Note("thanks"))
            case _:
                raise AssertionError(deed)


async def talk(typed: str) -> tuple[str, list[Filled]]:
    out, desk = io.StringIO(), Desk()
    await ConsoleChat(stdin=io.BytesIO(typed.encode()), stdout=out, me="ada", session="s").listen(desk.hear)
    return out.getvalue(), desk.came


async def test_a_form_is_filled_in_field_by_field_and_sent() -> None:
    told, came = await talk("/quiz report\nfill what: key\nfill code:\n```\nprint(1)\n```\nsend\n")
    assert [(one.form, one.about, one.values) for one in came] == [
        ("report", "7", {"what": "key", "code": "print(1)"}),
    ]
    assert "the text" in told
    assert told.endswith("thanks\n")


async def test_a_form_says_what_it_cannot_take_and_what_is_still_empty() -> None:
    told, came = await talk("/quiz report\nfill nope: 1\nfill what: else\nfill code: 123456789012345678901\nsend\n")
    assert came == []
    assert "has no field `nope`; it has what, code" in told
    assert "is one of key, text" in told
    assert "may have 20 characters; this has 21" in told
    assert told.endswith("Still empty: what.\n")
