"""Standard streams over the descriptors 0, 1 and 2, made once in the zygote: a child only swaps what lies below.

So they must hold nothing at the fork, and nothing about the file below may be remembered: the stand-ins are unseekable.
"""

from __future__ import annotations

import io
import sys


def make() -> None:
    """Replace the interpreter's own streams."""
    for name, text in (
        ("stdin", _text(0, "r", "<stdin>", errors="surrogateescape")),
        ("stdout", _text(1, "w", "<stdout>", errors="backslashreplace")),
        ("stderr", _text(2, "w", "<stderr>", errors="backslashreplace")),
    ):
        setattr(sys, name, text)
        setattr(sys, f"__{name}__", text)


def _text(descriptor: int, mode: str, name: str, errors: str) -> io.TextIOWrapper:
    raw = io.FileIO(descriptor, mode, closefd=False)
    raw.name = name
    buffered = io.BufferedReader(raw) if mode == "r" else io.BufferedWriter(raw)
    # Line by line, so that what was printed before a kill has arrived.
    text = io.TextIOWrapper(buffered, encoding="utf-8", errors=errors, line_buffering=mode == "w")
    setattr(text, "mode", mode)  # noqa: B010 - as the interpreter's own have it; the type calls it read-only
    return text


def flush() -> None:
    """Hand on what was printed; a learner may have replaced or closed any of them."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # noqa: S110
            pass
