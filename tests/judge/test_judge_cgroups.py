"""Which group is made and what is written there, on folders that look like cgroup v2's.

What the kernel then does with it is not tried here: it takes a machine that delegates a subtree.
"""

from pathlib import Path

import pytest

from bot.judge import SubprocessJudge
from bot.judge.cgroups import LAYER, ControlGroup


def cgroupfs(folder: Path, *groups: str) -> Path:
    """A mounted hierarchy in which every group has its files."""
    for group in ("", *groups):
        at = folder / group
        at.mkdir(parents=True, exist_ok=True)
        (at / "cgroup.controllers").write_text("cpu memory pids\n")
        (at / "cgroup.subtree_control").write_text("cpu\n")
    return folder


def own(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "own"
    file.write_text(text)
    return file


def test_a_group_with_limits_is_made_beside_ours_which_holds_processes(tmp_path: Path) -> None:
    mount = cgroupfs(tmp_path / "cgroup", "askling.service", "askling.service/bot")
    group = ControlGroup.make(memory_mib=100, processes=7, mount=mount, own=own(tmp_path, "0::/askling.service/bot\n"))
    (made,) = (mount / "askling.service").glob("askling-judge-*")
    assert (made / "memory.max").read_text() == str(100 * 1024 * 1024)
    assert (made / "pids.max").read_text() == "7"
    assert (mount / "askling.service" / "cgroup.subtree_control").read_text() == "+memory +pids"
    group.add(4242)
    assert (made / "cgroup.procs").read_text() == "4242\n"


@pytest.mark.parametrize("text", ["", "4:memory:/docker/1\n", "no group at all"])
def test_a_machine_without_cgroup_v2_says_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(OSError, match="no cgroup v2 is mounted"):
        ControlGroup.make(memory_mib=1, processes=1, mount=tmp_path, own=own(tmp_path, text))


def test_a_group_that_cannot_be_made_names_the_folder_and_the_reason(tmp_path: Path) -> None:
    mount = cgroupfs(tmp_path / "cgroup")
    (mount / "cgroup.subtree_control").unlink()
    with pytest.raises(OSError, match=r"cgroup: No such file or directory"):
        ControlGroup.make(memory_mib=1, processes=1, mount=mount, own=own(tmp_path, "0::/\n"))


async def test_a_judge_says_whether_it_is_in_a_group_and_if_not_why(judge: SubprocessJudge) -> None:
    zygote = await judge.zygote()
    assert (LAYER in zygote.layers) != bool(zygote.refused.get(LAYER))
