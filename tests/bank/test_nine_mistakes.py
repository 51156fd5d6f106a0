"""The nine mistakes authors make: each planted in a good question, and nine of nine caught by running it."""

from collections.abc import Awaitable, Callable

import pytest

from bot.bank.reports import Report

NINE = {
    "a wrong output": ("output", "False\n```", "Flase\n```"),
    "a distractor that is right": ("choice", "- [ ] `a != b`", "- [ ] `b is a`"),
    "a wrong line": ("error", "line = 3", "line = 1"),
    "a wrong box": ("choice", "[x] `a is b`", "[ ] `a is b`\n  > One.\n- [x] `1 == 2`"),
    "a key true on one version only": (
        "output",
        ' py="<3.15"\nFalse\n```\n\n```text output py=">=3.15"\nTrue',
        "\nFalse",
    ),
    "weak cases": ("function", "    return b\n", "    return a if a > b else 2\n"),
    "a false proof": ("choice", "assert a is b", "assert a is not b"),
    "a starter that passes": ("function", "    ...", "    return max(a, b)"),
    "syntax that is too new": ("choice", "b = a\n```\n\n- [x]", "b = a\ndef f[T](): ...\n```\n\n- [x]"),
}


async def test_nine_of_nine_are_caught(whole: Callable[..., str], proof: Callable[..., Awaitable[Report]]) -> None:
    caught = [name for name, (kind, old, new) in NINE.items() if (await proof(whole(kind, (old, new)))).problems]
    assert caught == list(NINE)


@pytest.mark.parametrize("kind", sorted({kind for kind, *_ in NINE.values()}))
async def test_without_a_mistake_nothing_is_caught(
    kind: str, whole: Callable[..., str], proof: Callable[..., Awaitable[Report]]
) -> None:
    assert (await proof(whole(kind))).problems == ()
