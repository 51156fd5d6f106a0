"""Which language is spoken: set for a deed or a publication, and asked by whoever says a sentence.

The catalogues are gettext's, one folder a language under `locales`; the English sentence is its own key, so what a
catalogue lacks is said in English.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path

from bot.core import labels
from bot.quiz.errors import AsklingError, ScheduleMistake
from bot.quiz.sentences import Sentence

LOCALES = Path(__file__).with_name("locales")
ENGLISH, DOMAIN = "en", "askling"
_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


def say(sentence: str, /, **values: object) -> str:
    """A sentence of `words` in the language spoken now, with its blanks filled in."""
    found = _catalogue(_spoken.get()).gettext(sentence)
    return found.format(**{name: _said(one) for name, one in values.items()}) if values else found


def explained(said: AsklingError | Sentence) -> str:
    """What an error or a sentence says, in the language spoken now."""
    return say(said.sentence, **said.values)


def _said(value: object) -> object:
    return explained(value) if isinstance(value, AsklingError | Sentence) else value


@contextmanager
def speaking(locale: str) -> Iterator[None]:
    """Speak a language for a while: `de`, `de-AT`, `de_CH`; an empty one changes nothing."""
    if not locale:
        yield
        return
    token = _spoken.set(locale)
    try:
        yield
    finally:
        _spoken.reset(token)


def speak(locale: str) -> None:
    """Speak a language from here on, in this task; an empty one is English."""
    _spoken.set(locale or ENGLISH)


def available() -> tuple[str, ...]:
    """The languages that can be set, English first."""
    return (ENGLISH, *sorted(one.name for one in LOCALES.glob("[a-z]*") if one.is_dir()))


def language_named(text: str) -> str:
    """A language that can be set.

    Raises:
        ScheduleMistake: it is not spoken, and what is.
    """
    if text not in available():
        known = ", ".join(available())
        raise ScheduleMistake("I do not speak {name!r}; I speak {known}.", name=text[:40], known=known)
    return text


def language_of(locale: str) -> str:
    """`de` of `de-AT` and `de_CH`."""
    return _parts(locale)[0]


def named(locale: str) -> str:
    """A language by its own name: `Deutsch`."""
    found = _catalogue(locale).gettext(labels.OWN_NAME)
    return found if found != labels.OWN_NAME else "English"


def spoken() -> str:
    """The locale spoken now."""
    return _spoken.get()


@lru_cache(maxsize=64)
def _catalogue(locale: str) -> NullTranslations:
    language, region = _parts(locale)
    wanted = [f"{language}_{region}", language] if region else [language]
    return translation(DOMAIN, LOCALES, languages=wanted, fallback=True)


def _parts(locale: str) -> tuple[str, str]:
    language, _, region = locale.replace("-", "_").partition("_")
    return language, region
