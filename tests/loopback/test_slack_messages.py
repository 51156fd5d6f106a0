"""Messages of the loopback Slack, through the real slack_sdk."""

from datetime import timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.testing.clocks import FakeClock
from tests.loopback.refusals import refusal
from tests.loopback.samples import button, card, plain
from tests.loopback.slack import Kind, Slack, readable

METADATA = {"event_type": "question", "event_payload": {"key": "2026-03-02"}}


async def test_a_message_is_seen_by_everybody_in_the_channel_and_by_nobody_else(
    slack: Slack, client: AsyncWebClient
) -> None:
    ana = slack.person("Ana")
    secret = slack.channel("secret", kind=Kind.PRIVATE)
    ben = slack.person("Ben")
    await client.chat_postMessage(channel=slack.general.id, text="hello")
    await client.chat_postMessage(channel=secret.id, text="psst")
    assert [ana.reads(), ben.reads()] == ["hello", "hello"]
    assert ana.reads(secret) == "psst"
    assert ben.reads(secret) == ""


async def test_metadata_is_kept_and_given_back_only_to_those_who_ask(slack: Slack, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=slack.general.id, text="hello", metadata=METADATA)
    silent = await client.conversations_history(channel=slack.general.id)
    told = await client.conversations_history(channel=slack.general.id, include_all_metadata=True)
    assert "metadata" not in silent["messages"][0]
    assert told["messages"][0]["metadata"] == METADATA
    await client.chat_update(channel=slack.general.id, ts=posted["ts"], text="changed")
    told = await client.conversations_history(channel=slack.general.id, include_all_metadata=True)
    assert told["messages"][0]["metadata"] == METADATA, "an update that does not speak of it keeps it"
    assert told["messages"][0]["text"] == "changed"


async def test_history_is_read_page_by_page_newest_first_without_replies(slack: Slack, client: AsyncWebClient) -> None:
    posted = [await client.chat_postMessage(channel=slack.general.id, text=f"{n}") for n in range(5)]
    await client.chat_postMessage(channel=slack.general.id, text="below", thread_ts=posted[0]["ts"])
    first = await client.conversations_history(channel=slack.general.id, limit=3)
    rest = await client.conversations_history(
        channel=slack.general.id, limit=3, cursor=first["response_metadata"]["next_cursor"]
    )
    assert [one["text"] for one in [*first["messages"], *rest["messages"]]] == ["4", "3", "2", "1", "0"]
    assert (first["has_more"], rest["has_more"]) == (True, False)
    since = await client.conversations_history(channel=slack.general.id, oldest=posted[3]["ts"])
    assert [one["text"] for one in since["messages"]] == ["4"]
    thread = await client.conversations_replies(channel=slack.general.id, ts=posted[0]["ts"])
    assert [one["text"] for one in thread["messages"]] == ["0", "below"]


async def test_an_ephemeral_message_is_for_one_person_and_cannot_be_updated(
    slack: Slack, client: AsyncWebClient
) -> None:
    ana, ben = slack.person("Ana"), slack.person("Ben")
    sent = await client.chat_postEphemeral(channel=slack.general.id, user=ana.id, text="Right!")
    assert (ana.reads(), ben.reads()) == ("Right!", "")
    update = client.chat_update(channel=slack.general.id, ts=sent["message_ts"], text="Wrong!")
    assert await refusal(update) == "message_not_found"
    ben_only = slack.channel("bens", kind=Kind.PRIVATE)
    ben_only.members.discard(ana.id)
    assert await refusal(client.chat_postEphemeral(channel=ben_only.id, user=ana.id, text="x")) == "user_not_in_channel"


async def test_a_thread_hangs_below_its_message(slack: Slack, client: AsyncWebClient) -> None:
    above = await client.chat_postMessage(channel=slack.general.id, text="above")
    below = await client.chat_postMessage(channel=slack.general.id, text="below", thread_ts=above["ts"])
    assert below["message"]["thread_ts"] == above["ts"]
    lost = client.chat_postMessage(channel=slack.general.id, text="lost", thread_ts="1.000001")
    assert await refusal(lost) == "cannot_reply_to_message"


async def test_a_direct_message_is_opened_by_the_persons_id(slack: Slack, client: AsyncWebClient) -> None:
    ana = slack.person("Ana")
    opened = await client.conversations_open(users=ana.id)
    posted = await client.chat_postMessage(channel=ana.id, text="psst")
    assert posted["channel"] == opened["channel"]["id"]
    assert ana.reads(await ana.opens_direct()) == "psst"


@pytest.mark.parametrize(
    ("state", "error"),
    [
        ({"archived": True}, "is_archived"),
        ({"deleted": True}, "channel_not_found"),
        ({"refuses": "restricted_action_read_only_channel"}, "restricted_action_read_only_channel"),
        ({"refuses": "restricted_action_thread_only_channel"}, "restricted_action_thread_only_channel"),
    ],
)
async def test_a_channel_can_refuse(slack: Slack, client: AsyncWebClient, state: dict[str, str], error: str) -> None:
    for name, value in state.items():
        setattr(slack.general, name, value)
    assert await refusal(client.chat_postMessage(channel=slack.general.id, text="x")) == error


async def test_a_bot_that_was_removed_cannot_post_and_does_not_see_a_channel_made_private(
    slack: Slack, client: AsyncWebClient
) -> None:
    slack.general.members.discard(slack.installation.user)
    assert await refusal(client.chat_postMessage(channel=slack.general.id, text="x")) == "not_in_channel"
    slack.general.kind = Kind.PRIVATE
    assert await refusal(client.chat_postMessage(channel=slack.general.id, text="x")) == "channel_not_found"


async def test_an_app_changes_and_deletes_its_own_messages_only(slack: Slack, client: AsyncWebClient) -> None:
    ana = slack.person("Ana")
    hers = await ana.says("mine")
    mine = await client.chat_postMessage(channel=slack.general.id, text="ours")
    channel = slack.general.id
    assert await refusal(client.chat_update(channel=channel, ts=hers.ts, text="x")) == "cant_update_message"
    assert await refusal(client.chat_delete(channel=channel, ts=hers.ts)) == "cant_delete_message"
    await client.chat_delete(channel=channel, ts=mine["ts"])
    assert ana.reads() == "mine"
    assert await refusal(client.chat_update(channel=channel, ts=mine["ts"], text="x")) == "message_not_found"


async def test_rich_text_is_not_replaced_by_what_is_none(slack: Slack, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=slack.general.id, text="card", blocks=card())
    where = {"channel": slack.general.id, "ts": posted["ts"], "text": "closed"}
    plainly = [{"type": "section", "text": plain("closed")}]
    assert await refusal(client.chat_update(**where, blocks=plainly)) == "block_mismatch"
    await client.chat_update(**where, blocks=[card()[1], *plainly])
    assert readable(slack.general.messages[0]) == "print(1)\nclosed"


async def test_texts_have_their_lengths(slack: Slack, client: AsyncWebClient) -> None:
    channel = slack.general.id
    posted = await client.chat_postMessage(channel=channel, text="x" * 40_001)
    assert posted["response_metadata"]["warnings"] == ["message_truncated"]
    assert len(slack.general.messages[0].text) == 40_000
    assert await refusal(client.chat_update(channel=channel, ts=posted["ts"], text="x" * 4001)) == "msg_too_long"
    nothing = client.api_call("chat.postMessage", json={"channel": channel})
    assert await refusal(nothing) == "no_text"
    both = client.api_call("chat.postMessage", json={"channel": channel, "text": "a", "markdown_text": "b"})
    assert await refusal(both) == "markdown_text_conflict"
    heavy = [{"type": "section", "text": plain("x" * 2900)} for _ in range(5)]
    assert await refusal(client.chat_postMessage(channel=channel, text="x", blocks=heavy)) == "msg_blocks_too_long"


async def test_a_slack_that_does_not_know_a_block_yet_refuses_it(slack: Slack, client: AsyncWebClient) -> None:
    slack.unsupported.add("data_table")
    post = client.chat_postMessage(channel=slack.general.id, text="board", blocks=card())
    assert await refusal(post) == "invalid_blocks"
    assert slack.general.messages == []


async def test_what_is_wrong_with_blocks_is_told_and_written_down(slack: Slack, client: AsyncWebClient) -> None:
    blocks = [{"type": "actions", "elements": [button("a"), button("a")]}]
    assert await refusal(client.chat_postMessage(channel=slack.general.id, text="x", blocks=blocks)) == "invalid_blocks"
    assert slack.problems == ["chat.postMessage: action_id a is there 2 times [json-pointer:/blocks/0]"]
    slack.problems.clear()


async def test_blocks_without_a_text_are_a_problem_for_those_who_listen(slack: Slack, client: AsyncWebClient) -> None:
    with pytest.warns(UserWarning, match="text"):
        await client.chat_postMessage(channel=slack.general.id, blocks=[{"type": "divider"}])
    assert "screen readers" in slack.problems.pop()


async def test_blocks_can_be_validated_without_sending_them(slack: Slack, client: AsyncWebClient) -> None:
    good = await client.api_call("blocks.validate", json={"blocks": card()})
    assert good["ok"]
    bad = card()
    bad[0]["text"]["text"] = "x" * 151
    call = client.api_call("blocks.validate", json={"message": {"text": "x", "blocks": bad}})
    assert await refusal(call) == "invalid_message"
    [told, *_] = slack.calls[-1].answer["errors"]
    assert told["pointer"] == "/blocks/0/text"
    assert await refusal(client.api_call("blocks.validate", json={})) == "invalid_arguments"


async def test_a_message_for_later_arrives_when_the_clock_says_so(slack: Slack, client: AsyncWebClient) -> None:
    assert isinstance(slack.clock, FakeClock)
    now = int(slack.clock.now().timestamp())
    channel = slack.general.id
    await client.chat_scheduleMessage(channel=channel, text="later", post_at=now + 3600)
    assert slack.general.messages == []
    await slack.clock.advance(timedelta(hours=1))
    await slack.until(lambda: slack.general.messages)
    past = client.chat_scheduleMessage(channel=channel, text="x", post_at=now)
    assert await refusal(past) == "time_in_past"
    far = client.chat_scheduleMessage(channel=channel, text="x", post_at=now + 121 * 86400)
    assert await refusal(far) == "time_too_far"
    for _ in range(30):
        await client.chat_scheduleMessage(channel=channel, text="x", post_at=now + 7200)
    many = client.chat_scheduleMessage(channel=channel, text="x", post_at=now + 7200)
    assert await refusal(many) == "restricted_too_many"


async def test_reactions_and_permalinks(slack: Slack, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=slack.general.id, text="x")
    where = {"channel": slack.general.id, "timestamp": posted["ts"]}
    await client.reactions_add(**where, name="tada")
    assert await refusal(client.reactions_add(**where, name="tada")) == "already_reacted"
    assert slack.general.messages[0].reactions == {"tada": [slack.installation.user]}
    link = await client.chat_getPermalink(channel=slack.general.id, message_ts=posted["ts"])
    assert link["permalink"].startswith(f"https://study.slack.com/archives/{slack.general.id}/p")
