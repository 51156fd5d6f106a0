"""People at the loopback Slack do what their screen allows, and the workspace lives around them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.testing.clock_contract import ClockContract
from tests.loopback.lines import Line, Lines
from tests.loopback.samples import button, option, plain
from tests.loopback.slack import START, Kind, NotThere, Person, ScaledClock, Slack
from tests.loopback.slack.wire import Json

CHOICES = [
    {
        "type": "actions",
        "elements": [
            button("answer", "Answer"),
            {"type": "overflow", "action_id": "menu", "options": [option("Report", "r"), option("Progress", "p")]},
            {
                "type": "checkboxes",
                "action_id": "topics",
                "options": [option("GIL", "g"), option("Types", "t"), option("Flow", "f")],
            },
        ],
    }
]


@pytest.fixture
async def line(slack: Slack) -> AsyncIterator[Line]:
    async with Lines(slack) as lines:
        yield await lines.open()


@pytest.fixture
async def ana(slack: Slack, client: AsyncWebClient) -> Person:
    await client.chat_postMessage(channel=slack.general.id, text="card", blocks=CHOICES)
    return slack.person("Ana")


async def heard(line: Line, doing: Awaitable[Any]) -> Json:
    task = asyncio.ensure_future(doing)
    envelope = await line.hears()
    await line.acks(envelope)
    await task
    payload: Json = envelope["payload"]
    return payload


async def test_a_press_tells_who_where_and_on_what(slack: Slack, ana: Person, line: Line) -> None:
    payload = await heard(line, ana.presses("Answer"))
    assert payload["user"]["id"] == ana.id
    assert payload["team"]["id"] == slack.home.id
    assert payload["container"]["channel_id"] == payload["channel"]["id"] == slack.general.id
    assert payload["message"]["ts"] == slack.general.messages[0].ts
    assert payload["actions"][0]["value"] == "v"
    assert payload["trigger_id"]
    assert payload["response_url"].startswith(slack.address)


async def test_an_overflow_menu_gives_its_option(ana: Person, line: Line) -> None:
    payload = await heard(line, ana.chooses("Progress"))
    assert payload["actions"][0]["selected_option"]["value"] == "p"


async def test_what_is_ticked_stays_ticked_for_that_person_alone(slack: Slack, ana: Person, line: Line) -> None:
    first = await heard(line, ana.chooses("GIL", "Flow"))
    assert [one["value"] for one in first["actions"][0]["selected_options"]] == ["g", "f"]
    second = await heard(line, ana.presses("Answer"))
    third = await heard(line, slack.person("Ben").presses("Answer"))
    [hers] = second["state"]["values"].values()
    [his] = third["state"]["values"].values()
    assert [one["value"] for one in hers["topics"]["selected_options"]] == ["g", "f"]
    assert his["topics"]["selected_options"] == []


async def test_nobody_chooses_what_is_not_offered(ana: Person) -> None:
    with pytest.raises(NotThere, match="sees no choice of"):
        await ana.chooses("Decorators")
    with pytest.raises(NotThere, match="sees no field"):
        await ana.fills("Answer", "4")
    with pytest.raises(NotThere, match="nothing to submit"):
        await ana.submits()
    with pytest.raises(NotThere, match="no global shortcut"):
        await ana.shortcut("Suggest")


async def test_the_newest_message_is_meant_unless_one_is_named(
    slack: Slack, client: AsyncWebClient, ana: Person, line: Line
) -> None:
    await client.chat_postMessage(channel=slack.general.id, text="card", blocks=CHOICES)
    old, new = slack.general.messages
    assert (await heard(line, ana.presses("Answer")))["message"]["ts"] == new.ts
    assert (await heard(line, ana.presses("Answer", on=old)))["message"]["ts"] == old.ts
    slack.general.messages.remove(old)
    with pytest.raises(NotThere, match="cannot see that message"):
        await ana.presses("Answer", on=old)


async def test_a_person_sees_only_channels_they_are_in(slack: Slack, ana: Person) -> None:
    secret = slack.channel("secret", kind=Kind.PRIVATE)
    secret.members.discard(ana.id)
    with pytest.raises(NotThere, match="not in #secret"):
        ana.goes(secret)
    slack.general.members.discard(ana.id)
    with pytest.raises(NotThere):
        await ana.presses("Answer")


async def test_on_the_home_only_the_home_is_pressed(client: AsyncWebClient, ana: Person, line: Line) -> None:
    home = {"type": "home", "blocks": [{"type": "actions", "elements": [button("mine", "My progress")]}]}
    await client.views_publish(user_id=ana.id, view=home)
    await heard(line, ana.opens_home())
    with pytest.raises(NotThere):
        await ana.presses("Answer")
    payload = await heard(line, ana.presses("My progress"))
    assert (payload["container"]["type"], payload["view"]["type"]) == ("view", "home")
    assert "channel" not in payload


async def test_messages_are_heard_as_far_as_the_app_subscribed(slack: Slack, ana: Person, line: Line) -> None:
    await ana.says("nobody listens in channels")
    assert slack.sent == []
    await ana.opens_direct()
    direct = await heard(line, ana.says("psst"))
    assert (direct["event"]["type"], direct["event"]["channel_type"]) == ("message", "im")
    ana.goes(slack.general)
    mention = await heard(line, ana.says("@askling hello"))
    assert mention["event"]["type"] == "app_mention"
    assert mention["event"]["text"] == f"<@{slack.installation.user}> hello"
    assert mention["authorizations"][0]["user_id"] == slack.installation.user


async def test_an_app_hears_its_own_messages_and_what_becomes_of_others(
    slack: Slack, client: AsyncWebClient, ana: Person, line: Line
) -> None:
    await ana.opens_direct()
    await client.chat_postMessage(channel=ana.id, text="yours")
    own = await line.hears()
    await line.acks(own)
    assert own["payload"]["event"]["bot_id"] == slack.installation.bot_id
    heard_first = asyncio.create_task(ana.says("frist"))
    await line.acks(await line.hears())
    message = await heard_first
    changed = (await heard(line, ana.rewrites(message, "first")))["event"]
    assert (changed["subtype"], changed["message"]["text"], changed["previous_message"]["text"]) == (
        "message_changed",
        "first",
        "frist",
    )
    gone = (await heard(line, ana.withdraws(message)))["event"]
    assert (gone["subtype"], gone["deleted_ts"]) == ("message_deleted", message.ts)
    with pytest.raises(NotThere, match="somebody else's"):
        await ana.withdraws(ana.messages()[0])


async def test_a_message_carries_its_text_escaped_and_its_rich_text_as_it_was_typed(slack: Slack, ana: Person) -> None:
    message = await ana.says("What is this, @askling?\n```\nif a < b:\n    pass\n```")
    assert message.text == f"What is this, <@{slack.installation.user}>?\n```\nif a &lt; b:\n    pass\n```"
    section, code = message.blocks[0]["elements"]
    assert section["elements"][1] == {"type": "user", "user_id": slack.installation.user}
    assert code == {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "if a < b:\n    pass"}]}
    assert "if a < b:" in ana.reads()


async def test_names_in_a_command_become_ids_where_the_manifest_says_so(slack: Slack, ana: Person) -> None:
    await ana.types("/quiz me @ana #general 1<2")
    assert slack.sent[-1]["payload"]["text"] == "me @ana #general 1&lt;2"
    slack.app.escapes = True
    await ana.types("/quiz me @ana #general @nobody")
    told = f"me <@{ana.id}|ana> <#{slack.general.id}|general> @nobody"
    assert slack.sent[-1]["payload"]["text"] == told


async def test_who_was_deactivated_does_nothing_any_more(ana: Person) -> None:
    ana.user.deleted = True
    with pytest.raises(NotThere, match="deactivated"):
        await ana.presses("Answer")


async def test_a_command_in_a_private_channel_does_not_tell_its_name(slack: Slack, ana: Person, line: Line) -> None:
    ana.goes(slack.channel("secret", kind=Kind.PRIVATE))
    assert (await heard(line, ana.types("/quiz")))["channel_name"] == "privategroup"
    await ana.opens_direct()
    assert (await heard(line, ana.types("/quiz")))["channel_name"] == "directmessage"


async def test_people_from_elsewhere_bring_their_own_team(slack: Slack, ana: Person, line: Line) -> None:
    payload = await heard(line, slack.person("Stan", stranger=True).presses("Answer"))
    assert payload["user"]["team_id"] != payload["team"]["id"] == slack.home.id
    assert ana.user.stranger is False


async def test_what_happens_to_channels_and_the_app_is_told(slack: Slack, ana: Person, line: Line) -> None:
    slack.app.events |= {
        "channel_archive", "channel_rename", "channel_deleted", "channel_convert_to_private",
        "member_left_channel", "member_joined_channel", "tokens_revoked",
    }  # fmt: skip
    admin, channel = slack.admin, slack.general
    verbs = [
        admin.archives(channel),
        admin.renames(channel, "quiz"),
        admin.removes(channel),
        admin.invites(channel),
        admin.deletes(channel),
        admin.closes(channel),
    ]
    told = [(await heard(line, verb))["event"]["type"] for verb in verbs]
    assert told == [
        "channel_archive",
        "channel_rename",
        "member_left_channel",
        "member_joined_channel",
        "channel_deleted",
        "channel_convert_to_private",
    ]
    assert (channel.archived, channel.deleted, channel.name, channel.kind) == (True, True, "quiz", Kind.PRIVATE)
    limited = await heard(line, admin.limits_events(slack.home))
    assert limited["type"] == "app_rate_limited"
    assert "event" not in limited
    revoked = await heard(line, admin.uninstalls(slack.installation))
    assert revoked["event"]["tokens"] == {"oauth": [], "bot": [slack.installation.user]}
    assert slack.installation.dead == "account_inactive"
    assert ana.by.dead == "account_inactive"


async def test_a_long_run_forgets_its_beginning() -> None:
    async with Slack(remember=10) as slack:
        ana = slack.person("Ana")
        for _ in range(25):
            await ana.types("/quiz")
        assert len(slack.sent) <= 10
        assert len(slack.responses.urls) <= 10
        last = slack.sent[-1]["payload"]
        assert slack.triggers.spend(last["trigger_id"]) == ana.id


async def test_a_test_that_waits_in_vain_is_told_for_what(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.loopback.slack.changes.PATIENCE", 0)
    ana = slack.person("Ana")
    await ana.says("hello")
    with pytest.raises(AssertionError, match=r"in vain for Ana to see “Right!”; there is:\nhello"):
        await ana.sees("Right!")


async def test_an_app_that_never_acknowledges_is_named(
    slack: Slack, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.loopback.slack.deliveries.PATIENCE", 0)
    with pytest.raises(AssertionError, match="move the platform's clock on"):
        await slack.person("Ana").types("/quiz")
    assert line.said


def _sections(words: str) -> list[Json]:
    return [{"type": "section", "text": plain(words)}]


async def test_a_screen_shows_what_was_changed(slack: Slack, client: AsyncWebClient, ana: Person) -> None:
    posted = await client.chat_postMessage(channel=slack.general.id, text="open", blocks=_sections("open"))
    await client.chat_update(channel=slack.general.id, ts=posted["ts"], text="closed", blocks=_sections("closed"))
    message = await ana.sees("closed")
    assert message.edited
    assert message.history == ["open"]


class TestScaledClock(ClockContract):
    @pytest.fixture
    async def clock(self) -> ScaledClock:
        return ScaledClock(START, scale=0.001)

    async def test_a_minute_passes_in_a_moment(self, clock: ScaledClock) -> None:
        before = clock.now()
        await clock.sleep_until(START.replace(minute=1))
        assert clock.now() >= START.replace(minute=1) > before
