"""For every test: a busy machine is no failure."""

from hypothesis import settings

settings.register_profile("askling", deadline=None)
settings.load_profile("askling")
