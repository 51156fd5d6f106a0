"""What people at the loopback Discord are offered, and what their clients check."""

from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest
from discord import app_commands

from tests.loopback.discord import DiscordServer, NotThere, Upload
from tests.loopback.discord_bots import Bot, running

HARD = app_commands.Choice(name="Hard", value="hard")
GERMAN = {"quiz": "rätsel", "today": "heute"}


class German(app_commands.Translator):
    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        del context
        return GERMAN.get(str(string)) if locale is discord.Locale.german else None


@pytest.fixture
async def bot(discord_server: DiscordServer) -> AsyncIterator[Bot]:
    """A bot with learners' and moderators' commands, that says back what it got."""
    discord_server.channel("daily")
    bot = Bot(discord_server)
    learners(bot.tree)
    moderators(bot.tree)
    await bot.tree.set_translator(German())
    async with running(bot):
        yield bot


def learners(tree: app_commands.CommandTree[Bot]) -> None:
    group = app_commands.Group(name="quiz", description="The quiz")

    @group.command(name="today", description="Today's question")
    @app_commands.choices(level=[HARD])
    async def today(interaction: discord.Interaction, level: app_commands.Choice[str] | None = None) -> None:
        await interaction.response.send_message(f"today {level and level.value} {interaction.locale}")

    @group.command(name="review", description="Review a topic")
    async def review(interaction: discord.Interaction, topic: str, count: app_commands.Range[int, 1, 5] = 3) -> None:
        await interaction.response.send_message(f"review {topic} {count}")

    @review.autocomplete("topic")
    async def topics(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        del interaction
        return [app_commands.Choice(name=one, value=one) for one in ("lists", "sets") if typed in one]

    @group.command(name="who", description="Somebody, somewhere, with a file")
    async def who(
        interaction: discord.Interaction, member: discord.Member, channel: discord.TextChannel, file: discord.Attachment
    ) -> None:
        said = (await file.read()).decode()
        await interaction.response.send_message(f"{member.display_name} {channel.name} {said}", ephemeral=True)

    tree.add_command(group)

    @tree.command(name="practice", description="For oneself, anywhere")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def practice(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"alone {interaction.is_user_integration()}", ephemeral=True)
        for number in range(6):
            await interaction.followup.send(f"part {number}", ephemeral=True)


def moderators(tree: app_commands.CommandTree[Bot]) -> None:
    admin = app_commands.Group(
        name="quiz-admin",
        description="For moderators",
        default_permissions=discord.Permissions(manage_guild=True),
        guild_only=True,
    )

    @admin.command(name="post", description="Post now")
    async def post(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("posted", ephemeral=True)

    tree.add_command(admin)

    @tree.context_menu(name="Suggest as question")
    async def suggest(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"suggested: {message.content}", ephemeral=True)


async def test_a_command_takes_its_options_by_label_or_value(discord_server: DiscordServer, bot: Bot) -> None:
    ada = discord_server.person("Ada", locale="de")
    assert bot.is_ready()
    await ada.use("/quiz today", level="Hard")
    assert ada.sees("today hard de").buttons == []
    await ada.use("/quiz review", topic="lists", count=5)
    assert ada.sees("review lists 5").private is False


async def test_a_command_can_be_typed_in_ones_own_language(discord_server: DiscordServer, bot: Bot) -> None:
    assert bot.is_ready()
    await discord_server.person("Ada", locale="de").use("/rätsel heute")
    with pytest.raises(NotThere, match="rätsel"):
        await discord_server.person("Bo").use("/rätsel heute")


@pytest.mark.parametrize(
    ("path", "options", "why"),
    [
        ("/quiz", {}, "needs a subcommand"),
        ("/quiz tomorrow", {}, "no 'tomorrow'"),
        ("/quizz today", {}, "offered no /quizz"),
        ("/quiz review", {}, "'topic' is required"),
        ("/quiz review", {"topic": "x", "count": 6}, "takes 1 to 5"),
        ("/quiz review", {"topic": "x", "count": "3"}, "does not take"),
        ("/quiz review", {"topik": "x"}, "no option 'topik'"),
        ("/quiz today", {"level": "Middle"}, "no choice 'Middle'"),
        ("/quiz-admin post", {}, "offered no /quiz-admin"),
    ],
)
async def test_a_client_does_not_send_what_is_not_right(
    discord_server: DiscordServer, bot: Bot, path: str, options: dict[str, Any], why: str
) -> None:
    assert bot.is_ready()
    with pytest.raises(NotThere, match=why):
        await discord_server.person("Ada").use(path, **options)


async def test_people_channels_and_files_arrive_as_what_they_are(discord_server: DiscordServer, bot: Bot) -> None:
    assert bot.is_ready()
    ada, bo = discord_server.person("Ada"), discord_server.person("Bo")
    file = Upload(filename="a.py", data=b"print()", content_type="text/x-python")
    await ada.use("/quiz who", member=bo.user, channel=discord_server.channel("daily"), file=file)
    assert ada.sees("Bo daily print()").private


async def test_an_option_that_completes_itself_offers_names(discord_server: DiscordServer, bot: Bot) -> None:
    assert bot.is_ready()
    ada = discord_server.person("Ada")
    assert await ada.types("/quiz review", "topic", "s") == ["lists", "sets"]
    assert await ada.types("/quiz review", "topic", "li") == ["lists"]
    with pytest.raises(NotThere, match="does not complete"):
        await ada.types("/quiz review", "count", "1")


async def test_moderators_are_offered_more(discord_server: DiscordServer, bot: Bot) -> None:
    assert bot.is_ready()
    mo = discord_server.person("Mo", "manage_guild")
    await mo.use("/quiz-admin post")
    assert mo.sees("posted").private
    with pytest.raises(NotThere):
        await mo.go_direct().use("/quiz-admin post")


async def test_a_command_works_in_direct_messages(discord_server: DiscordServer, bot: Bot) -> None:
    assert bot.is_ready()
    ada = discord_server.person("Ada").go_direct()
    await ada.use("/quiz today")
    assert ada.sees("today None").private is False
    with pytest.raises(NotThere):
        ada.go(discord_server.channel("daily")).sees("today None")


async def test_a_message_command_carries_the_message_also_without_the_intent(
    discord_server: DiscordServer, bot: Bot
) -> None:
    assert bot.is_ready()
    ada, bo = discord_server.person("Ada"), discord_server.person("Bo")
    said = ada.says("why is [] == []?")
    await bo.menu("Suggest as question", on=said)
    assert bo.sees("suggested: why is [] == []?").private
    with pytest.raises(NotThere, match="only \\['Suggest as question'\\]"):
        await bo.menu("Suggest", on=said)


async def test_who_left_can_do_nothing(discord_server: DiscordServer, bot: Bot) -> None:
    assert bot.is_ready()
    ada = discord_server.person("Ada")
    ada.leave()
    with pytest.raises(NotThere):
        await ada.use("/quiz today")


async def test_a_channel_where_commands_are_denied_offers_none(discord_server: DiscordServer, bot: Bot) -> None:
    assert bot.is_ready()
    quiet = discord_server.guild.add_channel("quiet")
    discord_server.guild.overwrite(quiet, discord_server.guild.everyone, deny=["use_application_commands"])
    with pytest.raises(NotThere, match="offered no"):
        await discord_server.person("Ada").go(quiet).use("/quiz today")


async def test_among_friends_only_what_one_installed_oneself_is_offered(
    discord_server: DiscordServer, bot: Bot
) -> None:
    ada = discord_server.person("Ada").go_among_friends()
    with pytest.raises(NotThere, match="only \\['practice'\\]"):
        await ada.use("/quiz today")
    await ada.use("/practice")
    assert ada.sees("alone True").private
    await ada.reads("part 4")
    await discord_server.world.until(lambda: [one for one in discord_server.journal if one.status == 400])
    assert discord_server.journal[-1].answer["code"] == 40094
    with pytest.raises(discord.Forbidden, match="50001"):
        await bot.get_partial_messageable(ada.place.id).send("let me in")
