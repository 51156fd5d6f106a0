"""One child, from start to end: put up the walls, report them, take one job, run it, leave.

Started as a fresh interpreter (never a fork of the bot, so there is no token in its memory) with an empty environment.
The channel is a socket: a plan comes in `argv`, `{"ready": [layers]}` goes out, then the job comes in, messages go out.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading

from . import kernel, landlock, library, limits, namespaces, seccomp
from .stage import play

TYPE_CHECKING = False  # `typing` is not worth its import time in a child
if TYPE_CHECKING:
    from typing import Any

CHANNEL = 3
NOBODY = 65534
FIXED_SEED = 0


def main() -> None:
    """Be a child; argv[1] is the plan as JSON, argv[2] the channel's descriptor."""
    plan = json.loads(sys.argv[1])
    os.dup2(int(sys.argv[2]), CHANNEL)
    os.closerange(CHANNEL + 1, 4096)
    channel = socket.socket(fileno=CHANNEL)
    try:
        layers = raise_walls(plan)
    except OSError as error:
        _say(channel, {"failed": str(error)})
        os._exit(0)
    _say(channel, {"ready": layers})
    _take_job(channel)
    os._exit(0)


def raise_walls(plan: dict[str, Any]) -> list[str]:
    """Enter every layer of the plan. Returns the names of those that hold.

    Raises:
        OSError: a planned layer could not be entered.
    """
    mapped = limits.mapped_bytes()
    version = kernel.landlock_version() if plan["landlock"] else 0
    folders, devices = library.folders(), [path for path in library.DEVICES if os.path.exists(path)]
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    layers = ["no new privileges", "closed descriptors"]
    layers += namespaces.enter(folders, devices) if plan["namespaces"] else []
    limits.enter(mapped, plan["memory_mib"], plan["cpu_seconds"])
    layers.append("limits")
    layers += _leave_root()
    if plan["namespaces"] and namespaces.own_process_count():
        layers.append("own process count")
    if version:
        landlock.enter(version, folders, devices)
        layers += landlock.layers(version)
    kernel.drop_capabilities()
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    _check_library()
    if plan["seccomp"] and kernel.NUMBERS:
        kernel.load_filter(seccomp.program(kernel.MACHINE, os.getpid()))
        layers.append("seccomp")
    return layers


def _leave_root() -> list[str]:
    """Never run learners' code as uid 0: it escapes RLIMIT_NPROC and owns the system's files."""
    if os.geteuid():
        return ["unprivileged uid"]
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    return ["unprivileged uid", "own uid"]


def _check_library() -> None:
    """As nobody, a library below a closed home folder cannot be read unless a private root holds it."""
    folder = library.folders()[0] if library.folders() else "?"
    try:
        with open(os.path.join(folder, "this.py")):
            pass
    except OSError as error:
        raise OSError(error.errno, f"an unprivileged user cannot read Python's library at {folder}") from None


def _take_job(channel: socket.socket) -> None:
    raw = bytearray()
    while chunk := channel.recv(65536):
        raw += chunk
    job = json.loads(raw)
    send, dumps = channel.sendall, json.dumps
    for name in [name for name in sys.modules if name.partition(".")[0] in ("inside", "ctypes", "_ctypes")]:
        del sys.modules[name]
    sys.argv[:] = ["submission.py"]
    sys.path[:] = [path for path in sys.path if path.startswith(sys.base_prefix)]
    for stream in filter(None, (sys.__stdout__, sys.__stderr__)):
        stream.reconfigure(line_buffering=True, errors="backslashreplace")
    threading.stack_size(512 * 1024)  # 8 MiB each would meet the memory limit with a dozen threads
    play(job["source"], job["probes"], FIXED_SEED, lambda message: send(dumps(message).encode() + b"\n"))


def _say(channel: socket.socket, message: dict[str, object]) -> None:
    channel.sendall(json.dumps(message).encode() + b"\n")
