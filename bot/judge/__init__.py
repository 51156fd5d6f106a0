"""Runs other people's code and survives. The parent side is here; the child side is in `inside`.

jail          one restricted subprocess a snippet: start, feed, bound, kill
wire          what a child may say, and how little of it is believed
floor         the layers without which no code is run
interpreters  the CPythons present
examining     a live self-test, layer by layer
"""

from bot.judge.examining import Finding, examine
from bot.judge.floor import Plan
from bot.judge.interpreters import base_interpreter, interpreters
from bot.judge.jail import SubprocessJudge

__all__ = ["Finding", "Plan", "SubprocessJudge", "base_interpreter", "examine", "interpreters"]
