"""Clients make curly quotes of straight ones; in code they are made straight again, but not inside strings."""

import re

_KINDS = {char: kind[0] for kind in ('"“”„‟″', "'‘’‚‛′") for char in kind}
_OTHER = {"…": "...", "\u00a0": " ", "\u2028": "\n"}
_PREFIX = re.compile(r"(?<!\w)[rbuft]{1,2}\Z", re.IGNORECASE)


def straight(code: str) -> str:
    """The code as it was meant: a curly quote that opens a string becomes straight, and so does the one that closes it.

    What stands inside a string stays: `print("it’s")` prints what it printed.
    """
    out, at, quote = list[str](), 0, ""
    while at < len(code):
        piece, taken, quote = _inside(code, at, quote) if quote else _outside(code, at)
        out.append(piece)
        at += taken
    return "".join(out)


def _outside(code: str, at: int) -> tuple[str, int, str]:
    """What to write, how much of the code that was, and the quote of the string we are in then."""
    char = code[at]
    if char == "#":
        comment = code[at:].partition("\n")[0]
        return comment, len(comment), ""
    if char not in _KINDS:
        return _OTHER.get(char, char), 1, ""
    straight_ = _KINDS[char]
    if _apostrophe(code, at) and not _PREFIX.search(code[max(0, at - 3) : at]):
        return straight_, 1, ""
    if _three(code, at, straight_):
        return straight_ * 3, 3, code[at : at + 3]
    return straight_, 1, char


def _inside(code: str, at: int, quote: str) -> tuple[str, int, str]:
    char, straight_ = code[at], _KINDS[quote[0]]
    if char == "\\":
        return code[at : at + 2], 2, quote
    if len(quote) == 3:
        return (straight_ * 3, 3, "") if _three(code, at, straight_) else (char, 1, quote)
    if char == "\n":
        return char, 1, ""
    curly = quote != straight_
    ends = char == straight_ or (curly and _KINDS.get(char) == straight_ and not _apostrophe(code, at))
    return (straight_, 1, "") if ends else (char, 1, quote)


def _three(code: str, at: int, straight_: str) -> bool:
    return len(code) >= at + 3 and all(_KINDS.get(char) == straight_ for char in code[at : at + 3])


def _apostrophe(code: str, at: int) -> bool:
    """Between two letters it is none that opens or closes: don’t."""
    around = code[max(0, at - 1) : at], code[at + 1 : at + 2]
    return code[at] == "’" and all(one.isalnum() for one in around)
