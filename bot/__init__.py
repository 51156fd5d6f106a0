"""askling: a daily Python question for your chat."""

__version__ = "0.1.0"
