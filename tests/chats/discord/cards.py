"""Views with names that say what they are."""

from bot.testing.views import CLOSES, KINDS, VIEWS, a_card, a_reveal, a_verdict, a_written_verdict

__all__ = ["CLOSES", "KINDS", "VIEWS", "a_card", "a_reveal", "a_verdict", "a_written_verdict"]
