"""One websocket: frames out in their order, compressed when the client asked for it."""

import asyncio
import json
import zlib
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web

from tests.loopback.discord.errors import Json


class Socket:
    """A connected client. Sending never waits; a task writes what was put into the queue."""

    def __init__(self, ws: web.WebSocketResponse, request: web.BaseRequest) -> None:
        self._ws = ws
        self._request = request
        self._deflate = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        self._out: asyncio.Queue[Json | int] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())
        self.closed_by_us = False

    @property
    def compressed(self) -> bool:
        return self._deflate is not None

    def send(self, op: int, data: Any = None, *, sequence: int | None = None, event: str | None = None) -> None:
        self._out.put_nowait({"op": op, "d": data, "s": sequence, "t": event})

    def close(self, code: int) -> None:
        """Close after everything that was sent before."""
        self.closed_by_us = True
        self._out.put_nowait(code)

    def abort(self) -> None:
        """Cut the TCP connection, with no close frame."""
        self.closed_by_us = True
        self._writer.cancel()
        if self._request.transport:
            self._request.transport.abort()

    async def read(self) -> Json | None:
        """The next frame as JSON, text or binary, with op "?" when it is none; None when the client is gone."""
        message = await self._ws.receive()
        if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
            return None
        try:
            found = json.loads(message.data)
        except ValueError:
            return {"op": "?"}
        return found if isinstance(found, dict) else {"op": "?"}

    @property
    def close_code(self) -> int | None:
        return self._ws.close_code

    async def end(self) -> None:
        """Stop writing; give what is queued a moment when we said goodbye ourselves."""
        if not self._writer.done():
            self._writer.cancel()
        with suppress(asyncio.CancelledError, ConnectionError):
            await self._writer

    async def _write(self) -> None:
        with suppress(ConnectionError):
            while True:
                frame = await self._out.get()
                if isinstance(frame, int):
                    await self._ws.close(code=frame)
                    return
                await self._put(json.dumps(frame))

    async def _put(self, text: str) -> None:
        if self._deflate is None:
            await self._ws.send_str(text)
            return
        packed = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
        await self._ws.send_bytes(packed)
