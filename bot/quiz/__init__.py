"""The game itself. Pure: standard library only; no async, no clock, no logging, no I/O."""
