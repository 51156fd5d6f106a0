"""The stage a learner's code plays on: load it, put the probes to it, say what came back."""

from __future__ import annotations

import atexit
import io
import linecache
import logging
import sys
import threading
import time
import traceback
import types

from .limits import breathe
from .streams import flush
from .values import TooLarge, describe, encode

TYPE_CHECKING = False  # `typing` is not worth its import time in a child
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

NAME = "<submission>"
FRAMES = 6
STDOUT_CHARS = 4096
_OWN_HANDLERS = 1
"""Logging's own of last resort."""


class Notebook(io.StringIO):
    """Captured output of one probe; what is over the bound is let fall."""

    def write(self, text: str) -> int:
        """Keep what still fits; returns the length of all of it, as a stream must."""
        room = STDOUT_CHARS - self.tell()
        super().write(text[: max(0, room)])
        return len(text)


def play(
    source: str,
    probes: list[dict[str, str]],
    say: Callable[[dict[str, object]], object],
    leave: Callable[[], None],
) -> None:
    """Run a job.

    Args:
        source: the learner's code.
        probes: what to put to it, each a `setup` to run and a `call` to evaluate; none: run the source alone.
        say: sends one message; the last one has `end` in it.
        leave: what an interpreter does at its end.
    """
    started = time.process_time()
    linecache.cache[NAME] = (len(source), None, source.splitlines(keepends=True), NAME)
    ending = _ask(source, probes, say) if probes else _run(source, leave)
    flush()
    say({**ending, "cpu": round(time.process_time() - started, 6)})


def _run(source: str, leave: Callable[[], None]) -> dict[str, object]:
    """The source alone, from its first line to the interpreter's own end."""
    ending = _ending_of(lambda: exec(_compiled(source), _fresh_main()))
    late = _ending_of(leave)
    return ending if ending["end"] != "done" else late


def _ask(source: str, probes: list[dict[str, str]], say: Callable[[dict[str, object]], object]) -> dict[str, object]:
    def act() -> None:
        code = _compiled(source)
        for at, probe in enumerate(probes):
            say(_answer(code, at, probe))

    return _ending_of(act)


def _ending_of(act: Callable[[], object]) -> dict[str, object]:
    """Every way in which code can end, as a message."""
    try:
        act()
    except SystemExit as leaving:
        if leaving.code is None or isinstance(leaving.code, int):
            return {"end": "exit", "code": int(leaving.code or 0)}
        return {"end": "exit", "code": 1, "said": str(leaving.code)[:300]}
    except BaseException as error:
        return {"end": "raised", **_raised(error)}
    return {"end": "done"}


def _compiled(source: str) -> CodeType:
    return compile(source, NAME, "exec", dont_inherit=True)


def _answer(code: CodeType, at: int, probe: dict[str, str]) -> dict[str, object]:
    """One probe, from a fresh load; every way it can end is a message."""
    stage, sys.stdout = sys.stdout, Notebook()
    notebook = sys.stdout
    try:
        main = _fresh_main()
        exec(code, main)
        exec(compile(probe["setup"], "<case>", "exec", dont_inherit=True), main)
        value = eval(compile(probe["call"], "<case>", "eval", dont_inherit=True), main)
        message = {"value": encode(value), "shown": describe(value)}
    except TooLarge as error:
        message = {"silent": str(error)}
    except BaseException as error:
        message = {"raised": _raised(error)}
    finally:
        sys.stdout = stage
    return {"probe": at, "stdout": notebook.getvalue(), **message}


def _fresh_main() -> dict[str, object]:
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    return main.__dict__


def _raised(error: BaseException) -> dict[str, object]:
    if isinstance(error, MemoryError):
        breathe()
    bases = [base.__name__ for base in type(error).__mro__[1:-1]]
    message = describe(error.args[0] if len(error.args) == 1 else error.args) if error.args else ""
    if error.args and isinstance(error.args[0], str):
        message = error.args[0][:300]
    return {"error": type(error).__name__, "bases": bases[:10], "message": message, "traceback": _traceback(error)}


def _traceback(error: BaseException) -> str:
    """The learner's own lines only, at most six frames."""
    told = traceback.TracebackException(type(error), error, error.__traceback__, compact=True)
    own = [frame for frame in told.stack if frame.filename.startswith("<")]
    if len(own) > FRAMES:
        own = own[: FRAMES // 2] + own[-FRAMES // 2 :]
    told.stack = traceback.StackSummary.from_list(own)
    told.__context__ = told.__cause__ = None
    return "".join(told.format(chain=False))[-1500:]


def leave_properly() -> None:
    """What the interpreter does at its end: wait for threads, run exit functions."""
    wait_for_threads()
    atexit._run_exitfuncs()  # noqa: SLF001 - the process leaves by os._exit, which would skip them
    if len(vars(logging)["_handlerList"]) > _OWN_HANDLERS:  # its shutdown takes a tenth of a verdict's time
        logging.shutdown()


def keep_exit_short() -> None:
    """Logging's exit function is called where there is a handler to flush, and not in every run."""
    atexit.unregister(logging.shutdown)


def wait_for_threads() -> None:
    """Until all that are no daemons have ended."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
