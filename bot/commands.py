"""How a coroutine becomes a command: errors of ours are sentences, and the exit code tells."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from bot.quiz.errors import AsklingError

P = ParamSpec("P")
R = TypeVar("R")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def told(act: Callable[P, Awaitable[R]]) -> Callable[P, R]:
    """Run a coroutine; an error of ours becomes its sentence and exit code 1."""

    @wraps(act)
    def command(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return asyncio.run(_coroutine(act(*args, **kwargs)))
        except AsklingError as error:
            raise click.ClickException(str(error)) from None

    return command


async def _coroutine(awaitable: Awaitable[R]) -> R:
    return await awaitable
