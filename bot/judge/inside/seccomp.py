"""Which system calls a learner's code may make: the policy as data.

Three verdicts: *allow*; *deny* with EPERM, so that CPython degrades politely; *kill*, for calls that no lesson needs
and exploits love. What is not named is denied. The same lists serve CPython 3.11 to 3.13.

Two programs. The zygote enters the long one once and its children inherit it for nothing; each child adds a short one
that takes back what only a fork server needs. Of two programs the kernel obeys the stricter.
"""

from __future__ import annotations

from .bpf import (
    ALLOW,
    DENY,
    KILL,
    all_of,
    argument,
    fail,
    if_any_bit,
    if_equal,
    masked,
    number,
    one_of,
    only_for,
    own_architecture_only,
    pack,
)
from .syscalls import TABLES

TYPE_CHECKING = False  # `typing` is not worth its import time in a zygote
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .bpf import Instruction

# Looking at names; refused altogether where the library is in memory.
PATHS = "open openat stat lstat access faccessat faccessat2 readlink readlinkat getdents64 statx newfstatat".split()
# Reading and writing what is open.
FILES = """read write readv writev pread64 pwrite64 preadv pwritev close close_range fstat lseek getcwd dup dup2 dup3
    pipe pipe2 umask""".split()
# A folder of one's own to write in, where there is one.
SCRATCH = """ftruncate truncate fsync fdatasync mkdir mkdirat unlink unlinkat rmdir rename renameat renameat2 chdir
    flock""".split()
# Landlock knows nothing of these, so they are for a private root, in which nothing but the scratch can be written. In a
# slot they do nothing and say that they did, as on a FAT mounted `quiet`: shutil.copy and shelve end with one.
MODES = ["chmod", "fchmodat"]
# Extended attributes are not supported, as on many file systems; refused otherwise, shutil.copy2 would end with it.
ATTRIBUTES = "listxattr llistxattr flistxattr".split()
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
PAIRS = "sendto recvfrom recvmsg shutdown getsockopt setsockopt getsockname getpeername".split()
ALLOWED = PATHS + FILES + MEMORY + WAITING + ASKING + PAIRS

# What the fork server needs on top; every child gives it up.
# Among it sendmsg: descriptors on their way are counted for a whole uid, so one child could keep others from sending.
SERVER = "sendmsg landlock_restrict_self seccomp pidfd_open setrlimit wait4".split()
CHECKED_IN_CHILD = "clone prctl prlimit64 kill tgkill".split()
MOUNTS = "unshare mount capset".split()
# What the janitor of slots needs beyond looking at names.
SWEEPING = "unlink unlinkat rmdir chmod fchmodat statfs fstatfs".split()

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
_AT_EMPTY_PATH = 0x1000
_CLOCK_OF_A_PROCESS = 0x8000_0000
"""Clock ids below zero are made of a process's number."""
_ENOENT, _EACCES, _ENOSYS, _ENOTSUP = 2, 13, 38, 95
_NOTHING = fail(0)
"""The call does not happen and says that it did."""
# Duplicates, flags and record locks (sqlite3 asks for them). So no F_SETOWN or F_SETSIG, which signal others, no
# F_SETPIPE_SZ, which takes kernel memory, and no F_NOTIFY or F_SETLEASE on what others use.
FCNTL_ALLOWED = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030)
# TCGETS, TIOCGWINSZ, FIOCLEX, FIONCLEX, FIONBIO, FIONREAD: what io, os and asyncio ask of a descriptor.
IOCTL_ALLOWED = (0x5401, 0x5413, 0x5451, 0x5450, 0x5421, 0x541B)
# PR_SET_NAME, PR_GET_NAME: threads may be named.
PRCTL_ALLOWED = (15, 16)

ANY_PID = 0x7FFF_FFF1
"""Stands for the child's own number in a program made before the child; no process has it."""


def zygote_program(machine: str, *, private_root: bool, no_open: bool, slots: bool = False) -> bytes:
    """The long filter, for the zygote and all that it forks.

    Args:
        machine: `x86_64` or `aarch64`.
        private_root: children mount a scratch folder of their own before they give up the right to.
        no_open: the library is in memory, so no name needs to reach the file system.
        slots: children have a scratch folder that was mounted ahead; where else they may not write, Landlock says.
    """
    table = TABLES[machine]
    lines = own_architecture_only(machine)
    if no_open:
        lines += _no_names(table)
    lines += all_of(table, ALLOWED + SERVER + CHECKED_IN_CHILD, ALLOW)
    lines += all_of(table, SCRATCH + MODES + MOUNTS if private_root else [], ALLOW)
    lines += [*all_of(table, SCRATCH, ALLOW), *all_of(table, MODES, _NOTHING)] if slots else []
    lines += all_of(table, ATTRIBUTES, fail(_ENOTSUP))
    # By name only: a descriptor may be one that was handed in, and its pipe has a mode and times outside as well.
    lines += only_for(table, "utimensat", [argument(1), *one_of((0,), DENY, ALLOW if private_root else DENY)])
    for name, body in _checked():
        lines += only_for(table, name, body)
    lines += all_of(table, KILLED, KILL)
    return pack([*lines, DENY])


def child_program(machine: str, pid: int = ANY_PID) -> bytes:
    """The short filter, for one child: no process, no other's signals and limits, no further walls.

    Args:
        machine: `x86_64` or `aarch64`.
        pid: the child's own number, the only one it may signal.
    """
    table = TABLES[machine]
    lines = [number(), *all_of(table, MOUNTS, KILL), *all_of(table, SERVER, DENY)]
    lines += only_for(table, "clone", [argument(0), *one_of((PTHREAD_FLAGS,), ALLOW, DENY)])
    lines += only_for(table, "prctl", [argument(0), *one_of(PRCTL_ALLOWED, ALLOW, DENY)])
    lines += only_for(table, "prlimit64", [argument(0), *one_of((0,), ALLOW, DENY)])
    for name in ("kill", "tgkill"):
        lines += only_for(table, name, [argument(0), *one_of((pid,), ALLOW, DENY)])
    # Where pids are the machine's own, each of these would tell which of them are taken, and how busy they are.
    for name, position in (("getpgid", 0), ("sched_getaffinity", 0), ("getpriority", 1)):
        lines += only_for(table, name, [argument(position), *one_of((0, pid), ALLOW, DENY)])
    for name in ("clock_gettime", "clock_getres", "clock_nanosleep"):
        lines += only_for(table, name, [argument(0), *if_any_bit(_CLOCK_OF_A_PROCESS, [DENY], [ALLOW])])
    return pack([*lines, ALLOW])


def janitor_program(machine: str) -> bytes:
    """The filter of the process that empties slots: no process, no thread, no socket, no signal to others.

    Args:
        machine: `x86_64` or `aarch64`.
    """
    table = TABLES[machine]
    lines = own_architecture_only(machine)
    lines += all_of(table, PATHS + FILES + MEMORY + WAITING + ASKING + PAIRS + SWEEPING, ALLOW)
    for name, body in _checked():
        lines += only_for(table, name, body)
    return pack([*lines, *all_of(table, KILLED, KILL), DENY])


def _no_names(table: dict[str, int]) -> list[Instruction]:
    """Opening is refused and looking finds nothing; only a descriptor that is open may be asked about itself."""
    lines = all_of(table, ["open", "openat"], fail(_EACCES))
    for name, flags in (("newfstatat", 3), ("statx", 2)):
        lines += only_for(table, name, [argument(flags), *if_any_bit(_AT_EMPTY_PATH, [ALLOW], [fail(_ENOENT)])])
    return lines + all_of(table, PATHS, fail(_ENOENT))


def _checked() -> Iterator[tuple[str, list[Instruction]]]:
    """Calls whose arguments decide; each body ends in a verdict."""
    # clone3 hides its flags behind a pointer; told it does not exist, glibc falls back to clone.
    yield "clone3", [fail(_ENOSYS)]
    # A datagram pair could sendto() any socket file, which Landlock covers only from ABI 9: streams only.
    stream = [argument(1), masked(_SOCK_TYPE_MASK), *one_of((_SOCK_STREAM,), ALLOW, DENY)]
    yield "socketpair", [argument(0), *if_equal(_AF_UNIX, stream, [DENY])]
    yield "fcntl", [argument(1), *one_of(FCNTL_ALLOWED, ALLOW, DENY)]
    yield "ioctl", [argument(1), *one_of(IOCTL_ALLOWED, ALLOW, DENY)]
    # Pages become executable only by mapping a file: no code written at run time.
    # Never writable as well: a private mapping of /dev/zero is anonymous memory by another name.
    from_file = [argument(3), *if_any_bit(_MAP_ANONYMOUS, [DENY], [ALLOW])]
    yield "mmap", [argument(2), *if_any_bit(_PROT_EXEC, if_any_bit(_PROT_WRITE, [DENY], from_file), [ALLOW])]
    yield "mprotect", [argument(2), *if_any_bit(_PROT_EXEC, [DENY], [ALLOW])]
