"""Whatever comes in is acknowledged, and whatever is in it stays what it is."""

import copy
import random

import pytest

from bot.chats.slack.inbox import said, unescaped
from bot.chats.slack.quotes import straight
from bot.core.messages import Command, Submission
from bot.core.messages import Person as Doer
from bot.quiz.ids import Address, Place, SubmissionId
from bot.testing.questions import a_coding
from tests.chats.slack.rooms import Room, answers, running
from tests.loopback.slack import Ack, Person, Shortcut, Silence, Slack
from tests.loopback.slack.wire import Json

WHO = Doer(address=Address("slack:T1:U1"), name="ada")
PLACE = Place("slack:T1:C1")


async def a_day(room: Room, ada: Person, ben: Person) -> None:
    """A bit of everything that people can send."""
    await room.begins(ada)
    await answers(ben, "option 0", on="Prompt of choice")
    await ben.sees_modal("✓ Right")
    await ben.presses("My progress")
    await ben.sees_modal("rank")
    await ben.closes()
    await ben.presses("Hint", on=await ben.sees("Prompt of choice"))
    await ben.shortcut("Suggest a quiz question")
    await ben.sees_modal("Suggest")
    await ben.closes()
    await ben.says("@askling help")
    if ben.modal:
        await ben.closes(everything=True)
    await ben.opens_home()
    await room.slack.until(lambda: ben.home_text)
    await ben.presses("Today")
    await ben.opens_direct()
    if ben.modal:
        await ben.closes(everything=True)
    await ben.says("me")


def without(payload: Json, chance: random.Random) -> Json:
    """A copy from which some keys were taken, or got another kind of value."""
    out = copy.deepcopy(payload)
    node = out
    while True:
        name = chance.choice(list(node))
        if isinstance(node[name], dict) and node[name] and chance.random() < 0.7:
            node = node[name]
            continue
        if chance.random() < 0.5:
            del node[name]
        else:
            node[name] = chance.choice([None, [], {}, "", 0, "x" * 9000])
        return out


async def test_mutilated_payloads_are_acknowledged_and_break_nothing(
    room: Room, slack: Slack, ada: Person, ben: Person
) -> None:
    slack.app.shortcuts = (Shortcut(name="Suggest a quiz question", kind="global", callback_id="suggest"),)
    await a_day(room, ada, ben)
    kinds = {"slash_commands": "command", "interactive": "interaction", "events_api": "event"}
    sent = [(kinds[one["type"]], one["payload"]) for one in slack.sent]
    chance = random.Random(5)  # noqa: S311 - chance that has to be the same twice
    outcomes = []
    for kind, payload in sent * 6:
        outcomes.append(await slack.deliveries.patient(kind, without(payload, chance)))
    silent = [one for one in outcomes if isinstance(one, Silence)]
    assert silent == []
    await ada.types("/quiz help")
    await ada.sees("the leaderboard")


EVENTS = [
    {"type": "app_uninstalled"},
    {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["U1"]}},
    {"type": "channel_rename", "channel": {"id": "C1", "name": "new"}},
    {"type": "channel_deleted", "channel": "C1"},
    {"type": "group_left", "channel": "C1"},
    {"type": "something_new"},
    {"type": "message", "subtype": "message_changed", "channel": "C1"},
    {"type": "message", "subtype": "bot_message", "bot_id": "B9", "channel": "D1", "text": "today"},
    {"type": "message", "user": "U1", "bot_id": "B9", "channel": "D1", "text": "today", "ts": "1.2"},
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda one: one.get("subtype") or one["type"])
async def test_events_we_do_nothing_with_are_acknowledged(event: Json, room: Room, slack: Slack) -> None:
    before = len(slack.calls)
    envelope = await slack.happens(event)
    assert isinstance(await slack.again(envelope), Ack)
    assert len(slack.calls) == before
    assert room.chat.ready()


async def test_a_notice_of_too_many_events_is_acknowledged(room: Room, slack: Slack) -> None:
    notice = {"type": "app_rate_limited", "team_id": slack.home.id, "minute_rate_limited": 1, "api_app_id": "A1"}
    assert isinstance(await slack.deliveries.patient("event", notice), Ack)
    assert room.chat.ready()


async def test_a_workspace_we_are_not_in_is_acknowledged(room: Room, slack: Slack) -> None:
    stranger = slack.install(slack.workspace("Other", "other"))
    eve = slack.person("Eve", workspace=stranger.workspace)
    slack.channel("theirs", workspace=stranger.workspace)
    eve.goes(next(iter(stranger.workspace.channels.values())))
    assert isinstance(await eve.types("/quiz today"), Ack)
    assert room.chat.ready()


HOSTILE = [
    "def double(x):\r\n    return x + x\r\n",
    "def double(x):\n    '''</@U123> ```` <!channel> &lt;'''\n    return x + x",
    "def double(x):\n    '\U0001d54f \u200b\u202e \U0001f600'\n    return x + x",
    "def double(x):  # don’t “quote” me…\n    return x + x",
    "def double(x):\n    “it’s”\n    return x + x" + "\n#" + "\U0001f600" * 900,
]


@pytest.mark.parametrize("code", HOSTILE, ids=range(len(HOSTILE)))
async def test_strange_code_arrives_as_it_was_written(code: str, slack: Slack, ada: Person, ben: Person) -> None:
    async with running(Room(slack, a_coding())) as room:
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("Prompt of double"))
        await ben.sees_modal("Your code")
        await ben.fills("Your code", code)
        await ben.submits()
        await ben.sees_modal("✓ Right")
        arrived = room.day.judge.jobs[-1].source
    assert arrived.replace('"it’s"', "“it’s”").split() == code.split()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("print(“hello”)", 'print("hello")'),
        ("print(‘hello’)", "print('hello')"),
        ("print(“it’s”)", 'print("it’s")'),
        ("print('it’s')", "print('it’s')"),
        ('print("“quoted”")', 'print("“quoted”")'),
        ("x = “” + ‘’", "x = \"\" + ''"),
        ("“““doc”””", '"""doc"""'),
        ("f“{x}” + r’a’", "f\"{x}\" + r'a'"),
        ("x = [1, …]", "x = [1, ...]"),
        ("x\u00a0=\u00a01", "x = 1"),
        ("# don’t “touch”\nx = “a”", '# don’t “touch”\nx = "a"'),
        ("“a\\”b”", '"a\\”b"'),
        ("I don’t know", "I don't know"),
        ("“unclosed\nx = ‘a’", "\"unclosed\nx = 'a'"),
        ("", ""),
        ("\\", "\\"),
    ],
)
def test_curly_quotes_are_straightened_where_they_make_strings(written: str, meant: str) -> None:
    assert straight(written) == meant
    assert straight(meant) == meant


def test_text_is_what_was_typed() -> None:
    assert unescaped("a &lt; b &amp;&amp; c &gt; d &amp;lt;") == "a < b && c > d &lt;"
    assert unescaped("see <http://x.me|x.me> or <https://y.org/a?b=c>") == "see x.me or https://y.org/a?b=c"
    assert unescaped("<#C1|general> <@U1>") == "<#C1|general> <@U1>"


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("", "today", ""),
        ("board week", "board", "week"),
        ("  Board   topic names ", "board", "topic names"),
        ("?", "help", ""),
        ("admin queue", "queue", ""),
        ("/quiz-admin pin half-a-pizza 2026-12-24", "pin", "half-a-pizza 2026-12-24"),
        ("answer", "answer", ""),
        ("run ```\nprint(“a”)\n```", "run", '```\nprint("a")\n```'),
        ("adjust Ada +5 don’t ask", "adjust", "Ada +5 don’t ask"),
    ],
)
def test_a_line_is_a_command(line: str, name: str, text: str) -> None:
    deed = said(line, WHO, PLACE, SubmissionId("1"))
    assert isinstance(deed, Command)
    assert (deed.name, deed.text) == (name, text)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("b", "b"),
        ("a, c", "a, c"),
        ("answer 42", "42"),
        ("answer x\n  y", "x\n  y"),
        ("```\nx = 1\n```", "```\nx = 1\n```"),
    ],
)
def test_a_line_is_an_answer(line: str, answer: str) -> None:
    deed = said(line, WHO, PLACE, SubmissionId("1"))
    assert isinstance(deed, Submission)
    assert deed.answer == answer
