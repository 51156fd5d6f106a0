"""What people wrote, kept for a while: a form that is opened again has it, and nothing is typed twice.

Discord closes a modal whatever is answered to it. This is a courtesy of one process: after a restart a draft is empty.
"""

from collections import OrderedDict
from collections.abc import Mapping

from bot.core.forms import Form

MOST = 1000
Key = tuple[int, str, str]
"""Who, and what it is about: an editor's round and purpose, or a form's name and `about`."""


class Drafts:
    """The latest thousand, the oldest forgotten first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._written: OrderedDict[Key, Mapping[str, str]] = OrderedDict()
        self._forms: OrderedDict[Key, Form] = OrderedDict()

    def keep(self, key: Key, written: Mapping[str, str]) -> None:
        """Somebody sent this."""
        self._written[key] = written
        self._written.move_to_end(key)
        while len(self._written) > self._most:
            self._written.popitem(last=False)

    def written(self, key: Key) -> Mapping[str, str]:
        """What they sent last."""
        return self._written.get(key, {})

    def forget(self, key: Key) -> None:
        """It served its purpose."""
        self._written.pop(key, None)

    def given(self, key: Key, form: Form) -> None:
        """Somebody was given a form."""
        self._forms[key] = form
        self._forms.move_to_end(key)
        while len(self._forms) > self._most:
            self._forms.popitem(last=False)

    def form(self, key: Key) -> Form | None:
        """The form they were given; None when that is too long ago."""
        return self._forms.get(key)
