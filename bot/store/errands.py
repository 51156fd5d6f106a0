"""Writing errands down beside whatever they follow from."""

from collections.abc import Sequence

from bot.core.errands import Errand
from bot.store import rows
from bot.store.database import Run


async def add_errands(run: Run, errands: Sequence[Errand]) -> None:
    """Write errands down, in whichever unit of work this is part of."""
    for one in errands:
        due = rows.millis(one.due)
        row = one.community, one.occasion, one.kind.value, due, one.state.value, one.round, one.text, one.seat
        await run("errand_add", one.key, *row)
