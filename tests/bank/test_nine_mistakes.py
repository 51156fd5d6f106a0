"""The nine mistakes authors make: each planted in a good question, and nine of nine caught by running it."""

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.bank.checking import check
from bot.bank.folders import load
from bot.bank.reports import Report
from bot.judge import SubprocessJudge, base_interpreter, interpreters

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


TWO_PYTHONS = {
    "a key true on one version only": (
        "output",
        '(3, 15))\n```\n\n```text output py="<3.15"\nFalse\n```\n\n```text output py=">=3.15"\nTrue',
        "(3, 12))\n```\n\n```text output\nFalse",
    ),
    "syntax that is too new": NINE["syntax that is too new"],
}


async def test_nine_of_nine_are_caught_in_the_jail(whole: Callable[..., str], bank: Callable[..., Path]) -> None:
    pythons = {version: path for version, path in interpreters().items() if version < (3, 15)}
    if not {(3, 11)} < set(pythons):
        pytest.skip("it takes Python 3.11 and a newer one to see what holds on one version only")
    files = {
        f"names/aliasing/{name.replace(' ', '-')}.md": whole(kind, (old, new))
        for name, (kind, old, new) in (NINE | TWO_PYTHONS).items()
    }
    sheets, problems = load(bank(files))
    assert problems == ()
    async with SubprocessJudge(pythons=pythons) as judge:
        report = await check(sheets, judge, tuple(pythons))
    assert [one.sheet.file for one in report.checked if not one.problems] == []
    assert len(report.checked) == 9


async def test_a_set_whose_order_hangs_on_the_hash_seed_is_caught_in_the_jail(
    whole: Callable[..., str], bank: Callable[..., Path]
) -> None:
    mine = ("import sys\nprint(sys.version_info >= (3, 15))", "print(*{'tea', 'milk', 'bread', 'jam', 'rice'})")
    sheets, _ = load(bank({"names/aliasing/one.md": whole("output", mine)}))
    version = (sys.version_info[0], sys.version_info[1])
    async with SubprocessJudge(pythons={version: base_interpreter()}) as judge:
        found = {str(problem) for problem in (await check(sheets, judge, (version,))).problems}
    assert any("when PYTHONHASHSEED is 1" in problem for problem in found)
    assert len(found) == 2


@pytest.mark.parametrize("kind", sorted({kind for kind, *_ in NINE.values()}))
async def test_without_a_mistake_nothing_is_caught(
    kind: str, whole: Callable[..., str], proof: Callable[..., Awaitable[Report]]
) -> None:
    assert (await proof(whole(kind))).problems == ()
