"""A small assembler for classic BPF: just what a seccomp policy needs.

An instruction is (code, jump if true, jump if false, operand); jumps count instructions. Source: seccomp(2).
"""

from __future__ import annotations

import struct

TYPE_CHECKING = False  # `typing` is not worth its import time in a zygote
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Instruction = tuple[int, int, int, int]

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_SET, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32_BIT = 0x40000000
INSTRUCTION_BYTES = 8
OPERAND_AT = 4


def _return(action: int) -> Instruction:
    return (_RETURN, 0, 0, action)


def fail(errno: int) -> Instruction:
    """The call does not happen and gives this error."""
    return _return(0x00050000 | errno)


ALLOW = _return(0x7FFF0000)
DENY = fail(1)
"""EPERM, so that CPython degrades politely."""
KILL = _return(0x80000000)


def pack(lines: Iterable[Instruction]) -> bytes:
    """As the kernel takes it: an array of struct sock_filter."""
    return b"".join(struct.pack("HBBI", *line) for line in lines)


def own_architecture_only(machine: str) -> list[Instruction]:
    """A call through another architecture's door (int 0x80, x32) ends the run. Leaves the call's number loaded."""
    lines = [_load(_ARCH), (_IF_EQUAL, 1, 0, _AUDIT_ARCH[machine]), KILL, number()]
    if machine == "x86_64":
        lines += [(_IF_AT_LEAST, 0, 1, _X32_BIT), KILL]
    return lines


def number() -> Instruction:
    """Load the call's number."""
    return _load(_NUMBER)


def argument(position: int) -> Instruction:
    """Load the low word of an argument (both machines are little-endian)."""
    return _load(_ARGUMENTS + 8 * position)


def masked(mask: int) -> Instruction:
    """Keep some bits of the loaded word."""
    return (_AND, 0, 0, mask)


def one_of(values: tuple[int, ...], hit: Instruction, miss: Instruction) -> list[Instruction]:
    """`hit` when the loaded word is one of the values, else `miss`."""
    tests = [(_IF_EQUAL, len(values) - at, 0, value) for at, value in enumerate(values)]
    return [*tests, miss, hit]


def if_equal(value: int, then: list[Instruction], otherwise: list[Instruction]) -> list[Instruction]:
    """Both branches end in a verdict."""
    return [(_IF_EQUAL, 0, len(then), value), *then, *otherwise]


def if_any_bit(bits: int, then: list[Instruction], otherwise: list[Instruction]) -> list[Instruction]:
    """Both branches end in a verdict."""
    return [(_IF_SET, 0, len(then), bits), *then, *otherwise]


def only_for(table: Mapping[str, int], name: str, body: list[Instruction]) -> list[Instruction]:
    """`body`, which ends in a verdict, for one call; nothing where the machine lacks it. Expects the number loaded."""
    return [(_IF_EQUAL, 0, len(body), table[name]), *body] if name in table else []


def all_of(table: Mapping[str, int], names: Iterable[str], verdict: Instruction) -> list[Instruction]:
    """One verdict for many calls, neighbours tested together. Expects the number loaded."""
    lines = []
    for first, after in _runs(sorted({table[name] for name in names if name in table})):
        lines += [(_IF_AT_LEAST, 0, 2, first), (_IF_AT_LEAST, 1, 0, after), verdict]
    return lines


def _load(offset: int) -> Instruction:
    return (_LOAD, 0, 0, offset)


def _runs(numbers: list[int]) -> list[list[int]]:
    """[1, 2, 3, 7] -> [1, 4], [7, 8]."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and runs[-1][1] == one:
            runs[-1][1] = one + 1
        else:
            runs.append([one, one + 1])
    return runs
