"""What people wrote, kept for a while: an editor that is opened again has it, and nothing is typed twice.

This is a courtesy of one process: after a restart a draft is empty.
"""

from collections import OrderedDict
from collections.abc import Mapping

from bot.quiz.ids import Address, RoundId

MOST = 1000


class Drafts:
    """The latest thousand, the oldest forgotten first."""

    def __init__(self) -> None:
        self._written: OrderedDict[tuple[Address, RoundId], Mapping[str, str]] = OrderedDict()

    def keep(self, who: Address, about: RoundId | None, written: Mapping[str, str | tuple[str, ...]]) -> None:
        """Somebody sent this; what was chosen is not kept, only what was typed."""
        if about is None:
            return
        self._written[who, about] = {name: one for name, one in written.items() if isinstance(one, str)}
        self._written.move_to_end((who, about))
        if len(self._written) > MOST:
            self._written.popitem(last=False)

    def of(self, who: Address, about: RoundId) -> Mapping[str, str]:
        """What they typed last, by field."""
        return self._written.get((who, about), {})
