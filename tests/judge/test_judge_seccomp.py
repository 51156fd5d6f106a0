"""The filters of both machines, run by a small evaluator of classic BPF. Of two, the kernel obeys the stricter."""

import struct

import pytest

from bot.judge.inside.seccomp import (
    ALLOWED,
    ATTRIBUTES,
    KILLED,
    MODES,
    MOUNTS,
    PATHS,
    PTHREAD_FLAGS,
    SCRATCH,
    SERVER,
    SWEEPING,
    child_program,
    janitor_program,
    zygote_program,
)
from bot.judge.inside.syscalls import TABLES

ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
ALLOW, KILL = 0x7FFF0000, 0x80000000
NOTHING, EPERM, ENOENT, EACCES, ENOSYS, ENOTSUP = 0x00050000, 0x00050001, 0x00050002, 0x0005000D, 0x00050026, 0x0005005F
PID = 4242


def decide(machine: str, number: int, *arguments: int, arch: int | None = None, **mode: bool) -> int:
    """What the kernel would do with a call of a child."""
    shared = zygote_program(machine, **{"private_root": True, "no_open": False, **mode})
    verdicts = [
        evaluate(code, machine, number, *arguments, arch=arch) for code in (shared, child_program(machine, PID))
    ]
    return min(verdicts, key=[KILL, EPERM, EACCES, ENOENT, ENOSYS, ENOTSUP, NOTHING, ALLOW].index)


def evaluate(code: bytes, machine: str, number: int, *arguments: int, arch: int | None = None) -> int:
    six = [*arguments, 0, 0, 0, 0, 0, 0][:6]
    data = struct.pack("<IIQ6Q", number, ARCH[machine] if arch is None else arch, 0, *six)
    at, word = 0, 0
    while True:
        op, yes, no, k = struct.unpack_from("HBBI", code, 8 * at)
        at += 1
        match op:
            case 0x20:
                (word,) = struct.unpack_from("<I", data, k)
            case 0x54:
                word &= k
            case 0x06:
                return int(k)
            case 0x15:
                at += yes if word == k else no
            case 0x35:
                at += yes if word >= k else no
            case 0x45:
                at += yes if word & k else no
            case _:
                raise AssertionError(hex(op))


@pytest.fixture(params=["x86_64", "aarch64"])
def machine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def call(machine: str, name: str, *arguments: int, **mode: bool) -> int:
    return decide(machine, TABLES[machine][name], *arguments, **mode)


def test_every_name_of_the_lists_gets_its_verdict(machine: str) -> None:
    table = TABLES[machine]
    assert {call(machine, name) for name in ALLOWED if name in table} == {ALLOW}
    assert {call(machine, name) for name in KILLED if name in table} == {KILL}


def test_a_child_gives_up_what_only_its_zygote_needs(machine: str) -> None:
    shared = zygote_program(machine, private_root=True, no_open=False)
    for names, verdict in ((SERVER, EPERM), (MOUNTS, KILL)):
        numbers = [TABLES[machine][name] for name in names if name in TABLES[machine]]
        assert {evaluate(shared, machine, number) for number in numbers} == {ALLOW}
        assert {decide(machine, number) for number in numbers} == {verdict}


def test_writing_is_for_a_private_root(machine: str) -> None:
    for name in [one for one in SCRATCH + MODES if one in TABLES[machine]]:
        assert call(machine, name) == ALLOW
        assert call(machine, name, private_root=False) == EPERM


def test_in_a_slot_files_can_be_written_and_modes_only_seem_to_be_set(machine: str) -> None:
    slots = {"private_root": False, "slots": True}
    for name in [one for one in SCRATCH if one in TABLES[machine]]:
        assert call(machine, name, **slots) == ALLOW
    for name in [one for one in MODES if one in TABLES[machine]]:
        assert call(machine, name, **slots) == NOTHING
    assert call(machine, "fchmod", 1, **slots) == EPERM
    assert call(machine, "utimensat", -100 & 0xFFFF_FFFF, 0x1000, **slots) == EPERM
    assert {call(machine, name, **slots) for name in MOUNTS if name in TABLES[machine]} == {KILL}


def test_the_janitor_can_look_and_remove_and_start_or_reach_nothing(machine: str) -> None:
    table, code = TABLES[machine], janitor_program(machine)
    assert {evaluate(code, machine, table[name]) for name in SWEEPING if name in table} == {ALLOW}
    for name in ("clone", "kill", "tgkill", "prlimit64", "prctl", "sendmsg", "renameat", "mkdirat", "ftruncate"):
        assert evaluate(code, machine, table[name]) == EPERM
    assert evaluate(code, machine, table["ptrace"]) == KILL
    assert evaluate(code, machine, table["mmap"], 0, 4096, 7, 0x22) == EPERM


def test_with_the_library_in_memory_no_name_reaches_the_file_system(machine: str) -> None:
    memory = {"private_root": False, "no_open": True}
    verdicts = {name: call(machine, name, **memory) for name in PATHS if name in TABLES[machine]}
    assert {verdicts.pop(name) for name in ("open", "openat") if name in verdicts} == {EACCES}
    assert set(verdicts.values()) == {ENOENT}
    assert call(machine, "newfstatat", 3, 0, 0, 0x1000, **memory) == ALLOW  # AT_EMPTY_PATH: fstat of what is open
    assert call(machine, "statx", 3, 0, 0x1000, **memory) == ALLOW


def test_attributes_are_not_supported(machine: str) -> None:
    assert {call(machine, name) for name in ATTRIBUTES} == {ENOTSUP}


def test_what_is_not_named_is_denied(machine: str) -> None:
    named = set(TABLES[machine].values())
    assert {decide(machine, number) for number in range(460) if number not in named} == {EPERM}


def test_a_foreign_architecture_is_killed(machine: str) -> None:
    assert decide(machine, 0, arch=0x40000003) == KILL


def test_the_x32_door_is_killed() -> None:
    assert decide("x86_64", 0x40000000) == KILL


def test_threads_can_be_made_and_processes_cannot(machine: str) -> None:
    assert call(machine, "clone", PTHREAD_FLAGS) == ALLOW
    assert call(machine, "clone", 17) == EPERM  # SIGCHLD: fork
    assert call(machine, "clone", PTHREAD_FLAGS | 0x10000000) == EPERM  # with a user namespace
    assert call(machine, "clone3", 0) == ENOSYS


def test_only_the_process_itself_can_be_signalled(machine: str) -> None:
    for name in ("kill", "tgkill"):
        assert call(machine, name, PID) == ALLOW
        assert call(machine, name, PID - 1) == EPERM
        assert call(machine, name, 0xFFFFFFFF) == EPERM


def test_only_stream_pairs_of_unix_sockets_can_be_made(machine: str) -> None:
    assert call(machine, "socketpair", 1, 1 | 0o2000000) == ALLOW  # SOCK_STREAM | SOCK_CLOEXEC
    assert call(machine, "socketpair", 1, 2) == EPERM
    assert call(machine, "socketpair", 2, 1) == EPERM


def test_memory_becomes_executable_only_from_files(machine: str) -> None:
    assert call(machine, "mmap", 0, 4096, 5, 2) == ALLOW  # read and execute, private: a shared library
    assert call(machine, "mmap", 0, 4096, 3, 0x22) == ALLOW  # read and write, anonymous
    assert call(machine, "mmap", 0, 4096, 7, 0x22) == EPERM
    assert call(machine, "mmap", 0, 4096, 7, 2) == EPERM  # writable and executable, private: /dev/zero
    assert call(machine, "mprotect", 0, 4096, 1) == ALLOW
    assert call(machine, "mprotect", 0, 4096, 5) == EPERM


def test_only_own_limits_can_be_asked_for(machine: str) -> None:
    assert call(machine, "prlimit64", 0) == ALLOW
    assert call(machine, "prlimit64", 1) == EPERM


def test_descriptors_cannot_be_made_to_signal_others(machine: str) -> None:
    for command in (8, 10, 15, 1024, 1026, 1031):  # owner, signal, extended owner, lease, notify, pipe size
        assert call(machine, "fcntl", 3, command) == EPERM
    assert call(machine, "fcntl", 3, 3) == ALLOW


def test_only_the_process_itself_can_be_asked_about(machine: str) -> None:
    for name, before in (("getpgid", ()), ("sched_getaffinity", ()), ("getpriority", (0,))):
        assert [call(machine, name, *before, number) for number in (0, PID)] == [ALLOW, ALLOW]
        assert call(machine, name, *before, PID - 1) == EPERM
    for name in ("clock_gettime", "clock_getres", "clock_nanosleep"):
        assert call(machine, name, 2) == ALLOW  # CLOCK_PROCESS_CPUTIME_ID
        assert call(machine, name, (~PID << 3) & 0xFFFF_FFFF | 2) == EPERM  # processor time of another


def test_times_are_set_by_name_only(machine: str) -> None:
    assert call(machine, "utimensat", 1, 0) == EPERM
    assert call(machine, "utimensat", -100 & 0xFFFF_FFFF, 0x1000) == ALLOW
    assert call(machine, "fchmod", 1) == EPERM


def test_terminal_input_cannot_be_forged(machine: str) -> None:
    assert call(machine, "ioctl", 0, 0x5412) == EPERM  # TIOCSTI
    assert call(machine, "ioctl", 0, 0x5401) == ALLOW  # TCGETS: isatty()
