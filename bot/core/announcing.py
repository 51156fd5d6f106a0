"""How a correction is said: to the moderator before it is done, and to everybody afterwards."""

from bot.core import labels, words
from bot.core.corrections import Adjust
from bot.core.hinting import key_text
from bot.core.languages import say
from bot.core.reckoning import Reckoning
from bot.core.records import RoundState
from bot.core.world import World
from bot.quiz.rulings import Credit, Voided, ruled
from bot.quiz.sentences import Sentence


def summary(world: World, found: Reckoning) -> str:
    """What it does, in one sentence."""
    about = {"title": found.title, "day": found.round.key}
    request = found.request
    if isinstance(request, Adjust):
        return say(words.ADJUST, points=f"{request.points:+}", why=request.why, **about)
    match request.ruling:
        case Voided(credit=Credit.FULL):
            return say(words.VOID_FULL, **about)
        case Voided():
            return say(words.VOID_NONE, **about)
        case None:
            return say(words.REKEY_BANK, **about)
        case _:
            return say(words.REKEY, key=_key(world, found), **about)


def counted(found: Reckoning) -> Sentence:
    """How much changes: `12 scores change, 3 ranks.`."""
    scores = sum(one.score_changes for one in found.people)
    ranks = sum(one.rank_changes for one in found.people)
    return Sentence(
        words.COUNTED,
        scores=Sentence(labels.ONE_SCORE_CHANGES) if scores == 1 else Sentence(labels.SCORES_CHANGE, scores=scores),
        ranks=Sentence(labels.ONE_RANK) if ranks == 1 else Sentence(labels.RANKS, ranks=ranks),
    )


def public_note(world: World, found: Reckoning) -> str:
    """What everybody reads. It names nobody, and no key before the reveal."""
    about = {"title": found.title, "day": found.round.key, "counted": counted(found)}
    request = found.request
    if isinstance(request, Adjust):
        return say(words.ADJUSTED, points=f"{request.points:+}", why=request.why, **about)
    if isinstance(request.ruling, Voided):
        full = request.ruling.credit is Credit.FULL
        return say(words.VOIDED_FULL if full else words.VOIDED_NONE, why=_because(request.why), **about)
    if found.round.state is RoundState.REVEALED:
        return say(words.REKEYED_REVEALED, key=_key(world, found), **about)
    return say(words.REKEYED, **about)


def _because(why: str) -> str:
    return f" ({why})" if why else ""


def _key(world: World, found: Reckoning) -> str:
    question = world.bank.question(found.round.question)
    return key_text(world, ruled(question, found.ruling)) if question else ""
