"""`python -m bot` is `selon`."""

from bot.cli.commands import main

if __name__ == "__main__":
    main()
