"""Names for things, so that a member can never be passed where a round is meant."""

from typing import NewType

QuestionId = NewType("QuestionId", str)
"""The stem of the question's file: `two-300s`. Unique in the bank, stable for ever."""

CommunityId = NewType("CommunityId", int)
"""One study community: in a Discord channel, a Slack channel, both of them, or this console."""

MemberId = NewType("MemberId", int)
"""A learner inside our house; which chat account it is, only the store knows."""

RoundId = NewType("RoundId", int)
"""One question asked once in one community, from opening to reveal."""

SubmissionId = NewType("SubmissionId", str)
"""The platform's own id of the event that carried an answer; delivered twice, it counts once."""

Address = NewType("Address", str)
"""A person's account on one chat, as that chat's room spells it: `console:ada`."""

Place = NewType("Place", str)
"""A channel, spelled by its chat's room; opaque to everybody else, and storable."""

Ref = NewType("Ref", str)
"""A message that was published, spelled by its chat's room; opaque, and storable."""

SuggestionId = NewType("SuggestionId", int)
"""A question somebody wrote for their community; once approved, its question is `community/<number>`."""

LetterId = NewType("LetterId", int)
"""A sentence that waits for one person."""

FlagId = NewType("FlagId", int)
"""Something the bot noticed that a moderator should look at."""


def chat_of(name: Address | Place) -> str:
    """The chat that spelled it, by its name in front: `console`, `discord`, `slack`."""
    return name.partition(":")[0]
