"""`help`: the commands, and a page a topic."""

from bot.core import helptexts, labels, words
from bot.core.languages import say
from bot.core.messages import Answer, Command, HelpView, Note, Show
from bot.core.pages import Action, Page, Row
from bot.core.world import World
from bot.quiz.spelling import meant


async def help_(_world: World, deed: Command) -> Answer:
    """`help` lists the commands; `help TOPIC` explains."""
    topic = deed.text.strip().casefold()
    if topic in helptexts.TITLES:
        return Show(_page(topic))
    if topic:
        near = meant(topic, helptexts.TITLES)
        return Show(Note(say(words.NO_HELP, name=topic[:40], topics=", ".join(helptexts.TITLES), meant=near)))
    known = words.COMMANDS + (words.MODERATOR_COMMANDS if deed.who.moderator else ())
    return Show(HelpView(commands=tuple((name, say(meaning)) for name, meaning in known), actions=_topics()))


def _page(topic: str) -> Page:
    rows = tuple(Row(text=say(sentence)) for sentence in helptexts.SENTENCES[topic])
    others = tuple(action for action in _topics() if action.text != topic)
    back = Action(label=say(labels.HELP), name="help")
    return Page(title=say(helptexts.TITLES[topic]), rows=rows, actions=(*others, back))


def _topics() -> tuple[Action, ...]:
    return tuple(Action(label=say(title), name="help", text=topic) for topic, title in helptexts.TITLES.items())
