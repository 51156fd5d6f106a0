"""The law of Judge as tests. Subclass it and give it a `judge`: `class TestMine(JudgeContract)`."""

import asyncio

import pytest

from bot.core.ports import Judge
from bot.quiz.runs import Job, Limits, Probe, Raised, Returned, Silent
from bot.quiz.values import Foreign
from bot.quiz.verdicts import Outcome

QUICK = Limits(wall_seconds=0.5, cpu_seconds=1, output_bytes=1000)


class JudgeContract:
    """Every judge keeps these promises."""

    async def test_what_a_snippet_prints_comes_back(self, judge: Judge) -> None:
        run = await judge.run(Job(source="import sys; print('out'); print('err', file=sys.stderr)"))
        assert (run.outcome, run.stdout, run.stderr) == (Outcome.PASSED, "out\n", "err\n")
        assert run.layers

    async def test_what_a_snippet_reads_is_what_it_was_given(self, judge: Judge) -> None:
        assert (await judge.run(Job(source="print(input() * 2)", stdin="ab\n"))).stdout == "abab\n"

    @pytest.mark.parametrize(
        ("source", "outcome"),
        [
            ("1 / 0", Outcome.CRASHED),
            ("def", Outcome.CRASHED),
            ("raise KeyboardInterrupt", Outcome.CRASHED),
            ("import os; os.abort()", Outcome.CRASHED),
            ("while True: pass", Outcome.TOO_SLOW),
            ("import time; time.sleep(60)", Outcome.TOO_SLOW),
            ("import threading, time; threading.Thread(target=time.sleep, args=(60,)).start()", Outcome.TOO_SLOW),
            ("x = bytearray(1 << 30)", Outcome.TOO_BIG),
            ("while True: print('x' * 100)", Outcome.TOO_LOUD),
            ("import sys\nwhile True: sys.stderr.write('x' * 100)", Outcome.TOO_LOUD),
            ("import os; os._exit(0)", Outcome.EXITED),
            ("import sys; sys.exit(3)", Outcome.EXITED),
            ("import sys; sys.exit('bye')", Outcome.EXITED),
            ("import sys; sys.exit()", Outcome.PASSED),
            ("a\0b", Outcome.REFUSED),
            ("#" * 70_000, Outcome.REFUSED),
            ("x = '\ud800'", Outcome.REFUSED),
        ],
        ids=range(17),
    )
    async def test_every_way_to_end_is_a_word_and_never_an_exception(
        self, judge: Judge, source: str, outcome: Outcome
    ) -> None:
        run = await judge.run(Job(source=source, limits=QUICK))
        assert run.outcome is outcome, run
        assert run.detail or outcome is Outcome.PASSED

    async def test_each_probe_starts_from_a_fresh_load(self, judge: Judge) -> None:
        source = "seen = []\ndef f(x):\n    seen.append(x)\n    return seen"
        run = await judge.run(Job(source=source, probes=(Probe(call="f(1)"), Probe(setup="y = f(2)", call="y + [3]"))))
        assert [reply.value for reply in run.replies if isinstance(reply, Returned)] == [[1], [2, 3]]

    async def test_a_probe_that_raises_says_what_and_where(self, judge: Judge) -> None:
        run = await judge.run(Job(source="def f():\n    return {}['key']", probes=(Probe(call="f()"),)))
        (reply,) = run.replies
        assert isinstance(reply, Raised)
        assert (reply.error, reply.bases[0]) == ("KeyError", "LookupError")
        assert "line 2, in f" in reply.traceback
        assert run.outcome is Outcome.PASSED

    async def test_what_a_probe_prints_stays_with_it(self, judge: Judge) -> None:
        probes = (Probe(call="print('one')"), Probe(call="print('two')"))
        run = await judge.run(Job(source="", probes=probes))
        assert [reply.stdout for reply in run.replies if isinstance(reply, Returned)] == ["one\n", "two\n"]
        assert run.stdout == ""

    async def test_values_keep_their_exact_types(self, judge: Judge) -> None:
        call = "[1, True, 2.5, 'ü', b'x', (1,), {2}, frozenset(), {'a': None}, range(3), 1 << 99, 1j, float('inf')]"
        (reply,) = (await judge.run(Job(source="", probes=(Probe(call=call),)))).replies
        assert isinstance(reply, Returned)
        assert repr(reply.value) == repr(eval(call))  # noqa: S307 - our own literal

    async def test_a_subclass_is_foreign_and_shows_its_builtin_part(self, judge: Judge) -> None:
        source = "class Liar(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__"
        (reply,) = (await judge.run(Job(source=source, probes=(Probe(call="Liar(3)"),)))).replies
        assert isinstance(reply, Returned)
        assert reply.value == Foreign("Liar", "3", 3)

    async def test_a_probe_that_ends_the_process_costs_no_other_its_answer(self, judge: Judge) -> None:
        probes = (Probe(call="1"), Probe(call="__import__('os')._exit(0)"), Probe(call="3"))
        run = await judge.run(Job(source="", probes=probes))
        assert run.outcome is Outcome.EXITED
        assert [type(reply) for reply in run.replies] == [Returned, Silent, Returned]

    async def test_a_probe_that_hangs_costs_no_other_its_answer(self, judge: Judge) -> None:
        source = "def f(x):\n    while x == 2: pass\n    return x"
        probes = tuple(Probe(call=f"f({x})") for x in (1, 2, 3))
        run = await judge.run(Job(source=source, probes=probes, limits=QUICK))
        assert run.outcome is Outcome.TOO_SLOW
        assert [type(reply) for reply in run.replies] == [Returned, Silent, Returned]

    async def test_isolated_probes_share_nothing(self, judge: Judge) -> None:
        source = "import builtins\ndef f():\n    builtins.n = getattr(builtins, 'n', 0) + 1\n    return builtins.n"
        for isolate, values in ((True, [1, 1]), (False, [1, 2])):
            run = await judge.run(Job(source=source, probes=(Probe(call="f()"),) * 2, isolate=isolate))
            assert [reply.value for reply in run.replies if isinstance(reply, Returned)] == values

    async def test_a_writer_on_the_judges_channel_spoils_all_answers(self, judge: Judge) -> None:
        source = "import os\ndef f():\n    os.write(3, b'{}\\n')\n    return 1"
        run = await judge.run(Job(source=source, probes=(Probe(call="1"), Probe(call="f()"))))
        assert [type(reply) for reply in run.replies] == [Silent, Silent]

    async def test_nothing_is_carried_from_one_run_to_the_next(self, judge: Judge) -> None:
        await judge.run(Job(source="import builtins, os; builtins.left = 1; os.environ['LEFT'] = '1'"))
        run = await judge.run(Job(source="import builtins, os; print(hasattr(builtins, 'left'), 'LEFT' in os.environ)"))
        assert run.stdout == "False False\n"

    async def test_a_bystander_is_judged_right_beside_a_bomb(self, judge: Judge) -> None:
        bomb = Job(source="import threading\nwhile True: threading.Thread(target=print).start()", limits=QUICK)
        _, run = await asyncio.gather(judge.run(bomb), judge.run(Job(source="print(sum(range(1000)))")))
        assert run.stdout == "499500\n"

    async def test_a_cancelled_run_is_over(self, judge: Judge) -> None:
        task = asyncio.create_task(judge.run(Job(source="while True: pass")))
        await judge.run(Job(source="pass"))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await judge.run(Job(source="print(1)"))).stdout == "1\n"
