"""The order in which one learner sees the options of a question: theirs alone, and the same each time they look."""

from hashlib import sha256


def shuffled(number: int, *, seed: str) -> tuple[int, ...]:
    """Which of so many things stands at each place, from 0; a pure function of the seed."""
    return tuple(sorted(range(number), key=lambda at: sha256(f"{seed}:{at}".encode("utf-8", "surrogatepass")).digest()))
