"""Runs other people's code and survives. The parent side is here; the child side is in `inside`.

local         the port: refuse, wait for a turn, run, say what happened
queueing      who runs next: communities take turns, nobody runs two things at once
attempts      as many children as one attempt takes, and one Run out of them
pool          the zygotes, one a Python and hash seed
zygotes       one zygote from the outside
watching      one child, from the hand-over of its job to its certain end
serving       a judge behind a Unix socket, and telling, what is said there
remote        the bot's side of that socket: the port again
plumbing      the pipes of one job
wire          what a child may say, and how little of it is believed
outcomes      from how a child ended to the word a learner reads
cgroups       a control group around all of it, where the machine lets us make one
floor         the layers without which no code is run
levels        the floor and more, in three words, and a judge that insists
interpreters  the CPythons present
examining     a live self-test, layer by layer
"""

from bot.judge.examining import Finding, examine
from bot.judge.floor import Plan
from bot.judge.interpreters import base_interpreter, interpreters
from bot.judge.levels import DemandingJudge, Level, level_of, scratch_of
from bot.judge.local import SubprocessJudge
from bot.judge.remote import SocketJudge

__all__ = [
    "DemandingJudge",
    "Finding",
    "Level",
    "Plan",
    "SocketJudge",
    "SubprocessJudge",
    "base_interpreter",
    "examine",
    "interpreters",
    "level_of",
    "scratch_of",
]
