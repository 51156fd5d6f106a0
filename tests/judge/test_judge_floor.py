import pytest

from bot.judge import Plan, SubprocessJudge, examine
from bot.judge.floor import FILE_LAYERS, NEEDED, check
from bot.quiz.errors import NoFloor
from bot.quiz.runs import Job

WHOLE = (*NEEDED, "landlock files")


def test_the_floor_is_enough_with_either_file_layer() -> None:
    for layer in FILE_LAYERS:
        check((*NEEDED, layer))


@pytest.mark.parametrize("missing", NEEDED)
def test_each_part_of_the_floor_is_needed_and_its_lack_explained(missing: str) -> None:
    with pytest.raises(NoFloor) as caught:
        check([layer for layer in WHOLE if layer != missing])
    assert NEEDED[missing] in str(caught.value)


def test_without_a_file_layer_nothing_runs_and_what_was_refused_is_told() -> None:
    with pytest.raises(NoFloor, match=r"no file layer.*\(namespaces: unshare: Operation not permitted\)"):
        check(tuple(NEEDED), {"namespaces": "unshare: Operation not permitted"})


async def test_a_machine_without_the_floor_runs_no_code() -> None:
    async with SubprocessJudge(plan=Plan(seccomp=False)) as judge:
        with pytest.raises(NoFloor, match="The judge runs no code on this machine"):
            await judge.run(Job(source="print('ran')"))
        (finding,) = await examine(judge)
    assert not finding.held


@pytest.mark.parametrize(
    ("plan", "present", "absent"),
    [
        (Plan(), "mount namespace", "library in memory"),
        (Plan(landlock=False), "mount namespace", "landlock files"),
        (Plan(namespaces=False, landlock=False), "library in memory", "mount namespace"),
    ],
    ids=["all", "namespaces", "memory"],
)
async def test_each_plan_stands_on_a_file_layer_of_its_own(plan: Plan, present: str, absent: str) -> None:
    async with SubprocessJudge(plan=plan) as judge:
        run = await judge.run(Job(source="import decimal, email.message, sqlite3\nprint(open('/etc/passwd'))"))
    assert present in run.layers
    assert absent not in run.layers
    assert run.detail in ("It raised PermissionError.", "It raised FileNotFoundError.")
