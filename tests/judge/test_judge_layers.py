"""Each wall, tried from inside."""

import pytest

from bot.judge import Plan, SubprocessJudge, examine
from bot.quiz.runs import Job
from bot.quiz.verdicts import Outcome

TRY = "try:\n    {attempt}\nexcept (OSError, MemoryError, ImportError, ValueError) as error:\n    print('DENIED', type(error).__name__)\nelse:\n    print('BREACH')\n"
DENIED = {
    "read a host file": "open('/etc/passwd').read()",
    "read the bot's environment": "import os; open(f'/proc/{os.getppid()}/environ').read()",
    "read its own environment": "open('/proc/self/environ').read()",
    "list the root of the host": "import os; assert 'etc' not in os.listdir('/'); os.listdir('/etc')",
    "write beside the library": "import os; open(os.path.join(os.path.dirname(os.__file__), 'x.py'), 'w')",
    "write to the temporary folder": "open('/tmp/breach', 'w')",
    "make a folder": "import os; os.mkdir('/tmp/breach')",
    "make a link": "import os; os.symlink('/etc/passwd', '/tmp/breach')",
    "change a mode": "import os; os.chmod('/dev/null', 0o777)",
    "open an internet socket": "import socket; socket.create_connection(('127.0.0.1', 80), 1)",
    "open a unix socket": "import socket; socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)",
    "make a datagram pair": "import socket; socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)",
    "fork": "import os; os.fork()",
    "start a program": "import os; os.execv('/bin/true', ['true'])",
    "spawn a program": "import subprocess, sys; subprocess.run([sys.executable, '-c', '1'])",
    "signal the parent": "import os; os.kill(os.getppid(), 0)",
    "signal everybody": "import os; os.kill(-1, 9)",
    "leave the session": "import os; os.setsid()",
    "raise a limit": "import resource; resource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
    "change another's limit": "import resource, os; resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (0, 0))",
    "map executable memory": "import mmap; mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)",
    "map executable memory from a device": "import mmap, os; mmap.mmap(os.open('/dev/zero', os.O_RDWR), 4096, flags=mmap.MAP_PRIVATE, prot=7)",
    "become root": "import os; os.setuid(0)",
    "take a gigabyte": "x = bytearray(1 << 30)",
    "open a hundred descriptors": "import os; [os.dup(0) for _ in range(100)]",
    "make memory files": "import os; os.memfd_create('x')",
    "import what the bot has installed": "import click",
    "import the bot": "import bot",
}


@pytest.mark.parametrize("attempt", DENIED)
async def test_a_wall_holds(judge: SubprocessJudge, attempt: str) -> None:
    run = await judge.run(Job(source=TRY.format(attempt=DENIED[attempt])))
    assert run.stdout.startswith("DENIED"), run


@pytest.mark.parametrize("number", [101, 272, 321, 425, 250], ids=["ptrace", "unshare", "bpf", "io_uring", "keyctl"])
async def test_what_only_exploits_ask_for_ends_the_run(judge: SubprocessJudge, number: int) -> None:
    import os

    if os.uname().machine != "x86_64":
        pytest.skip("the numbers are x86_64's; test_judge_seccomp covers both machines")
    run = await judge.run(
        Job(source=f"import ctypes; ctypes.CDLL(None).syscall({number}, 0, 0, 0, 0); print('BREACH')")
    )
    assert (run.outcome, run.stdout) == (Outcome.FORBIDDEN, "")


async def test_the_environment_holds_no_secret_and_only_the_channel_is_open(judge: SubprocessJudge) -> None:
    source = (
        "import os\nprint(sorted(os.environ))\n"
        "def there(fd):\n    try:\n        os.fstat(fd)\n    except OSError:\n        return False\n    return True\n"
        "print([fd for fd in range(64) if there(fd)])"
    )
    run = await judge.run(Job(source=source))
    environment, descriptors = run.stdout.splitlines()
    assert environment == "['LANG', 'LD_BIND_NOW', 'MALLOC_ARENA_MAX', 'PATH', 'PYTHONHASHSEED']"
    assert descriptors == "[0, 1, 2, 3]"


async def test_learners_code_never_runs_as_root(judge: SubprocessJudge) -> None:
    assert (await judge.run(Job(source="import os; print(0 in (os.getuid(), os.geteuid()))"))).stdout == "False\n"


async def test_the_self_test_finds_every_wall(judge: SubprocessJudge) -> None:
    findings = await examine(judge)
    assert len(findings) > 10
    assert [one for one in findings if not one.held] == []


@pytest.mark.parametrize("plan", [Plan(), Plan(namespaces=False)], ids=["private root", "without namespaces"])
async def test_what_others_installed_beside_the_library_cannot_be_read(plan: Plan) -> None:
    source = """
import os, sysconfig
folder = os.path.join(sysconfig.get_path("stdlib"), "site-packages")
def readable():
    for path, _, files in os.walk(folder):
        for file in files:
            try:
                yield open(os.path.join(path, file), "rb").read(1)
            except OSError:
                pass
print(len(list(readable())))
"""
    async with SubprocessJudge(plan=plan) as judge:
        run = await judge.run(Job(source=source))
    assert run.stdout == "0\n", run
