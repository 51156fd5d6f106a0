"""What can be watched from outside: counters and clocks around the ports, log events counted, and a small page of them.

metrics  the numbers, and the wrappers that take them
events   log events become counters
serving  /healthz, /readyz and /metrics
"""

from bot.monitoring.events import Counting
from bot.monitoring.metrics import Metrics
from bot.monitoring.serving import Ailments, served

__all__ = ["Ailments", "Counting", "Metrics", "served"]
