"""A pack has names of its own, is proved before it is live, and takes nothing else down."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bank.filebank import FileBank
from bot.bank.packs import Admitted, admit
from bot.core.ports import Judge
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Run
from bot.quiz.verdicts import Outcome
from bot.testing.judges import ScriptedJudge

Whole = Callable[..., str]
TOPICS = '[names]\ntitle = "Names"\norder = 1\n\n[names.aliasing]\ntitle = "Aliasing"\nrows = ["S90a", "S91a"]\n'


@pytest.fixture
def pack(tmp_path: Path) -> Callable[..., Path]:
    """Writes a pack: `pack("ours", one=text)`; its questions lie in a folder of a checkout when `below` is given."""

    def write(name: str, below: str = "", **questions: str) -> Path:
        folder = tmp_path / name
        home = folder / below / "names" / "aliasing"
        home.mkdir(parents=True)
        (folder / below / "topics.toml").write_text(TOPICS)
        for stem, text in questions.items():
            (home / f"{stem}.md").write_text(text)
        return folder

    return write


def ids(admitted: Admitted) -> list[str]:
    return [str(question.id) for question in admitted.questions]


async def test_a_question_of_a_pack_has_the_packs_name_before_its_own(
    pack: Callable[..., Path], whole: Whole, judge: Judge
) -> None:
    renamed = whole("choice", ("level = 2", 'level = 2\naliases = ["old"]'))
    admitted = await admit([pack("Our Pack", one=renamed)], judge, (3, 11))
    assert (ids(admitted), admitted.problems) == (["our-pack/one"], ())
    assert admitted.questions[0].aliases == ("our-pack/old",)
    assert admitted.questions[0].live


async def test_a_pack_takes_the_place_of_no_other_question(
    pack: Callable[..., Path], whole: Whole, judge: Judge
) -> None:
    built_in = FileBank.load()[0].questions()
    admitted = await admit(
        [pack("a", **{"fair-shares": whole("fix")}), pack("b", **{"fair-shares": whole("fix")})], judge, (3, 11)
    )
    bank = FileBank([*built_in, *admitted.questions])
    assert len(bank.questions()) == len(built_in) + len(ids(admitted))


async def test_a_question_that_does_not_hold_stays_out_and_is_named(
    pack: Callable[..., Path], whole: Whole, judge: Judge
) -> None:
    folder = pack("ours", good=whole("choice"), wrong=whole("output", ("False\n```", "Flase\n```")), unread="?")
    admitted = await admit([folder], judge, (3, 11))
    assert ids(admitted) == ["ours/good"]
    assert {problem.file for problem in admitted.problems} == {
        "ours/names/aliasing/wrong.md",
        "ours/names/aliasing/unread.md",
    }


async def test_a_checkout_may_keep_its_questions_in_a_folder(
    pack: Callable[..., Path], whole: Whole, judge: Judge
) -> None:
    folder = pack("ours", "questions", one=whole("choice"))
    (folder / "LICENSE").write_text("MIT")
    assert ids(await admit([folder], judge, (3, 11))) == ["ours/one"]


async def test_two_packs_of_one_name_are_told_apart_by_leaving_one_out(
    pack: Callable[..., Path], whole: Whole, judge: Judge
) -> None:
    folders = [pack("a/ours", one=whole("choice")), pack("b/ours", one=whole("choice"))]
    admitted = await admit(folders, judge, (3, 11))
    assert ids(admitted) == ["ours/one"]
    assert "has the name of" in str(admitted.problems[0])


async def test_a_pack_cannot_pass_for_what_communities_write_themselves(
    pack: Callable[..., Path], whole: Whole, judge: Judge
) -> None:
    admitted = await admit([pack("Community", one=whole("choice"))], judge, (3, 11))
    assert ids(admitted) == []
    assert "what communities write themselves" in str(admitted.problems[0])


async def test_a_folder_that_is_no_pack_is_one_problem(tmp_path: Path, judge: Judge) -> None:
    admitted = await admit([tmp_path / "nowhere"], judge, (3, 11))
    assert (admitted.questions, len(admitted.problems)) == ((), 1)


async def test_nothing_is_live_that_could_not_be_executed(pack: Callable[..., Path], whole: Whole) -> None:
    judge = ScriptedJudge(lambda _: Run(outcome=Outcome.PASSED))
    judge.away = True
    with pytest.raises(JudgeTrouble):
        await admit([pack("ours", one=whole("choice"))], judge, (3, 11))
