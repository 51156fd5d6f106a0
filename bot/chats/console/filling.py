"""A form on a console: filled in field by field, sent when every field that must be filled in is."""

from dataclasses import dataclass, field

from bot.core.forms import Form
from bot.quiz.reading import unfenced


@dataclass(slots=True)
class Filling:
    """One person's open form."""

    form: Form
    values: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values = {one.name: one.value for one in self.form.fields}

    def take(self, name: str, text: str) -> str:
        """Write into a field; returns what is said to that."""
        if name not in self.values:
            return f"This form has no field `{name}`; it has {', '.join(self.values)}."
        one = next(one for one in self.form.fields if one.name == name)
        written = unfenced(text).strip()
        if one.options and written not in dict(one.options):
            return f"`{name}` is one of {', '.join(dict(one.options))}."
        if len(written) > one.most:
            return f"`{name}` may have {one.most} characters; this has {len(written)}."
        self.values[name] = written
        return f"`{name}` is filled in. {self.left()}"

    def left(self) -> str:
        """What is still to be filled in, or that it can be sent."""
        empty = [one.name for one in self.form.fields if one.required and not self.values[one.name]]
        return f"Still empty: {', '.join(empty)}." if empty else "`send` hands the form in."

    @property
    def complete(self) -> bool:
        """Whether it can be sent."""
        return all(self.values[one.name] for one in self.form.fields if one.required)
