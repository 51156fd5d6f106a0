"""Which system calls a learner's code may make: the policy as data, and a small assembler for it.

Three verdicts: *allow*; *deny* with EPERM, so that CPython degrades politely; *kill*, for calls that no lesson needs
and exploits love. What is not named is denied. The same lists serve CPython 3.11 to 3.13.
"""

from __future__ import annotations

import struct

from .syscalls import TABLES

TYPE_CHECKING = False  # `typing` is not worth its import time in a child
if TYPE_CHECKING:
    from collections.abc import Iterator

    Instruction = tuple[int, int, int, int]

# Reading, writing and looking at what is open or what the file layers let through.
FILES = """read write readv writev pread64 pwrite64 preadv pwritev close close_range fstat stat lstat newfstatat statx
    lseek access faccessat faccessat2 getcwd readlink readlinkat open openat getdents64 dup dup2 dup3 pipe pipe2
    umask""".split()
# Memory; executable pages are checked below.
MEMORY = "munmap brk mremap madvise membarrier".split()
# Signals to oneself, waiting, time, and threads' own bookkeeping.
WAITING = """rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait sigaltstack select
    pselect6 poll ppoll epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2 eventfd2
    timerfd_create timerfd_settime timerfd_gettime nanosleep clock_nanosleep clock_gettime clock_getres gettimeofday
    time times alarm setitimer getitimer pause restart_syscall futex set_robust_list rseq set_tid_address sched_yield
    exit exit_group""".split()
# Harmless questions about oneself.
ASKING = """getpid getppid gettid getuid geteuid getgid getegid getgroups getresuid getresgid getpgrp getpgid getrusage
    getrlimit uname sysinfo sched_getaffinity getcpu getrandom getpriority""".split()
# Talking over a pair that this process made itself (asyncio's self-pipe); `socket` and `connect` are denied.
PAIRS = "sendto recvfrom sendmsg recvmsg shutdown getsockopt setsockopt getsockname getpeername".split()
ALLOWED = FILES + MEMORY + WAITING + ASKING + PAIRS

# Debuggers, kernel programming, key rings, mounts, modules: an attempt ends the run.
KILLED = """ptrace process_vm_readv process_vm_writev io_uring_setup io_uring_enter io_uring_register bpf
    perf_event_open userfaultfd keyctl add_key request_key unshare setns mount umount2 pivot_root chroot
    move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr swapon swapoff reboot init_module
    finit_module delete_module kexec_load kexec_file_load open_by_handle_at name_to_handle_at acct quotactl
    iopl ioperm modify_ldt kcmp pidfd_getfd process_madvise vmsplice lookup_dcookie fanotify_init syslog""".split()

PTHREAD_FLAGS = 0x3D0F00
"""What glibc's pthread_create passes to clone; anything else would be a process."""
_AF_UNIX, _SOCK_STREAM, _SOCK_TYPE_MASK = 1, 1, 0xF
_PROT_WRITE, _PROT_EXEC, _MAP_ANONYMOUS = 2, 4, 0x20
# F_SETOWN, F_SETSIG, F_SETOWN_EX send signals to others; F_SETPIPE_SZ takes kernel memory.
FCNTL_DENIED = (8, 10, 15, 1031)
# TCGETS, TIOCGWINSZ, FIOCLEX, FIONCLEX, FIONBIO, FIONREAD: what io, os and asyncio ask of a descriptor.
IOCTL_ALLOWED = (0x5401, 0x5413, 0x5451, 0x5450, 0x5421, 0x541B)
# PR_SET_NAME, PR_GET_NAME: threads may be named.
PRCTL_ALLOWED = (15, 16)

_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32_BIT = 0x40000000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_SET, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16
_EPERM, _ENOSYS = 1, 38


def _return(action: int) -> Instruction:
    return (_RETURN, 0, 0, action)


ALLOW = _return(0x7FFF0000)
DENY = _return(0x00050000 | _EPERM)
NOT_THERE = _return(0x00050000 | _ENOSYS)
KILL = _return(0x80000000)


def program(machine: str, pid: int) -> bytes:
    """The filter for one process, as packed sock_filter instructions.

    Args:
        machine: `x86_64` or `aarch64`.
        pid: the process's own number, the only one it may signal.
    """
    table = TABLES[machine]
    lines = [_load(_ARCH), (_IF_EQUAL, 1, 0, _AUDIT_ARCH[machine]), KILL, _load(_NUMBER)]
    if machine == "x86_64":
        lines += [(_IF_AT_LEAST, 0, 1, _X32_BIT), KILL]
    lines += _ranges(table, ALLOWED, ALLOW)
    for name, body in _checked(pid):
        lines += _only_for(table, name, body)
    lines += _ranges(table, KILLED, KILL)
    lines.append(DENY)
    return b"".join(struct.pack("HBBI", *line) for line in lines)


def _checked(pid: int) -> Iterator[tuple[str, list[Instruction]]]:
    """Calls whose arguments decide; each body ends in a verdict."""
    # clone3 hides its flags behind a pointer; told it does not exist, glibc falls back to clone.
    yield "clone3", [NOT_THERE]
    yield "clone", [_argument(0), *_one_of((PTHREAD_FLAGS,), ALLOW, DENY)]
    # A datagram pair could sendto() any socket file, which Landlock covers only from ABI 9: streams only.
    type_is_stream = [_argument(1), (_AND, 0, 0, _SOCK_TYPE_MASK), *_one_of((_SOCK_STREAM,), ALLOW, DENY)]
    yield "socketpair", [_argument(0), (_IF_EQUAL, 1, 0, _AF_UNIX), DENY, *type_is_stream]
    yield "fcntl", [_argument(1), *_one_of(FCNTL_DENIED, DENY, ALLOW)]
    yield "ioctl", [_argument(1), *_one_of(IOCTL_ALLOWED, ALLOW, DENY)]
    yield "prctl", [_argument(0), *_one_of(PRCTL_ALLOWED, ALLOW, DENY)]
    # Pages become executable only by mapping a file: no code written at run time.
    # Never writable as well: a private mapping of /dev/zero is anonymous memory by another name.
    executable = [(_IF_SET, 0, 1, _PROT_WRITE), DENY, _argument(3), (_IF_SET, 0, 1, _MAP_ANONYMOUS), DENY, ALLOW]
    yield "mmap", [_argument(2), (_IF_SET, 1, 0, _PROT_EXEC), ALLOW, *executable]
    yield "mprotect", [_argument(2), (_IF_SET, 0, 1, _PROT_EXEC), DENY, ALLOW]
    for name in ("kill", "tgkill"):
        yield name, [_argument(0), *_one_of((pid,), ALLOW, DENY)]
    yield "prlimit64", [_argument(0), *_one_of((0,), ALLOW, DENY)]


def _load(offset: int) -> Instruction:
    return (_LOAD, 0, 0, offset)


def _argument(position: int) -> Instruction:
    """Load the low word of an argument (both machines are little-endian)."""
    return _load(_ARGUMENTS + 8 * position)


def _one_of(values: tuple[int, ...], hit: Instruction, miss: Instruction) -> list[Instruction]:
    """`hit` when the loaded word is one of the values, else `miss`."""
    tests = [(_IF_EQUAL, len(values) - at, 0, value) for at, value in enumerate(values)]
    return [*tests, miss, hit]


def _only_for(table: dict[str, int], name: str, body: list[Instruction]) -> list[Instruction]:
    return [(_IF_EQUAL, 0, len(body), table[name]), *body] if name in table else []


def _ranges(table: dict[str, int], names: list[str], verdict: Instruction) -> list[Instruction]:
    """One verdict for many calls, neighbours tested together."""
    lines = []
    for first, after in _runs(sorted({table[name] for name in names if name in table})):
        lines += [(_IF_AT_LEAST, 0, 2, first), (_IF_AT_LEAST, 1, 0, after), verdict]
    return lines


def _runs(numbers: list[int]) -> list[list[int]]:
    """[1, 2, 3, 7] -> (1, 4), (7, 8)."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1][1] = number + 1
        else:
            runs.append([number, number + 1])
    return runs
