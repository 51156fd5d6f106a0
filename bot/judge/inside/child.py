"""One child of the zygote: close the walls, park, take one job, let go of everything else, run it, die."""

from __future__ import annotations

import array
import gc
import json
import os
import random
import select
import socket

from . import limits, warming
from .stage import leave_properly, play

TYPE_CHECKING = False  # `typing` is not worth its import time in a zygote
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    from .slots import Slot
    from .walls import Walls

CHANNEL = 3
"""Where messages about the job go out; below it are the standard streams."""
_HANDED_OVER = CHANNEL + 1
_ANY_DESCRIPTOR = 4096  # the zygote holds one a child, and a few
_RANDOM_SEED = 0


class Child:
    """The number is the judge's name for it: a pid may come again."""

    def __init__(
        self, number: int, control: socket.socket, jobs: socket.socket, walls: Walls, slot: Slot | None
    ) -> None:
        self._number, self._control, self._jobs, self._walls, self._slot = number, control, jobs, walls, slot

    def live(self, *, rehearse: bool) -> NoReturn:
        """From the fork to the end. Never returns into the zygote's code."""
        try:
            self._park(rehearse=rehearse)
            self._run(self._take())
        except BaseException as error:  # before the job: our own trouble, said on the zygote's standard error
            os.write(2, f"a child could not start: {error!r}\n".encode())
        finally:
            os._exit(0)

    def _park(self, *, rehearse: bool) -> None:
        # Said while it still may be: behind the walls no descriptor can be sent to anybody.
        socket.send_fds(self._control, [b"born %d" % self._number], [os.pidfd_open(os.getpid())])
        self._walls.close_around_child(self._slot)
        if rehearse and not select.select([self._jobs], [], [], 0)[0]:  # nobody waits: walk the whole path once
            warming.rehearse()
        random.seed(_RANDOM_SEED)  # two runs of one program are alike
        self._control.send(b"parked %d" % self._number)

    def _take(self) -> dict[str, Any]:
        """Wait for a job's descriptors, and say who has it."""
        _, ancillary, *_ = self._jobs.recvmsg(1, socket.CMSG_SPACE(4 * _HANDED_OVER))
        if not ancillary:
            os._exit(0)
        for place, descriptor in enumerate(array.array("i", ancillary[0][2][: 4 * _HANDED_OVER])):
            os.dup2(descriptor, place)
        self._channel = self._control  # its descriptor is the channel's now; another object would cost pages
        self._channel.send(b"%d\n" % self._number)
        self._jobs.detach()
        os.closerange(_HANDED_OVER, _ANY_DESCRIPTOR)
        return _read_job()

    def _run(self, job: dict[str, Any]) -> None:
        limits.enter_of_job(self._walls.mapped, job["memory_mib"], job["cpu_seconds"])
        say = _speaker(self._channel)
        gc.enable()
        try:
            play(job["source"], job["probes"], say, leave_properly)
        except BaseException:  # not even the ending could be told: memory is used up
            limits.breathe()
            say({"end": "raised", "error": "MemoryError"})


def _speaker(channel: socket.socket) -> Callable[[dict[str, object]], None]:
    """What it needs is bound before any code of a learner's can put something else in its place."""
    send, dumps = channel.sendall, json.dumps

    def say(message: dict[str, object]) -> None:
        send(dumps(message).encode() + b"\n")

    return say


def _read_job() -> dict[str, Any]:
    raw = bytearray()
    while not raw.endswith(b"\n"):
        chunk = os.read(CHANNEL, 65536)
        if not chunk:
            os._exit(0)
        raw += chunk
    job: dict[str, Any] = json.loads(raw)
    return job
