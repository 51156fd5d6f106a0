"""The janitor: a process beside the zygote that empties slots once their children are dead.

A process of its own, because it reads names that learners chose, and children inherit whatever the zygote has read. It
may list and remove what is below the slots, and nothing else.
"""

from __future__ import annotations

import os
import signal
import socket

from . import kernel, sweeping

TYPE_CHECKING = False  # `typing` is not worth its import time in a zygote
if TYPE_CHECKING:
    from typing import NoReturn

    from .slots import Slot


class Janitor:
    """The zygote's end of it: a byte asks for a slot by its number, and comes back when the slot is empty.

    Args:
        slots: those it looks after.
        ruleset: what it may do with files.
        program: which system calls it may make.
        others: descriptors that it must not hold.
    """

    def __init__(self, slots: list[Slot], *, ruleset: int, program: kernel.Filter, others: tuple[int, ...]) -> None:
        self._slots = slots
        ours, theirs = socket.socketpair()
        zygote = os.getpid()
        if kernel.fork() == 0:
            try:
                ours.close()
                _close_walls(zygote, ruleset, program, others)
                self._serve(theirs)
            except OSError as error:
                os.write(2, f"the janitor of the scratch slots failed: {error}\n".encode())
            finally:
                os._exit(1)
        theirs.close()
        self._line = ours

    def fileno(self) -> int:
        """For whoever polls."""
        return self._line.fileno()

    def ask(self, slot: Slot) -> None:
        """Have a slot emptied. Raises OSError: the janitor is gone."""
        self._line.send(bytes([slot.number]))

    def hear(self) -> list[Slot]:
        """Those that are empty again; none when the janitor is gone."""
        try:
            return [self._slots[number] for number in self._line.recv(len(self._slots))]
        except OSError:
            return []

    def _serve(self, line: socket.socket) -> NoReturn:
        while asked := line.recv(1):
            slot = self._slots[asked[0]]
            if not sweeping.emptied(slot.descriptor):
                os.write(2, f"the scratch slot {slot.path} could not be emptied\n".encode())
                os._exit(1)
            line.send(asked)
        os._exit(0)


def _close_walls(zygote: int, ruleset: int, program: kernel.Filter, others: tuple[int, ...]) -> None:
    for one in others:
        os.close(one)
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != zygote:
        os._exit(1)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    kernel.landlock_enter(ruleset)
    os.close(ruleset)
    program.enter()
