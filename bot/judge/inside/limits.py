"""Resource limits of one run."""

from __future__ import annotations

import resource

MIB = 1 << 20
REPORTING_MIB = 8
"""Left between the soft and the hard memory limit, so that running out of memory can still be reported."""


def enter(mapped: int, memory_mib: int, cpu_seconds: int) -> None:
    """Set every limit; memory counts from the bytes the interpreter itself has mapped."""
    memory = mapped + memory_mib * MIB
    for what, soft, hard in (
        (resource.RLIMIT_AS, memory, memory + REPORTING_MIB * MIB),
        (resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, 32, 32),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_MEMLOCK, 0, 0),
        (resource.RLIMIT_MSGQUEUE, 0, 0),
        (resource.RLIMIT_SIGPENDING, 64, 64),
        (resource.RLIMIT_STACK, 8 * MIB, 8 * MIB),
        (resource.RLIMIT_NPROC, 64, 64),
    ):
        resource.setrlimit(what, (soft, hard))


def breathe() -> None:
    """Lift the soft memory limit to the hard one: the learner used theirs up, and we still have to say so."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def mapped_bytes() -> int:
    """What this process has mapped now; asked while /proc is still in reach."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()
