"""One question on one Python version: a notebook of what does not hold, and the few ways to run something."""

import re
from collections.abc import Sequence

from bot.bank.problems import Problem
from bot.bank.proving.compiling import COMPILE
from bot.bank.sheets import Sheet, Snippet
from bot.bank.wordings import ending, padded, where
from bot.core.ports import Judge
from bot.quiz.grading import probes
from bot.quiz.pythons import Version
from bot.quiz.runs import Job, Probe, Reply, Returned, Run, Silent
from bot.quiz.tasks import Blanks, Coding
from bot.quiz.verdicts import Outcome

ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{6,}")
CALLS = 150
"""Calls of one job: what they print and give has to fit into one reply channel."""
_WARNING = re.compile(r"\b((?:Syntax|Deprecation)Warning): ([^\n]*)")
_TOLERANT = {"python broken", "python wrong"}
"""Blocks whose mistake may well be one that the compiler warns about."""


class Trial:
    """Collects the problems of one sheet on one version; a problem's text does not name the version."""

    def __init__(self, sheet: Sheet, judge: Judge, version: Version, *, seed: int = 0, deep: bool = True) -> None:
        """A sheet's notebook.

        Args:
            sheet: what is proved.
            judge: runs everything.
            version: on this Python.
            seed: with this PYTHONHASHSEED, on which the order of a set of texts hangs.
            deep: also try what differs between versions in theory only: mutants, and orders near the right one.
        """
        self.sheet = sheet
        self.judge = judge
        self.version = version
        self.seed = seed
        self.deep = deep
        self.problems: list[Problem] = []

    def note(self, line: int, text: str, fix: str) -> None:
        """Something does not hold."""
        self.problems.append(self.sheet.problem(line, text, fix))

    async def run(self, code: Snippet) -> Run:
        """Run a block; what learners see of it must not warn or show addresses."""
        run = await self.judged(code.code)
        if code.role == "python run":
            self.look_at(code, run)
        return run

    async def asked(self, source: str, calls: Sequence[str]) -> Run:
        """Put calls to a source of our own."""
        return await self.judged(source, tuple(Probe(call=call) for call in calls))

    async def asked_all(self, source: str, calls: Sequence[str]) -> list[Reply]:
        """Put many calls, some at a time. A judge that gave up on the rest, after calls that hang, is asked again."""
        replies: list[Reply] = []
        while len(replies) < len(calls):
            batch = calls[len(replies) : len(replies) + CALLS]
            run = await self.asked(source, batch)
            told = list(padded(run, len(batch)))
            while told and isinstance(told[-1], Silent):
                told.pop()
            replies += told
            if len(told) < len(batch):
                replies.append(Silent(reason=run.detail or "no reply came"))
        return replies

    async def tried(self, source: str, task: Coding | Blanks) -> Run:
        """Put the cases to a source, as to a learner's."""
        return await self.judged(source, probes(task.cases))

    async def judged(self, source: str, put: tuple[Probe, ...] = ()) -> Run:
        """Run a source on this trial's Python, and put probes to it."""
        return await self.judge.run(Job(source=source, probes=put, python=self.version, hash_seed=self.seed))

    async def ends(self, code: Snippet) -> None:
        """A program that is shown beside the question may crash, and has to end."""
        run = await self.run(code)
        if run.outcome not in (Outcome.PASSED, Outcome.CRASHED, Outcome.EXITED):
            self.note(code.line, f"the program {ending(run)}", "Shorten it.")

    async def loads(self, code: Snippet, run: Run, name: str) -> bool:
        """Whether code is there to be called at all; asked only when no case came back with a value."""
        if any(isinstance(reply, Returned) for reply in run.replies):
            return True
        alone = await self.run(code)
        if alone.outcome is not Outcome.PASSED:
            what = f"{name} does not even load: it {ending(alone)}"
            self.note(where(code, alone.stderr), what, "Mend it, so that it is the cases that decide.")
        return alone.outcome is Outcome.PASSED

    async def all_compile(self, *blocks: Snippet) -> bool:
        """Whether all blocks are Python here; warnings are noted too, where learners would see them."""
        run = await self.asked(COMPILE, [f"complaint({one.code!r})" for one in blocks])
        fits = True
        for one, reply in zip(blocks, padded(run, len(blocks)), strict=True):
            match reply:
                case Returned(value=None):
                    continue
                case Returned(value=("ignore", int(line), str(message))):
                    what = f"the `{one.role}` block is no Python: {message}"
                    fix = 'Mend it, or say which versions the question is for: `python = ">=3.12"`.'
                    self.note(one.line + line - 1, what, fix)
                    fits = False
                case Returned(value=("error", int(line), str(message))):
                    if one.role not in _TOLERANT:
                        what = f"the `{one.role}` block makes the compiler warn: {message}"
                        self.note(one.line + line - 1, what, "Write it so that Python has nothing to warn of.")
                case _:
                    self.note(one.line, f"the `{one.role}` block cannot be compiled", "Make it simpler.")
                    fits = False
        return fits

    def look_at(self, code: Snippet, run: Run) -> None:
        """Note addresses in what a program printed, and warnings it caused."""
        if ADDRESS.search(run.stdout):
            fix = "Print something that is the same in every run."
            self.note(code.line, "the program prints a memory address", fix)
        known = "\n".join(problem.text for problem in self.problems)
        for warning, message in _WARNING.findall(run.stderr):
            if message not in known:  # else it is the compiler's warning, which is noted with its line
                self.note(code.line, f"the program causes a {warning}: {message}", "Write it without.")
