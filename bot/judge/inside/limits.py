"""Resource limits of one run."""

from __future__ import annotations

import resource

MIB = 1 << 20
REPORTING_MIB = 8
"""Left between the soft and the hard memory limit, so that running out of memory can still be reported."""
DESCRIPTORS = 32
_THREADS_COUNTED_ALONE = 64
_THREADS_COUNTED_WITH_OTHERS = 1024
"""RLIMIT_NPROC counts a uid on the whole host unless the child has a user namespace of its own; there, memory for
stacks is what bounds threads."""


def enter(*, scratch: bool) -> None:
    """Every limit that the zygote can live with as well; children inherit it."""
    for what, limit in (
        (resource.RLIMIT_FSIZE, MIB if scratch else 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_SIGPENDING, 64),
        (resource.RLIMIT_STACK, 8 * MIB),
    ):
        resource.setrlimit(what, (limit, limit))


def enter_of_child(*, own_process_count: bool) -> None:
    """No threads without end; a zygote has to fork."""
    threads = _THREADS_COUNTED_ALONE if own_process_count else _THREADS_COUNTED_WITH_OTHERS
    resource.setrlimit(resource.RLIMIT_NPROC, (threads, threads))


def enter_of_job(mapped: int, memory_mib: int, cpu_seconds: int) -> None:
    """The two that a job chooses; memory counts from the bytes the interpreter itself has mapped.

    Descriptors are limited only here. The kernel counts those on their way through sockets for the whole uid, and
    refuses to send where the count is over the sender's limit: with 32, one learner's sockets inside sockets (up to
    32 + 253 on their way) kept every other child from sending its pidfd.
    """
    resource.setrlimit(resource.RLIMIT_NOFILE, (DESCRIPTORS, DESCRIPTORS))
    memory = mapped + memory_mib * MIB
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory + REPORTING_MIB * MIB))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))


def breathe() -> None:
    """Lift the soft memory limit to the hard one: the learner used theirs up, and we still have to say so."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def mapped_bytes() -> int:
    """What this process has mapped now; asked while /proc is still in reach."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()
