"""Tampering with one's own verdict. Each attack may do what it likes inside; outside it has still not passed."""

import pytest

from bot.judge import SubprocessJudge
from bot.quiz.answers import Code
from bot.quiz.grading import grade_code, job_for
from bot.quiz.questions import Case, Coding, Value

TASK = Coding(
    given="",
    solution="",
    cases=(
        Case(call="secret(2)", expected=Value(1729), visible=True),
        Case(call="secret(3)", expected=Value(4104), category="three"),
    ),
)
ATTACKS = {
    "says it passed": 'import os\nos.write(3, b\'{"outcome": "passed"}\\n{"passed": true}\\n\')\ndef secret(x): return x',
    "answers twice": 'import os\ndef secret(x):\n    os.write(3, b\'{"probe": 0, "value": 1}\\n\' * 2)\n    return x',
    "forges done and leaves": "import os\nos.write(3, b'{\"done\": true}\\n')\nos._exit(0)",
    "forges every reply with guesses": (
        'import os\nfor at in range(2):\n    os.write(3, b\'{"probe": %d, "value": 0}\\n\' % at)\n'
        "os.write(3, b'{\"done\": true}\\n')\nos._exit(0)"
    ),
    "returns what equals everything": (
        "class Same(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__\n"
        "def secret(x): return Same(0)"
    ),
    "returns a lying metaclass": (
        "class Meta(type):\n    def __eq__(cls, other): return True\n    __hash__ = type.__hash__\n"
        "class Fake(metaclass=Meta): pass\ndef secret(x): return Fake()"
    ),
    "patches the encoder": "import json\njson.dumps = lambda *a, **k: '{\"passed\": true}'\ndef secret(x): return x",
    "patches builtins": "import builtins\nbuiltins.eval = lambda *a: 1729\nbuiltins.repr = lambda x: '1729'\ndef secret(x): return x",
    "raises instead of answering": "def secret(x): raise SystemExit(0)",
    "looks for the answers in frames": (
        "import sys, gc\ndef secret(x):\n    frame = sys._getframe()\n    found = []\n    while frame:\n"
        "        found += [v for v in frame.f_locals.values() if v in (1729, 4104)]\n        frame = frame.f_back\n"
        "    found += [o for o in gc.get_objects() if type(o) is list and 1729 in o and len(o) < 5]\n"
        "    return found[0] if found else x"
    ),
    "traces the harness": "import sys\nsys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)\ndef secret(x): return x",
    "exhausts recursion": "def secret(x): return secret(x)",
    "returns a bottomless list": "def secret(x):\n    a = []\n    a.append(a)\n    return a",
    "returns a huge value": "def secret(x): return list(range(10 ** 6))",
    "answers from a thread": (
        'import os, threading\ndef say():\n    while True: os.write(3, b\'{"probe": 1, "value": 0}\\n\')\n'
        "def secret(x):\n    threading.Thread(target=say, daemon=True).start()\n    return x"
    ),
    "closes the channel": "import os\nos.close(3)\ndef secret(x): return 1729",
    "replaces standard output": "import sys\nsys.stdout = sys.stderr = None\ndef secret(x): return x",
}


@pytest.mark.parametrize("attack", ATTACKS)
async def test_tampering_never_passes(attack: str) -> None:
    async with SubprocessJudge() as judge:
        verdict = grade_code(TASK, await judge.run(job_for(TASK, Code(ATTACKS[attack]))))
        honest = Code("def secret(x): return {2: 1729, 3: 4104}[x]")
        after = grade_code(TASK, await judge.run(job_for(TASK, honest)))
    assert not verdict.right
    assert after.right
