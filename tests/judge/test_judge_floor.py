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


def test_without_a_file_layer_nothing_runs() -> None:
    with pytest.raises(NoFloor, match="neither Landlock"):
        check(tuple(NEEDED))


@pytest.mark.parametrize(
    "plan", [Plan(namespaces=False, landlock=False), Plan(seccomp=False)], ids=["files", "seccomp"]
)
async def test_a_machine_without_the_floor_runs_no_code(plan: Plan) -> None:
    async with SubprocessJudge(plan=plan) as judge:
        with pytest.raises(NoFloor, match="The judge runs no code on this machine"):
            await judge.run(Job(source="print('ran')"))
        (finding,) = await examine(judge)
    assert not finding.held
