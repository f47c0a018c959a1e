"""The command line; the only place with typer, one file a command."""
