"""`python -m bot` is `askling`."""

from bot.cli import main

main()
