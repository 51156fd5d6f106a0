"""Measurements, side by side in one run, so that a ratio says something on any machine."""
