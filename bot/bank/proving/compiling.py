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
import traceback

def ending(program):
    try:
        exec(compile(program, "program", "exec", dont_inherit=True), {"__name__": "__main__"})
    except BaseException as error:
        frames = [one.lineno for one in traceback.extract_tb(error.__traceback__) if one.filename == "program"]
        return type(error).__name__, (frames or [getattr(error, "lineno", 0)])[-1]
    return None
"""

_COUNTED = """\
import contextlib, io, sys

STEPS = 100_000

class Endless(BaseException):
    pass

class EndlessProgram(Exception):
    pass

@contextlib.contextmanager
def counted():
    steps = 0

    def count(frame, event, argument):
        nonlocal steps
        if frame.f_code.co_filename != "program":
            return None
        steps += 1
        if steps > STEPS:
            raise Endless
        return count

    sys.settrace(count)
    try:
        yield
    except Endless:
        raise EndlessProgram from None
    finally:
        sys.settrace(None)
"""
"""Wrong orders and mutants love to loop for ever: steps of the program are counted, those of the library are not."""

PRINTING = f"""{_COUNTED}
def printed(program):
    out = io.StringIO()
    try:
        code = compile(program, "program", "exec", dont_inherit=True)
        with contextlib.redirect_stdout(out), counted():
            exec(code, {{"__name__": "__main__"}})
    except BaseException:
        return None
    return out.getvalue()[:4000]
"""
"""`printed(program)`: None when it does not come to its end."""

PLAYING = f"""{_COUNTED}
def played(number, setup, call):
    main = {{"__name__": "__main__"}}
    with contextlib.redirect_stdout(io.StringIO()), counted():
        exec(compile(PROGRAMS[number], "program", "exec", dont_inherit=True), main)
        exec(compile(setup, "program", "exec", dont_inherit=True), main)
        return eval(compile(call, "program", "eval", dont_inherit=True), main)
"""
"""`played(number, setup, call)`: a case put to one of `PROGRAMS`; the list has to be added below."""
