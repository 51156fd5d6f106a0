"""One question on one Python version: runs what its author claims, in the jail, and notes what does not hold."""

import re

from bot.bank.choices import spoken
from bot.bank.problems import Problem, brief
from bot.bank.sheets import ChoiceProof, CodingProof, OutputProof, Sheet, Snippet
from bot.bank.wordings import answer, ending, failure, padded, wanted, where, word
from bot.core.ports import Judge
from bot.quiz.answers import Code
from bot.quiz.grading import grade_cases, job_for, normalised
from bot.quiz.pythons import Version
from bot.quiz.questions import Choice, Coding, Output
from bot.quiz.runs import Job, Probe, Raised, Returned, Run, Silent
from bot.quiz.verdicts import Outcome

SLOW_SECONDS = 0.2
"""A reference solution has to leave learners, who write slower code on slower days, some room."""

_ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{6,}")
_WARNING = re.compile(r"\b((?:Syntax|Deprecation)Warning): ([^\n]*)")
_TOLERANT = {"python broken", "python wrong"}
"""Blocks whose mistake may well be one that the compiler warns about."""

_COMPILE = """\
import warnings

def complaint(code):
    for action in ("ignore", "error"):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter(action)
                compile(code, "question", "exec", dont_inherit=True)
        except SyntaxError as error:
            return action, error.lineno or 1, error.msg
        except ValueError as error:
            return action, 1, str(error)
    return None
"""
"""Runs inside the jail. A warning turned into an error is a SyntaxError too, so the two are told apart by order."""


class Trial:
    """Collects the problems of one sheet on one version; a problem's text does not name the version."""

    def __init__(self, sheet: Sheet, judge: Judge, version: Version) -> None:
        self.sheet = sheet
        self.judge = judge
        self.version = version
        self.problems: list[Problem] = []

    async def prove(self) -> tuple[Problem, ...]:
        """Run all that the question's kind asks for.

        Raises:
            JudgeTrouble: the judge could not work.
        """
        match self.sheet.proof, self.sheet.question.task:
            case ChoiceProof() as proof, Choice() as task:
                await self._choice(proof, task)
            case OutputProof() as proof, Output() as task:
                await self._output(proof, task)
            case CodingProof() as proof, Coding() as task:
                await self._coding(proof, task)
        return tuple(dict.fromkeys(self.problems))

    async def _choice(self, proof: ChoiceProof, task: Choice) -> None:
        blocks = [one for one in (proof.run, proof.check, *proof.asserts) if one]
        if not (blocks and await self._all_compile(*blocks)):
            return
        if proof.run:
            run = await self._run(proof.run)
            if run.outcome not in (Outcome.PASSED, Outcome.CRASHED, Outcome.EXITED):
                self._note(proof.run.line, f"the program {ending(run)}", "Shorten it.")
        for one in proof.asserts:
            run = await self._run(one)
            if run.outcome is not Outcome.PASSED:
                self._note(where(one, run.stderr), f"the proof {ending(run)}", "Mend the claim or its proof.")
        if proof.check:
            await self._options(proof.check, proof.option_lines, task)

    async def _options(self, check: Snippet, lines: tuple[int, ...], task: Choice) -> None:
        probes = tuple(Probe(call=f"correct({spoken(option.text)!r})") for option in task.options)
        run = await self.judge.run(Job(source=check.code, probes=probes, python=self.version))
        failures: dict[str, list[str]] = {}
        for line, option, reply in zip(lines, task.options, padded(run, len(probes)), strict=True):
            match reply:
                case Returned(value=bool() as value):
                    if value is not option.right:
                        says = f"the box of {brief(option.text)} says {word(right=option.right)}"
                        self._note(line, f"{says}, the check says {word(right=value)}", "Change the box or the check.")
                case Returned():
                    failures.setdefault(f"gives {brief(reply.shown)}", []).append(brief(option.text))
                case Raised() | Silent():
                    failures.setdefault(failure(reply, run), []).append(brief(option.text))
        for what, options in failures.items():
            whom = "" if len(options) == len(task.options) else f" for {', '.join(options)}"
            self._note(check.line, f"the check {what}{whom}", "`correct(option)` has to return True or False.")

    async def _output(self, proof: OutputProof, task: Output) -> None:
        if not await self._all_compile(proof.run):
            return
        run = await self._run(proof.run)
        if run.outcome is not Outcome.PASSED:
            fix = "A question about output needs a program that runs to its end."
            self._note(where(proof.run, run.stderr), f"the program {ending(run)}", fix)
            return
        key = task.printed(self.version)
        if normalised(run.stdout) != normalised(key) and not _ADDRESS.search(run.stdout):
            line = next(at for at, one in zip(proof.key_lines, task.keys, strict=True) if self.version in one.python)
            what = f"the program prints {brief(run.stdout)}, the key says {brief(key)}"
            fix = 'Copy what is printed into the block; where versions differ, each has its own: `py=">=3.15"`.'
            self._note(line, what, fix)

    async def _coding(self, proof: CodingProof, task: Coding) -> None:
        if not await self._all_compile(proof.given, *proof.solutions, *proof.mistakes):
            return
        name = "broken code" if task.broken else "starter"
        fix = "It has to load, and to fail at least one case."
        await self._fails(proof.given, task, f"the {name}", fix)
        for one in proof.mistakes:
            fix = f"Add a case that it fails; its mistake: {brief(one.why, 200)}"
            await self._fails(one, task, "this wrong solution", fix)
        for one in proof.solutions:
            await self._solves(one, task, proof.case_lines)

    async def _fails(self, code: Snippet, task: Coding, name: str, fix: str) -> None:
        run = await self._judged(code, task)
        if all(case.passed for case in grade_cases(task.cases, run)):
            self._note(code.line, f"{name} passes every case", fix)
        else:
            await self._loads(code, run, name)

    async def _loads(self, code: Snippet, run: Run, name: str) -> bool:
        """Whether code is there to be called at all; asked only when no case came back with a value."""
        if any(isinstance(reply, Returned) for reply in run.replies):
            return True
        alone = await self._run(code)
        if alone.outcome is not Outcome.PASSED:
            what = f"{name} does not even load: it {ending(alone)}"
            self._note(where(code, alone.stderr), what, "Mend it, so that it is the cases that decide.")
        return alone.outcome is Outcome.PASSED

    async def _solves(self, code: Snippet, task: Coding, lines: tuple[int, ...]) -> None:
        run = await self._judged(code, task)
        if not await self._loads(code, run, "the solution"):
            return
        if run.outcome is not Outcome.PASSED:
            self._note(code.line, f"the solution {ending(run)}", "Mend the solution.")
            return
        graded = zip(lines, task.cases, padded(run, len(lines)), grade_cases(task.cases, run), strict=True)
        for line, case, reply, verdict in graded:
            if not verdict.passed:
                what = f"the case expects {wanted(case)}, the solution on line {code.line} {answer(reply)}"
                self._note(line, what, "Mend the one that is wrong.")
        seconds = run.seconds
        if seconds > SLOW_SECONDS:  # once more: the machine may have been busy
            seconds = min(seconds, (await self._judged(code, task)).seconds)
        if seconds > SLOW_SECONDS:
            what = f"the solution takes more than {SLOW_SECONDS * 1000:.0f} ms for all cases"
            self._note(code.line, what, "Use smaller inputs, or a faster solution.")

    async def _all_compile(self, *blocks: Snippet) -> bool:
        """Whether all blocks are Python here; warnings are noted too, where learners would see them."""
        probes = tuple(Probe(call=f"complaint({one.code!r})") for one in blocks)
        run = await self.judge.run(Job(source=_COMPILE, probes=probes, python=self.version))
        fits = True
        for one, reply in zip(blocks, padded(run, len(blocks)), strict=True):
            match reply:
                case Returned(value=None):
                    continue
                case Returned(value=("ignore", int(line), str(message))):
                    what = f"the `{one.role}` block is no Python: {message}"
                    fix = 'Mend it, or say which versions the question is for: `python = ">=3.12"`.'
                    self._note(one.line + line - 1, what, fix)
                    fits = False
                case Returned(value=("error", int(line), str(message))):
                    if one.role not in _TOLERANT:
                        what = f"the `{one.role}` block makes the compiler warn: {message}"
                        self._note(one.line + line - 1, what, "Write it so that Python has nothing to warn of.")
                case _:
                    self._note(one.line, f"the `{one.role}` block cannot be compiled", "Make it simpler.")
                    fits = False
        return fits

    async def _run(self, code: Snippet) -> Run:
        run = await self.judge.run(Job(source=code.code, python=self.version))
        if code.role == "python run":
            if _ADDRESS.search(run.stdout):
                fix = "Print something that is the same in every run."
                self._note(code.line, "the program prints a memory address", fix)
            known = "\n".join(problem.text for problem in self.problems)
            for warning, message in _WARNING.findall(run.stderr):
                if message in known:  # the compiler's warning, which is noted with its line
                    continue
                self._note(code.line, f"the program causes a {warning}: {message}", "Write it without.")
        return run

    async def _judged(self, code: Snippet, task: Coding) -> Run:
        return await self.judge.run(job_for(task, Code(code.code), self.version))

    def _note(self, line: int, text: str, fix: str) -> None:
        self.problems.append(self.sheet.problem(line, text, fix))
