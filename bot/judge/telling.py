"""What is said between a bot and a judge in another process: one JSON object a line, in both directions.

| from | line | meaning |
|---|---|---|
| judge | `{"versions": [[3, 11]]}` | hello: the Pythons it can run |
| bot | `{"id": 7, "job": {…}}` | run this |
| bot | `{"id": 7}` | never mind |
| judge | `{"id": 7, "place": 3}` | it waits, as the third |
| judge | `{"id": 7, "endings": [{…}]}` | what came of each child, unjudged |
| judge | `{"id": 7, "trouble": "JudgeBusy", "why": "…"}` | it was not run |

So the judge's process is believed no more than a child is: reading what the children said is the bot's.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from bot.judge.outcomes import Ending
from bot.quiz.errors import JudgeBusy, JudgeClosing, JudgeTrouble, NoFloor
from bot.quiz.runs import Job

LINE_BYTES = 4 * 1024 * 1024
"""Of one line; the largest there are hold what four children printed and said, in base64."""
TROUBLES = {one.__name__: one for one in (JudgeTrouble, NoFloor, JudgeBusy, JudgeClosing)}


class _Line(BaseModel):
    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64", frozen=True)

    def as_bytes(self) -> bytes:
        """As it travels."""
        return self.model_dump_json(exclude_none=True).encode() + b"\n"


class Hello(_Line):
    """The judge's first line."""

    versions: tuple[tuple[int, int], ...]


class Request(_Line):
    """Run a job, or forget it."""

    id: int
    job: Job | None = None


class Place(_Line):
    """A job waits."""

    id: int
    place: int


class Done(_Line):
    """A job was run."""

    id: int
    endings: Annotated[tuple[Ending, ...], Field(min_length=1)]


class Failed(_Line):
    """A job was not run."""

    id: int
    trouble: str
    why: str

    def error(self) -> JudgeTrouble:
        """As the judge raised it."""
        return TROUBLES.get(self.trouble, JudgeTrouble)(self.why)


REPLY: TypeAdapter[Place | Done | Failed] = TypeAdapter(Place | Done | Failed)
