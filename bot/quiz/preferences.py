"""What somebody set for themselves: their zone, their language, and whether they are reminded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Everywhere they are known; off, or as their chat has it, where they set nothing."""

    zone: str = ""
    """IANA name; empty: as their chat says."""
    locale: str = ""
    """`de`; empty: as their chat says."""
    reminders: bool = False
    """Whether they are told before a question closes that their streak needs."""
