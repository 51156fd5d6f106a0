"""`askling questions`: what authors need beside the check.

scaffolding  a new question to start from
previewing   what learners will see
exchanging   in and out of other formats
statistics   what the bank has
"""
