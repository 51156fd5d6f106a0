"""The floor: layers without which the judge refuses to run anybody's code. There is no switch to lower it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.quiz.errors import NoFloor

NEEDED = {
    "no new privileges": "the kernel refused PR_SET_NO_NEW_PRIVS; it must be Linux 3.5 or newer",
    "limits": "resource limits could not be set",
    "unprivileged uid": "the child could not give up uid 0; run the bot as an ordinary user or allow CAP_SETUID",
    "seccomp": "there is no seccomp filter for this machine; x86_64 and aarch64 on Linux are known",
}
FILE_LAYERS = ("mount namespace", "landlock files", "library in memory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which layers to try. What the machine then really holds is reported by the zygote itself."""

    namespaces: bool = True
    landlock: bool = True
    seccomp: bool = True
    scratch: str = "/scratch"
    """Where slots are looked for, for children who cannot mount a scratch folder of their own."""


def check(layers: Collection[str], refused: Mapping[str, str] | None = None) -> None:
    """Let code run only on the floor.

    Args:
        layers: those that stand.
        refused: those that this machine does not have, and why.

    Raises:
        NoFloor: which layer is missing, and what an operator can do.
    """
    missing = [why for name, why in NEEDED.items() if name not in layers]
    if not any(name in layers for name in FILE_LAYERS):
        missing.append(f"no file layer: {', '.join(FILE_LAYERS)} are all missing")
    if missing:
        told = "".join(f" ({name}: {why})" for name, why in (refused or {}).items())
        raise NoFloor(f"The judge runs no code on this machine: {'; '.join(missing)}{told}.")
