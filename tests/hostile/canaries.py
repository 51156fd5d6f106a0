"""What an attack may be after, put where it could be reached if a wall had a hole; and whether any of it was touched.

All of it belongs to the uid that learners' code runs under, so that ordinary permissions protect nothing.
"""

import contextlib
import json
import os
import resource
import secrets
import select
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
from pathlib import Path
from typing import Self

from tests.hostile.modes import as_user

STRAYS = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/etc", "/var", "/home", "/")  # noqa: S108 - where attacks try to leave something
STRAY = "askling-breach"


class Canaries:
    """A process with a token in its environment, a secret file, and a listener of every kind."""

    def __init__(self, uid: int) -> None:
        self._uid = uid
        self._stack = contextlib.ExitStack()
        self._listeners: dict[str, socket.socket] = {}

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="canaries-"))
        self._stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.folder.chmod(0o755)
        self._hatch()
        self._listen("tcp", socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))
        self._listen("udp", socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0))
        self._listen("unix", socket.AF_UNIX, socket.SOCK_STREAM, str(self.folder / "stream"))
        self._listen("datagram", socket.AF_UNIX, socket.SOCK_DGRAM, str(self.folder / "datagram"))
        self._listen("abstract", socket.AF_UNIX, socket.SOCK_STREAM, f"\0canary-{secrets.token_hex(4)}")
        self._listen("abstract datagram", socket.AF_UNIX, socket.SOCK_DGRAM, f"\0canary-{secrets.token_hex(4)}")
        self._write_secret()
        for path in [self.folder, *self.folder.iterdir()]:
            with contextlib.suppress(PermissionError):
                os.chown(path, self._uid, self._uid)
        self._before = self._state()
        return self

    def __exit__(self, *_: object) -> None:
        for place in STRAYS:
            with contextlib.suppress(OSError):  # not ours to remove, or on a file system that is only read
                (Path(place) / STRAY).unlink(missing_ok=True)
        self._stack.close()

    def fill_in(self, source: str) -> str:
        """An attack's code, with its placeholders replaced by what they stand for."""
        places = {
            "@SECRET@": str(self.secret),
            "@FOLDER@": str(self.folder),
            "@TCP@": str(self._listeners["tcp"].getsockname()[1]),
            "@UDP@": str(self._listeners["udp"].getsockname()[1]),
            "@UNIX@": str(self._listeners["unix"].getsockname()),
            "@DATAGRAM@": str(self._listeners["datagram"].getsockname()),
            "@ABSTRACT@": self._listeners["abstract"].getsockname()[1:].decode(),
            "@WHISPER@": self._listeners["abstract datagram"].getsockname()[1:].decode(),
            "@DATABASE@": str(self.database),
            "@PID@": str(self._process.pid),
            "@STRAY@": STRAY,
            "@NUL@": "\0",
            "@MARK@": "\ufeff",
        }
        for place, thing in places.items():
            source = source.replace(place, thing)
        return source

    def touched(self) -> list[str]:
        """What happened to them since the last look."""
        ready, _, _ = select.select([*self._listeners.values()], [], [], 0)
        found = [f"the {name} listener was reached" for name, one in self._listeners.items() if one in ready]
        now = self._state()
        found += [f"{what}: {self._before[what]} became {now[what]}" for what in now if now[what] != self._before[what]]
        if self._process.poll() is not None:
            found.append("the process with the token is dead")
            self._hatch()
        self._drain(ready)
        self._before = self._state()
        return found

    def _hatch(self) -> None:
        environment = {"ASKLING_DISCORD_TOKEN": f"TOPSECRET-{secrets.token_hex(8)}"}
        self._process = subprocess.Popen(
            ["/bin/sleep", "86400"], env=environment, start_new_session=True, **as_user(self._uid)
        )
        self._stack.callback(self._bury, self._process)

    @staticmethod
    def _bury(process: "subprocess.Popen[bytes]") -> None:
        process.send_signal(signal.SIGKILL)
        process.wait()

    def _listen(self, name: str, family: int, kind: int, address: object) -> None:
        listener = self._stack.enter_context(socket.socket(family, kind))
        listener.bind(address)  # type: ignore[arg-type]
        if kind == socket.SOCK_STREAM:
            listener.listen()
        listener.setblocking(False)
        self._listeners[name] = listener

    def _write_secret(self) -> None:
        self.secret = self.folder / "askling.db"
        self.secret.write_text(f"TOPSECRET-{secrets.token_hex(8)}\n")
        self.secret.chmod(0o644)
        self.database = self.folder / "ledger.db"
        with contextlib.closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute("create table answers (text)")
            connection.execute("insert into answers values ('TOPSECRET')")

    def _drain(self, ready: list[socket.socket]) -> None:
        for one in ready:
            with contextlib.suppress(OSError):
                if one.type == socket.SOCK_STREAM:
                    one.accept()[0].close()
                else:
                    one.recv(1)

    def _state(self) -> dict[str, str]:
        """Everything about them that could be changed from outside."""
        state = {"folder": "gone", "secret": "gone"}
        if self.folder.exists():
            state["folder"] = str(sorted(one.name for one in self.folder.iterdir()))
        if self.secret.exists():
            about = self.secret.stat()
            kept = (about.st_mode, about.st_uid, about.st_nlink, about.st_mtime_ns, about.st_ctime_ns)
            state["secret"] = json.dumps([kept, os.listxattr(self.secret)])
        state["strays"] = str([place for place in STRAYS if (Path(place) / STRAY).exists()])
        with contextlib.suppress(ProcessLookupError):
            state["priority"] = str(os.getpriority(os.PRIO_PROCESS, self._process.pid))
            state["scheduler"] = str(
                (os.sched_getscheduler(self._process.pid), os.sched_getaffinity(self._process.pid))
            )
            limits = (resource.RLIMIT_NOFILE, resource.RLIMIT_CPU, resource.RLIMIT_AS)
            with contextlib.suppress(PermissionError):
                state["limits"] = str([resource.prlimit(self._process.pid, one) for one in limits])
        return state
