"""The pipes of one job: our ends and the child's."""

import os
import socket
from contextlib import ExitStack

from bot.judge.wire import is_last
from bot.quiz.runs import Job

CHANNEL_BYTES = 256 * 1024
_CHUNK = 8192


class Stream:
    """Bytes from a descriptor of ours, kept up to a bound."""

    def __init__(self, descriptor: int, bound: int = 0) -> None:
        self.descriptor, self.bound = descriptor, bound
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
            if len(self.kept) > self.bound:
                del self.kept[self.bound :]
                self.full = True

    def has_last_word(self) -> bool:
        """Whether the last whole line is a child's last message."""
        return self.kept.endswith(b"\n") and is_last(bytes(self.kept[self.kept.rfind(b"\n", 0, -1) + 1 :]))


class Plumbing:
    """Standard input, output and error as pipes, and the channel as a pair of sockets; `begin` makes it a job's.

    Raises:
        OSError: this process has no descriptors left.
    """

    def __init__(self) -> None:
        self._near, self._far = ExitStack(), ExitStack()
        try:
            stdin, self._feed = os.pipe()
            self._far.callback(os.close, stdin)
            self._near.callback(self._stop_feeding)
            self.out, stdout = self._outlet()
            self.err, stderr = self._outlet()
            self.channel, far_channel = socket.socketpair()
            self._near.callback(self.channel.close)
            self._far.callback(far_channel.close)
        except OSError:
            self.close()
            raise
        self.channel.settimeout(0)
        self.said = Stream(self.channel.fileno(), CHANNEL_BYTES)
        self.to_hand_over = [stdin, stdout, stderr, far_channel.fileno()]

    def begin(self, job: Job) -> None:
        """Put a job's standard input into its pipe, and bound what comes out."""
        if job.stdin:
            os.write(self._feed, job.stdin.encode("utf-8", "replace"))
        self._stop_feeding()
        self.out.bound = self.err.bound = job.limits.output_bytes

    def _stop_feeding(self) -> None:
        if self._feed >= 0:
            os.close(self._feed)
            self._feed = -1

    def _outlet(self) -> tuple[Stream, int]:
        near, far = os.pipe()
        self._near.callback(os.close, near)
        self._far.callback(os.close, far)
        os.set_blocking(near, False)
        return Stream(near), far

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
