"""Nothing that is nobody's business is in a log: no token, and no line of a learner's code."""

import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot import logs
from bot.clocks import SystemClock

ROOT = Path(__file__).parents[2]
TOKENS = ("discord-token-1f7a", "xoxb-slack-token-9c2e", "xapp-slack-token-44d0")
MARK = "learner_mark_5b21"
CONVERSATION = f"""\
ada> answer
```python
def fair_shares(cents, people):
    {MARK} = cents
    raise ValueError({MARK!r})
```
ben> answer
```python
def {MARK}(
```
cleo> answer
```python
while True: {MARK} = 1
```
ada> run
```python
print("{MARK}")
```
ada> answer {MARK}
ben> hint
ben> privacy alias {MARK}
ben> board
"""


@pytest.fixture
def restored() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger(logs.OURS)
    before = root.handlers[:], root.level, ours.level
    yield
    root.handlers[:], root.level, ours.level = before


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_a_token_that_an_error_quotes_and_the_values_of_variables_are_not_shown(stream: type[io.StringIO]) -> None:
    out = stream()
    logs.set_up("debug", secrets=[*TOKENS, ""], to=out)

    def broken(answer: str) -> None:
        raise RuntimeError(f"401 for token {TOKENS[0]} ({len(answer)})")

    try:
        broken(MARK * 3)
    except RuntimeError:
        logging.getLogger("some.library").exception("Trouble with %s", TOKENS[1])
        logging.getLogger("bot.chats").exception("chat.broken", extra={"trouble": TOKENS[2]})
    told = out.getvalue()
    assert told.count(logs.HIDDEN) == 4
    assert "RuntimeError" in told
    assert [one for one in (*TOKENS, MARK) if one in told] == []


@pytest.mark.usefixtures("restored")
def test_libraries_are_heard_from_warning_on_and_we_as_the_operator_wants() -> None:
    out = io.StringIO()
    logs.set_up("debug", to=out)
    logging.getLogger("discord.gateway").debug("sent an identify")
    logging.getLogger("discord.gateway").warning("shard.lost")
    logging.getLogger("bot.core").debug("ours")
    assert [json.loads(line)["event"] for line in out.getvalue().splitlines()] == ["shard.lost", "ours"]


@pytest.mark.usefixtures("restored")
def test_what_is_not_shown_can_still_be_counted() -> None:
    out, counted = io.StringIO(), list[str]()
    logs.set_up("error", to=out)

    class Counting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            counted.append(record.getMessage())

    counting = Counting()
    logging.getLogger(logs.OURS).addHandler(counting)
    logging.getLogger("bot.core").info("answer.settled")
    logging.getLogger(logs.OURS).removeHandler(counting)
    assert (counted, out.getvalue()) == (["answer.settled"], "")


def test_the_log_of_a_whole_conversation_holds_no_token_and_no_code(tmp_path: Path) -> None:
    secret, today = tmp_path / "slack", SystemClock().now().date()
    secret.write_text(TOKENS[1])
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "ASKLING_CHATS": "console",
        "ASKLING_LOG_LEVEL": "debug",
        "ASKLING_SCHEDULE": f"daily 00:00 UTC pin={today}:fair-shares,{today + timedelta(days=1)}:fair-shares",
        "ASKLING_DISCORD_TOKEN": TOKENS[0],
        "ASKLING_SLACK_BOT_TOKEN_FILE": str(secret),
        "ASKLING_SLACK_APP_TOKEN": TOKENS[2],
    }
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "ignore", "-m", "bot", "run"],
        cwd=tmp_path, input=CONVERSATION, capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr.count('"event": "answer.settled"') == 4
    assert MARK in done.stdout  # a learner sees their own traceback
    found = [one for one in (*TOKENS, MARK) if one in done.stderr]
    assert found == []
    assert [one for one in TOKENS if one in done.stdout] == []
