"""Sources that run inside the jail and treat an author's code as text: to compile it, to see how it ends."""

COMPILE = """\
import warnings

def complaint(code):
    for action in ("ignore", "error"):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter(action)
                compile(code, "question", "exec", dont_inherit=True)
        except SyntaxError as error:
            return action, error.lineno or 1, error.msg
        except ValueError as error:
            return action, 1, str(error)
    return None
"""
"""A warning turned into an error is a SyntaxError too, so the two are told apart by order."""

ENDING = """\
import linecache, traceback

def ending(program):
    linecache.cache["program"] = (len(program), None, program.splitlines(keepends=True), "program")
    try:
        exec(compile(program, "program", "exec", dont_inherit=True), {"__name__": "__main__"})
    except BaseException as error:
        frames = [one.lineno for one in traceback.extract_tb(error.__traceback__) if one.filename == "program"]
        return type(error).__name__, (frames or [getattr(error, "lineno", 0)])[-1]
    return None
"""

PRINTING = """\
import contextlib, io, sys

STEPS = 20_000

def printed(program):
    steps = 0

    def count(frame, event, argument):
        nonlocal steps
        steps += 1
        if steps > STEPS:
            raise SystemExit("it does not end")
        return count

    out = io.StringIO()
    try:
        code = compile(program, "question", "exec", dont_inherit=True)
        with contextlib.redirect_stdout(out):
            sys.settrace(count)
            try:
                exec(code, {"__name__": "__main__"})
            finally:
                sys.settrace(None)
    except BaseException:
        return None
    return out.getvalue()[:4000]
"""
"""None when the program does not come to its end. A wrong order loves to loop for ever, so steps are counted."""
