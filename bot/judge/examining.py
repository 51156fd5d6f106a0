"""A live self-test: put harmless probes behind the walls and see each of them hold."""

from dataclasses import dataclass

from bot.core.ports import Judge
from bot.judge.local import SubprocessJudge
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Job
from bot.quiz.verdicts import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was tried."""

    name: str
    held: bool
    detail: str


_ATTEMPTS = {
    "reading /etc/passwd": "open('/etc/passwd').read()",
    "writing a file": "open('/tmp/askling-self-test', 'w')",
    "opening a socket": "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
    "starting a process": "import os; os.fork()",
    "signalling the parent": "import os; os.kill(os.getppid(), 0)",
    "taking memory without end": "x = bytearray(1 << 30)",
}
_TRY = """\
try:
    {attempt}
except (OSError, MemoryError) as error:
    print("held", type(error).__name__)
else:
    print("open")
"""


async def examine(judge: Judge) -> list[Finding]:
    """The layers that stand, those that this machine does not have, and every attempt that must fail.

    A judge that cannot run is one finding that says why. A layer that is not there is no failure: what has to be there
    is the floor, and without it nothing is run.
    """
    try:
        hello = await judge.run(Job(source="print(6 * 7)"))
        findings = [Finding(name=layer, held=True, detail="in place") for layer in hello.layers]
        if isinstance(judge, SubprocessJudge):
            refused = (await judge.zygote()).refused
            findings += [Finding(name=f"without {one}", held=True, detail=why) for one, why in refused.items()]
        worked = hello.outcome is Outcome.PASSED and hello.stdout == "42\n"
        findings.append(Finding(name="running a snippet", held=worked, detail=hello.detail or f"{hello.seconds:.3f} s"))
        for name, attempt in _ATTEMPTS.items():
            run = await judge.run(Job(source=_TRY.format(attempt=attempt)))
            held = run.stdout.startswith("held") or run.outcome is Outcome.FORBIDDEN
            findings.append(Finding(name=name, held=held, detail=run.stdout.strip() or str(run.outcome)))
    except JudgeTrouble as trouble:
        return [Finding(name="judge", held=False, detail=str(trouble))]
    return findings
