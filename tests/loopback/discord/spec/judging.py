"""What is wrong with an exchange: by the document where it is present, by our own rules always."""

from collections.abc import Iterable, Iterator, Sequence

from tests.loopback.discord.rest.doorway import Exchange
from tests.loopback.discord.spec.document import Document
from tests.loopback.discord.spec.gaps import known

FORMS = {50006, 50035, 50109, 40005}
"""Refusals that a bot earns by what it wrote, and not by what happened meanwhile."""


def problems(journal: Iterable[Exchange], unknown: Sequence[str], document: Document | None) -> list[str]:
    """Everything that is wrong, each thing once, in order."""
    told = [f"{request}: no endpoint" for request in unknown]
    for exchange in journal:
        told += own(exchange)
        if document:
            told += by(document, exchange)
    return list(dict.fromkeys(told))


def own(exchange: Exchange) -> Iterator[str]:
    """Mistakes that need no document: a form that was refused, multipart fields nobody knows."""
    name = f"{exchange.method} {exchange.template}"
    if exchange.strays:
        yield f"{name}: unknown parts {exchange.strays}"
    code = exchange.answer.get("code") if isinstance(exchange.answer, dict) else None
    if exchange.status >= 400 and code in FORMS:
        yield f"{name}: refused: {exchange.answer}"


def by(document: Document, exchange: Exchange) -> list[str]:
    """Mistakes by the document, in the request and in the answer, without those of the document itself."""
    name = f"{exchange.method} {exchange.template}"
    if document.operation(exchange.method, exchange.template) is None:
        return [f"{name}: not in the document"]
    strange = set(exchange.query) - document.queries(exchange.method, exchange.template)
    told = _unexplained(f"{name}: query ", [[f"{one} is not in the document" for one in sorted(strange)]])
    if exchange.status == 0:  # a fault came before anybody read the body
        return told
    told += _unexplained(f"{name}: ", _request(document, exchange))
    return told + _unexplained(f"{name} → {exchange.status}: ", _answer(document, exchange))


def _unexplained(where: str, readings: list[list[str]]) -> list[str]:
    """The reading that explains a body best."""
    told = [[where + one for one in reading if not known(where + one)] for reading in readings]
    return min(told, key=len, default=[])


def _request(document: Document, exchange: Exchange) -> list[list[str]]:
    validator = document.request(exchange.method, exchange.template)
    if validator is None:
        return [["(body): there should be none"]] if exchange.body else []
    return [] if exchange.body is None else validator.readings(exchange.body)


def _answer(document: Document, exchange: Exchange) -> list[list[str]]:
    statuses = document.statuses(exchange.method, exchange.template)
    if not {str(exchange.status), f"{exchange.status // 100}XX"} & statuses:
        return [[f"the document knows only {sorted(statuses)}"]]
    validator = document.answer(exchange.method, exchange.template, exchange.status)
    if validator is None:
        return [] if exchange.answer is None or exchange.status == 429 else [["(body): there should be none"]]
    return validator.readings(exchange.answer)
