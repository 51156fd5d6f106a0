"""What somebody sets for themselves: zone, language, reminders. It holds wherever they are known."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core import labels, ownwords
from bot.core.forms import Field, Form
from bot.core.languages import available, explained, language_named, named, say, speak
from bot.core.messages import Answer, Command, Correct, Fill, Filled, Show
from bot.core.pages import Action, Page
from bot.core.world import World
from bot.quiz.errors import ScheduleMistake
from bot.quiz.preferences import Preferences
from bot.quiz.setups import zone_named
from bot.quiz.spelling import meant

AUTO = "auto"
"""As the chat says."""
ON, OFF = "on", "off"
FORM = "settings"
ZONE, LANGUAGE, REMINDERS = "zone", "language", "reminders"


async def settings(world: World, deed: Command) -> Answer:
    """`settings` opens the form; `settings zone Europe/Berlin`, `language de` and `reminders on` set one of them."""
    mine = await world.profiles.preferences(deed.who.address)
    name, _, value = deed.text.strip().partition(" ")
    if not name:
        return Fill(_form(mine))
    return await _set(world, deed, mine, {name.casefold(): value.strip()})


async def set_all(world: World, deed: Filled) -> Answer:
    """The form came back."""
    return await _set(world, deed, await world.profiles.preferences(deed.who.address), deed.values)


async def _set(world: World, deed: Command | Filled, mine: Preferences, values: Mapping[str, str]) -> Answer:
    try:
        wanted = changed(mine, values)
    except ScheduleMistake as mistake:
        return Correct(explained(mistake))
    member = await world.member(deed.who)
    await world.profiles.prefer(member.id, wanted)
    speak(wanted.locale or deed.who.chat_locale)
    home = Action(label=say(labels.HOME), name="home")
    change = Action(label=say(labels.SETTINGS), name="settings")
    return Show(Page(title=say(labels.SETTINGS), text=_told(wanted), actions=(change, home)))


def changed(before: Preferences, values: Mapping[str, str]) -> Preferences:
    """Preferences after what somebody wrote; what they do not name stays as it was.

    Raises:
        ScheduleMistake: there is no such zone, language, or setting.
    """
    after = before
    for name, text in values.items():
        match name:
            case "zone":
                after = replace(after, zone="" if text.casefold() in ("", AUTO) else zone_named(text))
            case "language":
                after = replace(after, locale=_language(text.casefold()))
            case "reminders":
                after = replace(after, reminders=_switch(text.casefold()))
            case _:
                near = meant(name, (ZONE, LANGUAGE, REMINDERS))
                raise ScheduleMistake("There is no setting {name!r}{meant}.", name=name[:40], meant=near)
    return after


def _language(text: str) -> str:
    return "" if text in ("", AUTO) else language_named(text)


def _switch(text: str) -> bool:
    if text not in (ON, OFF):
        raise ScheduleMistake("Reminders are `on` or `off`.")
    return text == ON


def _form(mine: Preferences) -> Form:
    languages = ((AUTO, say(labels.AS_MY_CHAT_SAYS)), *((one, named(one)) for one in available()))
    switch = ((OFF, say(labels.NO_REMINDERS)), (ON, say(labels.REMINDERS)))
    zone = Field(name=ZONE, label=say(labels.ZONE), value=mine.zone, hint="Europe/Berlin", required=False, most=60)
    language = Field(name=LANGUAGE, label=say(labels.LANGUAGE), value=mine.locale or AUTO, options=languages[:10])
    reminders = Field(name=REMINDERS, label=say(labels.REMIND_ME), value=ON if mine.reminders else OFF, options=switch)
    return Form(name=FORM, title=say(labels.SETTINGS), fields=(zone, language, reminders), submit=say(labels.SAVE))


def _told(mine: Preferences) -> str:
    zone = say(ownwords.ZONE_SET, zone=mine.zone) if mine.zone else say(ownwords.ZONE_OF_CHAT)
    language = say(ownwords.LANGUAGE_OF_CHAT)
    if mine.locale:
        language = say(ownwords.LANGUAGE_SET, language=named(mine.locale))
    return f"{zone} {language} {say(ownwords.REMINDED if mine.reminders else ownwords.NOT_REMINDED)}"
