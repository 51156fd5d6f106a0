"""The pipes of one job: our ends and the child's."""

import os
import socket
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from bot.judge.wire import is_last
from bot.quiz.runs import Job

CHANNEL_BYTES = 256 * 1024
_CHUNK = 65536


class Stream:
    """Bytes from a descriptor of ours, kept up to a bound."""

    def __init__(self, descriptor: int, bound: int) -> None:
        self.descriptor, self._bound = descriptor, bound
        self.kept = bytearray()
        self.full = self.ended = False

    def read(self) -> None:
        """Everything that is there now, until the end or the bound."""
        while not (self.full or self.ended):
            try:
                chunk = os.read(self.descriptor, _CHUNK)
            except BlockingIOError:
                return
            except OSError:  # a socket whose other end was killed in the middle
                chunk = b""
            self.ended = not chunk
            self.kept += chunk
            if len(self.kept) > self._bound:
                del self.kept[self._bound :]
                self.full = True

    def has_last_word(self) -> bool:
        """Whether the last whole line is a child's last message."""
        return self.kept.endswith(b"\n") and is_last(bytes(self.kept[self.kept.rfind(b"\n", 0, -1) + 1 :]))


class Plumbing:
    """Standard input, output and error as pipes, and the channel as a pair of sockets.

    Args:
        job: its standard input is put into the pipe at once; its bounds are those of the streams.

    Raises:
        OSError: this process has no descriptors left.
    """

    def __init__(self, job: Job) -> None:
        self._near, self._far = ExitStack(), ExitStack()
        try:
            self._open(job)
        except OSError:
            self.close()
            raise

    def _open(self, job: Job) -> None:
        stdin, feed = os.pipe()
        self._far.callback(os.close, stdin)
        self._near.callback(os.close, feed)
        os.write(feed, job.stdin.encode("utf-8", "replace"))
        self._near.close()  # nothing else is in it yet, and whoever reads to the end should find one
        self.out, stdout = self._outlet(job.limits.output_bytes)
        self.err, stderr = self._outlet(job.limits.output_bytes)
        self.channel, far_channel = socket.socketpair()
        self._near.callback(self.channel.close)
        self._far.callback(far_channel.close)
        self.channel.settimeout(0)
        self.said = Stream(self.channel.fileno(), CHANNEL_BYTES)
        self.to_hand_over = [stdin, stdout, stderr, far_channel.fileno()]

    def _outlet(self, bound: int) -> tuple[Stream, int]:
        near, far = os.pipe()
        self._near.callback(os.close, near)
        self._far.callback(os.close, far)
        os.set_blocking(near, False)
        return Stream(near, bound), far

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def streams(self) -> tuple[Stream, Stream, Stream]:
        """All that comes from the child."""
        return self.out, self.err, self.said

    def close(self) -> None:
        """Both ends of everything."""
        self.let_go_of_far_ends()
        self._near.close()

    def let_go_of_far_ends(self) -> None:
        """They are the child's alone now, so that a stream ends when the child lets go of it."""
        self._far.close()
