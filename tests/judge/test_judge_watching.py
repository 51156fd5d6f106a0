"""A run that is over touches nothing any more."""

import os

from bot.judge import SubprocessJudge
from bot.judge.plumbing import Plumbing
from bot.judge.watching import _Watcher
from bot.quiz.runs import Job


async def test_a_death_told_behind_the_verdict_reads_nothing_of_the_next_run(judge: SubprocessJudge) -> None:
    zygote = await judge.zygote()
    over = Plumbing()
    watcher = _Watcher(zygote, Job(source="pass"), over)
    watcher.let_go()
    following = Plumbing()
    try:
        assert following.out.descriptor == over.out.descriptor  # numbers are given out again at once
        os.write(following.to_hand_over[1], b"another's answer")
        watcher._catch_up()
        following.out.bound = 100
        following.out.read()
        assert following.out.kept == b"another's answer"
    finally:
        following.close()
