"""Fakes and contract suites, shipped to everybody who writes an adapter."""
