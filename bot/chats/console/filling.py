"""A form on a console: filled in field by field, sent when every field that must be filled in is."""

from dataclasses import dataclass, field

from bot.core import typed
from bot.core.forms import Form
from bot.quiz.reading import unfenced
from bot.quiz.sentences import Sentence


@dataclass(slots=True)
class Filling:
    """One person's open form."""

    form: Form
    values: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values = {one.name: one.value for one in self.form.fields}

    def take(self, name: str, text: str) -> Sentence:
        """Write into a field; returns what is said to that."""
        if name not in self.values:
            return Sentence(typed.NO_FIELD, name=name, names=", ".join(self.values))
        one = next(one for one in self.form.fields if one.name == name)
        written = unfenced(text).strip()
        if one.options and written not in dict(one.options):
            return Sentence(typed.ONE_OF, name=name, values=", ".join(dict(one.options)))
        if len(written) > one.most:
            return Sentence(typed.FIELD_TOO_LONG, name=name, most=one.most, number=len(written))
        self.values[name] = written
        return Sentence(typed.FILLED_IN, name=name, left=self.left())

    def left(self) -> Sentence:
        """What is still to be filled in, or that it can be sent."""
        empty = [one.name for one in self.form.fields if one.required and not self.values[one.name]]
        return Sentence(typed.STILL_EMPTY, names=", ".join(empty)) if empty else Sentence(typed.SEND)

    @property
    def complete(self) -> bool:
        """Whether it can be sent."""
        return all(self.values[one.name] for one in self.form.fields if one.required)
