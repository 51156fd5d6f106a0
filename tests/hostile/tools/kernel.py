import ctypes

_NUMBERS = {}  # filled in by the corpus, for the machine it runs on
_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.syscall.restype = ctypes.c_long
_REFUSED = (1, 13, 38)  # EPERM, EACCES, ENOSYS


def buffer(size, first=0):
    room = (ctypes.c_char * size)()
    room[: min(size, 4)] = first.to_bytes(4, "little")[:size]
    return room


def _asked(what, number, arguments, quiet, also):
    longs = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    ctypes.set_errno(0)
    result = _LIBC.syscall(ctypes.c_long(number), *longs)
    errno = ctypes.get_errno()
    verdict = "BREACH" if result >= 0 else "DENIED" if errno in (*_REFUSED, *also) else "REACHED"
    if not quiet or verdict != "DENIED":
        print(verdict, what, result, errno)
    return result


def ask_number(number, *arguments, quiet=False):
    """Ask the kernel by number. Quietly: say nothing of a refusal."""
    return _asked(number, number, arguments, quiet, ())


def ask(name, *arguments, quiet=False, also=()):
    """Ask the kernel by name; `also` are errors that count as a refusal."""
    if name in _NUMBERS:
        return _asked(name, _NUMBERS[name], arguments, quiet, also)
    print("DENIED: this machine has no such call")
    return -1
