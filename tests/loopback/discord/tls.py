"""A certificate authority of our own, and a resolver that knows Discord alone."""

import ssl
from functools import cache
from socket import AI_NUMERICHOST, AI_NUMERICSERV, AddressFamily

import trustme
from aiohttp.abc import AbstractResolver, ResolveResult

NAMES = ("discord.com", "gateway.discord.gg", "cdn.discordapp.com", "media.discordapp.net")


@cache
def _authority() -> tuple[trustme.CA, trustme.LeafCert]:
    authority = trustme.CA()
    return authority, authority.issue_cert(*NAMES)


def serving() -> ssl.SSLContext:
    """A context that proves to be Discord."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    _authority()[1].configure_cert(context)
    return context


def trusting() -> ssl.SSLContext:
    """A context that believes our authority and no other."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    _authority()[0].configure_trust(context)
    return context


def authority() -> bytes:
    """The authority's certificate as PEM, for clients in a process of their own (`SSL_CERT_FILE`)."""
    return _authority()[0].cert_pem.bytes()


class Resolver(AbstractResolver):
    """Sends Discord's names to a local port; every other name is unknown, so nothing leaves the machine."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(
        self, host: str, port: int = 0, family: AddressFamily = AddressFamily.AF_INET
    ) -> list[ResolveResult]:
        del port, family
        if host not in NAMES:
            raise OSError(None, f"the loopback knows no {host}")
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=self._port,
                family=AddressFamily.AF_INET,
                proto=0,
                flags=AI_NUMERICHOST | AI_NUMERICSERV,
            )
        ]

    async def close(self) -> None:
        """Nothing is open."""
