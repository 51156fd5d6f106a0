"""The gateway's protocol: HELLO, IDENTIFY, RESUME, heartbeats, and what a test may do to it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from aiohttp import web

from tests.loopback.discord import payloads
from tests.loopback.discord.errors import Json
from tests.loopback.discord.gateway.sessions import Session
from tests.loopback.discord.gateway.sockets import Socket
from tests.loopback.discord.telling import DIRECT_MESSAGES, GUILD_MESSAGES, MESSAGE_CONTENT, PRIVILEGED, blanked

if TYPE_CHECKING:
    from tests.loopback.discord.server import DiscordServer

HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, MEMBERS, INVALID, HELLO, ACK = 1, 2, 3, 4, 6, 7, 8, 9, 10, 11
KNOWN_INTENTS = (1 << 26) - 1
ENDING = {1000, 1001}
"""A client that closes with these gives its session up."""


class Gateway:
    """All sessions. `starts_left` counts down with each IDENTIFY, as Discord's daily limit does."""

    def __init__(self, server: "DiscordServer", *, heartbeat: float) -> None:
        self._server = server
        self._heartbeat = heartbeat
        self.sessions: dict[str, Session] = {}
        self.starts_left = 1000
        self.identifies = 0
        self.resumes = 0
        self.heartbeats = 0
        self.handshakes = 0
        self.deaf = False
        """No heartbeat is acknowledged while this is true."""
        self.compressed: list[bool] = []
        """For each handshake, whether the client asked for zlib-stream."""
        self._open: set[Socket] = set()
        server.world.tell.listeners.append(self._event)

    def connected(self) -> Iterable[Session]:
        return [one for one in self.sessions.values() if one.socket]

    # What a test does to it.

    def drop(self) -> None:
        """Cut every socket."""
        for one in list(self._open):
            one.abort()

    def close(self, code: int) -> None:
        """Close every socket with a code."""
        for one in list(self._open):
            one.close(code)

    def reconnect(self) -> None:
        """Ask every client to reconnect (op 7)."""
        for one in list(self._open):
            one.send(RECONNECT)

    def invalidate(self, *, resumable: bool) -> None:
        """Say that the session is invalid (op 9)."""
        for session in list(self.connected()):
            if session.socket:
                session.socket.send(INVALID, resumable)
            if not resumable:
                self.sessions.pop(session.id, None)

    def send(self, event: str, payload: Json) -> None:
        """Dispatch anything at all: malformed, doubled, out of order."""
        for session in self.sessions.values():
            session.dispatch(event, payload)

    def repeat(self, count: int = 1, *, reverse: bool = False) -> None:
        """Dispatch the last events once more, with new numbers, also in the wrong order."""
        for session in self.sessions.values():
            last = list(session.told)[-count:]
            for _, event, payload in reversed(last) if reverse else last:
                session.dispatch(event, payload)

    # The protocol.

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """One connection, from handshake to close."""
        self.handshakes += 1
        if fault := self._server.faults.take("GATEWAY", "handshake"):
            return await fault.answer(self._server, request)
        ws = web.WebSocketResponse(compress=False, max_msg_size=16384)
        await ws.prepare(request)
        socket = Socket(ws, request)
        self._open.add(socket)
        self.compressed.append(socket.compressed)
        socket.send(HELLO, {"heartbeat_interval": int(self._heartbeat * 1000), "_trace": ["loopback"]})
        try:
            await self._serve(socket)
        finally:
            self._open.discard(socket)
            await socket.end()
        return ws

    async def _serve(self, socket: Socket) -> None:
        session: Session | None = None
        while (frame := await socket.read()) is not None:
            match frame.get("op"):
                case "?":
                    socket.close(4002)
                case 1:
                    self._beat(socket)
                case 2 if session is None:
                    session = self._identify(socket, frame["d"])
                case 6 if session is None:
                    session = self._resume(socket, frame["d"])
                case 2 | 6:
                    socket.close(4005)
                case 3 | 4 | 8:
                    if session is None:
                        socket.close(4003)
                case _:
                    socket.close(4001)
        self._gone(socket, session)

    def _gone(self, socket: Socket, session: Session | None) -> None:
        if session is None or session.socket is not socket:
            return
        session.socket = None
        if socket.close_code in ENDING and not socket.closed_by_us:
            self.sessions.pop(session.id, None)
        self._server.world.changed()

    def _beat(self, socket: Socket) -> None:
        self.heartbeats += 1
        if not self.deaf and not self._server.faults.take("GATEWAY", "heartbeat"):
            socket.send(ACK)

    def _identify(self, socket: Socket, asked: Json) -> Session | None:
        """Start a session, or close: 4004 for the token, 4013 and 4014 for intents."""
        self.identifies += 1
        if self._faulty(socket, "identify"):
            return None
        intents = int(asked.get("intents", 0))
        code = self._refusal(asked, intents)
        if code:
            socket.close(code)
            return None
        self.starts_left -= 1
        session = Session(intents=intents, socket=socket)
        self.sessions[session.id] = session
        session.dispatch("READY", self._ready(session, asked))
        for guild in list(self._server.world.guilds.values()):
            if not self._server.faults.take("GATEWAY", "guild_create"):
                session.dispatch("GUILD_CREATE", payloads.guild_create(guild, self._server.world.bot))
        self._server.world.changed()
        return session

    def _refusal(self, asked: Json, intents: int) -> int | None:
        if asked.get("token") != self._server.token or self.starts_left <= 0:
            return 4004
        if intents & ~KNOWN_INTENTS:
            return 4013
        if intents & PRIVILEGED & ~self._server.privileged:
            return 4014
        return None

    def _resume(self, socket: Socket, asked: Json) -> Session | None:
        """Go on with a session, replaying what was missed; op 9 when it is unknown, 4004 for the token."""
        self.resumes += 1
        if self._faulty(socket, "resume"):
            return None
        if asked.get("token") != self._server.token:
            socket.close(4004)
            return None
        session = self.sessions.get(asked.get("session_id", ""))
        if session is None:
            socket.send(INVALID, data=False)
            return None
        seen = int(asked.get("seq") or 0)
        if not session.knows(seen):
            socket.close(4007)
            return None
        session.socket = socket
        session.replay(seen)
        session.dispatch("RESUMED", {"_trace": ["loopback"]})
        self._server.world.changed()
        return session

    def _faulty(self, socket: Socket, moment: str) -> bool:
        fault = self._server.faults.take("GATEWAY", moment)
        if fault is None:
            return False
        match fault.what.split("-"):
            case ["close", code]:
                socket.close(int(code))
            case ["op9", resumable]:
                socket.send(INVALID, resumable == "true")
            case ["drop"]:
                socket.abort()
            case _:
                return fault.what == "hang"
        return True

    def _ready(self, session: Session, asked: Json) -> Json:
        world = self._server.world
        flags = self._server.application_flags()
        told: Json = {
            "v": 10,
            "user": payloads.me(world.bot),
            "guilds": [{"id": str(one), "unavailable": True} for one in world.guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": "wss://gateway.discord.gg",
            "application": {"id": str(world.bot.id), "flags": flags, "flags_new": str(flags)},
            "private_channels": [],
            "relationships": [],
            "presences": [],
            "_trace": ["loopback"],
        }
        return told | ({"shard": asked["shard"]} if "shard" in asked else {})

    def _event(self, name: str, payload: Json, intent: int) -> None:
        for session in self.sessions.values():
            if intent and not session.intents & intent:
                continue
            blank = intent in (GUILD_MESSAGES, DIRECT_MESSAGES) and not session.intents & MESSAGE_CONTENT
            session.dispatch(name, blanked(payload, self._server.world.bot.id) if blank else payload)
