"""The standard library held in memory, for machines with neither namespaces nor Landlock: then no file need be opened.

Byte-code lies in one mapping of a memory file, so a fork copies none of it; extension modules are loaded beforehand,
because loading one opens a file. The set takes about 10 MB.
"""

from __future__ import annotations

import importlib.util
import marshal
import mmap
import os
import sys
import sysconfig
from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec

TYPE_CHECKING = False  # `typing` is not worth its import time in a zygote
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

_PYC_HEADER = 16
"""Bytes before the code in a .pyc: magic number, flags, time and size of the source (PEP 552)."""
_LEFT_OUT = """test tests idlelib tkinter turtledemo lib2to3 ensurepip site-packages dist-packages __pycache__
    lib-dynload distutils curses dbm venv wsgiref pydoc_data""".split()
_EXTENSIONS_LEFT_OUT = """_tkinter _curses _dbm _gdbm _ssl _test xx readline nis ossaudiodev _crypt spwd
    _interp _xxtest""".split()


class Shelf:
    """Finds and loads the library's modules from memory (an importer as in `importlib.abc`)."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[int, int, bool]] = {}
        """Module name -> where its code starts, how long it is, whether it is a package."""
        codes = []
        at = 0
        for name, code, package in _modules(sysconfig.get_path("stdlib")):
            self._places[name] = at, len(code), package
            codes.append(code)
            at += len(code)
        self._codes = _in_memory(b"".join(codes))

    def take_over(self) -> None:
        """From now on this process imports from memory only."""
        _load_extensions(os.path.join(sysconfig.get_path("platstdlib"), "lib-dynload"))
        sys.meta_path[:] = [BuiltinImporter, FrozenImporter, self]
        sys.path_importer_cache.clear()
        sys.path[:] = []

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """A module's spec, if it is on the shelf."""
        if name not in self._places:
            return None
        return ModuleSpec(name, self, origin="memory", is_package=self._places[name][2])  # type: ignore[arg-type]

    def create_module(self, _spec: ModuleSpec) -> None:
        """An ordinary module will do."""

    def exec_module(self, module: ModuleType) -> None:
        """Run a module's code."""
        at, size, _ = self._places[module.__name__]
        module.__file__ = f"<library>/{module.__name__}"
        exec(marshal.loads(self._codes[at : at + size]), module.__dict__)


def _modules(root: str) -> Iterator[tuple[str, bytes, bool]]:
    """Every module below the library's folder: name, marshalled code, whether it is a package."""
    for folder, folders, files in os.walk(root):
        folders[:] = [one for one in folders if one not in _LEFT_OUT and not one.startswith("config-")]
        for file in files:
            path = os.path.join(folder, file)
            stem, ending = os.path.splitext(os.path.relpath(path, root))
            code = _code(path) if ending == ".py" else None
            if code is not None:
                parts = stem.split(os.sep)
                package = parts[-1] == "__init__"
                yield ".".join(parts[:-1] if package else parts), code, package


def _code(path: str) -> bytes | None:
    """From the cache where there is one; None for what this version cannot compile."""
    try:
        with open(importlib.util.cache_from_source(path), "rb") as cached:
            data = cached.read()
        if data[:4] == importlib.util.MAGIC_NUMBER:
            return data[_PYC_HEADER:]
    except OSError:
        pass
    try:
        with open(path, "rb") as source:
            return marshal.dumps(
                compile(source.read(), f"<library>/{os.path.basename(path)}", "exec", dont_inherit=True)
            )
    except (SyntaxError, ValueError, OSError):
        return None


def _in_memory(data: bytes) -> mmap.mmap:
    """Private: of a shared mapping, one learner's mprotect and a write would change every later learner's library."""
    descriptor = os.memfd_create("library")
    with open(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        return mmap.mmap(descriptor, len(data), flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ)


def _load_extensions(folder: str) -> None:
    for file in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        name = file.partition(".")[0]
        if file.endswith(".so") and not name.startswith(tuple(_EXTENSIONS_LEFT_OUT)):
            try:
                __import__(name)
            except ImportError:
                pass
