"""The command line: `commands` lists them, each has a file of its own."""
