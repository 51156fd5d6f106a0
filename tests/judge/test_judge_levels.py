"""How much stands around learners' code, and what happens where it is less than was asked for."""

from pathlib import Path

import pytest

from bot.config import Settings
from bot.core.ports import Waiting
from bot.judge import DemandingJudge, Level, Plan, SubprocessJudge, level_of, scratch_of
from bot.judge.floor import NEEDED
from bot.judge.levels import NAMESPACES, WORDS
from bot.quiz.errors import JudgeTrouble, NoFloor
from bot.quiz.runs import Job, Run
from bot.quiz.verdicts import Outcome
from bot.supplies import bank_of, demanding, shortfall

FLOOR = (*NEEDED, "library in memory")


class Layers:
    """A judge whose walls come and go."""

    def __init__(self, *layers: str) -> None:
        self.now = layers
        self.ran = 0

    async def layers(self) -> tuple[str, ...]:
        return self.now

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:  # noqa: ARG002
        self.ran += 1
        return Run(outcome=Outcome.PASSED, layers=self.now)


@pytest.mark.parametrize(
    ("layers", "level"),
    [
        (FLOOR, Level.FLOOR),
        ((*NEEDED, "landlock files"), Level.LANDLOCK),
        ((*NEEDED, *NAMESPACES), Level.NAMESPACES),
        ((*NEEDED, *NAMESPACES[:-1], "landlock files"), Level.LANDLOCK),
    ],
)
def test_layers_make_a_level(layers: tuple[str, ...], level: Level) -> None:
    assert level_of(layers) is level


@pytest.mark.parametrize(
    ("layers", "scratch"),
    [
        (FLOOR, ""),
        ((*NEEDED, *NAMESPACES, "private scratch"), "private scratch"),
        ((*NEEDED, "landlock files", "scratch slots: 4"), "scratch slots: 4"),
    ],
)
def test_layers_tell_whether_files_can_be_written(layers: tuple[str, ...], scratch: str) -> None:
    assert scratch_of(layers) == scratch


def test_a_level_can_be_asked_for_by_each_of_its_words() -> None:
    assert [Settings(judge_least=word).judge_least for word in WORDS] == ["floor", "landlock", "namespaces"]


async def test_below_the_level_no_code_is_run_and_at_it_all_is() -> None:
    judge = Layers(*FLOOR)
    demanding = DemandingJudge(judge, Level.LANDLOCK)
    with pytest.raises(NoFloor, match="'floor' here, and 'landlock' is asked for"):
        await demanding.run(Job(source=""))
    assert judge.ran == 0
    judge.now = (*NEEDED, "landlock files")
    assert (await demanding.run(Job(source=""))).outcome is Outcome.PASSED


async def test_a_judge_that_was_started_anew_with_less_is_noticed() -> None:
    judge = Layers(*NEEDED, "landlock files")
    demanding = DemandingJudge(judge, Level.LANDLOCK)
    await demanding.run(Job(source=""))
    judge.now = FLOOR
    for _ in range(2):
        with pytest.raises(NoFloor):
            await demanding.run(Job(source=""))
    assert judge.ran == 2  # the first that told; none after it


async def test_where_code_may_not_be_run_no_question_that_needs_it_is_asked(tmp_path: Path) -> None:
    settings = Settings(judge_least="landlock", database=tmp_path / "a.sqlite")
    async with SubprocessJudge(plan=Plan(namespaces=False, landlock=False)) as judge:
        assert "asks for landlock" in await shortfall(settings, judge)
        bank, _ = await bank_of(settings, judge)
        with pytest.raises(NoFloor):
            await demanding(settings, judge).run(Job(source="print(1)"))
    asked = [one for one in bank.questions() if one.live]
    assert asked
    assert not any(one.executed for one in asked)
    assert any(one.executed for one in bank.questions())  # what is open already can still be shown


async def test_without_the_floor_choices_are_still_asked(tmp_path: Path) -> None:
    settings = Settings(database=tmp_path / "a.sqlite")
    async with SubprocessJudge(plan=Plan(seccomp=False)) as judge:
        bank, _ = await bank_of(settings, judge)
    assert any(one.live for one in bank.questions())
    assert not any(one.live and one.executed for one in bank.questions())


async def test_a_judge_that_is_away_keeps_nothing_from_being_asked(tmp_path: Path) -> None:
    class Away(SubprocessJudge):
        async def versions(self) -> tuple[tuple[int, int], ...]:
            raise JudgeTrouble("away")

    async with Away() as judge:
        bank, _ = await bank_of(Settings(database=tmp_path / "a.sqlite"), judge)
    assert any(one.live and one.executed for one in bank.questions())
