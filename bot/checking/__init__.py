"""`askling check`: prove a bank, or what changed in it, with a progress bar for people and JSON for programs.

running   load, prove, print
words     a report for people
changes   which files git says have changed
watching  check again whatever is saved
"""

from bot.checking.running import Asked, report_on

__all__ = ["Asked", "report_on"]
