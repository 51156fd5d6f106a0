"""The walls, in the order in which the kernel takes them: once around the zygote, and the rest around each child.

What is common to all is done once and inherited for nothing. What must be a child's own (its scratch folder, its
process count, its Landlock scope, its pid in the filter) it does itself before it parks: off the learner's clock.
"""

from __future__ import annotations

import os
import signal

from . import kernel, landlock, library, limits, namespaces, seccomp, slots
from .janitor import Janitor
from .shelf import Shelf

TYPE_CHECKING = False  # `typing` is not worth its import time in a zygote
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class Walls:
    """What stands around this process and its children.

    Args:
        plan: which layers to try: `namespaces`, `landlock`, `seccomp`, each true or false; `scratch`, where slots are
            looked for, and `parked`, how many children want one.
        others: descriptors that are for the zygote alone.

    Raises:
        OSError: a layer that was promised could not be entered.
    """

    def __init__(self, plan: dict[str, Any], others: Iterable[int] = ()) -> None:
        self.layers = ["no new privileges", "closed descriptors", "limits"]
        self.refused: dict[str, str] = {}
        """Layers that this machine does not have, and why."""
        self.slots: list[slots.Slot] = []
        """Where children write, where they have no mount of their own: one for each, or none for any."""
        self.janitor: Janitor | None = None
        self._rulesets: list[int] = []
        """One for each slot; the only one where there are none."""
        folders, devices = library.folders(), [path for path in library.DEVICES if os.path.exists(path)]
        version = kernel.landlock_version() if plan["landlock"] else 0
        _be_first_to_go()
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        self.private_root = self._may_have_namespaces(plan["namespaces"], folders, devices)
        self.no_open = not self.private_root and not (version >= landlock.FILES_FROM and _readable_by_nobody())
        if self.no_open:
            Shelf().take_over()
            self.layers.append("library in memory")
        self.mapped = limits.mapped_bytes()
        self._leave_root(folders, devices)
        self._find_slots(plan, version)
        self._prepare_landlock(version, folders, devices)
        limits.enter(scratch=self.private_root or bool(self.slots))
        self._zygote = os.getpid()
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
        self._hire_janitor(version, tuple(others))
        self._enter_seccomp(plan["seccomp"])

    def _may_have_namespaces(self, wanted: bool, folders: list[str], devices: list[str]) -> bool:
        why_not = namespaces.why_not(folders, devices) if wanted else "not wanted"
        if why_not:
            self.refused["namespaces"] = why_not
            return False
        self.layers += [*namespaces.LAYERS, "private scratch", "own process count"]
        return True

    def _leave_root(self, folders: list[str], devices: list[str]) -> None:
        self.layers.append("unprivileged uid")
        if os.geteuid() == 0:
            self.layers.append("own uid")
        if self.private_root:
            namespaces.enter(folders, devices)
            return
        if os.geteuid() == 0:
            namespaces.become_nobody()
        kernel.drop_capabilities()

    def _find_slots(self, plan: dict[str, Any], version: int) -> None:
        """Only where Landlock alone decides which files can be opened: it is what keeps a child in its own slot."""
        if self.private_root:
            return
        if self.no_open or version < landlock.FILES_FROM or not plan["seccomp"]:
            self.refused["scratch slots"] = "only landlock could keep a child in its own"
            return
        self.slots, why_not = slots.find(plan["scratch"], plan["parked"])
        if self.slots:
            self.layers.append(f"scratch slots: {len(self.slots)}")
        else:
            self.refused["scratch slots"] = why_not

    def _prepare_landlock(self, version: int, folders: list[str], devices: list[str]) -> None:
        if not version:
            self.refused["landlock"] = "this kernel has none, or it is switched off"
            return
        readable = ([], []) if self.no_open else (folders, devices)
        above = namespaces.SCRATCH_ABOVE if self.private_root else ""
        for scratch in [slot.path for slot in self.slots] or [above]:
            self._rulesets.append(landlock.ruleset(version, *readable, scratch, covered=self.private_root))
        self.layers += landlock.layers(version)

    def _hire_janitor(self, version: int, others: tuple[int, ...]) -> None:
        """Before the filter, which would not let it change modes."""
        if self.slots:
            ruleset = landlock.sweeping(version, [slot.path for slot in self.slots])
            program = kernel.Filter(seccomp.janitor_program(kernel.MACHINE))
            self.janitor = Janitor(self.slots, ruleset=ruleset, program=program, others=others)
            os.close(ruleset)

    def _enter_seccomp(self, wanted: bool) -> None:
        self._filter = None
        if not wanted or not kernel.NUMBERS:
            self.refused["seccomp"] = "not wanted" if kernel.NUMBERS else f"no table for {kernel.MACHINE}"
            return
        machine = kernel.MACHINE
        self._filter = kernel.Filter(seccomp.child_program(machine), blank=seccomp.ANY_PID)
        shared = seccomp.zygote_program(
            machine, private_root=self.private_root, no_open=self.no_open, slots=bool(self.slots)
        )
        kernel.Filter(shared).enter()
        self.layers.append("seccomp")

    def close_around_child(self, slot: slots.Slot | None) -> None:
        """All that is a child's own.

        Args:
            slot: where it may write, where slots are what there is.

        Raises:
            OSError: a layer could not be entered; this child must not run anything.
        """
        if not self.private_root:  # in a pid namespace the end of its first process is the end of all
            kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != self._zygote:
                raise OSError("the zygote is gone")
        if self.private_root:
            namespaces.enter_scratch()
        if slot is not None:
            slot.enter()
        if self._rulesets:
            kernel.landlock_enter(self._rulesets[slot.number if slot is not None else 0])
        limits.enter_of_child(own_process_count=self.private_root)
        if self._filter is not None:
            self._filter.fill_in(os.getpid())
            self._filter.enter()


def _be_first_to_go() -> None:
    """Where memory runs out, the kernel should take a learner's process and not the bot."""
    try:
        with open("/proc/self/oom_score_adj", "w") as file:
            file.write("1000")
    except OSError:
        pass


def _readable_by_nobody() -> bool:
    """Whether the library can still be read without uid 0: below a closed home folder it cannot."""
    if os.geteuid():
        return True
    pid = os.fork()
    if pid == 0:
        try:
            namespaces.become_nobody()
            with open(os.path.join(library.STDLIB, "this.py")):
                os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(pid, 0)[1] == 0
