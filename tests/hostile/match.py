"""The tests' end of an arena: starts the process, names cases, reads what was wrong."""

import json
import subprocess
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.quiz.pythons import Version
from tests.hostile.arena import Order
from tests.hostile.interpreters import RUNNER
from tests.hostile.modes import Identity, Mode, as_user

PATIENCE = 180.0
"""Seconds for one batch, however slow the machine; then the arena is killed and its cases fail."""


class Match:
    """One mode on one Python. Results are kept, so that a batch is fought once and each test reads its own."""

    def __init__(self, mode: Mode, *, runner: Path, python: Path, version: Version) -> None:
        order = Order(
            mode=mode.name, plan=mode.plan, python=str(python), version=version, container=mode.container,
            become=mode.uid if mode.slots else 0,
        )  # fmt: skip
        command = [str(runner), "-I", "-B", "-S", "-X", "utf8", "-c", f"{RUNNER}; main()", json.dumps(asdict(order))]
        self._open(mode, command, {} if mode.slots else as_user(mode.uid))

    def _open(
        self, mode: Mode, command: list[str], identity: Identity, environment: Mapping[str, str] | None = None
    ) -> None:
        self.mode = mode
        self._arena = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/", env=environment, **identity
        )
        assert self._arena.stdin
        assert self._arena.stdout
        self._to, self._from = self._arena.stdin, self._arena.stdout
        self._left: dict[str, Any] = {"left": {"0": "the arena died"}}
        self._results: dict[str, dict[str, Any]] = {}
        self.opening = self._said()

    @property
    def refused(self) -> str:
        """Why the judge does not run in this mode here; empty when it does."""
        return str(self.opening.get("refused", ""))

    def results(self, names: Collection[str]) -> dict[str, dict[str, Any]]:
        """What came of these cases, by name."""
        if new := [name for name in names if name not in self._results]:
            self._to.write(json.dumps(new) + "\n")
            self._to.flush()
            self._results |= {told["name"]: told for told in self._until_settled()}
        return self._results

    @property
    def over(self) -> bool:
        """Whether it was ended, or killed by what it fought."""
        return self._arena.poll() is not None

    def close(self) -> dict[str, Any]:
        """End it, once; says which processes were left."""
        if not self.over:
            self._to.close()
            self._left = self._said()
            self._arena.wait(20)
            self._from.close()
        return self._left

    def _until_settled(self) -> Iterator[dict[str, Any]]:
        watchdog = threading.Timer(PATIENCE, self._arena.kill)
        watchdog.start()
        try:
            while (told := self._said()) and "settled" not in told:
                yield told
        finally:
            watchdog.cancel()

    def _said(self) -> dict[str, Any]:
        line = self._from.readline()
        return json.loads(line) if line else {}


Arrange = Callable[[Mode, Version], Match]
"""Opens an arena, once."""
