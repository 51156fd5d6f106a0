"""A judge that knows beforehand what will have happened."""

from collections.abc import Callable

from bot.core.ports import Waiting
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Job, Run


class ScriptedJudge:
    """Keeps the port `Judge` without running anything: it answers by a script and remembers its jobs."""

    def __init__(self, script: Callable[[Job], Run]) -> None:
        self._script = script
        self.jobs: list[Job] = []
        self.places: tuple[int, ...] = ()
        """Places in the queue that everybody passes through."""
        self.away = False
        """Set it, and every run is trouble until it is unset."""

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        """What the script says."""
        if self.away:
            raise JudgeTrouble("The judge is away.")
        if waiting is not None:
            for place in self.places:
                waiting(place)
        self.jobs.append(job)
        return self._script(job)
