"""The ways in which the judge can have to stand: with and without root, namespaces, a container, Landlock."""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from bot.quiz.pythons import Version
from tests.hostile.slots import can_mount

ROOT = Path(__file__).parents[2]
NOBODY = 65534
"""Whom the judge makes of a root that runs it."""
USER = 61_007
"""An ordinary user that no machine has, so that its count of processes is ours alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """One of them."""

    name: str
    uid: int
    plan: dict[str, bool] = field(default_factory=dict)
    container: bool = False
    slots: bool = False
    """Scratch slots are mounted, as by docker-compose.yml."""

    @property
    def reader(self) -> int:
        """Who has to be able to read Python's library: root opens it for its private root before it becomes nobody."""
        return self.uid or (0 if self.plan.get("namespaces", True) else NOBODY)

    def missing(self) -> str:
        """Why it cannot be had here; empty when it can."""
        if self.slots and not can_mount():
            return "only root can mount slots"
        if self.uid == os.geteuid() or os.geteuid() == 0:
            return ""
        if self.uid == USER:
            return ""  # an ordinary user stands for an ordinary user
        return "only root can show what happens to root"


MODES = {
    mode.name: mode
    for mode in (
        Mode(name="root", uid=0),
        Mode(name="root without namespaces", uid=0, plan={"namespaces": False}),
        Mode(name="user", uid=USER),
        Mode(name="user without namespaces", uid=USER, plan={"namespaces": False}),
        Mode(name="container", uid=USER, container=True, slots=True),
        Mode(name="container without slots", uid=USER, container=True),
        Mode(name="seccomp alone", uid=USER, plan={"namespaces": False, "landlock": False}),
    )
}
BEST = MODES["root" if os.geteuid() == 0 else "user"]


class Identity(TypedDict, total=False):
    """Arguments of `subprocess` that start a process as somebody else."""

    user: int
    group: int
    extra_groups: list[int]


def as_user(uid: int) -> Identity:
    """That uid, and none of our groups; nothing where we cannot or need not change it."""
    return {"user": uid, "group": uid, "extra_groups": []} if uid and os.geteuid() == 0 else {}


def ours() -> tuple[int, int]:
    """The version this suite runs on."""
    return sys.version_info[0], sys.version_info[1]


VERSIONS: tuple[Version, ...] = ((3, 11), (3, 12), (3, 13), (3, 14))
