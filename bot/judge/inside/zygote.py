"""The zygote: a warm, already restricted interpreter that keeps children parked and never sees a submission.

It reads nothing but the end of its control socket. A job goes straight to a parked child over the other socket, so what
one learner sent cannot lie in memory that the next one inherits.

On the control socket (a packet each): `{"ready": …}` with a pidfd, or `{"failed": …}`, once; then, for a child by its
number, `born 7` from the child itself, with the pidfd by which it can be killed, `parked 7` once it stands behind its
walls, and `died 7 <wait status> <processor µs> <largest KiB>` from the zygote.
"""

from __future__ import annotations

import fcntl
import gc
import json
import os
import select
import signal
import socket
import sys
import threading
import time
from collections import deque

from . import kernel, streams, warming
from .child import Child
from .stage import keep_exit_short
from .walls import Walls

TYPE_CHECKING = False  # `typing` is not worth its import time in a zygote
if TYPE_CHECKING:
    from typing import NoReturn

    from .slots import Slot

CONTROL, JOBS = 3, 4
_OUT_OF_THE_WAY = 20
_STACK_BYTES = 512 * 1024  # 8 MiB each would meet the memory limit with a dozen threads
BUSY_DEATHS, BUSY_SECONDS = 16, 0.03
"""So many runs in so short a time are more than one person's after another's."""
PATIENCE_MS = 10
"""Before another try where the kernel refuses a process."""


def main() -> None:
    """Be a zygote. argv: the plan as JSON, then the descriptors of the control socket and of the jobs socket."""
    plan = json.loads(sys.argv[1])
    _keep_only(int(sys.argv[2]), int(sys.argv[3]))
    control, jobs = socket.socket(fileno=CONTROL), socket.socket(fileno=JOBS)
    sys.path.pop(0)  # the folder that only the zygote imports from
    warming.load_modules()
    try:
        walls = Walls(plan, others=(CONTROL, JOBS))
        myself = os.pidfd_open(os.getpid())
    except OSError as error:
        control.send(json.dumps({"failed": str(error)}).encode())
        return
    ready = json.dumps({"ready": walls.layers, "refused": walls.refused}).encode()
    socket.send_fds(control, [ready], [myself])
    os.close(myself)
    sys.argv[:] = ["submission.py"]
    threading.stack_size(_STACK_BYTES)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a bot started with nohup hands on that it is ignored
    streams.make()
    keep_exit_short()
    warming.rehearse_with_an_error()
    for name in [name for name in sys.modules if name.partition(".")[0] == "inside"]:
        del sys.modules[name]  # learners need not trip over us; here, because in a child it costs 0.35 ms
    gc.collect()
    gc.freeze()  # what exists now is never looked at again, so a child's collector copies no page of it
    gc.disable()
    _Nursery(control, jobs, walls, plan["parked"]).serve()


class _Nursery:
    """Keeps so many children alive, parked or running, and tells of each death."""

    def __init__(self, control: socket.socket, jobs: socket.socket, walls: Walls, wanted: int) -> None:
        self._control, self._jobs, self._walls = control, jobs, walls
        places: list[Slot] | list[None] = walls.slots or [None] * wanted
        self._free: deque[Slot | None] = deque(places)
        """Places for children: each with its slot, where there are slots."""
        self._children: dict[int, tuple[int, int, Slot | None]] = {}
        """pidfd -> pid, number and place. No SIGCHLD: a child would have to undo its handler, and that costs pages."""
        self._next = 1
        self._deaths: deque[float] = deque(maxlen=BUSY_DEATHS)

    def serve(self) -> NoReturn:
        """Until the control socket ends, which is when the judge does; every child ends with its zygote."""
        self._poll = select.poll()
        self._poll.register(CONTROL, select.POLLIN)
        janitor = self._walls.janitor.fileno() if self._walls.janitor else -1
        if janitor >= 0:
            self._poll.register(janitor, select.POLLIN)
        while True:
            complete = self._fill()
            for descriptor, _ in self._poll.poll(None if complete else PATIENCE_MS):
                if descriptor == CONTROL:
                    os._exit(0)
                elif descriptor == janitor:
                    self._take_back()
                else:
                    self._bury(descriptor)

    def _fill(self) -> bool:
        """Whether every place that is free was taken; the kernel can refuse a process."""
        while self._free:
            number, slot = self._next, self._free[0]
            try:
                pid = kernel.fork()
            except OSError:
                return False
            if pid == 0:
                Child(number, self._control, self._jobs, self._walls, slot).live(rehearse=not self._busy())
            self._next += 1
            pidfd = os.pidfd_open(pid)
            self._poll.register(pidfd, select.POLLIN)
            self._children[pidfd] = pid, number, self._free.popleft()
        return True

    def _busy(self) -> bool:
        """Whether a rehearsal would take its time from somebody who is waiting."""
        return len(self._deaths) == BUSY_DEATHS and time.monotonic() - self._deaths[0] < BUSY_SECONDS

    def _bury(self, pidfd: int) -> None:
        self._poll.unregister(pidfd)
        os.close(pidfd)
        pid, number, slot = self._children.pop(pidfd)
        _, status, used = os.wait4(pid, 0)
        self._deaths.append(time.monotonic())
        microseconds = int((used.ru_utime + used.ru_stime) * 1e6)
        try:
            self._control.send(f"died {number} {status} {microseconds} {used.ru_maxrss}".encode())
            self._leave(slot)
        except OSError:
            os._exit(0)

    def _leave(self, slot: Slot | None) -> None:
        """Its child is dead and buried: nobody writes there any more."""
        if slot is None:
            self._free.append(None)
        elif self._walls.janitor:
            self._walls.janitor.ask(slot)

    def _take_back(self) -> None:
        """Slots that are empty again. A janitor that is gone has said why, and the next zygote finds what is left."""
        empty = self._walls.janitor.hear() if self._walls.janitor else []
        if not empty:
            os._exit(1)
        self._free.extend(empty)


def _keep_only(control: int, jobs: int) -> None:
    """The two sockets become 3 and 4, and nothing else of the bot's stays open."""
    moved = [fcntl.fcntl(one, fcntl.F_DUPFD, _OUT_OF_THE_WAY) for one in (control, jobs)]
    for one, place in zip(moved, (CONTROL, JOBS), strict=True):
        os.dup2(one, place)
    os.closerange(JOBS + 1, os.sysconf("SC_OPEN_MAX"))
