"""Interactions of the loopback Discord: deadlines, what may answer what, and what people see of it."""

from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest

from tests.loopback.discord import Act, DiscordServer, NotThere, Reply, Upload
from tests.loopback.discord.people import Person
from tests.loopback.discord_bots import Bot, Handler, ask, running


@pytest.fixture
async def bot(discord_server: DiscordServer) -> AsyncIterator[Bot]:
    """A running bot with a card in #daily whose button "Go" is handled by what the test puts there."""
    discord_server.channel("daily")
    bot = Bot(discord_server)

    @bot.tree.command(name="card", description="A card")
    async def card(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Card", view=buttons("Go"))

    async with running(bot):
        await discord_server.person("Starter").use("/card")
        yield bot


@pytest.fixture
def ada(discord_server: DiscordServer, bot: Bot) -> Person:
    assert bot.is_ready()
    return discord_server.person("Ada")


def buttons(*labels: str) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for label in labels:
        view.add_item(discord.ui.Button(label=label, custom_id=label.lower()))
    return view


async def callback(server: DiscordServer, act: Act, body: Any) -> int:
    """Answer an interaction by hand; the error code, or 0."""
    one = act.interaction
    _, told = await ask(server, "POST", f"/interactions/{one.id}/{one.token}/callback", body)
    return int((told or {}).get("code", 0))


async def test_an_answer_after_three_seconds_is_an_unknown_interaction(
    discord_server: DiscordServer, ada: Person
) -> None:
    act = await ada.press("Go", wait=False)
    discord_server.advance(3.1)
    assert act.failed
    assert await callback(discord_server, act, {"type": 5}) == 10062


async def test_an_answer_within_three_seconds_is_taken_once(discord_server: DiscordServer, ada: Person) -> None:
    act = await ada.press("Go", wait=False)
    discord_server.advance(2.9)
    assert await callback(discord_server, act, {"type": 5, "data": {"flags": 64}}) == 0
    assert not act.failed
    assert await callback(discord_server, act, {"type": 5}) == 40060


async def test_a_slow_request_comes_too_late(discord_server: DiscordServer, bot: Bot, ada: Person) -> None:
    bot.handlers["go"] = _defer
    discord_server.faults.next("POST /interactions/{id}/{token}/callback", "slow", seconds=3.1)
    assert (await ada.press("Go")).failed
    discord_server.faults.next("POST /interactions/{id}/{token}/callback", "slow", seconds=2.9)
    assert (await ada.press("Go")).replied is Reply.DEFERRED


async def _defer(interaction: discord.Interaction) -> None:
    from contextlib import suppress

    with suppress(discord.NotFound):
        await interaction.response.defer(ephemeral=True, thinking=True)


async def test_a_follow_up_needs_an_answer_before_it_and_dies_after_fifteen_minutes(
    discord_server: DiscordServer, ada: Person
) -> None:
    act = await ada.press("Go", wait=False)
    path = f"/webhooks/{discord_server.world.bot.id}/{act.interaction.token}"
    assert (await ask(discord_server, "POST", path, {"content": "x"}))[1]["code"] == 10015
    await callback(discord_server, act, {"type": 4, "data": {"content": "first"}})
    assert (await ask(discord_server, "POST", path, {"content": "x"}))[0] == 200
    discord_server.advance(15 * 60 + 1)
    status, told = await ask(discord_server, "PATCH", f"{path}/messages/@original", {"content": "x"})
    assert (status, told["code"]) == (401, 50027)


@pytest.mark.parametrize("kind", [1, 8, 12])
async def test_a_press_is_not_answered_by_everything(discord_server: DiscordServer, ada: Person, kind: int) -> None:
    discord_server.excused.append("callback")
    act = await ada.press("Go", wait=False)
    assert await callback(discord_server, act, {"type": kind, "data": {"choices": []}}) == 50035


async def test_a_modal_is_not_answered_by_a_modal(discord_server: DiscordServer, bot: Bot, ada: Person) -> None:
    discord_server.excused.append("refused")
    bot.handlers["go"] = _modal
    modal = (await ada.press("Go")).modal
    act = await modal.fill({"Name": "Ada"}).submit(wait=False)
    assert ada.modal is modal
    form = act.interaction.cause
    assert form
    assert await callback(discord_server, act, {"type": 9, "data": form.modal}) == 50035


async def _modal(interaction: discord.Interaction) -> None:
    modal = discord.ui.Modal(title="You", custom_id="you", timeout=None)
    modal.add_item(discord.ui.TextDisplay("Say who you are"))
    modal.add_item(discord.ui.Label(text="Name", component=discord.ui.TextInput(custom_id="name", min_length=2)))
    levels: Any = discord.ui.RadioGroup(custom_id="level", required=False)
    levels.add_option(label="Easy", value="1")
    levels.add_option(label="Hard", value="2")
    modal.add_item(discord.ui.Label(text="Level", component=levels))
    modal.add_item(discord.ui.Label(text="Ping me", component=discord.ui.Checkbox(custom_id="ping")))
    upload: Any = discord.ui.FileUpload(custom_id="file", required=False)
    modal.add_item(discord.ui.Label(text="Code", component=upload))
    await interaction.response.send_modal(modal)


async def test_a_filled_modal_arrives_as_it_was_filled_in(discord_server: DiscordServer, bot: Bot, ada: Person) -> None:
    got: dict[str, Any] = {}

    async def you(interaction: discord.Interaction) -> None:
        data: Any = interaction.data
        got.update(
            {one["component"]["custom_id"]: one["component"] for one in data["components"] if "component" in one}
        )
        got.update(data["resolved"]["attachments"])
        await interaction.response.edit_message(content="Thanks")

    bot.handlers |= {"go": _modal, "you": you}
    modal = (await ada.press("Go")).modal
    assert "Say who you are" in modal.text
    assert modal.options("Level") == ["Easy", "Hard"]
    file = Upload(filename="a.py", data=b"print()", content_type="text/x-python")
    act = await modal.fill({"Name": "Ada", "Level": "Hard", "Ping me": True, "Code": [file]}).submit()
    assert act.replied is Reply.UPDATE
    assert ada.sees("Thanks").buttons == ["Go"]
    assert (got["name"]["value"], got["level"]["value"], got["ping"]["value"]) == ("Ada", "2", True)
    uploaded = got[got["file"]["values"][0]]
    assert await bot.http.get_from_cdn(uploaded["url"]) == b"print()"
    assert discord_server.faults.left() == {}


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({}, "required"),
        ({"Name": "A"}, "needs 2"),
        ({"Name": "x" * 4001}, "4000"),
        ({"Name": "two\nlines"}, "one line"),
        ({"Name": "Ada", "Level": "Middle"}, "no option"),
        ({"Name": "Ada", "Level": ["Easy", "Hard"]}, "2 chosen"),
        ({"Name": "Ada", "Ping me": "yes"}, "checkbox"),
        ({"Nmae": "Ada"}, "no 'Nmae'"),
    ],
    ids=["empty", "short", "long", "lines", "option", "two", "checkbox", "label"],
)
async def test_a_client_refuses_what_a_client_refuses(bot: Bot, ada: Person, values: dict[str, Any], why: str) -> None:
    bot.handlers["go"] = _modal
    modal = (await ada.press("Go")).modal
    with pytest.raises(NotThere, match=why):
        await modal.fill(values).submit()


async def test_two_people_with_the_same_modal_keep_their_own_words(bot: Bot, ada: Person) -> None:
    async def you(interaction: discord.Interaction) -> None:
        data: Any = interaction.data
        await interaction.response.send_message(data["components"][1]["component"]["value"], ephemeral=True)

    bo = ada.server.person("Bo")
    bot.handlers |= {"go": _modal, "you": you}
    first, second = (await ada.press("Go")).modal, (await bo.press("Go")).modal
    told_bo = await (await second.fill({"Name": "Bo's"}).submit()).answer()
    told_ada = await (await first.fill({"Name": "Ada's"}).submit()).answer()
    assert (told_ada.text, told_bo.text) == ("Ada's", "Bo's")


async def test_a_private_answer_is_on_one_screen_until_the_client_starts_anew(bot: Bot, ada: Person) -> None:
    bot.handlers["go"] = _answering("secret")
    bo = ada.server.person("Bo")
    await ada.press("Go")
    assert ada.sees("secret").private
    with pytest.raises(NotThere):
        bo.sees("secret")
    ada.restart()
    with pytest.raises(NotThere):
        ada.sees("secret")


def _answering(text: str) -> Handler:
    async def go(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(text, ephemeral=True, view=buttons("Next"))

    return go


async def test_a_button_on_a_private_answer_can_be_pressed_and_updates_it(bot: Bot, ada: Person) -> None:
    async def after(interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(content="then", view=None)

    bot.handlers |= {"go": _answering("first"), "next": after}
    await ada.press("Go")
    act = await ada.press("Next")
    assert act.shown
    assert (act.shown.text, act.shown.buttons, act.shown.private) == ("then", [], True)


async def test_the_first_follow_up_of_a_deferred_answer_becomes_it(bot: Bot, ada: Person) -> None:
    async def go(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("done")

    bot.handlers["go"] = go
    act = await ada.press("Go")
    told = await act.answer("done")
    assert told.private
    assert act.follow_ups == []
    assert not told.thinking


async def test_what_is_not_there_cannot_be_pressed(ada: Person) -> None:
    with pytest.raises(NotThere, match="Stop"):
        await ada.press("Stop")
    with pytest.raises(NotThere, match="'Stop', only \\['Go'\\]"):
        await ada.press("Stop", on=ada.sees("Card"))
    with pytest.raises(NotThere, match="select"):
        await ada.choose("Lists")
    with pytest.raises(NotThere, match="no modal"):
        await ada.fill(Name="Ada")
    other = ada.server.guild.add_channel("other")
    with pytest.raises(NotThere):
        await ada.go(other).press("Go")
    ada.server.guild.overwrite(other, ada.user, deny=["view_channel"])
    with pytest.raises(NotThere, match="does not see"):
        ada.go(other)


async def test_a_select_gives_the_values_behind_its_labels(bot: Bot, ada: Person) -> None:
    got: list[str] = []

    async def go(interaction: discord.Interaction) -> None:
        view = discord.ui.View(timeout=None)
        select: discord.ui.Select[discord.ui.View] = discord.ui.Select(
            custom_id="topic", placeholder="Topic", min_values=1, max_values=2
        )
        for label in ("Lists", "Sets", "Dicts"):
            select.add_option(label=label, value=label[:1])
        view.add_item(select)
        view.add_item(discord.ui.UserSelect(custom_id="who", placeholder="Who"))
        await interaction.response.send_message("Choose", view=view)

    async def chosen(interaction: discord.Interaction) -> None:
        data: Any = interaction.data
        got.extend(data["values"])
        await interaction.response.defer()

    bot.handlers |= {"go": go, "topic": chosen, "who": chosen}
    await ada.press("Go")
    assert ada.sees("Choose").options("Topic") == ["Lists", "Sets", "Dicts"]
    act = await ada.choose("Sets", "Dicts", of="Topic")
    assert act.replied is Reply.DEFERRED_UPDATE
    await ada.choose(ada.user, of="Who")
    assert got == ["S", "D", str(ada.user.id)]
    with pytest.raises(NotThere, match="3 chosen"):
        await ada.choose("Lists", "Sets", "Dicts", of="Topic")
    with pytest.raises(NotThere, match="Tuples"):
        await ada.choose("Tuples", of="Topic")


async def test_two_instances_with_one_token_hear_everything_and_one_of_them_answers(
    discord_server: DiscordServer, bot: Bot, ada: Person
) -> None:
    second = Bot(discord_server)
    refused: list[int] = []

    async def late(interaction: discord.Interaction) -> None:
        with pytest.raises(discord.HTTPException) as told:
            await interaction.response.send_message("again")
        refused.append(told.value.code)
        await interaction.followup.send("from the second")

    async with running(second):
        bot.handlers["go"] = _answering("from the first")
        act = await ada.press("Go")
        second.handlers["go"] = late
        discord_server.interactions.again(act.interaction)
        assert (await act.answer("from the second")).text == "from the second"
    assert 40060 in refused
