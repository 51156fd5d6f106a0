"""Every sentence that people are shown is in the catalogues: what is not stands out in a language made up for it."""

import io
import re
from functools import partial
from pathlib import Path

import pytest

from bot.chats.console import ConsoleChat
from bot.core.contributions import KINDS
from bot.core.hearing import hear
from bot.core.helptexts import TITLES
from bot.core.words import COMMANDS, MODERATOR_COMMANDS
from tests.languages.pseudo import PSEUDO, STEP, texts, unsaid
from tests.scenarios.console_stage import ConsoleStage
from tests.scenarios.stages import playing
from tests.scenarios.transcripts import Step

HERE = Path(__file__).parent
WALKS = sorted(HERE.glob("*.txt"))
_DOCUMENT = re.compile(r"  --- askling-\S+ ---\n.*?\n  --- ", re.DOTALL)
"""What somebody takes with them is data; its keys and reasons are those of the ledger."""
_PYTHONS_OWN = re.compile(r"\b\w+(?:Error|Warning): .*|Traceback .*|File \".*")
"""What Python says is the course."""
SAME = (
    *(name for name, _ in (*COMMANDS, *MODERATOR_COMMANDS)),
    *(", ".join(words) for words in (KINDS, TITLES, ("en", PSEUDO), ("kind", "prompt", "program", "answer", "why"))),
)
"""What stays as it is in every language: commands, and words that are typed."""


async def walked(file: Path, folder: Path) -> tuple[str, list[str]]:
    """What the console shows while people type what a file holds, and the content of all that is shown."""
    out, stage = io.StringIO(), ConsoleStage()
    stage._chat = chat = ConsoleChat(stdin=io.BytesIO(), stdout=out, me="mo", session="s")
    async with playing(stage, folder) as play, play._bot() as world:
        for part in re.split(r"^clock> ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            moment, _, typed = part.partition("\n")
            await play._step(world, Step(number=0, who="clock", text=moment), {})
            chat._stdin = io.BytesIO(typed.encode())
            await chat.listen(partial(hear, world))
    shown = _PYTHONS_OWN.sub("", out.getvalue())
    shown = STEP.sub("▶ ", _DOCUMENT.sub("  --- ", shown))
    asked = [one for one in play.bank.questions() if one.title in shown or str(one.id) in shown]
    return shown, [*texts(asked), file.read_text("utf-8"), *SAME]


@pytest.mark.usefixtures("pseudo_spoken")
@pytest.mark.parametrize("file", WALKS, ids=lambda file: file.stem)
async def test_a_walk_shows_nothing_that_no_catalogue_has(file: Path, tmp_path: Path) -> None:
    shown, content = await walked(file, tmp_path)
    assert "Ȧƞşẇḗř" in shown
    assert unsaid(shown, content) == []


def test_a_sentence_of_no_catalogue_is_found_and_content_is_not() -> None:
    shown = "Ƥǿşŧḗḓ: Half a pizza\n  pin=2026-11-24:half-a-pizza language=qps\n  It is said in English only.\n"
    assert unsaid(shown, ["half a pizza"]) == ["It is said in English only"]
